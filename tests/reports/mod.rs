//! Short reports held against each other: what both tests of the comparison start from.

use crossread::analysis::{Reader, Reading, link};
use crossread::compare::{Comparison, Document, Options, Place, Rarity, compare_with};
use crossread::ingest::{Article, Ingest, Lexicon};

/// Articles of these English texts with their dates of publication.
pub fn read(reports: &[(&str, &str)]) -> (Vec<Article>, Vec<Reading>) {
    read_in("en", reports)
}

/// Articles of these texts in one language with their dates of publication.
pub fn read_in(language: &str, reports: &[(&str, &str)]) -> (Vec<Article>, Vec<Reading>) {
    let mut ingest = Ingest::default();
    for (at, (date, text)) in reports.iter().enumerate() {
        let file = format!("---\ntitle: Report {at}\ndate: {date}\nlanguage: {language}\n---\n\n{text}\n");
        ingest.add(&format!("report-{at}.md"), file.as_bytes());
    }
    let articles = ingest.finish().articles;
    let reader = Reader::new(&Lexicon::default());
    let mut readings: Vec<Reading> = articles.iter().map(|article| reader.read(article)).collect();
    link(&mut readings);
    (articles, readings)
}

/// The chosen articles held against each other, words as rare as they are among all of them.
pub fn compared(
    articles: &[Article],
    readings: &[Reading],
    chosen: &[usize],
    options: Options,
) -> Comparison {
    let documents: Vec<_> =
        chosen.iter().map(|&at| Document { article: &articles[at], reading: &readings[at] }).collect();
    let holds =
        |text: &str, word: &str| crossread::text::words(text).iter().any(|found| found.folded() == word);
    let document_frequency =
        |word: &str| articles.iter().filter(|article| holds(&article.text, word)).count() as u32;
    let rarity = Rarity { articles: articles.len(), document_frequency: &document_frequency };
    compare_with(&documents, &rarity, options)
}

/// The words of a place.
pub fn of<'a>(articles: &'a [Article], place: &Place) -> &'a str {
    place.span.of(&articles[place.article].text)
}
