//! What articles say together, apart and against each other: named cases of two short reports, and what must hold
//! for any two articles that are put together from real kinds of sentences.

mod reports;

use crossread::analysis::Reading;
use crossread::compare::DifferenceKind::{Date, Modality, Name, Negation, Number};
use crossread::compare::{Comparison, DateFindingKind, Options, Passage, Place, Relation};
use crossread::ingest::Article;
use crossread::text::Span;
use proptest::prelude::*;
use reports::of;

/// Articles of these texts, all published on the same day.
fn read(texts: &[&str]) -> (Vec<Article>, Vec<Reading>) {
    reports::read(&texts.iter().map(|text| ("2025-04-15", *text)).collect::<Vec<_>>())
}

fn compared(articles: &[Article], readings: &[Reading], chosen: &[usize]) -> Comparison {
    reports::compared(articles, readings, chosen, Options::default())
}

/// What else the two reports say, so that no passage is the whole article.
const AROUND: [&str; 2] = [
    "Rain kept most spectators away from the opening match in the afternoon.",
    "A museum of glass is to reopen beside the old harbour.",
];

/// Two reports of one passage each, held against each other, and the passages that both tell.
fn pair(first: &str, second: &str) -> (Vec<Article>, Comparison) {
    let around = |passage: &str, sentence: &str| format!("{sentence}\n\n{passage}");
    let (articles, readings) = read(&[&around(first, AROUND[0]), &around(second, AROUND[1])]);
    let comparison = compared(&articles, &readings, &[0, 1]);
    (articles, comparison)
}

/// Cases of three lines: a title with what is expected, and the passages of the two reports.
fn cases(text: &str) -> Vec<(&str, &str, [&str; 2])> {
    let lines: Vec<&str> = text.trim().lines().collect();
    lines
        .chunks(3)
        .map(|case| {
            let [head, first, second] = *case else { panic!("a case has three lines: {case:?}") };
            let (title, expected) = head.split_once(": ").expect("a title ends with a colon");
            (title, expected, [first, second])
        })
        .collect()
}

#[test]
fn nobody_is_alone_beside_an_article_in_another_language() {
    let [ferry, fire] = [
        "The ferry Aurora ran aground off Lindholm with 214 passengers on board.",
        "A fire destroyed the old grain store in the harbour of Sund overnight.",
    ];
    let (mut articles, readings) = read(&[ferry, fire]);
    assert_eq!(compared(&articles, &readings, &[0, 1]).alone.len(), 2);
    articles[1].language = Some("de".to_owned());
    assert!(compared(&articles, &readings, &[0, 1]).alone.is_empty());
}

const TOLD_BY_BOTH: &str = "
the same words: same
The ferry Aurora ran aground off Lindholm with 214 passengers on board.
The ferry Aurora ran aground off Lindholm with 214 passengers on board.
an agency's sentence, cut at its end: same
The ferry Aurora ran aground off Lindholm with 214 passengers on board, the coast guard said on Sunday.
The ferry Aurora ran aground off Lindholm with 214 passengers on board.
a vote in other words: reworded
Parliament approved the pension reform by 88 votes to 61 after a debate of nine hours.
After debating for nine hours, lawmakers passed the pension reform with 88 votes against 61.
a rescue in other words: reworded
Rescue workers pulled 17 miners alive from the flooded Karsk colliery on Saturday.
Seventeen miners were pulled alive from the Karsk colliery by rescuers after the shaft flooded.
a warning in other words: reworded
The central bank warned that inflation would stay above 6 percent until the harvest.
Until the harvest is in, inflation will not fall below 6 percent, the central bank said in a warning.
told by both, with more in each: reworded
Farmers blocked the bridge at Torun with tractors to protest against cheap grain imports.
Cheap grain imports have angered farmers, who drove tractors onto the bridge and stayed for two days.
the same decision, another reaction: unsure
Retailers called the ban on plastic bags a burden for small shops, which have to order paper months ahead.
Environmental groups welcomed the ban on plastic bags, saying that markets in Denmark had long done without them.
the same names and places, another matter: none
Finance Minister Erik Dahl met bankers in Oslo to discuss a loan for the shipyard.
Finance Minister Erik Dahl opened a children's hospital in Oslo and praised its nurses.
the same office in the same town: none
Justice Minister Carla Nunes visited a prison in Porto and spoke with guards about their pay.
The justice minister was heckled in Porto by students who want cheaper rooms.
the same phrases of diplomacy: none
Both sides stressed the importance of expanding bilateral cooperation in energy.
The two sides emphasised mutual respect as the basis of relations between neighbours.
a person with the office, another statement: none
The deal protects the herring for a decade, said Marta Lind, spokeswoman for the Fisheries Ministry.
Fisheries Ministry spokeswoman Marta Lind hoped for calm weather at the harbour festival.
the same kind of event elsewhere: none
An earthquake damaged hundreds of houses in the mountains of northern Peru.
Officials in Jakarta said a fire destroyed a market with hundreds of stalls.
";

#[test]
fn passages_that_both_tell() {
    for (title, expected, texts) in cases(TOLD_BY_BOTH) {
        let (articles, comparison) = pair(texts[0], texts[1]);
        let found: Vec<_> = comparison.passages.iter().map(|it| (it.relation, it.similarity)).collect();
        if let "none" | "unsure" = expected {
            // Where it is not sure that they tell the same, neither is it that they tell another thing.
            let alone = if expected == "none" { 4 } else { 2 };
            assert!(found.is_empty() && comparison.alone.len() == alone, "{title}: {found:?}");
            continue;
        }
        let [passage] = comparison.passages.as_slice() else { panic!("{title}: {found:?}") };
        assert_eq!(format!("{:?}", passage.relation).to_lowercase(), expected, "{title}: {found:?}");
        let told: Vec<_> = passage.places.iter().map(|place| of(&articles, place)).collect();
        assert_eq!(told, texts, "{title}");
    }
}

/// With the two values of the one difference, or "none".
const DIFFERING: &str = "
date: 2025-03-03 / 2025-03-05
The tribunal in Arusha sentenced the former colonel to prison on March 3, 2025.
The tribunal in Arusha sentenced the former colonel to prison on March 5, 2025.
number: 340 houses / 410 houses
The cyclone destroyed 340 houses in the district of Sitwe, officials said.
The cyclone destroyed 410 houses in the district of Sitwe, officials said.
number: 7.5 percent / 8 percent
Unemployment in the coal region fell to 7.5 percent in spring, the statistics office said.
Unemployment in the coal region fell to 8 percent in spring, the statistics office said.
name: Lena Brandt / Jonas Keller
Defence Minister Lena Brandt ordered the frigate back to its harbour after the collision.
Defence Minister Jonas Keller ordered the frigate back to its harbour after the collision.
name: Ghana / Kenya
Ministers from Norway, Chile and Ghana agreed on quotas for tuna fishing.
Ministers from Norway, Chile and Kenya agreed on quotas for tuna fishing.
negation: did not inform / says it informed
The mining company did not inform the villages downstream of the leaking dam.
The mining company says it informed the villages downstream of the leaking dam.
refused in other words: none
The baker refused to decorate a cake for the governor because of the new tax, she said.
The baker declined to decorate a cake for the governor because of the new tax, she said.
a short name and a full one: none
Defence Minister Lena Brandt ordered the frigate back to its harbour after the collision.
Brandt ordered the frigate back to its harbour after the collision.
modality: has cancelled / may cancel
The airline has cancelled all flights between Lagos and Accra because of the strike.
The airline may cancel all flights between Lagos and Accra because of the strike.
a rounded number: none
More than 300 pupils of the school in Gori caught measles in spring, doctors said.
Some 312 pupils of the school in Gori caught measles in spring, doctors said.
left out by one: none
The court in Lyon fined the dairy for watering its milk last winter.
The court in Lyon fined the dairy 40,000 euros for watering its milk.
not only: none
The pilots have not only cancelled flights but blocked the terminal in Accra.
The pilots have cancelled flights and blocked the terminal in Accra.
";

#[test]
fn what_passages_differ_in() {
    for (title, expected, texts) in cases(DIFFERING) {
        let (articles, comparison) = pair(texts[0], texts[1]);
        let [passage] = comparison.passages.as_slice() else { panic!("{title}: {:?}", comparison.passages) };
        let [difference] = passage.differs.as_slice() else {
            assert!(passage.differs.is_empty() && expected == "none", "{texts:?}: {:?}", passage.differs);
            continue;
        };
        let kind = [("date", Date), ("number", Number), ("name", Name), ("negation", Negation)];
        let kind = kind.iter().find(|(name, _)| *name == title).map_or(Modality, |(_, kind)| *kind);
        assert_eq!((difference.kind, difference.values.join(" / ").as_str()), (kind, expected));
        for (side, place) in difference.places.iter().enumerate() {
            let written = of(&articles, place);
            let value = if kind == Date { &written.replace("March ", "2025-03-0")[..10] } else { written };
            assert_eq!((place.article, value), (side, difference.values[side].as_str()), "{texts:?}");
        }
    }
}

/// A language, the two passages, and the numbers that they differ in.
const COUNTED: [[&str; 4]; 4] = [
    [
        "fa",
        "در آتش‌سوزی انبار بندر گوری ۴۷ نفر کشته شدند و گندم شهر نابود شد.",
        "در آتش‌سوزی انبار بندر گوری ۴۶ نفر کشته شدند و گندم شهر نابود شد.",
        "۴۷ / ۴۶",
    ],
    [
        "ru",
        "Цены на хлеб в городе Гори после закрытия порта выросли на 13%.",
        "Цены на хлеб в городе Гори после закрытия порта выросли на 15%.",
        "13% / 15%",
    ],
    [
        "de",
        "Der Preis des Brotes stieg in Gori nach der Schließung des Hafens um 4,8 Prozent.",
        "Der Preis des Brotes stieg in Gori nach der Schließung des Hafens um 48 Prozent.",
        "4,8 Prozent / 48 Prozent",
    ],
    [
        "es",
        "El precio del pan subió en Gori tras el cierre del puerto a 1.200 euros.",
        "El precio del pan subió en Gori tras el cierre del puerto a 1 200 euros.",
        "",
    ],
];

#[test]
fn numbers_differ_in_other_languages_too() {
    for [language, first, second, expected] in COUNTED {
        let around = |at: usize, text: &str| format!("{}\n\n{text}", AROUND[at]);
        let texts = [around(0, first), around(1, second)];
        let dated = texts.each_ref().map(|text| ("2025-04-15", text.as_str()));
        let (articles, readings) = reports::read_in(language, &dated);
        let comparison = compared(&articles, &readings, &[0, 1]);
        let found = comparison.passages.iter().flat_map(|passage| &passage.differs);
        let found: Vec<_> = found.map(|it| (it.kind, it.values.join(" / "))).collect();
        let expected: Vec<_> =
            Some((Number, expected.to_owned())).filter(|it| !it.1.is_empty()).into_iter().collect();
        assert_eq!(found, expected, "{first}");
    }
}

const VISIT: [&str; 2] = [
    "President Maria Oliveira arrived in Lisbon on Monday. “The harbour will be rebuilt,” Oliveira said. \
     A storm had destroyed the harbour in January.",
    "Oliveira, the president, came to the ruined harbour at noon. “Nobody will lose a job over this,” Maria Oliveira \
     said. Fishermen waved banners at the quay.",
];

#[test]
fn names_quotes_and_what_stands_alone() {
    let (articles, readings) = read(&VISIT);
    let comparison = compared(&articles, &readings, &[0, 1]);
    let row = comparison.entities.iter().find(|row| row.label == "Maria Oliveira").expect("she is in both");
    assert!(row.names[0].iter().any(|name| name.contains("Maria Oliveira")), "{:?}", row.names);
    assert!(row.names[1].contains(&"Oliveira".to_owned()), "{:?}", row.names);
    assert!(row.counts.iter().all(|&count| count >= 2), "{:?}", row.counts);
    let lisbon = comparison.entities.iter().find(|row| row.label == "Lisbon").expect("it is in one");
    assert_eq!((&lisbon.counts, &lisbon.names), (&vec![1, 0], &vec![vec!["Lisbon".to_owned()], vec![]]));
    let said = comparison.quotes.iter().find(|row| row.label == "Maria Oliveira").expect("she speaks");
    assert_eq!(said.entity.as_deref(), Some(row.entity.as_str()));
    let quoted: Vec<_> = said.items.iter().map(|place| (place.article, of(&articles, place))).collect();
    assert!(quoted.iter().any(|(at, text)| *at == 0 && text.contains("will be rebuilt")), "{quoted:?}");
    assert!(quoted.iter().any(|(at, text)| *at == 1 && text.contains("lose a job")), "{quoted:?}");
    let alone: Vec<_> = comparison.alone.iter().map(|place| of(&articles, place)).collect();
    assert!(alone.contains(&"Fishermen waved banners at the quay."), "{alone:?}");
}

/// How many dates cannot be so, and the text.
const DATES: &str = "
1: On April 17, 2025, Congress approved the Fisheries Treaty. The Senate is set to debate the Fisheries Treaty on April 16.
0: On April 17, 2025, Congress approved the water bill. The Senate is set to begin its debate of it on April 16.
1: - On April 17, 2025, Congress approved the water bill. The Senate is set to begin its debate of it on April 16.
0: On April 11, 2025, Congress approved the Fisheries Treaty. The Senate is set to debate the Fisheries Treaty on April 16.
0: Congress approved the walkout planned for April 17, 2025. The Senate is set to debate it on April 16.
0: “On April 17, 2025, Congress approved the law,” the play begins. The Senate is set to debate it on April 16.
0: Rowers crossed the lake on April 17, 2025. The Senate is set to debate the Fisheries Treaty on April 16.
1: Voters elected a new mayor on Friday, April 10, 2025.
0: Voters elected a new mayor on Thursday, April 10, 2025.
0: The panel met on Thursday and Friday, April 10 and 11, 2025.
";

#[test]
fn dates_that_cannot_be_so() {
    for (expected, text) in DATES.trim().lines().filter_map(|line| line.split_once(": ")) {
        let (articles, readings) = read(&[text]);
        let dates = compared(&articles, &readings, &[0]).dates;
        assert_eq!(dates.len().to_string(), expected, "{text}: {dates:?}");
        assert!(dates.iter().all(|it| it.kind == DateFindingKind::Order && !it.places.is_empty()));
    }
    let (articles, comparison) = pair(
        "The tribunal in Arusha released the former colonel on March 3, 2025.",
        "The tribunal in Arusha released the former colonel on March 5, 2025.",
    );
    let [finding] = comparison.dates.as_slice() else { panic!("{:?}", comparison.dates) };
    assert_eq!(finding.kind, DateFindingKind::Disagree);
    assert!(of(&articles, &finding.places[0]).ends_with("March 3, 2025"), "{finding:?}");
    assert!(of(&articles, &finding.places[1]).ends_with("March 5, 2025"), "{finding:?}");
}

/// Sentences as news has them, no two of them telling the same.
const POOL: [&str; 18] = [
    "Prime Minister Anna Holm signed the ferry contract in Bergen on April 3, 2025.",
    "The shipyard will build four ferries for 220 million euros.",
    "“We waited ten years for this,” Holm told reporters.",
    "He declined.",
    "Bread prices rose by 12 percent in March, the statistics office said.",
    "Bakers in Krakow blamed the cost of energy and rye.",
    "The mayor of Krakow, Piotr Zielinski, promised lower rents for ovens.",
    "Two climbers were found alive below the summit of Mount Kazbek.",
    "A helicopter could not land because of the wind.",
    "The United Nations sent 40 trucks with tents to the flooded valley.",
    "Doctors Without Borders said the trucks had not arrived.",
    "The Supreme Court is expected to rule on the fishing ban on May 6.",
    "Brazil and Chile agreed to protect the condor.",
    "Voters in Malta elected a new parliament on Saturday.",
    "The turnout was lower than five years ago.",
    "Élodie Müller’s orchestra played Dvořák in front of 8,000 people.",
    "The museum denied that the mask had been stolen from Benin.",
    "Scientists counted 1,300 cranes along the Danube.",
];

/// Articles of one to three paragraphs from the pool, no sentence twice in one.
fn article() -> impl Strategy<Value = String> {
    (proptest::sample::subsequence(POOL.to_vec(), 3..=9usize).prop_shuffle(), 2..5usize).prop_map(
        |(sentences, length)| {
            let paragraphs: Vec<String> = sentences.chunks(length).map(|part| part.join(" ")).collect();
            paragraphs.join("\n\n")
        },
    )
}

/// A passage or difference as the other order of the articles has to give it.
fn turned(place: &Place) -> Place {
    Place { article: 1 - place.article, span: place.span }
}

fn mirrored(mut passages: Vec<Passage>) -> Vec<Passage> {
    for passage in &mut passages {
        passage.places = passage.places.iter().rev().map(turned).collect();
        for evidence in &mut passage.evidence {
            evidence.places = evidence.places.iter().map(turned).collect();
            evidence.places.sort_by_key(|place| place.article);
        }
        passage.kept = passage.kept.iter().map(|run| [turned(&run[1]), turned(&run[0])]).collect();
        for difference in &mut passage.differs {
            let mut entries: Vec<_> =
                difference.places.iter().map(turned).zip(difference.values.drain(..)).collect();
            entries.sort();
            (difference.places, difference.values) = entries.into_iter().unzip();
        }
    }
    ordered(passages)
}

/// Passages by place, their differences by kind and place: the order in which they are told is another matter.
fn ordered(mut passages: Vec<Passage>) -> Vec<Passage> {
    for passage in &mut passages {
        passage.differs.sort_by(|x, y| (x.kind, &x.places).cmp(&(y.kind, &y.places)));
    }
    passages.sort_by(|x, y| x.places.cmp(&y.places));
    passages
}

fn in_bounds(articles: &[Article], comparison: &Comparison) -> bool {
    let differences = comparison.passages.iter().flat_map(|it| &it.differs).flat_map(|it| &it.places);
    let passages = comparison.passages.iter().flat_map(|it| &it.places);
    let quotes = comparison.quotes.iter().flat_map(|it| &it.items);
    let dates = comparison.dates.iter().flat_map(|it| &it.places);
    let holds = |Place { article, span: Span { start, end } }: &Place| {
        start < end && articles[*article].text.get(*start as usize..*end as usize).is_some()
    };
    differences.chain(passages).chain(quotes).chain(dates).chain(&comparison.alone).all(holds)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn either_order_says_the_same(a in article(), b in article()) {
        let (articles, readings) = read(&[&a, &b]);
        let (there, back) = (compared(&articles, &readings, &[0, 1]), compared(&articles, &readings, &[1, 0]));
        prop_assert_eq!(ordered(there.passages), mirrored(back.passages));
        let mut alone: Vec<_> = back.alone.iter().map(turned).collect();
        alone.sort();
        prop_assert_eq!(there.alone, alone);
    }

    #[test]
    fn an_article_is_itself(a in article()) {
        let (articles, readings) = read(&[&a, &a]);
        let comparison = compared(&articles, &readings, &[0, 1]);
        for span in &readings[0].sentences {
            let place = Place { article: 0, span: *span };
            let found = comparison.passages.iter().find(|it| it.places[0] == place);
            if crossread::text::words(span.of(&articles[0].text)).len() >= 5 {
                let found = found.expect("a sentence of five words tells the same as itself");
                prop_assert_eq!(found.places[1].span, *span);
                prop_assert_eq!((found.relation, found.similarity), (Relation::Same, 1.0));
                prop_assert_eq!(&found.differs, &[]);
            }
        }
        let chained = comparison.passages.windows(2).all(|pair| pair[0].places[1] < pair[1].places[1]);
        prop_assert!(chained, "{:?}", comparison.passages);
    }

    #[test]
    fn a_third_changes_no_pair(a in article(), b in article(), c in article()) {
        let (articles, readings) = read(&[&a, &b, &c]);
        let two = compared(&articles, &readings, &[0, 1]);
        let mut three = compared(&articles, &readings, &[0, 1, 2]);
        three.passages.retain(|passage| passage.places.iter().all(|place| place.article < 2));
        prop_assert_eq!(two.passages, three.passages);
    }

    #[test]
    fn nobody_is_alone_with_what_a_title_tells(a in article(), b in article(), at in 0..POOL.len()) {
        let (mut articles, readings) = read(&[&a, &b]);
        articles[1].title = POOL[at].to_owned();
        let comparison = compared(&articles, &readings, &[0, 1]);
        for place in comparison.alone.iter().filter(|place| place.article == 0) {
            prop_assert!(of(&articles, place) != POOL[at]);
        }
    }

    #[test]
    fn a_third_that_tells_all_leaves_nothing_out(a in article(), b in article()) {
        let (articles, readings) = read(&[&a, &b, &format!("{a}\n\n{b}")]);
        let comparison = compared(&articles, &readings, &[0, 1, 2]);
        prop_assert!(comparison.left_out.iter().all(|it| it.article != 2), "{:?}", comparison.left_out);
        prop_assert!(comparison.alone.is_empty(), "{:?}", comparison.alone);
    }

    #[test]
    fn what_is_said_can_be_opened(a in article(), b in article()) {
        let (articles, readings) = read(&[&a, &b]);
        let comparison = compared(&articles, &readings, &[0, 1]);
        prop_assert!(in_bounds(&articles, &comparison));
        for passage in &comparison.passages {
            let weights: f32 = passage.evidence.iter().map(|item| item.weight).sum();
            prop_assert!((weights - passage.similarity).abs() <= 0.01, "{:?}", passage);
            prop_assert!((0.0..=1.0).contains(&passage.similarity));
        }
    }
}
