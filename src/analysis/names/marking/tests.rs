//! Marking names finds what reading the whole article finds.

use crate::analysis::names::Names;
use crate::ingest::{Article, Ingest, Lexicon, lexicon};
use crate::text::{Block, BlockKind, Span};
use proptest::prelude::*;

const NAMES: &[&str] = &[
    "Jonas Hale",
    "Hale",
    "Senate",
    "Harbour Watch",
    "The Quarrel",
    "Quarrel of Ostrava",
    "Council of Ostrava",
    "US",
    "U.S. Senate",
    "IT",
    "WHO",
    "Hale-Watch",
    "Орлов",
    "Орлов Сенат",
    "اورلوف",
    "伊朗",
    "伊朗外长",
    "2015 Deal",
    "al-Qasr",
    "quarrel",
    "Éva Hale",
    "J. K. Hale",
    "Hale’s Watch",
    "O’Neil",
    "Water",
    "S",
    "WATER IS",
    "Hale, Senate",
    "Senate (Hale)",
    "St. Hale",
    "Confederation of Ostrava",
    "Confederations",
];

const PARTS: &[&str] = &[
    "Jonas ",
    "Hale",
    "hale ",
    "Hale ",
    "Senate",
    "HaleSenate ",
    "rose.The ",
    "rose.There.Then ",
    "Harbour",
    " Watch",
    "’s ",
    "’s",
    "’t ",
    "don’t ",
    "'s ",
    "U.S. ",
    "US ",
    "us ",
    "IT ",
    "WHO ",
    "Who ",
    "is ",
    "The ",
    "the ",
    "Quarrel ",
    "of ",
    "Ostrava",
    "-",
    "–",
    " – ",
    ", ",
    " (",
    ") ",
    "“",
    "” ",
    ". ",
    ".",
    "! ",
    "?” ",
    "\n",
    "\n\n",
    "Mr. ",
    "St. ",
    "J. ",
    "K. ",
    "Орлов ",
    "Сенат ",
    "اورلوف ",
    "伊朗",
    "外长",
    "。",
    "Éva ",
    "\u{301}",
    "\u{200d}",
    "3",
    "2015 ",
    "Deal ",
    "WATER ",
    "IS ",
    "RISING ",
    "AND ",
    "MacHale ",
    "O’Neil ",
    "al-",
    "Qasr ",
    "_",
    "'",
    "’",
    " ",
    "x",
    "S",
    "… ",
    "confederation ",
    "Confederation ",
    "CONFEDERATION ",
    "Confederations ",
    "\u{a0}",
    "Hale1 ",
];

const TEXTS: &[&str] = &[
    include_str!("../../../../corpus/articles/avash-news-2025-12.md"),
    include_str!("../../../../corpus/articles/iran-press-2021-10.md"),
    include_str!("../../../../corpus/articles/iran-press-2025-04-treaty.md"),
    include_str!("../../../../corpus/articles/iran-press-2025-04-visit.md"),
    include_str!("../../../../corpus/articles/tehran-times-2025-12.md"),
    include_str!("../../../../tests/cases/reading/names/curated.txt"),
    include_str!("../../../../tests/cases/reading/names/defined.txt"),
    include_str!("../../../../tests/cases/reading/names/organizations.txt"),
    include_str!("../../../../tests/cases/reading/names/people.txt"),
    include_str!("../../../../tests/cases/reading/names/places.txt"),
    include_str!("../../../../tests/cases/reading/names/roles.txt"),
];

fn reader<'n>(names: impl IntoIterator<Item = &'n str>) -> Names {
    let names: Vec<&str> = names.into_iter().collect();
    let toml =
        format!("[[entity]]\nkind = \"organization\"\nname = \"{}\"\nalso = {:?}", names[0], &names[1..]);
    let (lexicon, problems) = lexicon("entities.toml", &toml);
    assert!(problems.is_empty(), "{problems:?}");
    Names::new(&lexicon)
}

/// A block a line, each fifth left out, each third with a dateline in front.
fn article(text: String) -> Article {
    let (mut blocks, mut start) = (Vec::new(), 0);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let end = start + line.trim_end().len();
        let dash = line.find(" – ").filter(|dash| number % 3 == 1 && start + dash + 5 < end);
        let cut = dash.map_or(start, |dash| start + dash + 5);
        for (span, kind) in [(start..cut, BlockKind::Dateline), (cut..end, BlockKind::Paragraph)] {
            if number % 5 != 4 && !span.is_empty() {
                blocks.push(Block { span: Span::new(span.start, span.end), kind });
            }
        }
        start += line.len();
    }
    Article { text, blocks, ..Article::default() }
}

/// How many names the article has; both ways find the same.
fn agreed(names: &Names, article: &Article) -> usize {
    let (marked, read) = (names.known(article), names.known_in_all(article));
    let written = |spans: &[Span]| {
        spans.iter().map(|span| (span.start, span.of(&article.text).to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(written(&marked), written(&read), "{:?}", article.text);
    read.len()
}

/// Articles that the project comes with, and texts that reading is tested on.
#[test]
fn real_texts_are_marked_as_they_are_read() {
    let mut ingest = Ingest::default();
    for (number, text) in TEXTS.iter().enumerate() {
        ingest.add(&format!("{number}.txt"), text.as_bytes());
    }
    let articles = ingest.finish().articles;
    let is_name = |word: &&str| word.len() > 2 && word.starts_with(char::is_uppercase);
    let words: std::collections::BTreeSet<&str> = articles
        .iter()
        .flat_map(|article| article.text.split(|c: char| !c.is_alphanumeric()).filter(is_name))
        .collect();
    for names in [Names::new(&Lexicon::default()), reader(words.iter().copied().step_by(2))] {
        let found: usize = articles.iter().map(|article| agreed(&names, article)).sum();
        assert!(
            found > articles.len() && articles.len() == TEXTS.len(),
            "{found} names in {} articles",
            articles.len()
        );
    }
}

#[test]
fn words_run_together_are_marked_apart() {
    let names = reader(NAMES.iter().copied());
    for (text, count) in
        [("Hale came. Jonas HaleSenate met.", 3), ("The talks rose.The Quarrel of MacHale, HaleSenate.", 1)]
    {
        assert_eq!(agreed(&names, &article(text.to_owned())), count, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn texts_of_names_are_marked_as_they_are_read(parts in proptest::collection::vec(proptest::sample::select(PARTS), 0..50)) {
        thread_local! { static NAMES_READ: Names = reader(NAMES.iter().copied()); }
        NAMES_READ.with(|names| agreed(names, &article(parts.concat())));
    }

    #[test]
    fn any_characters_are_marked_as_they_are_read(text in "[A-CÀ-Ãa-d伊朗. ’'\n0-1]{0,30}\\PC{0,20}") {
        thread_local! { static NAMES_READ: Names = reader(["A", "B C", "abc", "伊朗", "À B", "0", "a-b", "C d"]); }
        NAMES_READ.with(|names| agreed(names, &article(text)));
    }
}
