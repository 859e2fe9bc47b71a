//! Words, sentences, forms and dates: tables of cases, and what holds for any text.

use crossread::text::{Block, BlockKind, Date, Span, fold, sentences, words};
use proptest::prelude::*;

fn split(text: &str) -> Vec<String> {
    let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph };
    sentences(text, &[block]).into_iter().map(|span| span.of(text).to_owned()).collect()
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    let cases: &[(&str, &[&str])] = &[
        ("The bridge reopened. Traffic returned.", &["The bridge reopened.", "Traffic returned."]),
        ("Mr. Ivers met Dr. Lund on Jan. 5 in Oslo.", &["Mr. Ivers met Dr. Lund on Jan. 5 in Oslo."]),
        ("J. R. Holt won.", &["J. R. Holt won."]),
        ("The U.S. envoy left. He was tired.", &["The U.S. envoy left.", "He was tired."]),
        ("They flew to the U.S. The talks went on.", &["They flew to the U.S.", "The talks went on."]),
        ("“It is done.” She left.", &["“It is done.”", "She left."]),
        ("“Is it done?” she asked.", &["“Is it done?” she asked."]),
        ("It cost $3.5 million. Nobody paid.", &["It cost $3.5 million.", "Nobody paid."]),
        ("Really?! Yes.", &["Really?!", "Yes."]),
        ("No full stop here", &["No full stop here"]),
        ("桥已开放。交通恢复。", &["桥已开放。", "交通恢复。"]),
        ("آیا پل باز شد؟ بله.", &["آیا پل باز شد؟", "بله."]),
    ];
    for (text, expected) in cases {
        assert_eq!(split(text), *expected, "{text}");
    }
}

#[test]
fn words_stand_where_they_are_written() {
    let cases: &[(&str, &[&str])] = &[
        ("The mayor’s plan, the town's hope", &["The", "mayor", "plan", "the", "town", "hope"]),
        ("Saint-Malo, 1,200 people, 3.5%", &["Saint", "Malo", "1,200", "people", "3.5"]),
        ("U.S. and U.N.", &["U.S", "and", "U.N"]),
        ("don’t", &["don’t"]),
        ("", &[]),
        ("— … !", &[]),
        ("桥", &["桥"]),
        ("東京オリンピック2020年", &["東京", "京オ", "オリ", "リン", "ンピ", "ピッ", "ック", "2020", "年"]),
    ];
    for (text, expected) in cases {
        let found: Vec<_> = words(text).iter().map(|word| word.text).collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn forms_that_count_as_one_fold_alike() {
    let cases = [
        ("ÉLYSÉE", "élysée"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("Việt", "viet"),
        ("Ёлка", "елка"),
        ("عربي", "عربی"),
        ("كتاب", "کتاب"),
        ("U.N.", "UN"),
        ("２０２５", "2025"),
        ("O’Brien", "O'Brien"),
    ];
    for (one, other) in cases {
        assert_eq!(fold(one), fold(other), "{one} {other}");
    }
    assert_ne!(fold("3.5"), fold("35"));
}

#[test]
fn dates_are_read_and_written() {
    for value in [
        "2025-12-16",
        "2025-04",
        "2025",
        "2025-04~",
        "2021-10?",
        "2021%",
        "2025-01/2025-03",
        "../2024",
        "2026/..",
        "2025-22",
        "2026-34",
    ] {
        let date: Date = value.parse().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(date.to_string(), value);
    }
    for value in [
        "",
        "yesterday",
        "2025-13",
        "2025-02-30",
        "25-01-01",
        "2025-1-1",
        "/",
        "../..",
        "2025-04-18T10:00",
        "2025-22-01",
    ] {
        assert!(value.parse::<Date>().is_err(), "{value}");
    }
}

#[test]
fn bounds_hold_every_day_that_may_be_meant() {
    let cases = [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-34", "2025-04-01", "2025-06-30"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("2025-01/2025-03-05", "2025-01-01", "2025-03-05"),
    ];
    for (value, first, last) in cases {
        let (from, to) = value.parse::<Date>().expect("a date").bounds();
        assert_eq!(
            (Date::from_day(from).to_string(), Date::from_day(to).to_string()),
            (first.to_owned(), last.to_owned()),
            "{value}"
        );
    }
}

proptest! {
    #[test]
    fn any_text_gives_ordered_words_on_boundaries(text in "\\PC*|[a-zA-Z.’' \\n“”一-三ア-ウ]{0,60}") {
        let mut before = 0;
        for word in words(&text) {
            prop_assert!(text.get(word.span.range()) == Some(word.text));
            prop_assert!(word.span.start >= before, "starts go forward");
            before = word.span.start;
        }
    }

    #[test]
    fn words_are_those_of_unicode_annex_29(
        text in "[A-Za-z0-9.,’' éüßŁžёжя\u{627}-\u{64a}\u{301}\u{915}-\u{939}\u{94d}“”—-]{0,40}"
    ) {
        use unicode_segmentation::UnicodeSegmentation as _;
        let possessive = |word: &str| ["'s", "’s", "'S", "’S"].iter().any(|ending| word.ends_with(ending));
        prop_assume!(!text.unicode_words().any(possessive));
        let expected: Vec<&str> = text.unicode_words().collect();
        let found: Vec<&str> = words(&text).iter().map(|word| word.text).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn any_text_is_covered_by_its_sentences(text in "\\PC*|[A-Za-z.!?”’ \\n]{0,80}") {
        let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph };
        let mut at = 0;
        for sentence in sentences(&text, &[block]) {
            let range = sentence.range();
            prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
            prop_assert!(text[at..range.start].trim().is_empty(), "nothing between sentences is lost");
            at = range.end;
        }
        prop_assert!(text[at..].trim().is_empty());
    }

    #[test]
    fn folding_twice_changes_nothing_more(text in "\\PC*") {
        let once = fold(&text).into_owned();
        prop_assert_eq!(fold(&once).into_owned(), once);
    }
}
