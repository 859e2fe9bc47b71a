//! Sets of articles, one bit each.

/// A set over the articles of a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ArticleSet {
    words: Vec<u64>,
    articles: u32,
}

impl ArticleSet {
    pub fn none(articles: u32) -> Self {
        Self { words: vec![0; articles.div_ceil(64) as usize], articles }
    }

    pub fn all(articles: u32) -> Self {
        let mut set = Self::none(articles);
        set.invert();
        set
    }

    /// Adds an article; one that the corpus does not have is left out.
    pub fn insert(&mut self, article: u32) {
        if article < self.articles {
            self.words[article as usize / 64] |= 1 << (article % 64);
        }
    }

    pub fn contains(&self, article: u32) -> bool {
        article < self.articles && self.words[article as usize / 64] >> (article % 64) & 1 == 1
    }

    pub fn and(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    pub fn or(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// Everything that is not in the set.
    pub fn invert(&mut self) {
        self.words.iter_mut().for_each(|word| *word = !*word);
        let rest = self.articles % 64;
        if rest > 0
            && let Some(last) = self.words.last_mut()
        {
            *last &= (1 << rest) - 1;
        }
    }

    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The articles, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().zip(0u32..).flat_map(|(&word, index)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(index * 64 + bit)
            })
        })
    }
}
