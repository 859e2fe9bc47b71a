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
     вячеслав геннадий георгий герман григорий даниил денис дмитрий евгений егор иван игорь илья кирилл константин леонид \
     максим марат михаил никита николай олег павел петр рамзан руслан рустам рустем святослав семен сергей станислав степан \
     тимур федор филипп эдуард юрий яков ярослав андрий александра алина алла анастасия анна валентина валерия виктория галина \
     дарья евгения екатерина елена елизавета зинаида ирина карина кира ксения лариса лидия людмила маргарита марина мария \
     наталья наталия нина оксана ольга полина раиса светлана софья тамара татьяна юлия яна дональд джо джозеф барак камала \
     энтони марко майк марк джон джеймс джордж роберт уильям билл томас дэвид стивен стив питер пол кристофер риши тереза \
     эмманюэль эммануэль франсуа николя жан олаф ангела фридрих франк анналена марин джорджа серджо педро хосе хуан карлос луис \
     жаир николас урсула шарль йенс антониу тедрос рафаэль жозеп кая реджеп хакан мевлют ильхам никол зураб нурсултан шавкат садыр \
     эмомали гурбангулы аббас али хосейн хусейн хассан хасан мохаммад мохаммед мухаммед махмуд масуд эбрахим ибрагим казем джавад \
     саид сейед сейид амир реза голамреза исмаил башар абдель абдулла салман фейсал сауд биньямин беньямин йоав исраэль си ким \
     джек нарендра шахбаз имран асиф александар анджей радослав",
);

/// Given names that are alike in all cases, folded: what follows tells no case either.
const INDECLINABLE: WordList =
    WordList::of("джо камала си ким риши хосе никол али николя пол жан кая мевлют");

/// The nominatives by what their cases have in common: Александр and Александра are of one.
static NOMINATIVES: LazyLock<Keyed<Vec<&'static str>>> = LazyLock::new(|| {
    let mut nominatives = Keyed::default();
    for name in GIVEN_NAMES.iter() {
        nominatives.entry(key(name), Vec::new).push(name);
    }
    nominatives
});

/// A given name as it stands, and in the nominative.
struct Given {
    written: String,
    nominative: &'static str,
}

impl Given {
    /// The given name that a word is, where its form leaves one.
    fn of(word: &Token<'_>) -> Option<Self> {
        let written = fold(word.text).into_owned();
        let of_key = NOMINATIVES.get(key(&written)).map_or(&[][..], Vec::as_slice);
        let nominative = match of_key {
            [] => None,
            [one] => Some(*one),
            several => {
                let of = |is_woman: bool| several.iter().copied().find(|name| is_womans(name) == is_woman);
                match () {
                    // Александр and Валентиной leave no doubt, Александра and Валентину do.
                    () if !written.ends_with(['а', 'я', 'е', 'у', 'ю'])
                        && several.contains(&written.as_str()) =>
                    {
                        several.iter().copied().find(|name| *name == written)
                    }
                    () if written.ends_with("ом") || written.ends_with("ем") => of(false),
                    () if ["ы", "и", "ой", "ей"].iter().any(|ending| written.ends_with(ending)) => {
                        of(true)
                    }
                    () => None,
                }
            }
        };
        nominative.map(|nominative| Self { written, nominative })
    }

    fn is_nominative(&self) -> bool {
        self.written == self.nominative
    }

    fn is_alike_in_all_cases(&self) -> bool {
        INDECLINABLE.contains(self.nominative)
    }

    fn is_womans(&self) -> bool {
        is_womans(self.nominative)
    }
}

fn is_womans(nominative: &str) -> bool {
    nominative.ends_with(['а', 'я'])
        && !matches!(nominative, "никита" | "илья" | "реза" | "голамреза" | "абдулла")
}

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

/// People: a given name and a surname that stand in the nominative or in a case that leaves no doubt how they are called. Where the
/// name stands in another case, it is found once it has been found so.
pub(in super::super) fn people(text: &Text<'_>, matches: &[Match]) -> Vec<Proposal> {
    let mut is_known = vec![false; text.tokens.len()];
    for found in matches.iter().filter(|found| found.tokens.len() > 1) {
        is_known[found.tokens.clone()].fill(true);
    }
    let goes_on = |at: usize| {
        text.after(at).is_some_and(|next| {
            next.case == Case::Capital
                && !is_known[at + 1]
                && (next.gap == Gap::Hyphen || next.gap == Gap::Space && Given::of(next).is_none())
        })
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let given =
            Given::of(&text.tokens[at]).filter(|_| text.tokens[at].case == Case::Capital && goes_on(at));
        let Some(given) = given.filter(|_| !is_known[at]) else {
            at += 1;
            continue;
        };
        let mut end = at + 2;
        while end - at <= MOST_FURTHER && goes_on(end - 1) {
            end += 1;
        }
        let further: Vec<&Token<'_>> = text.tokens[at + 1..end].iter().collect();
        if called(&given, &further).is_some() {
            found.push(Proposal {
                tokens: at..end,
                kind: EntityKind::Person,
                form: Form::Name,
                basis: Basis::Rule,
            });
        }
        at = end;
    }
    found
}

/// A patronymic in the nominative, folded.
fn patronymic(word: &Token<'_>) -> Option<String> {
    let folded = fold(word.text);
    let cut = |ending: &str| folded.rfind(ending).map(|at| &folded[..at + ending.len()]);
    let is_ending = |stem: &str, endings: &[&str]| endings.contains(&&folded[stem.len()..]);
    let sons = ["ович", "евич"].iter().find_map(|ending| cut(ending));
    let son = sons.filter(|stem| is_ending(stem, &["", "а", "у", "ем", "е"]));
    let daughters = ["овн", "евн", "ичн"].iter().find_map(|ending| cut(ending));
    let daughter = daughters.filter(|stem| is_ending(stem, &["а", "ы", "е", "у", "ой"]));
    son.map(str::to_owned).or(daughter.map(|stem| format!("{stem}а")))
}

/// How a person is called whose name stands in the article so: "Сергеем Лавровым" is Сергей Лавров. `None` where that is not sure.
fn called(given: &Given, further: &[&Token<'_>]) -> Option<String> {
    let mut name = capital(given.nominative);
    for (place, token) in further.iter().enumerate() {
        let folded = fold(token.text);
        let is_last = place + 1 == further.len();
        let word = match patronymic(token).filter(|_| !is_last || further.len() == 1) {
            Some(patronymic) => capital(&patronymic),
            // "Ким Чен Ын", "Касым-Жомарт Токаев"
            None if !is_last => given.is_nominative().then(|| token.text.to_owned())?,
            None => surname(given, &folded, token.text)?,
        };
        name.push(if token.gap == Gap::Hyphen { '-' } else { ' ' });
        name.push_str(&word);
    }
    Some(name)
}

/// A surname in the nominative; `None` where its ending does not go with the given name's, or does not tell.
fn surname(given: &Given, folded: &str, written: &str) -> Option<String> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| folded.ends_with(ending));
    let stem = key(folded);
    // "Кошевого" is of no Кошев.
    let is_russian = ["ов", "ев", "ин", "ын"].iter().any(|ending| stem.ends_with(ending))
        && !ends(&["ого", "ому", "ый", "ий"]);
    let is_adjective = stem.ends_with("ск") || stem.ends_with("цк");
    if is_russian || is_adjective {
        let ending = match (is_russian, given.is_womans()) {
            (true, false) => "",
            (true, true) => "а",
            (false, false) => "ий",
            (false, true) => "ая",
        };
        let nominative = format!("{stem}{ending}");
        // "Надежды Трампов" agree in no case.
        let agrees = given.is_alike_in_all_cases() || given.is_nominative() == (folded == nominative);
        return agrees.then(|| capital(&nominative));
    }
    let is_consonant = !folded.ends_with(|c| "аеиоуыэюяьй".contains(c));
    match () {
        () if given.is_nominative() && given.is_alike_in_all_cases() => {
            (is_consonant || ends(&["и", "о"])).then(|| written.to_owned())
        }
        () if given.is_nominative() => (!ends(&["ого", "ому", "ым", "ом"])).then(|| written.to_owned()),
        // A man's foreign surname ends in a case as his given name does.
        () if !given.is_womans() && (ends(&["а"]) && given.written.ends_with(['а', 'я'])) => {
            Some(capital(stem))
        }
        () if !given.is_womans()
            && ends(&["ом", "ем"])
            && (given.written.ends_with("ом") || given.written.ends_with("ем")) =>
        {
            Some(capital(stem))
        }
        // "Аббасом Аракчи", "Валентины Матвиенко"
        () if ends(&["и", "о", "э"]) || is_consonant && given.is_womans() => Some(written.to_owned()),
        () => None,
    }
}

/// The name of a person in the nominative. `None` for what is no person's, and where it is not sure.
pub(in super::super) fn citation(text: &Text<'_>, tokens: &Range<usize>) -> Option<String> {
    if text.morphology != Morphology::Cases {
        return None;
    }
    let given = Given::of(&text.tokens[tokens.start])?;
    called(&given, &text.tokens[tokens.start + 1..tokens.end].iter().collect::<Vec<_>>())
}

/// Whether a surname alone may mean a person of this name: "Навальная" is no Алексей Навальный, and "Немцова" may be his wife.
pub(in super::super) fn fits(text: &Text<'_>, tokens: &Range<usize>, person: &str) -> bool {
    let given = fold(person.split(' ').next().unwrap_or("")).into_owned();
    if tokens.len() > 1 || !GIVEN_NAMES.contains(&given) {
        return true;
    }
    let surname = fold(text.tokens[tokens.start].text);
    let ends = |endings: &[&str]| endings.iter().any(|ending| surname.ends_with(ending));
    let as_woman = ends(&["ова", "ева", "ина", "ына", "овой", "евой", "иной", "ской", "цкой", "ая", "ую"]);
    let as_man = ends(&[
        "ов",
        "ев",
        "ин",
        "ын",
        "ский",
        "цкий",
        "ского",
        "цкого",
        "скому",
        "цкому",
        "ским",
        "цким",
        "ым",
    ]);
    if is_womans(&given) { !as_man } else { !as_woman }
}

/// Whether a lone word is a form of a name of the table, not only of one key with it: "Минский" is not Minsk, and "Дани", whose key is
/// all of it, not Denmark. A word that opens a sentence may be one that only looks like a name ("Вены вздулись").
pub(in super::super) fn is_form_of_a_name(
    text: &Text<'_>,
    tokens: &Range<usize>,
    listed: &Keyed<()>,
) -> bool {
    const LIKE_WORDS: WordList = WordList::of("газа вена вены перу рим");
    const ADJECTIVES: [&str; 9] = ["ский", "ским", "ского", "скому", "ская", "скую", "ские", "ских", "скими"];
    if tokens.len() > 1 || text.tokens[tokens.start].case != Case::Capital {
        return true;
    }
    let folded = fold(text.tokens[tokens.start].text);
    let is_bare = key(&folded) == folded && listed.get(&folded).is_none();
    let is_adjective = ADJECTIVES.iter().any(|ending| folded.ends_with(ending));
    !(is_bare || is_adjective || text.opens_sentence(tokens.start) && LIKE_WORDS.contains(&folded))
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
