//! The objects that the page, the command line and other programs see: JSON, documented in `www/crossread.d.ts`. The one
//! place where UTF-8 offsets become UTF-16, or characters where another standard asks for these.

mod adding;
mod annotations;
mod article;
mod comparison;
mod exploring;
mod json;
mod results;
mod searching;
mod utf16;

pub use adding::{AddedObject, added};
pub use annotations::{AnnotationsObject, annotations};
pub use article::{ArticleObject, HeaderObject, article, header};
pub use comparison::{ComparisonObject, WordObject, comparison, key_words};
pub use exploring::{
    EventObject, InfoObject, NearestObject, ProblemObject, ProfileObject, TimelineObject, events,
    events_among, info, nearest, problem, profile, timeline,
};
pub use json::{NoJson, json};
pub use results::{ResultsObject, ValueObject, facet_values, found, results};
pub use searching::{CompletionsObject, ConcordanceObject, completions, concordance};
pub use utf16::Utf16;

use serde::Serialize;

/// Start and end in UTF-16 code units, half open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Stretch {
    pub start: u32,
    pub end: u32,
}
