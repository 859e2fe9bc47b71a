//! Many files -> the articles of one corpus, each with an id of its own.

use super::{Article, Ingested, Problem, read, read_records};
use crate::text::Keyed;

/// Gathers files one by one. An id that is already taken gets a number behind it, and a [`Problem`] names both files.
///
/// ```
/// use crossread::ingest::Ingest;
/// let mut corpus = Ingest::default();
/// corpus.add("monday/talks.txt", b"The ministers met in Baku on Monday.");
/// corpus.add("tuesday/talks.txt", b"The talks in Baku went on.");
/// let read = corpus.finish();
/// assert_eq!(read.articles[1].id, "talks-2");
/// assert!(read.problems[0].to_string().contains("`talks` is already the id of monday/talks.txt"));
/// ```
#[derive(Debug, Default)]
pub struct Ingest {
    read: Ingested,
    taken: Keyed<Taken>,
}

/// Where an id was first used, and the number that its next double gets.
#[derive(Debug)]
struct Taken {
    place: String,
    next: u32,
}

impl Ingest {
    /// Takes in one file; `name` as in [`ingest`](super::ingest).
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.take(name, read(name, bytes));
    }

    /// Takes in records, one a line, that were made of a file of another format: see [`plain`](super::plain).
    pub fn add_records(&mut self, name: &str, bytes: &[u8]) {
        self.take(name, read_records(name, bytes));
    }

    fn take(&mut self, name: &str, (articles, problems): (Vec<(u32, Article)>, Vec<Problem>)) {
        self.read.problems.extend(problems);
        let is_list = articles.len() > 1;
        for (line, mut article) in articles {
            self.name(&mut article, name, line);
            let place = if is_list && line > 0 { format!("{name}:{line}") } else { name.to_owned() };
            self.taken.entry(&article.id, || Taken { place, next: 2 });
            self.read.articles.push(article);
        }
    }

    /// What has been read so far.
    pub fn so_far(&self) -> &Ingested {
        &self.read
    }

    /// The articles in the order in which they came, and all that was wrong.
    pub fn finish(self) -> Ingested {
        self.read
    }

    /// Gives the article another id where its own is taken.
    fn name(&mut self, article: &mut Article, file: &str, line: u32) {
        let Some(taken) = self.taken.get(&article.id) else { return };
        let (place, mut next) = (taken.place.clone(), taken.next);
        let mut id = format!("{}-{next}", article.id);
        while self.taken.get(&id).is_some() {
            next += 1;
            id = format!("{}-{next}", article.id);
        }
        if let Some(taken) = self.taken.get_mut(&article.id) {
            taken.next = next + 1;
        }
        self.read.problems.push(Problem {
            file: file.to_owned(),
            line: Some(line).filter(|&line| line > 0),
            message: format!("`{}` is already the id of {place}; this article is now `{id}`", article.id),
            advice: "give one of the two another name".to_owned(),
            dropped: false,
        });
        article.id = id;
    }
}
