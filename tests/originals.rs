//! What must come out right on five hard articles as their publishers printed them. They are not part of the project:
//! the tests say so and pass where the folder `../shared/seeds` is missing.

mod original_articles;

use crossread::analysis::Reading;
use crossread::compare::{Comparison, DateFindingKind, Document, Rarity, compare};
use crossread::ingest::Article;
use crossread::text::BlockKind;
use original_articles::{NAMES, originals_of};
use std::path::Path;

/// Without any date: nothing else is known of a file that somebody brings.
fn originals(curated: bool) -> Option<(Vec<Article>, Vec<Reading>)> {
    originals_of(curated, &[None; 5])
}

/// The entities behind each mention that reads as `phrase`.
fn behind(article: &Article, reading: &Reading, phrase: &str) -> Vec<Option<String>> {
    let same = |text: &str| {
        text.eq_ignore_ascii_case(phrase) || text.to_lowercase() == format!("the {}", phrase.to_lowercase())
    };
    let mentions = reading.mentions.iter().filter(|mention| same(mention.span.of(&article.text)));
    mentions.map(|mention| mention.entity.map(|index| reading.entity(index).id.clone())).collect()
}

fn compared(articles: &[Article], readings: &[Reading], chosen: &[usize]) -> Comparison {
    let documents: Vec<_> =
        chosen.iter().map(|&at| Document { article: &articles[at], reading: &readings[at] }).collect();
    let document_frequency = |word: &str| {
        let holds = |article: &&Article| {
            crossread::text::words(&article.text).iter().any(|found| found.folded() == word)
        };
        articles.iter().filter(holds).count() as u32
    };
    compare(&documents, &Rarity { articles: articles.len(), document_frequency: &document_frequency })
}

#[test]
fn the_text_is_unchanged() {
    let Some((articles, _)) = originals(true) else { return };
    for (article, name) in articles.iter().zip(NAMES) {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../shared/seeds/{name}.txt"));
        let bytes = std::fs::read_to_string(file).expect("an original is UTF-8");
        assert_eq!(article.id, name);
        assert_eq!(article.text, bytes.trim_start_matches('\u{feff}').replace("\r\n", "\n"));
    }
}

#[test]
fn offices_are_resolved_by_article() {
    for curated in [true, false] {
        let Some((articles, readings)) = originals(curated) else { return };
        let arriving =
            behind(&articles[2], &readings[2], "Minister of Foreign Affairs of the Islamic Republic of Iran");
        assert_eq!(arriving.len(), 2, "curated: {curated}");
        let araghchi = behind(&articles[0], &readings[0], "Foreign Minister");
        assert!(araghchi.len() >= 2, "curated: {curated}: {araghchi:?}");
        let wrong = |found: &[Option<String>], right: &str| found.iter().flatten().any(|id| id != right);
        assert!(!wrong(&arriving, "hossein-amir-abdollahian"), "curated: {curated}: {arriving:?}");
        assert!(!wrong(&araghchi, "abbas-araghchi"), "curated: {curated}: {araghchi:?}");
        assert!(arriving.iter().all(Option::is_some), "curated: {curated}: {arriving:?}");
        assert!(araghchi.iter().all(Option::is_some), "curated: {curated}: {araghchi:?}");
    }
}

#[test]
fn what_is_not_the_article_is_set_apart() {
    let Some((articles, _)) = originals(true) else { return };
    for at in [1, 4] {
        let last = articles[at].blocks.last().expect("an article has blocks");
        assert_eq!((last.kind, last.span.of(&articles[at].text)), (BlockKind::Byline, "ahmad shirzadian"));
    }
    let of_kind = |at: usize, kind: BlockKind| {
        let blocks = articles[at].blocks.iter().filter(move |block| block.kind == kind);
        blocks.map(|block| block.span.of(&articles[at].text).to_owned()).collect::<Vec<_>>().join("\n")
    };
    let related = of_kind(2, BlockKind::Related);
    for part in [
        "Related News:",
        "Iran-Russia, strategic alliance",
        "Raisi, Putin consult",
        "Read More:",
        "urge boosting",
        "Iran's FM arrives",
        "New round of Vienna",
    ] {
        assert!(related.contains(part), "{part} is missing in {related}");
    }
    for running in ["joint strategy", "Russia's role in", "telephone conversation"] {
        assert!(!related.contains(running), "{running} is the article's own");
    }
    let teaser = of_kind(3, BlockKind::Teaser);
    assert!(teaser.contains("Pakistan reaffirms") && teaser.contains("According to a statement"), "{teaser}");
    assert!(!teaser.contains("Belarus"), "{teaser}");
    for at in [0, 1, 2, 4] {
        assert_eq!(of_kind(at, BlockKind::Teaser), "", "{at}");
    }
    assert!(of_kind(0, BlockKind::Dateline).starts_with("TEHRAN"));
    assert!(of_kind(2, BlockKind::Dateline).starts_with("Tehran (IP)"));
}

#[test]
fn each_quotation_has_its_speaker() {
    let Some((articles, readings)) = originals(true) else { return };
    let (article, reading) = (&articles[0], &readings[0]);
    let direct: Vec<_> = reading.quotes.iter().filter(|quote| quote.style.name() == "direct").collect();
    assert_eq!(
        direct.len(),
        2,
        "{:?}",
        direct.iter().map(|quote| quote.span.of(&article.text)).collect::<Vec<_>>()
    );
    for quote in direct {
        let speaker =
            quote.speaker.and_then(|speaker| speaker.entity).map(|index| reading.entity(index).id.as_str());
        assert_eq!(speaker, Some("abbas-araghchi"), "{}", quote.span.of(&article.text));
    }
}

#[test]
fn one_order_of_dates_cannot_be_so() {
    for curated in [true, false] {
        let Some((articles, readings)) = originals(curated) else { return };
        for at in 0..5 {
            let dates = compared(&articles, &readings, &[at]).dates;
            let orders: Vec<_> =
                dates.iter().filter(|finding| finding.kind == DateFindingKind::Order).collect();
            assert_eq!(orders.len(), usize::from(at == 4), "curated: {curated}, {at}: {orders:?}");
            for finding in orders {
                let texts: Vec<_> =
                    finding.places.iter().map(|place| place.span.of(&articles[at].text)).collect();
                assert!(texts.iter().any(|text| text.contains("April 18")), "{texts:?}");
                assert!(texts.iter().any(|text| text.contains("April 16")), "{texts:?}");
            }
        }
    }
}

#[test]
fn passages_that_tell_the_same_are_aligned() {
    for curated in [true, false] {
        let Some((articles, readings)) = originals(curated) else { return };
        let comparison = compared(&articles, &readings, &[0, 3]);
        let aligned = |first: &str, second: &str| {
            comparison.passages.iter().any(|passage| {
                let text = |at: usize| {
                    let places = passage.places.iter().filter(|place| place.article == at);
                    places.map(|place| place.span.of(&articles[[0, 3][at]].text)).collect::<String>()
                };
                text(0).contains(first) && text(1).contains(second)
            })
        };
        assert!(aligned("safeguarding global peace", "interests of both nations"), "curated: {curated}");
        assert!(aligned("the United Nations, BRICS", "frameworks such as BRICS"), "curated: {curated}");
    }
}
