//! Articles that tell of the same: near to each other, and one group.

use crossread::analysis::Reading;
use crossread::index::{ArticleId, Corpus, build};
use crossread::ingest::{Article, CorpusInfo};
use crossread::query::nearest;
use proptest::prelude::*;

fn corpus(articles: &[Article]) -> Corpus {
    let readings = vec![Reading::default(); articles.len()];
    Corpus::open(build(&CorpusInfo::default(), articles, &readings)).expect("a built corpus opens")
}

fn article(id: &str, date: &str, title: &str, text: &str) -> Article {
    Article {
        id: id.into(),
        title: title.into(),
        date: date.parse().ok(),
        text: text.into(),
        ..Article::default()
    }
}

/// Three events, told by three, two and one outlet.
fn reports() -> Vec<Article> {
    vec![
        article(
            "dam-1",
            "2025-03-04",
            "Dam at Kelmora opens",
            "The Kelmora dam opened on Tuesday. Engineer Ilda Rusk turned the first turbine of the river station.",
        ),
        article(
            "vote-1",
            "2025-05-11",
            "Ostervia votes",
            "Voters in Ostervia chose a new assembly. Turnout in the ballot reached sixty percent, the commission said.",
        ),
        article(
            "dam-2",
            "2025-03-05",
            "First power from Kelmora",
            "At the Kelmora dam the first turbine runs, Ilda Rusk said at the river station.",
        ),
        article(
            "storm",
            "2025-07-20",
            "Storm over Vantry",
            "A storm tore roofs from houses in Vantry and closed the harbour for a night.",
        ),
        article(
            "vote-2",
            "2025-05-12",
            "Assembly chosen in Ostervia",
            "Ostervia has a new assembly after a ballot with a turnout of sixty percent, according to the commission.",
        ),
        article(
            "dam-3",
            "2025-03-04",
            "Turbine starts at river station",
            "Engineer Rusk started the turbine of the Kelmora river station, the first of the new dam.",
        ),
    ]
}

#[test]
fn events_gather_what_tells_of_the_same() {
    let articles = reports();
    let corpus = corpus(&articles);
    let found = corpus.events().expect("the corpus is sound");
    let ids = |articles_of: &[ArticleId]| {
        articles_of.iter().map(|article| articles[article.0 as usize].id.clone()).collect::<Vec<_>>()
    };
    let groups: Vec<_> = found.iter().map(|event| ids(&event.articles)).collect();
    assert_eq!(groups, [vec!["dam-1", "dam-2", "dam-3"], vec!["vote-1", "vote-2"], vec!["storm"]]);
    assert!(found.iter().all(|event| event.articles.contains(&event.centre)));
}

#[test]
fn a_copy_is_nearest_and_dates_part_what_words_join() {
    let mut articles = reports();
    articles.push(article("dam-copy", "2025-03-04", &articles[0].title.clone(), &articles[0].text.clone()));
    articles.push(article("dam-old", "2021-03-04", &articles[0].title.clone(), &articles[0].text.clone()));
    let corpus = corpus(&articles);
    let found = nearest(&corpus, ArticleId(0), 10).expect("the corpus is sound");
    let place = |id: &str| found.iter().position(|(article, _)| articles[article.0 as usize].id == id);
    assert_eq!(place("dam-copy"), Some(0));
    assert!(place("dam-old") > place("dam-copy"));
    assert!(found.iter().all(|(_, similarity)| (0.0..1.0).contains(similarity)));
    assert!(found.windows(2).all(|pair| pair[0].1 >= pair[1].1));
}

/// A large event stays one: its members are each other's surroundings.
#[test]
fn twelve_outlets_tell_one_event() {
    let mut articles = reports();
    for outlet in 0..12 {
        let text = format!(
            "Delegates signed the Harlan accord in Port Vell. Outlet{outlet} heard from envoy Mira Sohl and remark{outlet}."
        );
        articles.push(article(
            &format!("accord-{outlet}"),
            "2025-09-01",
            "Harlan accord signed in Port Vell",
            &text,
        ));
    }
    let corpus = corpus(&articles);
    let found = corpus.events().expect("the corpus is sound");
    assert_eq!(found[0].articles.len(), 12);
}

proptest! {
    #[test]
    fn each_article_is_in_one_event(
        texts in prop::collection::vec(
            prop::collection::vec(
                prop::sample::select(vec!["treaty", "signed", "envoy", "Vell", "storm", "harbour", "ballot", "assembly", "dam", "turbine"]),
                0..12,
            ),
            0..14,
        ),
        dated in any::<bool>(),
    ) {
        let articles: Vec<_> = texts.iter().enumerate().map(|(number, words)| {
            let date = if dated { format!("2025-01-{:02}", number + 1) } else { String::new() };
            article(&number.to_string(), &date, "", &words.join(" "))
        }).collect();
        let found = corpus(&articles).events().expect("the corpus is sound");
        let mut seen: Vec<u32> = found.iter().flat_map(|event| event.articles.iter().map(|article| article.0)).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..articles.len() as u32).collect::<Vec<_>>());
        prop_assert!(found.iter().all(|event| event.articles.is_sorted() && event.articles.contains(&event.centre)));
    }
}
