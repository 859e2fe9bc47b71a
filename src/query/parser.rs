//! Query text -> [`Query`], by recursive descent over the tokens. Never fails: what fits nowhere is searched as words.
//!
//! ```text
//! any     = all ("OR" all)*
//! all     = unary (["AND"] unary)*
//! unary   = ("NOT" | "-")* near
//! near    = primary ("NEAR/" number primary)*
//! primary = "(" any ")" | quoted | [field ":"] word ["*" | "~" [number]]
//! ```

use super::Diagnostic;
use super::lexer::{Token, TokenKind, tokens};
use super::syntax::{Field, Form, Pattern, Phrase, Query, Value};
use crate::index::{Zone, spelling};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, Date, Span, words};

/// More words than this are left out, so that no query takes for ever.
const MOST_WORDS: usize = 256;

/// What a query asks for, and what in it could not be understood.
///
/// ```
/// use crossread::query::parse;
/// let (query, diagnostics) = parse("treaty -source:\"Tashkent Herald\" OR accord*");
/// assert_eq!(query.to_string(), "(or (and treaty (not source:\"tashkent herald\")) accord*)");
/// assert!(diagnostics.is_empty());
///
/// let (query, diagnostics) = parse("(treaty");
/// assert_eq!(query.to_string(), "treaty");
/// assert_eq!(diagnostics[0].span.range(), 0..1);
/// ```
pub fn parse(query: &str) -> (Query, Vec<Diagnostic>) {
    let (parsed, parser) = read(query);
    let mut diagnostics = parser.diagnostics;
    diagnostics.arrange_by_key(|diagnostic| diagnostic.span);
    (parsed, diagnostics)
}

/// The words of a query that are looked for in titles and texts, where they stand in it and how they are meant.
pub(super) fn typed_words(query: &str) -> Vec<(Span, Form)> {
    read(query).1.typed
}

fn read(query: &str) -> (Query, Parser<'_>) {
    let mut diagnostics = Vec::new();
    let tokens = tokens(query, &mut diagnostics);
    let mut parser = Parser { query, tokens, at: 0, words: 0, typed: Vec::new(), diagnostics };
    let parsed = parser.any(Scope::Anywhere).unwrap_or(Query::Everything);
    (parsed, parser)
}

/// What a field in front says of the words behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Anywhere,
    Title,
    Field(Field),
    Date,
}

/// A word that joins others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    And,
    Or,
    Not,
    Near(u32),
}

struct Parser<'q> {
    query: &'q str,
    tokens: Vec<Token>,
    at: usize,
    words: usize,
    typed: Vec<(Span, Form)>,
    diagnostics: Vec<Diagnostic>,
}

impl<'q> Parser<'q> {
    fn any(&mut self, scope: Scope) -> Option<Query> {
        let mut branches = Vec::new();
        loop {
            branches.extend(self.all(scope));
            if self.operator(self.at) != Some(Operator::Or) {
                break;
            }
            self.at += 1;
        }
        joined(branches, Query::Or)
    }

    /// Everything up to the end, a closing bracket or an OR between two operands.
    fn all(&mut self, scope: Scope) -> Option<Query> {
        let mut parts = Vec::new();
        while self.peek().is_some_and(|token| token.kind != TokenKind::Close) {
            let has_both = !parts.is_empty() && self.begins_operand(self.at + 1);
            match self.operator(self.at) {
                Some(Operator::Or) if has_both => break,
                Some(Operator::And) if has_both => self.at += 1,
                Some(Operator::Not) if self.begins_operand(self.at + 1) => parts.extend(self.unary(scope)),
                Some(_) => parts.extend(self.dangling(scope)),
                None => parts.extend(self.unary(scope)),
            }
        }
        joined(parts, Query::And)
    }

    fn unary(&mut self, scope: Scope) -> Option<Query> {
        let mut negated = false;
        while let Some(token) = self.peek() {
            let is_not = self.operator(self.at) == Some(Operator::Not) && self.begins_operand(self.at + 1);
            if !(is_not || token.kind == TokenKind::Minus) {
                break;
            }
            negated = !negated;
            self.at += 1;
        }
        let operand = if self.begins_operand(self.at) { self.near(scope) } else { None }?;
        Some(if negated { Query::Not(Box::new(operand)) } else { operand })
    }

    fn near(&mut self, scope: Scope) -> Option<Query> {
        let mut left = self.primary(scope)?;
        while let (Some(Operator::Near(distance)), Query::Text(pattern)) = (self.operator(self.at), &mut left)
        {
            let behind = self.tokens.get(self.at + 1).map(|token| token.kind);
            if !matches!(behind, Some(TokenKind::Word | TokenKind::Quoted))
                || self.operator(self.at + 1).is_some()
            {
                break;
            }
            let operator = self.tokens[self.at].span;
            self.at += 1;
            match self.primary(scope) {
                Some(Query::Text(right)) if right.zone == pattern.zone => {
                    pattern.near.push((distance, right.first))
                }
                Some(right) => {
                    self.report(operator, "NEAR joins words and phrases; read as AND here".into());
                    return Some(Query::And(vec![left, right]));
                }
                None => {}
            }
        }
        Some(left)
    }

    fn primary(&mut self, scope: Scope) -> Option<Query> {
        let token = *self.peek()?;
        self.at += 1;
        match token.kind {
            TokenKind::Open => self.group(token, scope),
            TokenKind::Quoted => self.leaf(token.span, scope, true),
            TokenKind::Word => self.word(token, scope),
            TokenKind::Close | TokenKind::Minus => None,
        }
    }

    fn group(&mut self, open: Token, scope: Scope) -> Option<Query> {
        let inner = self.any(scope);
        if self.peek().is_some_and(|token| token.kind == TokenKind::Close) {
            if self.tokens[self.at - 1] == open {
                self.report(open.span, "nothing stands in these brackets".into());
            }
            self.at += 1;
        }
        inner
    }

    /// A word, perhaps with a field in front.
    fn word(&mut self, token: Token, scope: Scope) -> Option<Query> {
        let text = token.span.of(self.query);
        let Some((name, rest)) = field(text) else {
            return self.leaf(token.span, scope, false);
        };
        let glued_value = self
            .peek()
            .is_some_and(|next| next.glued && matches!(next.kind, TokenKind::Quoted | TokenKind::Open));
        let name_end = token.span.start + name.len() as u32 + 1;
        match field_scope(name) {
            Some(inner) if !rest.is_empty() => {
                self.leaf(Span { start: name_end, end: token.span.end }, inner, false)
            }
            Some(inner) if glued_value => self.primary(inner),
            Some(_) => {
                let message = format!("`{name}:` needs a value right behind the colon; searched as a word");
                self.report(token.span, message);
                self.plain_words(token.span, scope)
            }
            None if (rest.is_empty() && !glued_value) || rest.starts_with("//") => {
                self.plain_words(token.span, scope)
            }
            None => {
                let name_span = Span { start: token.span.start, end: name_end };
                self.report(name_span, format!("there is no field `{name}:`; searched as words"));
                self.plain_words(token.span, scope)
            }
        }
    }

    /// An operator with nothing to join.
    fn dangling(&mut self, scope: Scope) -> Option<Query> {
        let span = self.tokens[self.at].span;
        self.at += 1;
        let text = span.of(self.query);
        self.report(span, format!("`{text}` has nothing to join here; searched as a word"));
        self.plain_words(span, scope)
    }

    /// A word or what stands between quotation marks, as the scope reads it.
    fn leaf(&mut self, span: Span, scope: Scope, quoted: bool) -> Option<Query> {
        match scope {
            Scope::Anywhere | Scope::Title if quoted => self.phrase(span, scope, &|word| Form::Exact(word)),
            Scope::Anywhere | Scope::Title => self.suffixed(span, scope),
            Scope::Field(field) => self.name(span, field, quoted),
            Scope::Date => self.date(span),
        }
    }

    fn name(&mut self, span: Span, field: Field, quoted: bool) -> Option<Query> {
        let text = span.of(self.query);
        let open = !quoted && text.ends_with('*');
        let spelling = spelling(text);
        if spelling.is_empty() {
            self.report(span, no_words(text));
            return None;
        }
        self.count_words(1, span)?;
        Some(Query::Field(field, Value { spelling, open }))
    }

    fn date(&mut self, span: Span) -> Option<Query> {
        let text = span.of(self.query);
        match stretch(text) {
            Some(date) => Some(Query::Date(date)),
            None => {
                let message = format!(
                    "`{text}` is no date; write date:2025-04-16, date:2025-04 or date:2025-04..2025-12; searched as words"
                );
                self.report(span, message);
                self.plain_words(span, Scope::Anywhere)
            }
        }
    }

    /// A word that may end in `*`, `~` or `~2`.
    fn suffixed(&mut self, span: Span, scope: Scope) -> Option<Query> {
        let text = span.of(self.query);
        let (stem, last): (&str, &dyn Fn(String) -> Form) = match text.as_bytes() {
            [.., b'*'] => (&text[..text.len() - 1], &Form::Prefix),
            [.., b'~'] => (&text[..text.len() - 1], &|word| Form::Typos(word, 1)),
            [.., b'~', b'1'] => (&text[..text.len() - 2], &|word| Form::Typos(word, 1)),
            [.., b'~', b'2'] => (&text[..text.len() - 2], &|word| Form::Typos(word, 2)),
            _ => (text, &Form::Inflected),
        };
        if stem.contains(['*', '~']) {
            let message = "`*` and `~` (or `~1`, `~2`) go at the end of a word; searched without them";
            self.report(span, message.into());
            return self.plain_words(span, scope);
        }
        let inner = Span::new(span.start as usize, span.start as usize + stem.len());
        self.phrase(inner, scope, last)
    }

    /// The words of a stretch side by side, without any meaning of their own.
    fn plain_words(&mut self, span: Span, scope: Scope) -> Option<Query> {
        let scope = if scope == Scope::Title { scope } else { Scope::Anywhere };
        self.phrase(span, scope, &Form::Inflected)
    }

    /// The words of a stretch side by side. `form` says how the last is meant; between quotation marks all are
    /// exact, elsewhere those before the last are taken inflected.
    fn phrase(&mut self, span: Span, scope: Scope, form: &dyn Fn(String) -> Form) -> Option<Query> {
        let text = span.of(self.query);
        let mut found = Vec::new();
        let mut spans = Vec::new();
        for word in words(text) {
            let folded = word.folded();
            if !folded.is_empty() {
                found.push(folded.into_owned());
                spans.push(word.span.shifted(span.start as usize));
            }
        }
        if found.is_empty() {
            self.report(span, no_words(text));
            return None;
        }
        self.count_words(found.len(), span)?;
        let forms = all_but_last_as_words(found, form);
        self.typed.extend(spans.into_iter().zip(forms.iter().cloned()));
        let zone = (scope == Scope::Title).then_some(Zone::Title);
        Some(Query::Text(Pattern { zone, first: Phrase(forms), near: Vec::new() }))
    }

    /// `None` where the query already has all the words it may have.
    fn count_words(&mut self, count: usize, span: Span) -> Option<()> {
        let before = self.words;
        self.words = before.saturating_add(count);
        if self.words <= MOST_WORDS {
            return Some(());
        }
        if before <= MOST_WORDS {
            self.report(span, format!("only the first {MOST_WORDS} words of a query are searched"));
        }
        None
    }

    fn report(&mut self, span: Span, message: String) {
        self.diagnostics.push(Diagnostic { span, message });
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn begins_operand(&self, at: usize) -> bool {
        let is_operand = |token: &Token| token.kind != TokenKind::Close;
        self.tokens.get(at).is_some_and(is_operand) && matches!(self.operator(at), None | Some(Operator::Not))
    }

    fn operator(&self, at: usize) -> Option<Operator> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
        operator(token.span.of(self.query))
    }
}

pub(super) fn operator(word: &str) -> Option<Operator> {
    match word {
        "AND" => Some(Operator::And),
        "OR" => Some(Operator::Or),
        "NOT" => Some(Operator::Not),
        _ => {
            let distance = word.strip_prefix("NEAR/")?;
            let digits = !distance.is_empty() && distance.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| Operator::Near(distance.parse().unwrap_or(u32::MAX)))
        }
    }
}

fn all_but_last_as_words(found: Vec<String>, form: &dyn Fn(String) -> Form) -> Vec<Form> {
    let exact = matches!(form(String::new()), Form::Exact(_));
    let last = found.len() - 1;
    let each = |(index, word)| if exact || index == last { form(word) } else { Form::Inflected(word) };
    found.into_iter().enumerate().map(each).collect()
}

fn no_words(text: &str) -> String {
    format!("`{text}` holds no word to search for")
}

fn joined(mut parts: Vec<Query>, join: fn(Vec<Query>) -> Query) -> Option<Query> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(join(parts)),
    }
}

/// What stands before and behind the colon of a word with a field, known or not.
pub(super) fn field(word: &str) -> Option<(&str, &str)> {
    let is_name = |name: &str| name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    word.split_once(':').filter(|(name, _)| is_name(name))
}

pub(super) fn field_scope(name: &str) -> Option<Scope> {
    Some(match name.to_ascii_lowercase().as_str() {
        "title" => Scope::Title,
        "date" => Scope::Date,
        "source" => Scope::Field(Field::Source),
        "author" => Scope::Field(Field::Author),
        "lang" | "language" => Scope::Field(Field::Language),
        "speaker" => Scope::Field(Field::Speaker),
        "entity" => Scope::Field(Field::Entity),
        "person" => Scope::Field(Field::Kind(EntityKind::Person)),
        "org" | "organization" => Scope::Field(Field::Kind(EntityKind::Organization)),
        "place" => Scope::Field(Field::Kind(EntityKind::Place)),
        "agreement" => Scope::Field(Field::Kind(EntityKind::Agreement)),
        "event" => Scope::Field(Field::Kind(EntityKind::Event)),
        _ => return None,
    })
}

/// `2025-04..2025-12`, open on either side, or any EDTF date.
fn stretch(text: &str) -> Option<Date> {
    match text.split_once("..") {
        Some((from, to)) if !text.contains('/') => [from, "/", to].concat().parse().ok(),
        _ => text.parse().ok(),
    }
}
