//! What a comparison must not claim: that an article is silent about what it tells in other words or places, that two accounts
//! differ where they speak of two things, that words are given to another where only the speaker is not sure.

mod reports;

use crossread::compare::{Comparison, Options, Relation, Retelling};
use reports::{compared, of, read};

const DIFFERENCES: &str = include_str!("cases/comparing/differences.txt");

const DAY: &str = "2025-04-15";

/// What else the reports say, so that no passage is the whole article.
const AROUND: [&str; 3] = [
    "Rain kept most spectators away from the opening match in the afternoon.",
    "A museum of glass is to reopen beside the old harbour.",
    "Bus drivers want longer breaks between two shifts.",
];

/// Cases of three lines: what is shown and what is expected, and two texts.
fn cases(text: &str) -> Vec<[&str; 4]> {
    let lines: Vec<&str> =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    lines
        .chunks(3)
        .map(|lines| {
            let [head, first, second] = *lines else { panic!("a case has three lines: {lines:?}") };
            let (shown, expected) = head.split_once(": ").expect("a colon before what is expected");
            [shown, expected, first, second]
        })
        .collect()
}

#[test]
fn differences_are_about_one_thing() {
    for [shown, expected, first, second] in cases(DIFFERENCES) {
        let texts = [format!("{}\n\n{first}", AROUND[0]), format!("{}\n\n{second}", AROUND[1])];
        let (articles, readings) = read(&[(DAY, &texts[0]), (DAY, &texts[1])]);
        let passages = compared(&articles, &readings, &[0, 1], Options::default()).passages;
        let [passage] = passages.as_slice() else { panic!("{shown}: the two are aligned: {passages:?}") };
        let found: Vec<String> = passage
            .differs
            .iter()
            .map(|it| format!("{:?} {}", it.kind, it.values.join(" / ")).to_lowercase())
            .collect();
        let found = if found.is_empty() { "none".to_owned() } else { found.join("; ") };
        assert_eq!(found, expected, "{shown}");
    }
}

/// What two reports of different words differ in, with what else they say.
fn differing(first: &[&str], second: &[&str], dates: [&str; 2]) -> Vec<Vec<String>> {
    let texts = [[AROUND[0]].iter().chain(first), [AROUND[1]].iter().chain(second)]
        .map(|texts| texts.copied().collect::<Vec<_>>().join("\n\n"));
    let (articles, readings) = read(&[(dates[0], &texts[0]), (dates[1], &texts[1])]);
    let passages = compared(&articles, &readings, &[0, 1], Options::default()).passages;
    assert!(!passages.is_empty(), "{texts:?} share a passage");
    passages.into_iter().flat_map(|passage| passage.differs).map(|it| it.values).collect()
}

#[test]
fn who_knows_both_numbers_speaks_of_two_counts() {
    let first = "A landslide above Karsk killed 14 people and buried the road to the silver mine.";
    let second =
        "At least 17 people are dead after a landslide above Karsk that buried the road to the silver mine.";
    let days = [DAY, DAY];
    let toll = vec![vec!["14 people".to_owned(), "17 people".to_owned()]];
    assert_eq!(differing(&[first], &[second], days), toll);
    let knowing = "Until noon rescuers had spoken of 14 people.";
    assert!(differing(&[first], &[second, knowing], days).is_empty(), "the toll rose");
    let later = [DAY, "2025-04-25"];
    assert!(differing(&[first], &[second], later).is_empty(), "ten days on, a toll is another one");
}

/// What two reports of one event differ in, whether or not they share a passage otherwise.
fn differing_apart(first: &str, second: &str, dates: [&str; 2]) -> Vec<Vec<String>> {
    let texts = [
        format!("{}\n\nA landslide in Karsk closed the silver mine.\n\n{first}", AROUND[0]),
        format!(
            "{}\n\n{second}\n\nHow the landslide could reach the mine, engineers in Karsk will ask.",
            AROUND[1]
        ),
    ];
    let (mut articles, readings) = read(&[(dates[0], &texts[0]), (dates[1], &texts[1])]);
    for article in &mut articles {
        article.title = "Landslide buries silver mine above Karsk, engineers say".to_owned();
    }
    let passages = compared(&articles, &readings, &[0, 1], Options::default()).passages;
    passages.into_iter().flat_map(|passage| passage.differs).map(|it| it.values).collect()
}

#[test]
fn tolls_of_one_event_differ_wherever_they_stand() {
    let first = "The slope gave way at four in the morning. It killed 14 people, rescuers said.";
    let differing = |second: &str| differing_apart(first, second, [DAY, DAY]);
    let toll = |second: &str| vec![vec!["14 people".to_owned(), second.to_owned()]];
    assert_eq!(differing("Nobody had heard a warning. The death toll rose to 17 by noon."), toll("17"));
    let aside = "Nobody had heard a warning, and 17 people, most of them miners, were dead by noon.";
    assert_eq!(differing(aside), toll("17 people"));
    let none = [
        "Nobody had heard a warning. Another 17 people were killed in the valley below.",
        "Nobody had heard a warning. The last slide there killed 17 people in May 1987.",
        "Nobody had heard a warning. Between 15 and 17 people died.",
        "Nobody had heard a warning. Until noon 14 people had died, and by night 17 people were dead.",
        "Nobody had heard a warning. The slide killed 40 people.",
        "Nobody had heard a warning. The slide injured 17 people.",
        "Nobody had heard a warning. By noon 17 horses had died.",
    ];
    for second in none {
        assert!(differing(second).is_empty(), "{second}");
    }
    let later = differing_apart(first, "The slide killed 17 people.", [DAY, "2025-04-25"]);
    assert!(later.is_empty(), "ten days on, a toll is another one");
}

#[test]
fn a_person_has_one_age() {
    let first = "Among the drivers was Mayor Lena Brandt, 34, who slept in her lorry.";
    let differing = |second: &str| differing_apart(first, second, [DAY, DAY]);
    let ages = vec![vec!["34".to_owned(), "35-year".to_owned()]];
    assert_eq!(
        differing("Mayor Lena Brandt is missing. Nobody had seen 35-year-old Lena Brandt since Monday."),
        ages
    );
    let knowing = "Mayor Lena Brandt, 35, is missing. Lena Brandt, 34, had called.";
    assert!(differing(knowing).is_empty());
    assert!(differing("Nobody had seen 35-year-old Marta Lind since Monday.").is_empty());
}

#[test]
fn large_counts_that_all_but_agree_are_of_one_thing() {
    let first = "Mayor Lena Brandt got 1,204 votes, a guild of tailors wrote in chalk on its door.";
    let differing = |second: &str| differing_apart(first, second, [DAY, DAY]);
    let votes = vec![vec!["1,204 votes".to_owned(), "1,212".to_owned()]];
    assert_eq!(
        differing("Late in the evening Mayor Lena Brandt stood at 1,212, and the square was empty."),
        votes
    );
    assert!(differing("Late in the evening the tower clock showed 1,212 to an empty square.").is_empty());
}

#[test]
fn a_place_that_the_other_article_names_too_is_no_other_place() {
    let first = "The fishing envoys signed a draft on cod and herring in Oslo after a week of silence.";
    let second = "The fishing envoys signed a draft on cod and herring in Geneva after a week of silence.";
    let places = vec![vec!["Oslo".to_owned(), "Geneva".to_owned()]];
    assert_eq!(differing(&[first], &[second], [DAY, DAY]), places);
    let knowing = "Their next round in Oslo has no date yet.";
    assert!(differing(&[first], &[second, knowing], [DAY, DAY]).is_empty());
}

const SUSPENDED: &str = "Governor Lena Brandt suspended her campaign for the presidency on Wednesday, she told supporters in Halden.";

/// What three reports tell of the suspended campaign, the third by itself.
fn suspended(third: &str, title: &str) -> Comparison {
    let again = format!("{}\n\n{SUSPENDED}", AROUND[1]);
    let texts = [format!("{}\n\n{SUSPENDED}", AROUND[0]), again, format!("{}\n\n{third}", AROUND[2])];
    let (mut articles, readings) = read(&texts.each_ref().map(|text| (DAY, text.as_str())));
    articles[2].title = title.to_owned();
    compared(&articles, &readings, &[0, 1, 2], Options::default())
}

#[test]
fn what_the_title_or_several_sentences_tell_is_not_left_out() {
    let left_out = |third: &str, title: &str| {
        let found = suspended(third, title).left_out;
        found.iter().filter(|it| it.article == 2).count()
    };
    let analysis = "Cheap bread and honest courts were what she stood for, and both will be missed.";
    assert_eq!(left_out(analysis, "What voters will miss"), 1, "nothing of it stands in the third");
    assert_eq!(left_out(analysis, "Brandt suspends presidential campaign"), 0, "the title tells it");
    let heading = format!("## Brandt suspends presidential campaign\n\n{analysis}");
    assert_eq!(left_out(&heading, "What voters will miss"), 0, "a heading tells it");
    let spread = "Brandt is out. Her campaign had no money left. She told nobody before Wednesday, when it was suspended.";
    assert_eq!(left_out(spread, "What voters will miss"), 0, "three sentences tell it");
    let fragment = left_out("“Be brave.”", "What voters will miss");
    assert_eq!(fragment, 1, "a third that tells nothing leaves it out");
}

#[test]
fn passages_that_are_merely_related_are_not_told_by_all() {
    let first = "The central bank raised its rate in Oslo because wages grow faster than prices, governor Erik Dahl said after markets had closed and traders left their desks.";
    let second = "Students in Oslo asked governor Erik Dahl whether wages or prices worry the central bank more than the weak currency, and why savings books pay nothing while a flat costs a fortune.";
    let third = "The spring regatta starts at noon with forty boats.";
    let texts = [0, 1, 2].map(|at| format!("{}\n\n{}", AROUND[at], [first, second, third][at]));
    let (articles, readings) = read(&texts.each_ref().map(|text| (DAY, text.as_str())));
    let comparison = compared(&articles, &readings, &[0, 1, 2], Options::default());
    let related: Vec<_> = comparison.passages.iter().map(|it| it.relation).collect();
    assert_eq!(related, [Relation::Related]);
    assert!(comparison.left_out.is_empty(), "{:?}", comparison.left_out);
}

#[test]
fn nobody_is_alone_with_what_another_tells_in_pieces() {
    let alone = |second: &str| {
        let first = format!(
            "{}\n\nThe attackers then set the lorry on fire and fled over the frozen river.",
            AROUND[0]
        );
        let second = format!("{}\n\n{second}", AROUND[1]);
        let (articles, readings) = read(&[(DAY, &first), (DAY, &second)]);
        let comparison = compared(&articles, &readings, &[0, 1], Options::default());
        comparison.alone.iter().any(|place| of(&articles, place).contains("attackers"))
    };
    assert!(alone("Villagers buried the dead beside the chapel before sunrise."));
    let pieces = "Nobody saw the attackers well. A lorry burned until dawn, and fire crews came late. Prints led to the river.";
    assert!(!alone(pieces), "the second has most of its words");
}

/// The utterances of two reports of one saying.
fn utterances(first: &str, second: &str) -> Vec<(Retelling, bool)> {
    let texts = [format!("{}\n\n{first}", AROUND[0]), format!("{}\n\n{second}", AROUND[1])];
    let (articles, readings) = read(&[(DAY, &texts[0]), (DAY, &texts[1])]);
    let found = compared(&articles, &readings, &[0, 1], Options::default()).utterances;
    found.iter().map(|it| (it.relation, it.given_to_another)).collect()
}

#[test]
fn words_are_given_to_another_only_where_both_speakers_are_named() {
    let dam = "“The dam will hold, because it was built for floods like this one,”";
    let dahl = format!("{dam} Erik Dahl said.");
    let same = |given_to_another| vec![(Retelling::Same, given_to_another)];
    assert_eq!(utterances(&dahl, &format!("{dam} Marta Lind said.")), same(true));
    let asked = format!("Marta Lind asked Erik Dahl about the dam. {dam} Lind said.");
    assert!(!utterances(&dahl, &asked).contains(&(Retelling::Same, true)), "the second knows Dahl");
    let pronoun = format!("Marta Lind walked along the dam at noon. {dam} she said.");
    assert!(utterances(&dahl, &pronoun).iter().all(|it| !it.1), "who “she” is may be read wrongly");
    let family = utterances(&dahl, &format!("{dam} Anna Dahl said."));
    assert!(family.iter().all(|it| !it.1), "a shared surname: {family:?}");
    let ministry = utterances(&dahl, &format!("{dam} the Fisheries Ministry said."));
    assert!(ministry.iter().all(|it| !it.1), "a ministry speaks through its people: {ministry:?}");
}

#[test]
fn two_reports_of_what_somebody_saw_are_not_one_saying() {
    let burns =
        "Dennis Falk, who was just entering the town hall, said a clerk had been stabbed in the yard.";
    let lind =
        "Mayor Marta Lind said a clerk had been stabbed in the yard and the attacker led away by guards.";
    assert!(utterances(burns, lind).is_empty(), "indirect speech");
    let first = "“We look forward to a fair trial,” Dennis Falk said.";
    let second = "“We look forward to a fair trial,” Marta Lind said.";
    assert!(utterances(first, second).is_empty(), "a phrase that many use");
}
