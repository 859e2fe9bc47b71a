//! Who, what and when the five originals name, held against a table written by hand:
//! `tests/cases/reading/originals/key.txt` says how it is laid out.

mod original_articles;

use crossread::analysis::{Form, Reading};
use crossread::ingest::{Article, EntityKind};
use original_articles::{NAMES, originals_of};
use std::collections::{BTreeMap, BTreeSet};

const KEY: &str = include_str!("cases/reading/originals/key.txt");
/// Of what the table lists, so much is found, and of what is found so much is listed.
const WANTED: f64 = 0.95;

#[derive(Default)]
struct Key<'k> {
    date: &'k str,
    /// Kind and spelling, with the entity behind it and whether it has to be found.
    names: BTreeMap<(&'k str, &'k str), (&'k str, bool)>,
    /// Spellings of which one is enough, with their kind.
    either: Vec<(&'k str, Vec<&'k str>)>,
    dates: Vec<(&'k str, &'k str)>,
}

fn keys() -> Vec<Key<'static>> {
    let mut keys: Vec<Key<'static>> = Vec::new();
    for line in KEY.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(head) = line.strip_prefix("=== ") {
            let (_, date) = head.split_once(' ').expect("=== NUMBER DATE");
            keys.push(Key { date, ..Key::default() });
            continue;
        }
        let key = keys.last_mut().expect("an article comes first");
        let (is_open, line) = line.strip_prefix("? ").map_or((false, line), |line| (true, line));
        let parts: Vec<&str> = line.split(" | ").collect();
        match parts[..] {
            ["date", date] => key.dates.push(date.split_once(" = ").expect("TEXT = VALUE")),
            [kind, entity, spellings] => {
                for spelling in spellings.split(", ") {
                    let ways: Vec<&str> = spelling.split(" / ").collect();
                    for way in &ways {
                        key.names.insert((kind, way), (entity, !is_open));
                    }
                    if !is_open {
                        key.either.push((kind, ways));
                    }
                }
            }
            _ => panic!("{line}: KIND | ENTITY | SPELLINGS"),
        }
    }
    keys
}

impl<'k> Key<'k> {
    /// The spelling of the table, or what it stands for where it leaves words out: "Treaty … Cooperation".
    fn written<'a>(&self, kind: &str, spelling: &'a str) -> &'a str
    where
        'k: 'a,
    {
        let fits = |short: &str| {
            let parts = short.split_once(" … ");
            parts.is_some_and(|(first, last)| spelling.starts_with(first) && spelling.ends_with(last))
        };
        let short = self.names.keys().find(|(of, short)| *of == kind && fits(short));
        short.map_or(spelling, |(_, short)| short)
    }
}

/// The names of an article by kind and spelling, each with the entities that it was read as.
fn named<'a>(
    article: &'a Article,
    reading: &'a Reading,
    key: &Key<'static>,
) -> BTreeMap<(&'a str, &'a str), BTreeSet<&'a str>> {
    let mut named: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
    for mention in &reading.mentions {
        if mention.kind == EntityKind::Place || !matches!(mention.form, Form::Name | Form::Acronym) {
            continue;
        }
        let spelling = mention.span.of(&article.text);
        let spelling = spelling.strip_prefix("the ").unwrap_or(spelling);
        let spelling = key.written(mention.kind.name(), spelling);
        let entity = mention.entity.map_or("?", |index| reading.entity(index).id.as_str());
        named.entry((mention.kind.name(), spelling)).or_default().insert(entity);
    }
    named
}

#[test]
fn every_person_organization_agreement_and_event_is_found_and_nothing_else() {
    for curated in [false, true] {
        let keys = keys();
        let dates = std::array::from_fn(|at| Some(keys[at].date));
        let Some((articles, readings)) = originals_of(curated, &dates) else { return };
        let (mut wanted, mut found, mut right) = (0, 0, 0);
        for ((article, reading), key) in articles.iter().zip(&readings).zip(&keys) {
            let named = named(article, reading, key);
            // One entity of the table is one entity of the reading, and no two are the same.
            let mut read_as: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
            for (name, ids) in &named {
                if let Some((entity, _)) = key.names.get(name) {
                    read_as.entry(entity).or_default().extend(ids.iter().filter(|&&id| id != "?"));
                }
            }
            let is_one = |entity: &str| {
                let ids = &read_as[entity];
                let others = read_as.iter().filter(|&(other, _)| *other != entity);
                ids.len() == 1 && others.flat_map(|(_, ids)| ids).all(|id| !ids.contains(id))
            };
            for (name, ids) in &named {
                match key.names.get(name) {
                    Some((_, false)) => {}
                    Some((entity, true)) if is_one(entity) => (found, right) = (found + 1, right + 1),
                    Some((entity, true)) => {
                        found += 1;
                        println!("{}: {entity} read as {ids:?}", article.id);
                    }
                    None => {
                        found += 1;
                        println!("{}: not in the table: {name:?}, read as {ids:?}", article.id);
                    }
                }
            }
            for (kind, ways) in &key.either {
                wanted += 1;
                if !ways.iter().any(|way| named.contains_key(&(*kind, *way))) {
                    println!("{}: not found: {kind} {ways:?}", article.id);
                }
            }
        }
        let (recall, precision) = (f64::from(right) / wanted as f64, f64::from(right) / f64::from(found));
        println!(
            "names of the originals, curated {curated}: recall {recall:.3}, precision {precision:.3} of {wanted}"
        );
        assert!(recall >= WANTED && precision >= WANTED, "recall {recall:.3}, precision {precision:.3}");
    }
}

#[test]
fn every_date_has_its_value() {
    let keys = keys();
    let dates = std::array::from_fn(|at| Some(keys[at].date));
    let Some((articles, readings)) = originals_of(false, &dates) else { return };
    let mut wrong = Vec::new();
    for (((article, reading), key), name) in articles.iter().zip(&readings).zip(&keys).zip(NAMES) {
        let mut left: Vec<(String, String)> = reading
            .dates
            .iter()
            .map(|date| (date.span.of(&article.text).to_owned(), date.value.to_string()))
            .collect();
        for (text, value) in &key.dates {
            // The article's own date may be unsure; what is counted from it then is as well.
            let is_it = |(found, read): &(String, String)| {
                found.contains(text) && read.trim_end_matches(['?', '~']) == *value
            };
            match left.iter().position(is_it) {
                Some(at) => drop(left.remove(at)),
                None => wrong.push(format!("{name}: `{text}` is not read as {value}")),
            }
        }
        wrong.extend(left.into_iter().map(|(text, value)| format!("{name}: `{text}` is read as {value}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
