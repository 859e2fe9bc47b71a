//! What the five originals quote and from whom, held against a list written by hand:
//! `tests/cases/reading/originals/quotations.txt` says how it is laid out.

mod original_articles;

use crossread::analysis::{Quote, Reading};
use original_articles::{NAMES, originals_of};

const LIST: &str = include_str!("cases/reading/originals/quotations.txt");

struct Said<'l> {
    article: usize,
    style: &'l str,
    words: &'l str,
    speaker: &'l str,
    wanted: Wanted,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// It has to be found.
    Always,
    /// A careful reader may mark or leave it.
    Open,
    /// It should be found and is not yet.
    Missed,
}

fn listed() -> Vec<Said<'static>> {
    let mut article = None;
    let mut listed = Vec::new();
    for line in LIST.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(number) = line.strip_prefix("=== ") {
            article = NAMES.iter().position(|name| name.starts_with(number));
            assert!(article.is_some(), "{line}: no such article");
            continue;
        }
        let (wanted, line) = match line.split_at(2) {
            ("? ", line) => (Wanted::Open, line),
            ("! ", line) => (Wanted::Missed, line),
            _ => (Wanted::Always, line),
        };
        let parts: Vec<&str> = line.split(" | ").collect();
        let [style, words, speaker] = parts[..] else { panic!("{line}: STYLE | WORDS | SPEAKER") };
        let article = article.expect("an article comes first");
        listed.push(Said { article, style, words, speaker, wanted });
    }
    listed
}

/// The speaker as the list has it: the entity's id, or "-" where the phrase stands for no one entity.
fn speaker<'r>(quote: &Quote, reading: &'r Reading) -> Option<&'r str> {
    quote.speaker.map(|speaker| speaker.entity.map_or("-", |index| reading.entity(index).id.as_str()))
}

#[test]
fn every_quotation_has_its_speaker_and_nothing_else_is_one() {
    let listed = listed();
    for curated in [false, true] {
        let Some((articles, readings)) = originals_of(curated, &[None; 5]) else { return };
        let mut wrong = Vec::new();
        for (at, (article, reading)) in articles.iter().zip(&readings).enumerate() {
            let mut left: Vec<&Quote> = reading.quotes.iter().collect();
            for said in listed.iter().filter(|said| said.article == at) {
                assert!(article.text.contains(said.words), "{}: `{}`", article.id, said.words);
                let found = left.iter().position(|quote| quote.span.of(&article.text).contains(said.words));
                let Some(found) = found else {
                    if said.wanted == Wanted::Always {
                        wrong.push(format!("{}: `{}` is not found", article.id, said.words));
                    }
                    continue;
                };
                if said.wanted == Wanted::Missed {
                    wrong.push(format!("{}: `{}` is read now: take its mark away", article.id, said.words));
                }
                let quote = left.remove(found);
                let read = speaker(quote, reading);
                let is_theirs = read.is_some_and(|read| match said.speaker {
                    "-" => read == "-",
                    name => read == name || read.ends_with(&format!("-{name}")),
                });
                if !is_theirs || quote.style.name() != said.style {
                    let style = quote.style.name();
                    wrong.push(format!("{}: `{}` is {style} by {read:?}", article.id, said.words));
                }
            }
            let more = left.iter().map(|quote| quote.span.of(&article.text));
            wrong.extend(more.map(|text| format!("{}: not in the list: `{text}`", article.id)));
        }
        assert!(wrong.is_empty(), "curated: {curated}: {wrong:#?}");
    }
}
