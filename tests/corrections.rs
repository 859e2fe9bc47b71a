//! Corrected entities: cases in `tests/cases/reading/corrections`, each corrections, articles, and every mention as it is read after
//! them; and what holds of any corpus and any corrections. `BLESS=1 cargo test --test corrections` writes what is read into
//! the cases; look at the difference before you keep it.

use crossread::analysis::{Reader, Reading, correct_all, link};
use crossread::index::{ArticleId, Builder, Corpus};
use crossread::ingest::{
    Article, Change, CorpusInfo, Correction, EntityKind, Lexicon, corrections, ingest, lexicon,
};
use crossread::query::{Detail, Facet, Request, profile, search};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reading/corrections")
}

fn curated() -> Lexicon {
    let file = std::fs::read_to_string(folder().join("entities.toml")).expect("curated names");
    lexicon("entities.toml", &file).0
}

fn articles(texts: &[(String, String)]) -> Vec<Article> {
    let read = texts.iter().map(|(id, text)| {
        let mut article = ingest(&format!("{id}.txt"), text.as_bytes()).articles.remove(0);
        article.id = id.clone();
        article
    });
    read.collect()
}

fn readings(articles: &[Article], lexicon: &Lexicon) -> Vec<Reading> {
    let reader = Reader::new(lexicon);
    let mut readings: Vec<Reading> = articles.iter().map(|article| reader.read(article)).collect();
    link(&mut readings);
    readings
}

fn built(articles: &[Article], readings: &[Reading], lexicon: &Lexicon) -> Vec<u8> {
    let mut builder = Builder::new(&CorpusInfo::default());
    builder.know(lexicon);
    articles.iter().zip(readings).for_each(|(article, reading)| builder.add(article, reading));
    builder.finish()
}

#[test]
fn cases() {
    let path = folder().join("changes.txt");
    let file = std::fs::read_to_string(&path).expect("a case file");
    let (mut failures, mut blessed, mut count) = (String::new(), String::new(), 0);
    for case in file.split("=== ").skip(1) {
        let (head, rest) = case.split_once('\n').expect("a case has a title");
        let mut parts = rest.splitn(3, "---\n");
        let [toml, texts, expected] = [(); 3].map(|()| parts.next().expect("a case has three parts").trim());
        let read = listed(toml, texts);
        count += 1;
        if read.trim() != expected {
            let _ = writeln!(failures, "{head}\n  expected\n{expected}\n  read\n{read}");
        }
        let _ = write!(blessed, "=== {head}\n{toml}\n---\n{texts}\n---\n{}\n\n", read.trim());
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, blessed.trim_end().to_owned() + "\n").expect("the case file can be written");
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(count >= 11, "only {count} cases were found");
}

/// A line a mention and a speaker after the corrections, then what could not be applied.
fn listed(toml: &str, texts: &str) -> String {
    let texts = texts.lines().map(|line| line.split_once(": ").expect("a line is an id and a text"));
    let articles = articles(&texts.map(|(id, text)| (id.to_owned(), text.to_owned())).collect::<Vec<_>>());
    let mut known = curated();
    let (read, problems) = lexicon("entities.toml", toml);
    assert!(problems.is_empty(), "{problems:?}");
    known.corrections = read.corrections;
    let mut readings = readings(&articles, &known);
    let stale = correct_all(&mut readings, &articles, &mut known);
    let mut lines = String::new();
    for (article, reading) in articles.iter().zip(&readings) {
        let who = |index: Option<_>| {
            index.map_or("?".to_owned(), |index| {
                let entity = reading.entity(index);
                format!("{} {}, {}", entity.kind.name(), entity.id, entity.name)
            })
        };
        for mention in &reading.mentions {
            assert!(mention.entity.is_none_or(|index| reading.entity(index).kind == mention.kind));
            let words = mention.span.of(&article.text);
            let _ = writeln!(lines, "{}: {words} | {}", article.id, who(mention.entity));
        }
        for speaker in reading.quotes.iter().filter_map(|quote| quote.speaker) {
            let words = speaker.span.of(&article.text);
            let _ = writeln!(lines, "{}: {words} speaks | {}", article.id, who(speaker.entity));
        }
    }
    stale.iter().for_each(|message| {
        let _ = writeln!(lines, "! {message}");
    });
    lines
}

#[test]
fn the_file_that_travels_is_read_as_the_file_of_the_folder() {
    let json = r#"{"crossread": "corrections", "corrections": [
        {"change": "merge", "entity": "aliyewa", "entity_name": "Aliyewa", "into": "leyla-aliyeva", "name": "Leyla \"L.\" Aliyeva"},
        {"change": "split", "entity": "omar-haddad", "spellings": ["Haddad"], "articles": ["two"], "name": "Samir Haddad", "kind": "person"},
        {"change": "rename", "entity": "sundvik", "name": "Sundvík"},
        {"change": "retype", "entity": "sundvik", "kind": "organization"},
        {"change": "remove", "entity": "harbour-pact"}
    ]}"#;
    let read: Vec<Correction> = corrections(json).unwrap().into_iter().map(Result::unwrap).collect();
    assert_eq!(read.len(), 5);
    let known = Lexicon { corrections: read, ..curated() };
    assert_eq!(lexicon("entities.toml", &known.to_toml()), (known, vec![]));
}

#[test]
fn old_names_and_merged_spellings_still_find_the_entity() {
    let texts = [("one", "Omar Haddad met Leyla Aliyeva."), ("two", "Aliyewa went to Sundvik.")];
    let articles = articles(&texts.map(|(id, text)| (id.to_owned(), text.to_owned())));
    let known = curated();
    let corpus = Corpus::open(built(&articles, &readings(&articles, &known), &known)).unwrap();
    let merge = Change::Merge { into: "leyla-aliyeva".into(), name: String::new() };
    let changes = [("aliyewa", merge), ("omar-haddad", Change::Rename { name: "O. H. Haddad".into() })];
    let changes = changes.map(|(entity, change)| Correction {
        entity: entity.into(),
        entity_name: String::new(),
        change,
    });
    let corrected = Corpus::open(corpus.corrected(&changes).unwrap().bytes).unwrap();
    let total = |corpus: &Corpus, query: &str| {
        search(corpus, &Request { query: query.into(), detail: Detail::Ids, ..Request::default() })
            .unwrap()
            .total
    };
    assert_eq!(
        (total(&corpus, "person:\"leila aliyeva\""), total(&corrected, "person:\"leila aliyeva\"")),
        (1, 2)
    );
    assert_eq!((total(&corpus, "person:aliyewa"), total(&corrected, "person:aliyewa")), (1, 2));
    assert_eq!(
        (total(&corpus, "person:\"omar haddad\""), total(&corrected, "person:\"omar haddad\"")),
        (1, 1)
    );
    assert_eq!((total(&corpus, "person:\"o h haddad\""), total(&corrected, "person:\"o h haddad\"")), (0, 1));
    let aliyeva = corrected.find_entity("leyla-aliyeva").unwrap();
    let names: Vec<String> =
        profile(&corrected, aliyeva).unwrap().names.into_iter().map(|name| name.name).collect();
    assert_eq!(names, ["Aliyewa", "Leyla Aliyeva"]);
    let is_corrected =
        |id| profile(&corrected, corrected.find_entity(id).unwrap()).unwrap().offices.corrected;
    assert!(is_corrected("leyla-aliyeva") && is_corrected("omar-haddad") && !is_corrected("sundvik"));
}

const IDS: &[&str] = &[
    "leyla-aliyeva",
    "aliyewa",
    "omar-haddad",
    "coastal-council",
    "sundvik",
    "harbour-pact",
    "nobody",
    "new-one",
];
const NAMES: &[&str] = &[
    "Leyla Aliyeva",
    "Aliyeva",
    "Aliyewa",
    "Omar Haddad",
    "Haddad",
    "Coastal Council",
    "Sundvik",
    "New One",
];

fn sentence() -> impl Strategy<Value = String> {
    let name = || prop::sample::select(NAMES);
    prop_oneof![
        (name(), name()).prop_map(|(a, b)| format!("{a} met {b} on Tuesday.")),
        (name(), name()).prop_map(|(a, b)| format!("“We wait for {a},” {b} said. “For long,” he added.")),
        (name(), name()).prop_map(|(a, b)| format!("The minister named the Harbour Pact, {a} and {b}.")),
    ]
}

fn texts() -> impl Strategy<Value = Vec<(String, String)>> {
    let text = prop::collection::vec(sentence(), 1..4).prop_map(|sentences| sentences.join(" "));
    prop::collection::vec(text, 1..5)
        .prop_map(|texts| texts.into_iter().enumerate().map(|(at, text)| (format!("a-{at}"), text)).collect())
}

fn correction() -> impl Strategy<Value = Correction> {
    let id = || prop::sample::select(IDS).prop_map(str::to_owned);
    let name = || prop::sample::select(NAMES).prop_map(str::to_owned);
    let kind = || prop::sample::select(&EntityKind::ALL[..]);
    let articles = prop::collection::vec((0..5).prop_map(|at| format!("a-{at}")), 0..3);
    let split = (prop::collection::vec(name(), 0..3), articles, id(), name(), prop::option::of(kind()))
        .prop_filter("says what is split off", |(spellings, articles, ..)| {
            !(spellings.is_empty() && articles.is_empty())
        })
        .prop_map(|(spellings, articles, into, name, kind)| Change::Split {
            spellings,
            articles,
            into,
            name,
            kind,
        });
    let change = prop_oneof![
        (id(), name()).prop_map(|(into, name)| Change::Merge { into, name }),
        split,
        name().prop_map(|name| Change::Rename { name }),
        kind().prop_map(|kind| Change::Retype { kind }),
        Just(Change::Remove),
    ];
    (id(), prop_oneof![Just(String::new()), name()], change)
        .prop_map(|(entity, entity_name, change)| Correction { entity, entity_name, change })
}

fn facet_of(kind: EntityKind) -> Facet {
    match kind {
        EntityKind::Person => Facet::Person,
        EntityKind::Organization => Facet::Organization,
        EntityKind::Place => Facet::Place,
        EntityKind::Agreement => Facet::Agreement,
        EntityKind::Event => Facet::Event,
    }
}

/// What the index has to say, counted from the readings themselves: the articles of each entity with its mentions.
fn counted(readings: &[Reading]) -> BTreeMap<String, BTreeMap<u32, u32>> {
    let mut counts: BTreeMap<String, BTreeMap<u32, u32>> = BTreeMap::new();
    for (article, reading) in (0..).zip(readings) {
        let mentions = reading.mentions.iter().filter_map(|mention| mention.entity.map(|entity| (entity, 1)));
        let speakers =
            reading.quotes.iter().filter_map(|quote| quote.speaker?.entity.map(|entity| (entity, 0)));
        for (entity, count) in mentions.chain(speakers) {
            let of = counts.entry(reading.entity(entity).id.clone()).or_default();
            *of.entry(article).or_default() += count;
        }
    }
    counts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    /// Correcting a corpus is building it from corrected readings, byte for byte; and so is building it with the
    /// `entities.toml` that the corrected corpus gives.
    #[test]
    fn corrected_is_built_anew(texts in texts(), changes in prop::collection::vec(correction(), 0..6)) {
        let articles = articles(&texts);
        let known = curated();
        let plain = readings(&articles, &known);
        let corpus = Corpus::open(built(&articles, &plain, &known)).unwrap();
        let corrected = corpus.corrected(&changes).unwrap();

        let mut wanted = Lexicon { corrections: changes.clone(), ..known.clone() };
        let mut read = plain.clone();
        correct_all(&mut read, &articles, &mut wanted);
        prop_assert_eq!(&corrected.bytes, &built(&articles, &read, &wanted));

        let corrected_corpus = Corpus::open(corrected.bytes.clone()).unwrap();
        let toml = corrected_corpus.lexicon().unwrap().to_toml();
        let (mut saved, problems) = lexicon("entities.toml", &toml);
        prop_assert!(problems.is_empty());
        let mut again = readings(&articles, &saved);
        prop_assert!(correct_all(&mut again, &articles, &mut saved).is_empty());
        prop_assert_eq!(&corrected.bytes, &built(&articles, &again, &saved));

        let mut bytes = corpus.bytes().to_vec();
        for change in &changes {
            bytes = Corpus::open(bytes).unwrap().corrected(std::slice::from_ref(change)).unwrap().bytes;
        }
        prop_assert_eq!(corrected.bytes, bytes);
    }

    /// Facets, search, the index and the entity's page count what the corrected readings hold.
    #[test]
    fn everything_recounts(texts in texts(), changes in prop::collection::vec(correction(), 1..5)) {
        let articles = articles(&texts);
        let known = curated();
        let plain = readings(&articles, &known);
        let corpus = Corpus::open(built(&articles, &plain, &known)).unwrap();
        let corrected = Corpus::open(corpus.corrected(&changes).unwrap().bytes).unwrap();
        let read: Vec<Reading> =
            corrected.articles().map(|article| corrected.reading(article).unwrap()).collect();
        let counts = counted(&read);
        let results = search(&corrected, &Request::default()).unwrap();
        let mut shown = 0;
        for (_, values) in &results.facets {
            for value in values {
                let Some(of) = counts.get(&value.value) else { continue };
                shown += 1;
                prop_assert_eq!(value.count as usize, of.len(), "facet {}", value.value);
            }
        }
        prop_assert_eq!(shown, counts.len());
        for (id, of) in &counts {
            let entity = corrected.find_entity(id).expect("an entity that is named is found");
            let found: BTreeMap<u32, u32> =
                corrected.articles_of(entity).unwrap().into_iter().map(|(ArticleId(at), count)| (at, count)).collect();
            prop_assert_eq!(&found, of);
            let page = profile(&corrected, entity).unwrap();
            let mentions: usize = page.articles.iter().map(|article| article.mentions.len()).sum();
            prop_assert_eq!(mentions as u32, of.values().sum::<u32>());
            let selected = vec![(facet_of(corrected.entity(entity).unwrap().kind), vec![id.clone()])];
            let chosen = search(&corrected, &Request { selected, detail: Detail::Ids, ..Request::default() }).unwrap();
            prop_assert_eq!(chosen.total, of.len());
            let query = format!("entity:{id}");
            let found = search(&corrected, &Request { query, detail: Detail::Ids, ..Request::default() }).unwrap();
            prop_assert!(found.total >= of.len());
        }
    }

    /// A correction moves mentions; only a removal leaves some unmarked, and none invents one.
    #[test]
    fn no_mention_is_lost(texts in texts(), change in correction()) {
        let articles = articles(&texts);
        let known = curated();
        let before = readings(&articles, &known);
        let mut after = before.clone();
        let mut lexicon = Lexicon { corrections: vec![change.clone()], ..known };
        let stale = correct_all(&mut after, &articles, &mut lexicon);
        prop_assert_eq!(stale.is_empty(), lexicon.corrections.len() == 1);
        if !stale.is_empty() {
            prop_assert_eq!(&before, &after);
        }
        for (before, after) in before.iter().zip(&after) {
            let spans = |reading: &Reading| reading.mentions.iter().map(|of| of.span).collect::<Vec<_>>();
            if change.change == Change::Remove {
                let gone: BTreeSet<_> = spans(before).into_iter().filter(|span| !spans(after).contains(span)).collect();
                let removed = lexicon.corrections.first().map(|of| of.entity.as_str());
                for mention in before.mentions.iter().filter(|mention| gone.contains(&mention.span)) {
                    prop_assert_eq!(mention.entity.map(|index| before.entity(index).id.as_str()), removed);
                }
            } else {
                prop_assert_eq!(spans(before), spans(after));
            }
            prop_assert_eq!(before.quotes.len(), after.quotes.len());
        }
    }

    /// Whatever stands in a name, the file holds it; and no text makes reading corrections stop.
    #[test]
    fn any_name_is_written_and_read(name in "(?s).{1,24}", text in "\\PC*") {
        prop_assume!(!name.trim().is_empty());
        let rename = Correction {
            entity: "sundvik".into(),
            entity_name: name.trim().into(),
            change: Change::Rename { name: name.trim().into() },
        };
        let known = Lexicon { corrections: vec![rename], ..Lexicon::default() };
        prop_assert_eq!(lexicon("entities.toml", &known.to_toml()), (known, vec![]));
        let _ = corrections(&text);
    }
}
