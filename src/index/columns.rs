//! What filters, sorts and ranks articles: a number of each article for each thing that is asked, those of one kind behind
//! each other, so that a pass over one thing reads nothing else.

use super::bytes::{Damage, u32_at};
use super::positions::WordCount;

/// Columns of four bytes an article: source, language, first day, last day, rank, words, words of the title.
const COLUMNS: usize = 7;
const LENGTH: usize = 4 * COLUMNS;
const NONE: u32 = u32::MAX;

/// What a search needs of every article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Column {
    /// Number in the dictionary of sources, which is ordered by name.
    pub source: Option<u32>,
    pub language: Option<u32>,
    /// The first and the last day that the article's date may mean, as Julian days.
    pub days: Option<(i32, i32)>,
    /// The place of the article's id among all ids in order.
    pub rank: u32,
    /// Words in the text.
    pub words: u32,
    /// Words in the title.
    pub title_words: u32,
}

impl Column {
    /// How far the positions of the article's words reach.
    pub fn word_count(&self) -> WordCount {
        WordCount { title: self.title_words, all: self.title_words.saturating_add(self.words) }
    }

    fn numbers(&self) -> [u32; COLUMNS] {
        // An undated article has its last day before its first.
        let (first, last) = self.days.unwrap_or((1, 0));
        [
            self.source.unwrap_or(NONE),
            self.language.unwrap_or(NONE),
            first as u32,
            last as u32,
            self.rank,
            self.words,
            self.title_words,
        ]
    }
}

/// The section of all articles' columns.
pub(super) fn write_columns(columns: &[Column]) -> Vec<u8> {
    let mut out = vec![0; columns.len() * LENGTH];
    for (article, column) in columns.iter().enumerate() {
        for (kind, number) in column.numbers().into_iter().enumerate() {
            let start = (kind * columns.len() + article) * 4;
            out[start..start + 4].copy_from_slice(&number.to_le_bytes());
        }
    }
    out
}

/// All columns, read in place.
#[derive(Clone, Copy)]
pub(crate) struct Columns<'a> {
    bytes: &'a [u8],
    articles: usize,
}

impl<'a> Columns<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, Damage> {
        match bytes.len() % LENGTH {
            0 => Ok(Self { bytes, articles: bytes.len() / LENGTH }),
            _ => Err(Damage("ends inside an entry")),
        }
    }

    pub fn len(&self) -> usize {
        self.articles
    }

    /// A number of an article. The articles of postings exist; any other has another's number, or 0.
    #[inline(always)]
    fn number(&self, article: u32, kind: usize) -> u32 {
        u32_at(self.bytes, (kind * self.articles + article as usize) * 4).unwrap_or(0)
    }

    #[inline(always)]
    pub fn source(&self, article: u32) -> Option<u32> {
        Some(self.number(article, 0)).filter(|&source| source != NONE)
    }

    #[inline(always)]
    pub fn language(&self, article: u32) -> Option<u32> {
        Some(self.number(article, 1)).filter(|&language| language != NONE)
    }

    /// The first and the last day that the article's date may mean, as Julian days.
    #[inline(always)]
    pub fn days(&self, article: u32) -> Option<(i32, i32)> {
        let (first, last) = (self.number(article, 2) as i32, self.number(article, 3) as i32);
        (first <= last).then_some((first, last))
    }

    /// The day under which the article is counted, as a Julian day: the first that its date may mean, or the last where
    /// the beginning is open.
    #[inline]
    pub fn counted_day(&self, article: u32) -> Option<i32> {
        let (first, last) = self.days(article)?;
        let (open, end) = (time::Date::MIN.to_julian_day(), time::Date::MAX.to_julian_day());
        let day = if first == open { last } else { first };
        (open < day && day < end).then_some(day)
    }

    /// Whether the article's date and the stretch share a day.
    #[inline(always)]
    pub fn overlaps(&self, article: u32, stretch: (i32, i32)) -> bool {
        self.days(article).is_some_and(|(first, last)| first <= stretch.1 && stretch.0 <= last)
    }

    /// The place of the article's id among all ids in order.
    #[inline(always)]
    pub fn rank(&self, article: u32) -> u32 {
        self.number(article, 4)
    }

    /// Words in the article's text.
    #[inline(always)]
    pub fn words(&self, article: u32) -> u32 {
        self.number(article, 5)
    }

    #[inline(always)]
    pub fn title_words(&self, article: u32) -> u32 {
        self.number(article, 6)
    }

    /// How far the positions of the article's words reach.
    #[inline(always)]
    pub fn word_count(&self, article: u32) -> WordCount {
        let title = self.title_words(article);
        WordCount { title, all: title.saturating_add(self.words(article)) }
    }

    /// Words in all texts. Cost: a number an article.
    pub fn all_words(&self) -> u64 {
        (0..self.articles as u32).map(|article| u64::from(self.words(article))).sum()
    }

    /// All that is known of an article.
    pub fn get(&self, article: u32) -> Result<Column, Damage> {
        if article as usize >= self.articles {
            return Err(Damage("has no such article"));
        }
        Ok(Column {
            source: self.source(article),
            language: self.language(article),
            days: self.days(article),
            rank: self.rank(article),
            words: self.words(article),
            title_words: self.title_words(article),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_back() {
        let columns = [
            Column {
                source: Some(3),
                language: None,
                days: Some((-5, 12)),
                rank: 7,
                words: 850,
                title_words: 9,
            },
            Column { source: None, language: Some(0), days: None, rank: 0, words: 0, title_words: 0 },
        ];
        let bytes = write_columns(&columns);
        let read = Columns::read(&bytes).unwrap();
        assert_eq!((read.get(0), read.get(1)), (Ok(columns[0]), Ok(columns[1])));
        assert!(read.get(2).is_err());
    }
}
