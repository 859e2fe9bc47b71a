//! How much an article makes of each of its words: what it says first, and what it names, weighs more. Used to find
//! the nearest articles; the ranking of a search counts all words alike.

use crate::text::{Block, Span};

/// What a word in the title weighs beside a plain one in the text.
pub(crate) const TITLE_EMPHASIS: u32 = 3;

/// The beginning of an article, which tells what it is about, in characters.
const LEAD: usize = 600;

/// The weights of an article's words, asked for in the order of the text.
pub(crate) struct Emphasis<'a> {
    lead_end: u32,
    blocks: &'a [Block],
    sentences: &'a [Span],
    block: usize,
    sentence: usize,
    /// Whether the sentence at hand has given a word already.
    begun: bool,
}

impl<'a> Emphasis<'a> {
    pub fn new(text: &str, blocks: &'a [Block], sentences: &'a [Span]) -> Self {
        let lead_end = text.char_indices().nth(LEAD).map_or(text.len(), |(at, _)| at) as u32;
        Self { lead_end, blocks, sentences, block: 0, sentence: 0, begun: false }
    }

    /// The weight of the next word, which begins at `at`: 1, twice as much in the lead, twice as much again for a capital inside a
    /// sentence; 0 in a byline, a link or a teaser, which are not what the article says.
    #[inline]
    pub fn of(&mut self, at: u32, is_capitalised: bool) -> u32 {
        while self.blocks.get(self.block).is_some_and(|block| block.span.end <= at) {
            self.block += 1;
        }
        while self.sentences.get(self.sentence).is_some_and(|sentence| sentence.end <= at) {
            self.sentence += 1;
            self.begun = false;
        }
        let first = !std::mem::replace(&mut self.begun, true);
        let aside = |block: &Block| block.span.start <= at && !block.kind.is_article();
        if self.blocks.get(self.block).is_some_and(aside) {
            return 0;
        }
        (1 + u32::from(at < self.lead_end)) * (1 + u32::from(!first && is_capitalised))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{BlockKind, sentences, words};

    #[test]
    fn leads_and_names_weigh_more() {
        let text = format!(
            "The envoy met Karimov. {} He left Tashkent.\nRead more: Karimov resigns",
            "More was said. ".repeat(50)
        );
        let article_end = text.find('\n').unwrap();
        let block = |start, end, kind| Block { span: Span::new(start, end), kind };
        let blocks = [
            block(0, article_end, BlockKind::Paragraph),
            block(article_end + 1, text.len(), BlockKind::Related),
        ];
        let sentences = sentences(&text, &blocks);
        let mut emphasis = Emphasis::new(&text, &blocks, &sentences);
        let weights: Vec<_> = words(&text)
            .iter()
            .map(|word| (word.text, emphasis.of(word.span.start, word.is_capitalised())))
            .collect();
        assert_eq!(weights[..4], [("The", 2), ("envoy", 2), ("met", 2), ("Karimov", 4)]);
        let tail = &weights[weights.len() - 7..];
        assert_eq!(tail[..3], [("He", 1), ("left", 1), ("Tashkent", 2)]);
        assert!(tail[3..].iter().all(|(_, weight)| *weight == 0));
    }
}
