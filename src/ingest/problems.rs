//! What was wrong in one file, gathered while it is read.

use super::Problem;

/// The problems of one file. A file of records may be wrong in the same way on each of its lines: past
/// [`Problems::SHOWN`] they are counted, not listed.
pub(super) struct Problems<'a> {
    file: &'a str,
    found: Vec<Problem>,
    unlisted: usize,
}

impl<'a> Problems<'a> {
    /// As many as somebody reads before mending the cause.
    const SHOWN: usize = 100;

    pub fn of(file: &'a str) -> Self {
        Self { file, found: Vec::new(), unlisted: 0 }
    }

    /// Something is wrong, and the article is kept.
    pub fn note(&mut self, line: Option<u32>, message: impl Into<String>, advice: &str) {
        self.push(line, message.into(), advice, false);
    }

    /// Something is wrong, and the article (or the file, or the entity) is left out.
    pub fn dropped(&mut self, line: Option<u32>, message: impl Into<String>, advice: &str) {
        self.push(line, message.into(), advice, true);
    }

    /// Whether nothing is wrong so far.
    #[cfg(feature = "formats")]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub fn finish(mut self) -> Vec<Problem> {
        if self.unlisted > 0 {
            let message = format!("{} more problems in this file are not listed", self.unlisted);
            self.found.push(problem(self.file, None, message, "mend those above first", false));
        }
        self.found
    }

    fn push(&mut self, line: Option<u32>, message: String, advice: &str, dropped: bool) {
        if self.found.len() < Self::SHOWN {
            self.found.push(problem(self.file, line, message, advice, dropped));
        } else {
            self.unlisted += 1;
        }
    }
}

fn problem(file: &str, line: Option<u32>, message: String, advice: &str, dropped: bool) -> Problem {
    // Line 0 is that of a record that stands on none.
    let line = line.filter(|&line| line > 0);
    Problem { file: file.to_owned(), line, message, advice: advice.to_owned(), dropped }
}
