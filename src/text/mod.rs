//! The article as text: spans, blocks, sentences, words, the forms in which words are compared, and dates as values.
//! Everything else in the crate stands on this module; it knows nothing of the others.
//!
//! A word goes through [`words`] (where it stands), [`fold`] (case and accents) and [`stem`] (inflection); index and
//! query both take exactly this way.

mod block;
mod date;
mod fold;
mod keyed;
mod language;
mod numbering;
mod order;
mod sentences;
mod span;
mod spelling;
mod stem;
mod word_list;
mod words;

pub use block::{Block, BlockKind};
pub use date::{Certainty, Date, DateError, PartialDate, months_before};
pub use fold::fold;
pub(crate) use fold::fold_with;
pub use keyed::Keyed;
pub use language::language;
pub(crate) use language::{is_not_english, small_words};
pub(crate) use numbering::Numbering;
pub use order::Arrange;
pub use sentences::sentences;
pub(crate) use sentences::{may_end_sentence, sentence_at};
pub use span::Span;
pub use spelling::spelling;
pub use stem::stem;
pub use word_list::WordList;
pub(crate) use words::{Segment, next_segment, next_word};
pub use words::{Word, words};
