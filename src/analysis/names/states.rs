//! States of the United States as datelines shorten them: "Weller, Vt." lies in Vermont. Cost: a look at each word behind
//! a comma.

use super::curated::Known;
use super::patterns::{Match, Meaning};
use super::tokens::{Gap, Text, Token};
use crate::analysis::Form;
use crate::text::{Arrange as _, WordList};

/// Short forms with the state's id. Georgia and Washington are left out, whose ids are the country's and the city's.
const STATES: WordList = WordList::phrases(
    "Ala alabama/Ariz arizona/Ark arkansas/Calif california/Colo colorado/Conn connecticut/Del delaware/\
     Fla florida/Ill illinois/Ind indiana/Kan kansas/Ky kentucky/La louisiana/Md maryland/\
     Mass massachusetts/Mich michigan/Minn minnesota/Miss mississippi/Mo missouri/Mont montana/\
     Neb nebraska/Nev nevada/N.H new-hampshire/N.J new-jersey/N.M new-mexico/N.Y new-york/\
     N.C north-carolina/N.D north-dakota/Okla oklahoma/Ore oregon/Pa pennsylvania/R.I rhode-island/\
     S.C south-carolina/S.D south-dakota/Tenn tennessee/Tex texas/Vt vermont/Va virginia/\
     W.Va west-virginia/Wis wisconsin/Wyo wyoming",
);

/// Adds to the names known beforehand the states that stand in short behind a town's name.
pub(super) fn add(text: &Text<'_>, known: &Known, matches: &mut Vec<Match>) {
    let before = matches.len();
    for (at, token) in text.tokens.iter().enumerate() {
        let follows_town = token.gap == Gap::Comma && text.before(at).is_some_and(Token::is_capitalised);
        if !follows_town || !is_stopped(text, token) {
            continue;
        }
        let id =
            STATES.iter().find_map(|state| state.split_once(' ').filter(|(short, _)| *short == token.text));
        let is_taken = || {
            let first = matches[..before].partition_point(|found| found.tokens.end <= at);
            matches[first..before].first().is_some_and(|found| found.tokens.start <= at)
        };
        if let Some(&entity) = id.and_then(|(_, id)| known.ids.get(id))
            && !is_taken()
        {
            matches.push(Match { tokens: at..at + 1, meanings: vec![Meaning::Name(entity, Form::Acronym)] });
        }
    }
    if matches.len() > before {
        matches.arrange_by_key(|found| found.tokens.start);
    }
}

/// "Vt." and "N.H." with their last stop.
fn is_stopped(text: &Text<'_>, token: &Token<'_>) -> bool {
    let span = token.span.of(text.source);
    span.ends_with('.') || text.source[token.span.end as usize..].starts_with('.')
}
