//! Which part of a query is being typed, and what it may become: a word, or a name behind a field.

use super::lexer::{TokenKind, begun, ends_word, is_quotation_mark};
use super::parser::{Scope, field, field_scope, operator};
use crate::text::Span;

/// The part of a query that is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Typed<'q> {
    /// What the field in front says, if there is one.
    pub scope: Scope,
    /// What a completion takes the place of: the word, or the name with its quotation marks, without the field.
    pub span: Span,
    /// What there is of it up to the caret, without quotation marks.
    pub text: &'q str,
    /// Whether it stands between quotation marks, or behind one.
    pub quoted: bool,
}

/// What ends at byte `caret`; `None` where nothing is being typed, or what is takes no completion.
pub(super) fn typed_at(query: &str, caret: usize) -> Option<Typed<'_>> {
    let before = &query[..caret];
    let (tokens, open_quote) = begun(before);
    let mut scopes = vec![Scope::Anywhere];
    // What a field right before a bracket or a quotation mark says of what is inside.
    let mut pending = None;
    for token in tokens.iter().filter(|token| open_quote.is_none_or(|mark| token.span.end <= mark.start)) {
        let outer = *scopes.last()?;
        let said = pending.take().filter(|_| token.glued).unwrap_or(outer);
        match token.kind {
            TokenKind::Open => scopes.push(said),
            TokenKind::Close if scopes.len() > 1 => drop(scopes.pop()),
            TokenKind::Word if token.span.end as usize == caret => return word(query, token.span, outer),
            TokenKind::Word => {
                let named = field(token.span.of(before)).filter(|(_, rest)| rest.is_empty());
                pending = named.and_then(|(name, _)| field_scope(name));
            }
            _ => {}
        }
    }
    let mark = open_quote?;
    let glued = tokens.iter().any(|token| token.span.end == mark.start);
    let scope = pending.filter(|_| glued).or(scopes.last().copied())?;
    Some(quoted(query, caret, mark, scope))
}

/// A word that ends at the caret, perhaps with a field in front. It goes on to its end behind the caret.
fn word(query: &str, span: Span, outer: Scope) -> Option<Typed<'_>> {
    let text = span.of(query);
    if operator(text).is_some() || text.contains(['*', '~']) {
        return None;
    }
    let named = field(text).and_then(|(name, value)| Some((field_scope(name)?, value)));
    let (scope, value) = named.unwrap_or((outer, text));
    let end = end_of_word(query, span.end as usize);
    let span = Span::new(span.end as usize - value.len(), end);
    (named.is_some() || !value.is_empty()).then_some(Typed { scope, span, text: value, quoted: false })
}

/// What follows a quotation mark up to the caret: behind a field the whole name, elsewhere its last word.
fn quoted(query: &str, caret: usize, mark: Span, scope: Scope) -> Typed<'_> {
    let inside = &query[mark.end as usize..caret];
    if matches!(scope, Scope::Anywhere | Scope::Title) {
        let start = inside
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + inside[at..].chars().next().map_or(1, char::len_utf8));
        let span = Span::new(mark.end as usize + start, end_of_word(query, caret));
        return Typed { scope, span, text: &inside[start..], quoted: true };
    }
    // A quotation mark behind a space opens another phrase.
    let rest = &query[caret..];
    let closing = rest.find(is_quotation_mark).filter(|&at| !rest[..at].ends_with(char::is_whitespace));
    let length = |at: usize| at + rest[at..].chars().next().map_or(1, char::len_utf8);
    let end = closing.map_or(caret, |at| caret + length(at));
    Typed { scope, span: Span::new(mark.start as usize, end), text: inside, quoted: true }
}

fn end_of_word(query: &str, at: usize) -> usize {
    query[at..].find(ends_word).map_or(query.len(), |length| at + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The caret is written as `|`; what would be replaced comes back in brackets, with its scope.
    fn typed(marked: &str) -> String {
        let caret = marked.find('|').unwrap();
        let query = marked.replacen('|', "", 1);
        let Some(typed) = typed_at(&query, caret) else { return String::new() };
        format!("{:?} [{}] {}", typed.scope, typed.span.of(&query), typed.text)
    }

    #[test]
    fn what_is_typed() {
        let cases = [
            ("trea|", "Anywhere [trea] trea"),
            ("signed trea|", "Anywhere [trea] trea"),
            ("tre|aty signed", "Anywhere [treaty] tre"),
            ("signed |", ""),
            ("|", ""),
            ("signed OR|", ""),
            ("trea*|", ""),
            ("-trea|", "Anywhere [trea] trea"),
            ("(signed OR trea|", "Anywhere [trea] trea"),
            ("person:arag|", "Field(Kind(Person)) [arag] arag"),
            ("person:|", "Field(Kind(Person)) [] "),
            ("signed person:\"abbas ar|", "Field(Kind(Person)) [\"abbas ar] abbas ar"),
            ("person:\"Abb|as Araghchi\" signed", "Field(Kind(Person)) [\"Abbas Araghchi\"] Abb"),
            ("person:\"abb| \"the treaty\"", "Field(Kind(Person)) [\"abb] abb"),
            ("person:(lavrov OR ar|", "Field(Kind(Person)) [ar] ar"),
            ("person:(lavrov) ar|", "Anywhere [ar] ar"),
            ("source:\"tehr|", "Field(Source) [\"tehr] tehr"),
            ("\"strategic par|", "Anywhere [par] par"),
            ("title:trea|", "Title [trea] trea"),
            ("date:20|", "Date [20] 20"),
            ("http:trea|", "Anywhere [http:trea] http:trea"),
        ];
        for (marked, expected) in cases {
            assert_eq!(typed(marked), expected, "{marked}");
        }
    }
}
