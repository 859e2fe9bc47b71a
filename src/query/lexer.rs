//! Query text -> tokens. What no grammar could use is taken out here, with a diagnostic: quotation marks and brackets
//! without a partner, and brackets nested too deep.

use super::Diagnostic;
use crate::text::Span;

/// Brackets inside brackets beyond this are read as if they were not there; nobody types that many.
const DEEPEST: usize = 32;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Open,
    Close,
    /// A hyphen right before what it excludes.
    Minus,
    /// Between quotation marks; the span is what stands inside.
    Quoted,
    /// Anything else up to white space, a bracket or a quotation mark.
    Word,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: TokenKind,
    pub span: Span,
    /// Whether no white space stands before it.
    pub glued: bool,
}

/// The tokens of a query, brackets in pairs. Cost: one pass.
pub(super) fn tokens(query: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Token> {
    paired(split(query, diagnostics), diagnostics)
}

/// The tokens of a query that is still being typed, brackets as they are, and where the quotation mark stands that is
/// not closed yet; what stands behind it is in the tokens as well.
pub(super) fn begun(query: &str) -> (Vec<Token>, Option<Span>) {
    let mut diagnostics = Vec::new();
    let tokens = split(query, &mut diagnostics);
    (tokens, diagnostics.first().map(|diagnostic| diagnostic.span))
}

fn split(query: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Token> {
    let mut lexer = Lexer { query, at: 0, glued: false, tokens: Vec::new(), quotes_left: true };
    while let Some(character) = query[lexer.at..].chars().next() {
        lexer.step(character, diagnostics);
    }
    lexer.tokens
}

struct Lexer<'q> {
    query: &'q str,
    at: usize,
    glued: bool,
    tokens: Vec<Token>,
    /// Cleared by the first quotation mark without a partner.
    quotes_left: bool,
}

impl Lexer<'_> {
    fn step(&mut self, character: char, diagnostics: &mut Vec<Diagnostic>) {
        let start = self.at;
        let after = start + character.len_utf8();
        match character {
            _ if character.is_whitespace() => {
                self.at = after;
                self.glued = false;
            }
            '(' => self.push(TokenKind::Open, start, after, after),
            ')' => self.push(TokenKind::Close, start, after, after),
            _ if is_quotation_mark(character) => self.quoted(start, after, diagnostics),
            '-' if self.excludes(after) => self.push(TokenKind::Minus, start, after, after),
            _ => {
                let end =
                    self.query[start..].find(ends_word).map_or(self.query.len(), |length| start + length);
                self.push(TokenKind::Word, start, end, end);
            }
        }
    }

    fn push(&mut self, kind: TokenKind, start: usize, end: usize, next: usize) {
        self.tokens.push(Token { kind, span: Span::new(start, end), glued: self.glued });
        self.at = next;
        self.glued = true;
    }

    fn quoted(&mut self, start: usize, after: usize, diagnostics: &mut Vec<Diagnostic>) {
        let closing = self.quotes_left.then(|| self.query[after..].find(is_quotation_mark)).flatten();
        match closing {
            Some(length) => {
                let end = after + length;
                let mark = self.query[end..].chars().next().map_or(1, char::len_utf8);
                self.push(TokenKind::Quoted, after, end, end + mark);
            }
            None => {
                self.quotes_left = false;
                self.at = after;
                diagnostics.push(Diagnostic {
                    span: Span::new(start, after),
                    message: "this quotation mark is never closed; what follows is searched as words".into(),
                });
            }
        }
    }

    /// Whether a hyphen with the rest of the query behind it means NOT.
    fn excludes(&self, after: usize) -> bool {
        !self.glued
            && self.query[after..]
                .chars()
                .next()
                .is_some_and(|next| !next.is_whitespace() && !matches!(next, '-' | ')'))
    }
}

pub(super) fn ends_word(character: char) -> bool {
    character.is_whitespace() || matches!(character, '(' | ')') || is_quotation_mark(character)
}

pub(super) fn is_quotation_mark(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '「' | '」')
}

/// The tokens without brackets that have no partner or stand too deep.
fn paired(tokens: Vec<Token>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Token> {
    let mut open: Vec<usize> = Vec::new();
    let mut faults: Vec<Option<&str>> = vec![None; tokens.len()];
    for (index, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Open => open.push(index),
            TokenKind::Close => match open.pop() {
                None => faults[index] = Some("this bracket closes nothing and is left out"),
                Some(partner) if open.len() >= DEEPEST => {
                    faults[partner] = Some("brackets stand too deep here and are left out");
                    faults[index] = faults[partner];
                }
                Some(_) => {}
            },
            _ => {}
        }
    }
    for index in open {
        faults[index] = Some("this bracket is never closed and is left out");
    }
    let mut kept = Vec::with_capacity(tokens.len());
    for (token, fault) in tokens.into_iter().zip(faults) {
        match fault {
            Some(message) => diagnostics.push(Diagnostic { span: token.span, message: message.into() }),
            None => kept.push(token),
        }
    }
    kept
}
