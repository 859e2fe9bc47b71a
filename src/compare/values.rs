//! Dates and numbers of two passages: which of them agree, what an agreement weighs, and whether the passages speak
//! of different occasions.

use super::evidence::Unit;
use crate::analysis::{DateMention, Entity, Number, ValueBasis};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, Date, fold};

/// Two passages whose every date lies further apart than this tell of different occasions.
const SAME_OCCASION_DAYS: i64 = 45;

/// The different dates of a unit, by first and last day.
pub(super) fn distinct_dates<'a>(unit: &Unit<'_, 'a>) -> Vec<&'a DateMention> {
    let mut dates = unit.dates();
    dates.arrange_by_key(|mention| mention.value.bounds());
    dates.dedup_by_key(|mention| mention.value.bounds());
    dates
}

/// Whether two dates may mean the same day. A year that the text leaves out says nothing against it: which one is
/// meant was worked out from the sentence, and two sentences may point different ways.
pub(super) fn may_agree(a: &DateMention, b: &DateMention) -> bool {
    let has_no_year = [a, b].iter().any(|mention| mention.basis == ValueBasis::Resolved);
    a.value.overlaps(&b.value) || (has_no_year && same_day_of_year(&a.value, &b.value))
}

pub(super) fn same_day_of_year(a: &Date, b: &Date) -> bool {
    let day = |date: &Date| date.exact_day().map(|day| (day.month(), day.day()));
    day(a).is_some() && day(a) == day(b)
}

/// What a shared date weighs: a day much, a year little, a stretch without end nothing.
pub(super) fn date_weight(date: &Date) -> f32 {
    match days(date) {
        1 => 3.0,
        2..=31 => 2.5,
        32..=92 => 2.0,
        93..=366 => 1.5,
        _ => 0.0,
    }
}

/// What a shared number weighs: 3 of something is seldom telling, 2,340 is.
pub(super) fn number_weight(number: &Number) -> f32 {
    if number.value.fract() != 0.0 || number.value.abs() > 12.0 { 3.0 } else { 1.5 }
}

/// `20 year`
pub(super) fn number_label(number: &Number) -> String {
    let mut label = written(number.value);
    if !number.unit.is_empty() {
        label.push(' ');
        label.push_str(&number.unit);
    }
    label
}

/// A number in digits with at most three decimals. Formatting of floats would bring 6 KB into the page.
fn written(value: f64) -> String {
    let thousandths = (value.abs() * 1000.0).round() as u64;
    let sign = if value < 0.0 { "-" } else { "" };
    let whole = format!("{sign}{}", thousandths / 1000);
    match thousandths % 1000 {
        0 => whole,
        rest => format!("{whole}.{rest:03}").trim_end_matches('0').to_owned(),
    }
}

/// The dates that may be the same day, each used once, with what they weigh: as much as the less exact one.
pub(super) fn common_dates(a: &Unit, b: &Unit) -> Vec<(Date, f32)> {
    let (first, second) = (distinct_dates(a), distinct_dates(b));
    let order = |mention: &DateMention| (days(&mention.value), mention.value.bounds());
    let mut candidates = Vec::new();
    for (i, x) in first.iter().enumerate() {
        for (j, y) in second.iter().enumerate().filter(|(_, y)| may_agree(x, y)) {
            let (narrow, wide) = if order(x) <= order(y) { (x, y) } else { (y, x) };
            candidates.push((days(&wide.value), narrow.value.bounds(), wide.value.bounds(), i, j));
        }
    }
    candidates.arrange_by_key(|&(days, narrow, wide, ..)| (days, narrow, wide));
    let (mut used_first, mut used_second) = (vec![false; first.len()], vec![false; second.len()]);
    let mut common = Vec::new();
    for (_, narrow, _, i, j) in candidates {
        let (x, y) = (first[i].value, second[j].value);
        let weight = date_weight(&x).min(date_weight(&y));
        if used_first[i] || used_second[j] || weight == 0.0 {
            continue;
        }
        (used_first[i], used_second[j]) = (true, true);
        common.push((if x.bounds() == narrow { x } else { y }, weight));
    }
    common
}

/// The numbers with the same value and unit, each used once.
pub(super) fn common_numbers<'a>(a: &Unit<'_, 'a>, b: &Unit<'_, 'a>) -> Vec<(&'a Number, f32)> {
    let mut left = b.numbers();
    let mut common = Vec::new();
    for number in a.numbers() {
        if let Some(at) = left.iter().position(|other| same_number(number, other)) {
            left.swap_remove(at);
            common.push((number, number_weight(number)));
        }
    }
    common.arrange_by(|(x, _), (y, _)| x.value.total_cmp(&y.value).then_with(|| x.unit.cmp(&y.unit)));
    common
}

pub(super) fn same_number(a: &Number, b: &Number) -> bool {
    a.value == b.value && a.unit == b.unit
}

/// By how much a likeness is discounted because the passages speak of other occasions or other people: 1 where
/// nothing speaks against it.
pub(super) fn conflict(a: &Unit, b: &Unit) -> f32 {
    dates_conflict(&distinct_dates(a), &distinct_dates(b)) * people_conflict(a, b)
}

pub(super) fn dates_conflict(a: &[&DateMention], b: &[&DateMention]) -> f32 {
    let apart = |x: &DateMention, y: &DateMention| {
        if may_agree(x, y) { 0 } else { days_between(&x.value, &y.value) }
    };
    let nearest = a.iter().flat_map(|x| b.iter().map(move |y| apart(x, y))).min();
    match nearest {
        None | Some(0) => 1.0,
        Some(days) if days <= SAME_OCCASION_DAYS => 0.9,
        Some(_) => 0.6,
    }
}

pub(super) fn people_conflict(a: &Unit, b: &Unit) -> f32 {
    let (a, b) = (people(a), people(b));
    let may_be_one = || a.iter().any(|one| b.iter().any(|other| may_be_one(one, other)));
    if a.is_empty() || b.is_empty() || may_be_one() { 1.0 } else { 0.8 }
}

/// Whether two people are the same, or one is known by surname alone and the other bears it, or nearly so, as names
/// from other scripts are written in several ways: nothing then says that they are two.
pub(super) fn may_be_one(a: &Entity, b: &Entity) -> bool {
    let is_one_word = |entity: &Entity| !entity.name.contains(' ');
    let surname = |entity: &Entity| fold(entity.name.rsplit(' ').next().unwrap_or_default()).into_owned();
    let (first, second) = (surname(a), surname(b));
    let alike = first == second || (first.len().min(second.len()) >= 5 && one_letter_apart(&first, &second));
    a.id == b.id || (alike && (is_one_word(a) || is_one_word(b) || first != second))
}

/// Whether one letter put in, left out or changed makes the one word the other.
fn one_letter_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let before = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[before..], &b[before..]);
    let after = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    a.len() - after <= 1 && b.len() - after <= 1
}

fn people<'a>(unit: &Unit<'_, 'a>) -> Vec<&'a Entity> {
    let mentions = unit.profiles().iter().flat_map(|sentence| unit.article.mentions(sentence));
    let people =
        mentions.filter(|mention| mention.kind == EntityKind::Person).filter_map(|mention| mention.entity);
    people.filter_map(|index| unit.article.entity(index)).collect()
}

/// How many days a date may mean.
fn days(date: &Date) -> i64 {
    let (first, last) = date.bounds();
    (last - first).whole_days() + 1
}

/// How many days lie between two dates at the least; 0 where they may be the same day.
pub(super) fn days_between(a: &Date, b: &Date) -> i64 {
    let ((a_first, a_last), (b_first, b_last)) = (a.bounds(), b.bounds());
    (b_first - a_last).whole_days().max((a_first - b_last).whole_days()).max(0)
}
