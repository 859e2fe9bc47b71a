//! Russian names, which end differently in every case: Лавров, Лаврова, Лаврову, Лавровым are one. Words are compared by
//! [`key`], what is left without the ending; a person is called by the nominative. People are found by given names and
//! patronymics, and by nothing else.

use super::super::patterns::Match;
use super::super::rules::Proposal;
use super::super::tokens::{Case, Gap, Text, Token};
use super::Morphology;
use crate::analysis::{Basis, Form};
use crate::ingest::EntityKind;
use crate::text::{Keyed, WordList, fold};
use std::ops::Range;
use std::sync::LazyLock;

/// Endings of nouns and adjectives, the longest first. Those of surnames in -ов, -ев and -ин are none.
const ENDINGS: WordList = WordList::of("ого его ому ему ой ую ым ых их ем ом ые а я е у ю ы и ь");

/// So many letters are left of a word at the least: Мали is not the Малый of a theatre.
const SHORTEST: usize = 4;

/// A given name has at the most so many further words: "Реджеп Тайип Эрдоган".
const MOST_FURTHER: usize = 2;

/// Given names in the news in Russian, folded: of Russians, and of others as Russian writes them.
const GIVEN_NAMES: WordList = WordList::of(
    "александр алексей анатолий андрей антон аркадий артем борис вадим валентин валерий василий виктор виталий владимир владислав \
     вячеслав геннадий георгий герман григорий даниил денис дмитрий евгений егор иван игорь илья кирилл константин лев леонид \
     максим марат михаил никита николай олег павел петр рамзан роман руслан рустам рустем святослав семен сергей станислав степан \
     тимур федор филипп эдуард юрий яков ярослав андрий александра алина алла анастасия анна валентина валерия вера виктория галина \
     дарья евгения екатерина елена елизавета зинаида ирина карина кира ксения лариса лидия людмила маргарита марина мария надежда \
     наталья наталия нина оксана ольга полина раиса светлана софия софья тамара татьяна юлия яна дональд джо джозеф барак камала \
     энтони марко майк марк джон джеймс джордж роберт уильям билл томас дэвид стивен стив питер пол кристофер кир риши тереза \
     эмманюэль эммануэль франсуа николя жан олаф ангела фридрих франк анналена марин джорджа серджо педро хосе хуан карлос луис \
     жаир николас урсула шарль йенс антониу тедрос рафаэль жозеп кая реджеп хакан мевлют ильхам никол зураб нурсултан шавкат садыр \
     эмомали гурбангулы аббас али хосейн хусейн хассан хасан мохаммад мохаммед мухаммед махмуд масуд эбрахим ибрагим казем джавад \
     саид сейед сейид амир реза голамреза исмаил башар абдель абдулла салман фейсал сауд биньямин беньямин йоав исраэль си ким \
     нарендра шахбаз имран асиф александар анджей радослав",
);

/// The nominative by what its cases have in common; of two names of one key, as Александр and Александра, the first.
static NOMINATIVE: LazyLock<Keyed<&'static str>> = LazyLock::new(|| {
    let mut nominative = Keyed::default();
    for name in GIVEN_NAMES.iter() {
        nominative.entry(key(name), || name);
    }
    nominative
});

/// What the cases of a folded word have in common; the word itself where that would be too short, or where it is not Russian.
pub(in super::super) fn key(folded: &str) -> &str {
    let without = |ending: &str| {
        let stem = folded.strip_suffix(ending)?;
        (stem.chars().count() >= SHORTEST).then_some(stem)
    };
    let ends_in = |letters: &str, stem: &str| stem.ends_with(|c| letters.contains(c));
    if !folded.ends_with(|c| ('а'..='я').contains(&c)) {
        return folded;
    }
    let special = match () {
        // Зеленский and Зеленским, but Дмитрий and Максим.
        () if folded.ends_with("кий") => without("ий"),
        () if folded.ends_with("ким") => without("им"),
        () if folded.ends_with("ый") => without("ый"),
        () if folded.ends_with("ой") => without("ой"),
        // Россией and Кореей, but Сергей.
        () if folded.ends_with("ей") => {
            without("ей").filter(|stem| ends_in("аеиоя", stem)).or(without("й"))
        }
        () if folded.ends_with('й') => without("й"),
        // Южная, but Китая and Николая.
        () if folded.ends_with("ая") => {
            without("ая").filter(|stem| ends_in("нквжшх", stem)).or(without("я"))
        }
        () => None,
    };
    special.or_else(|| ENDINGS.iter().find_map(without)).unwrap_or(folded)
}

/// People: a given name with what follows it in capitals, or two words of which the second is a patronymic.
pub(in super::super) fn people(text: &Text<'_>, matches: &[Match]) -> Vec<Proposal> {
    let mut is_known = vec![false; text.tokens.len()];
    for found in matches {
        is_known[found.tokens.clone()].fill(true);
    }
    let goes_on = |at: usize| {
        text.after(at).is_some_and(|next| {
            next.case == Case::Capital && matches!(next.gap, Gap::Space | Gap::Hyphen) && !is_known[at + 1]
        })
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let begins = text.tokens[at].case == Case::Capital && !is_known[at] && goes_on(at);
        let is_name = || nominative(&text.tokens[at]).is_some() || patronymic(&text.tokens[at + 1]).is_some();
        if !begins || !is_name() {
            at += 1;
            continue;
        }
        let mut end = at + 2;
        while end - at <= MOST_FURTHER && goes_on(end - 1) {
            end += 1;
        }
        found.push(Proposal {
            tokens: at..end,
            kind: EntityKind::Person,
            form: Form::Name,
            basis: Basis::Rule,
        });
        at = end;
    }
    found
}

fn nominative(given: &Token<'_>) -> Option<&'static str> {
    NOMINATIVE.get(key(&fold(given.text))).copied()
}

/// A patronymic in the nominative, folded.
fn patronymic(word: &Token<'_>) -> Option<String> {
    let folded = fold(word.text);
    let cut = |ending: &str| folded.rfind(ending).map(|at| &folded[..at + ending.len()]);
    let is_ending = |stem: &str, endings: &[&str]| endings.contains(&&folded[stem.len()..]);
    let son = cut("вич").filter(|stem| is_ending(stem, &["", "а", "у", "ем", "е"]));
    let daughter = cut("вн").filter(|stem| is_ending(stem, &["а", "ы", "е", "у", "ой"]));
    son.map(str::to_owned).or(daughter.map(|stem| format!("{stem}а")))
}

/// The name of a person in the nominative, where it does not stand so: "Сергеем Лавровым" is Сергей Лавров. `None` where it
/// stands so, and for what does not begin with a given name.
pub(in super::super) fn citation(text: &Text<'_>, tokens: &Range<usize>) -> Option<String> {
    if text.morphology != Morphology::Cases {
        return None;
    }
    let written = fold(text.tokens[tokens.start].text);
    let given = nominative(&text.tokens[tokens.start]).filter(|_| !GIVEN_NAMES.contains(&written))?;
    let is_woman = given.ends_with(['а', 'я']) && !matches!(given, "никита" | "илья");
    let mut name = capital(given);
    for token in &text.tokens[tokens.start + 1..tokens.end] {
        let folded = fold(token.text);
        let stem = key(&folded);
        let further = match () {
            () if token.case != Case::Capital => None,
            () if patronymic(token).is_some() => patronymic(token),
            () if ["ов", "ев", "ин", "ын"].iter().any(|ending| stem.ends_with(ending)) => {
                Some(if is_woman { format!("{stem}а") } else { stem.to_owned() })
            }
            () if stem.ends_with("ск") || stem.ends_with("цк") => {
                Some(format!("{stem}{}", if is_woman { "ая" } else { "ий" }))
            }
            // Foreign surnames of men end as their given names do; others stay as they are.
            () if !is_woman && declines_alike(&written, &folded) => Some(stem.to_owned()),
            () => None,
        };
        name.push(if token.gap == Gap::Hyphen { '-' } else { ' ' });
        name.push_str(&further.map_or_else(|| token.text.to_owned(), |further| capital(&further)));
    }
    Some(name)
}

/// "Дональда Трампа", "Дональдом Трампом", but not "Аббаса Аракчи".
fn declines_alike(given: &str, surname: &str) -> bool {
    let ends = |word: &str, endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let cases: [&[&str]; 2] = [&["а", "я"], &["ом", "ем"]];
    cases.iter().any(|endings| ends(given, endings) && ends(surname, endings))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::key;
    use crate::text::fold;

    #[test]
    fn the_cases_of_a_name_have_one_key() {
        for cases in [
            "Лавров Лаврова Лаврову Лавровым Лаврове",
            "Захарова Захаровой Захарову",
            "Путин Путина Путину Путиным Путине",
            "Зеленский Зеленского Зеленскому Зеленским",
            "Сергей Сергея Сергею Сергеем Сергее",
            "Дмитрий Дмитрия Дмитрию Дмитрием Дмитрии",
            "Николай Николая Николаю Николаем Николае",
            "Мария Марии Марию Марией",
            "Максим Максима Максиму Максимом",
            "Россия России Россию Россией",
            "Иран Ирана Ирану Ираном Иране",
            "Китай Китая Китаю Китаем Китае",
            "Северная Северной Северную",
            "Израиль Израиля Израилю Израилем",
            "Вьетнам Вьетнама Вьетнаму Вьетнамом",
            "Москва Москвы Москве Москву Москвой",
            "Аракчи Аракчи",
        ] {
            let mut keys: Vec<String> = cases.split(' ').map(|word| key(&fold(word)).to_owned()).collect();
            keys.dedup();
            assert_eq!(keys.len(), 1, "{cases}: {keys:?}");
        }
        for (one, other) in [("Мали", "Малый"), ("Иван", "Иванов"), ("Перу", "Перов"), ("Иран", "Ирак")]
        {
            assert_ne!(key(&fold(one)), key(&fold(other)));
        }
    }
}
