//! A corpus with corrected entities: the sections that speak of entities are written anew, all others are taken over. The
//! result is, byte for byte, what building the corpus with these corrections in its `entities.toml` gives.
//!
//! Cost: every reading and every text is unpacked once; no text is read again.

use super::appearances::Cast;
use super::blobs::BlobsWriter;
use super::build::encoded;
use super::section::{Section, SectionWriter};
use super::{Corpus, DecodeError};
use crate::analysis::{Outcome, Place, correct};
use crate::ingest::{Correction, Lexicon};

/// A corpus after corrections.
pub struct Corrected {
    pub bytes: Vec<u8>,
    /// What came of each correction.
    pub outcomes: Vec<Outcome>,
}

impl Corpus {
    /// The curated names of the corpus, and the corrections that have been applied to it.
    pub fn lexicon(&self) -> Result<Lexicon, DecodeError> {
        super::check::decoded(Section::Lexicon, self.section(Section::Lexicon))
    }

    /// The corpus with corrections applied, in order.
    ///
    /// ```
    /// use crossread::analysis::Reader;
    /// use crossread::index::{Corpus, build};
    /// use crossread::ingest::{Change, Correction, ingest};
    /// let article = ingest("talks.txt", "Leyla Aliyeva met Omar Haddad in Baku.".as_bytes()).articles.remove(0);
    /// let reading = Reader::new(&Default::default()).read(&article);
    /// let corpus = Corpus::open(build(&Default::default(), &[article], &[reading])).unwrap();
    /// let remove = Correction { entity: "baku".into(), entity_name: String::new(), change: Change::Remove };
    /// let corrected = Corpus::open(corpus.corrected(&[remove]).unwrap().bytes).unwrap();
    /// assert!(corpus.find_entity("baku").is_some());
    /// assert!(corrected.find_entity("baku").is_none());
    /// ```
    pub fn corrected(&self, corrections: &[Correction]) -> Result<Corrected, DecodeError> {
        let mut lexicon = self.lexicon()?;
        let articles = self.articles().map(|article| Ok((self.id(article)?, self.text(article)?)));
        let articles = articles.collect::<Result<Vec<_>, DecodeError>>()?;
        let readings =
            self.articles().zip(&articles).map(|(article, (_, text))| self.reading_of(article, text));
        let mut readings = readings.collect::<Result<Vec<_>, _>>()?;
        let places: Vec<Place> = articles.iter().map(|(id, text)| Place { id, text }).collect();
        let outcomes = correct(&mut readings, &places, corrections);
        lexicon.corrections.extend(outcomes.iter().flatten().cloned());

        let mut cast = Cast::default();
        cast.know(&lexicon);
        let mut blobs = BlobsWriter::default();
        for ((number, reading), place) in (0..).zip(&readings).zip(&places) {
            cast.add(number, place.text, reading);
            blobs.push(&encoded(reading));
        }
        let mut fresh = SectionWriter::default();
        fresh.push(Section::Lexicon, encoded(&lexicon));
        fresh.push(Section::Readings, blobs.finish());
        cast.finish(readings.len() as u32, &mut fresh);
        let taken_over = self.sections().map(|section| (section, self.section(section)));
        Ok(Corrected { bytes: fresh.finish_over(taken_over), outcomes })
    }
}
