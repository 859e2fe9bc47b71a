//! Words on their way into the index: at the end the words are sorted, and the stream of articles is sorted out into the
//! postings of each.
//!
//! The stream is passed over once for as many words as fit in the room for sorting, so memory does not grow with the
//! corpus; in each pass every occurrence is put where its word's stand (a counting sort), which leaves them in the order of
//! articles and positions.

use super::bits::BitWriter;
use super::blobs::BlobsWriter;
use super::columns::Column;
use super::emphasis::TITLE_EMPHASIS;
use super::events::Grouping;
use super::measure::{ScoreShape, prominence, rarity};
use super::positions::{PositionsWriter, WordCount, group_of};
use super::postings::Occurrences;
use super::postings_writer::PostingsWriter;
use super::section::{Section, SectionWriter};
use super::stems::StemTable;
use super::stream::{Meaning, Stream};
use super::surroundings::Vectors;

/// How many occurrences are sorted at a time: 32 MB.
const ROOM: usize = 1 << 22;

/// No word: a gap, or a word that nobody can ask for.
const NONE: u32 = u32::MAX;
/// A run of a script without spaces, which is several words.
const SEVERAL: u32 = u32::MAX - 1;

/// Where a word stands: article in the upper half, then position and weight, so that whole numbers sort.
#[derive(Clone, Copy)]
struct Place(u64);

impl Place {
    fn new(article: u32, position: u32, weight: u32) -> Self {
        let code = weight.checked_ilog2().map_or(0, |log| log + 1);
        Self(u64::from(article) << 32 | u64::from(position) << 2 | u64::from(code))
    }

    fn article(self) -> u32 {
        (self.0 >> 32) as u32
    }

    fn position(self) -> u32 {
        self.0 as u32 >> 2
    }

    fn weight(self) -> u32 {
        [0, 1, 2, 4][(self.0 & 3) as usize]
    }
}

/// Writes the sections of words.
pub(super) fn write_words(
    stream: &Stream,
    columns: &[Column],
    languages: &[String],
    sections: &mut SectionWriter,
) {
    let order = stream.terms.order();
    write_terms(stream, &order, languages, sections);
    let sorter = Sorter::new(stream, &order);
    let mut writer = WordWriter::new(columns);
    let mut places = Vec::new();
    let mut first = 0;
    while first < order.len() {
        let end = sorter.reach(first);
        sorter.sort(first..end, &mut places);
        for word in first..end {
            let (from, to) = (sorter.starts[word], sorter.starts[word + 1]);
            writer.write(&places[from - sorter.starts[first]..to - sorter.starts[first]]);
        }
        first = end;
    }
    writer.finish(sections);
}

fn write_terms(stream: &Stream, order: &[u32], languages: &[String], sections: &mut SectionWriter) {
    let mut term_languages = vec![0u64; stream.terms.len()];
    for spelling in &stream.known {
        match spelling.meaning {
            Meaning::Term(term) => term_languages[term as usize] |= spelling.languages,
            Meaning::Gap | Meaning::Void | Meaning::Pairs(..) => {}
        }
    }
    let mut terms = fst::MapBuilder::memory();
    let mut stems = StemTable::new(languages);
    for (place, &term) in (0u32..).zip(order) {
        let word = stream.terms.get(term);
        terms.insert(word, place.into()).expect("words come sorted and distinct");
        stems.push(word, place, term_languages[term as usize]);
    }
    let terms = terms.into_inner().expect("a map in memory can always be written");
    sections.push(Section::Terms, terms);
    stems.finish(sections);
}

/// Sorts the occurrences of a stretch of words out of the stream.
struct Sorter<'a> {
    stream: &'a Stream,
    /// The place of each spelling's word among all words in order, or [`NONE`], or [`SEVERAL`].
    words: Vec<u32>,
    /// The place of each pair of a run's.
    pairs: Vec<u32>,
    /// How many occurrences stand before each word's, and in the end all.
    starts: Vec<usize>,
}

impl<'a> Sorter<'a> {
    fn new(stream: &'a Stream, order: &[u32]) -> Self {
        let mut rank = vec![0u32; order.len()];
        (0..).zip(order).for_each(|(place, &term)| rank[term as usize] = place);
        let word = |meaning| match meaning {
            Meaning::Term(term) => rank[term as usize],
            Meaning::Pairs(..) => SEVERAL,
            Meaning::Gap | Meaning::Void => NONE,
        };
        let words = stream.known.iter().map(|spelling| word(spelling.meaning)).collect();
        let pairs = stream.pairs.iter().map(|&term| rank[term as usize]).collect();
        let mut sorter = Self { stream, words, pairs, starts: vec![0; order.len() + 1] };
        let mut starts = std::mem::take(&mut sorter.starts);
        sorter.each(&mut |word, _| starts[word as usize + 1] += 1);
        (1..starts.len()).for_each(|word| starts[word] += starts[word - 1]);
        sorter.starts = starts;
        sorter
    }

    /// Where the stretch of words ends that begins at one and fits in the room.
    fn reach(&self, first: usize) -> usize {
        let most = self.starts[first] + ROOM;
        let end = self.starts.partition_point(|&start| start <= most);
        end.saturating_sub(1).clamp(first + 1, self.starts.len() - 1)
    }

    fn sort(&self, words: std::ops::Range<usize>, places: &mut Vec<Place>) {
        let base = self.starts[words.start];
        places.clear();
        places.resize(self.starts[words.end] - base, Place(0));
        let mut next: Vec<usize> = self.starts[words.clone()].iter().map(|start| start - base).collect();
        self.each(&mut |word, place| {
            if let Some(next) = (word as usize).checked_sub(words.start).and_then(|word| next.get_mut(word)) {
                places[*next] = place;
                *next += 1;
            }
        });
    }

    /// Every occurrence of every word, by article and position.
    #[inline(always)]
    fn each(&self, visit: &mut impl FnMut(u32, Place)) {
        for article in 0..self.stream.articles() {
            let mut position = 0;
            let [title, text] = self.stream.article(article);
            for (spelling, weight) in title.chain(text) {
                let place = Place::new(article as u32, position, weight);
                match self.words[spelling as usize] {
                    SEVERAL => position += self.several(spelling, place, visit),
                    NONE => {
                        position += u32::from(self.stream.known[spelling as usize].meaning == Meaning::Void)
                    }
                    word => {
                        visit(word, place);
                        position += 1;
                    }
                }
            }
        }
    }

    fn several(&self, spelling: u32, first: Place, visit: &mut impl FnMut(u32, Place)) -> u32 {
        let Meaning::Pairs(start, end) = self.stream.known[spelling as usize].meaning else { return 0 };
        for (&word, offset) in self.pairs[start as usize..end as usize].iter().zip(0u64..) {
            visit(word, Place(first.0 + (offset << 2)));
        }
        end - start
    }
}

/// Writes the postings, positions and weights of one word after the other.
struct WordWriter {
    word_counts: Vec<WordCount>,
    shape: ScoreShape,
    lengths: Vec<u32>,
    squares: Vec<f64>,
    writer: PostingsWriter,
    postings: BlobsWriter,
    emphasis: BlobsWriter,
    positions: PositionsWriter,
    weights: Vec<(u32, u32)>,
    blob: Vec<u8>,
    here: Vec<u32>,
    vectors: Vectors,
    days: Vec<Option<(i32, i32)>>,
}

impl WordWriter {
    fn new(columns: &[Column]) -> Self {
        let lengths: Vec<u32> = columns.iter().map(|column| column.words).collect();
        Self {
            word_counts: columns.iter().map(Column::word_count).collect(),
            shape: ScoreShape::new(lengths.iter().map(|&length| u64::from(length)).sum(), lengths.len()),
            squares: vec![0.0; columns.len()],
            writer: PostingsWriter::new(lengths.len() as u32),
            lengths,
            postings: BlobsWriter::default(),
            emphasis: BlobsWriter::default(),
            positions: PositionsWriter::default(),
            weights: Vec::new(),
            blob: Vec::new(),
            here: Vec::new(),
            vectors: Vectors::default(),
            days: columns.iter().map(|column| column.days).collect(),
        }
    }

    /// The occurrences of the next word, by article and position.
    fn write(&mut self, places: &[Place]) {
        let articles = places.chunk_by(|a, b| a.article() == b.article()).count();
        let group = group_of(articles, places.len());
        self.writer.begin(articles, group);
        self.positions.begin(articles, group);
        self.weights.clear();
        let mut rest = places;
        while let Some(&first) = rest.first() {
            let article = first.article();
            let count = rest.iter().take_while(|place| place.article() == article).count();
            let (own, others) = rest.split_at(count);
            self.write_posting(article, own);
            rest = others;
        }
        self.blob.clear();
        self.writer.finish(&mut self.blob);
        self.positions.finish(&mut self.blob);
        self.postings.push(&self.blob);
        self.write_weights();
    }

    fn write_posting(&mut self, article: u32, places: &[Place]) {
        let words = self.word_counts[article as usize];
        let in_title = places.iter().filter(|place| place.position() < words.title).count();
        let occurrences = Occurrences::new(places.len() as u32, in_title > 0);
        let weight = places[in_title..].iter().map(|place| place.weight()).sum::<u32>();
        self.weights.push((article, weight + TITLE_EMPHASIS * in_title as u32));
        let score = self.shape.score(occurrences.frequency(), self.lengths[article as usize]);
        self.writer.push(article, occurrences, score);
        self.here.clear();
        self.here.extend(places.iter().map(|place| place.position()));
        self.positions.push(&self.here, words);
        if self.writer.is_block() {
            self.writer.end_block(self.positions.end_block());
        }
    }

    /// Writes the weights and adds each article's share of the word to its vector's squared length.
    fn write_weights(&mut self) {
        self.blob.clear();
        let mut bits = BitWriter::default();
        let rarity = rarity(self.squares.len(), self.weights.len());
        for &(article, weight) in &self.weights {
            bits.put_small(weight, &mut self.blob);
            let value = rarity * prominence(weight);
            self.squares[article as usize] += value * value;
        }
        bits.finish(&mut self.blob);
        self.emphasis.push(&self.blob);
        self.vectors.push(self.squares.len(), &self.weights);
    }

    fn finish(mut self, sections: &mut SectionWriter) {
        self.vectors.normalize(|article| self.squares[article as usize].sqrt());
        let mut grouping = Grouping::new(&self.days);
        self.vectors.each(self.squares.len(), &mut |article, near, products| {
            grouping.add(article, near, products);
        });
        let surroundings = grouping.surroundings().flat_map(f32::to_le_bytes).collect();
        sections.push(Section::Surroundings, surroundings);
        sections.push(Section::Events, grouping.finish());
        let lengths = self.squares.iter().flat_map(|square| (square.sqrt() as f32).to_le_bytes()).collect();
        sections.push(Section::VectorLengths, lengths);
        sections.push(Section::Postings, self.postings.finish());
        sections.push(Section::Emphasis, self.emphasis.finish());
    }
}
