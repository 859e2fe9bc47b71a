//! HTML -> text as the Markdown reader takes it: paragraphs between blank lines, `##` headings, `-` and `1.` items, `>`
//! quotations. No text is left out but what is outside of the article; captions and links to other articles are
//! told apart, so that they can be marked.

use super::document::{At, Document, Element, NodeKind};
use super::noise::{Noise, is_never_read};
use super::record::{Fields, key, text};
use crate::ingest::json::Value;

/// The text of an article.
#[derive(Default)]
pub(super) struct Prose {
    passages: Vec<Passage>,
}

struct Passage {
    text: String,
    mark: Mark,
    is_beside: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Heading(usize),
    Item,
    Numbered(usize),
    Quotation,
    /// Of a table.
    Row,
}

/// The text of a part of a page, such as a feed has for an article.
pub(super) fn fragment(html: &str) -> Prose {
    let document = Document::parse(html);
    let noise = (0..document.nodes.len()).map(|at| match document.element(at).is_some_and(is_never_read) {
        true => Noise::Outside,
        false if document.element(at).is_some_and(|element| element.name == "figcaption") => Noise::Beside,
        false => Noise::None,
    });
    of(&document, 0, &noise.collect::<Vec<_>>())
}

/// HTML that is one line, such as a title with character references in it.
pub(super) fn line(html: &str) -> String {
    one_line(&Document::parse(html).text(0))
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of what stands inside of a node.
pub(super) fn of(document: &Document, root: At, noise: &[Noise]) -> Prose {
    let mut writer = Writer {
        document,
        noise,
        prose: Prose::default(),
        line: String::new(),
        mark: Mark::None,
        around: Around::default(),
    };
    writer.inside(root);
    writer.end_passage();
    writer.prose
}

impl Prose {
    pub fn is_empty(&self) -> bool {
        self.passages.is_empty()
    }

    /// The first line that belongs to the article.
    pub fn first_line(&self) -> &str {
        let first = self.passages.iter().find(|passage| !passage.is_beside);
        first.and_then(|passage| passage.text.lines().next()).unwrap_or("").trim()
    }

    /// How much text there is, in bytes.
    pub fn characters(&self) -> usize {
        self.passages.iter().map(|passage| passage.text.len()).sum()
    }

    /// Leaves out the heading at the head that says what the title says; above it may stand a word for the section of the paper.
    pub fn without_title(mut self, title: &str) -> Self {
        const LONGEST_SECTION: usize = 40;
        let title = key(title);
        let is_above = |passage: &&Passage| {
            matches!(passage.mark, Mark::Heading(_))
                || passage.is_beside
                || passage.text.len() < LONGEST_SECTION
        };
        let head = self.passages.iter().take_while(is_above);
        let at = head.enumerate().find(|(_, passage)| {
            let heading = key(&passage.text);
            matches!(passage.mark, Mark::Heading(_)) && !heading.is_empty() && title.starts_with(&heading)
        });
        if let Some((at, _)) = at {
            self.passages.remove(at);
        }
        self
    }

    /// A heading with nothing below it but links to other articles is theirs.
    fn mark_headings_of_links(&mut self) {
        let mut only_links = true;
        let mut below = 0;
        for passage in self.passages.iter_mut().rev() {
            if matches!(passage.mark, Mark::Heading(_)) {
                passage.is_beside |= only_links && below > 0;
                (only_links, below) = (true, 0);
            } else {
                only_links &= passage.is_beside;
                below += 1;
            }
        }
    }

    /// The fields `body` and `related` of a record.
    pub fn into_fields(mut self) -> Fields {
        self.mark_headings_of_links();
        let related = self.passages.iter().filter(|passage| passage.is_beside);
        let related = related.flat_map(|passage| [&*passage.text].into_iter().chain(passage.text.lines()));
        let related = related.map(text).collect();
        vec![("body".to_owned(), text(self.written())), ("related".to_owned(), Value::List(related))]
    }

    fn written(&self) -> String {
        let mut written = String::new();
        let mut above = None;
        for Passage { text, mark, .. } in &self.passages {
            let is_item = |mark: Mark| matches!(mark, Mark::Item | Mark::Numbered(_));
            written.push_str(match above {
                None => "",
                Some(Mark::Row) if *mark == Mark::Row => "\n",
                Some(above) if is_item(above) && is_item(*mark) => "\n",
                Some(_) => "\n\n",
            });
            match mark {
                Mark::None | Mark::Row => written.push_str(text),
                Mark::Heading(level) => {
                    written.extend(std::iter::repeat_n('#', *level));
                    written.push(' ');
                    written.push_str(&text.replace('\n', " "));
                }
                Mark::Item => {
                    written.push_str("- ");
                    written.push_str(&text.replace('\n', "\n  "));
                }
                Mark::Numbered(number) => {
                    written.push_str(&format!("{number}. "));
                    written.push_str(&text.replace('\n', "\n   "));
                }
                Mark::Quotation => {
                    written.push_str("> ");
                    written.push_str(&text.replace('\n', "\n> "));
                }
            }
            above = Some(*mark);
        }
        if !written.is_empty() {
            written.push('\n');
        }
        written
    }
}

/// Elements that begin and end a passage.
const BLOCKS: &[&str] = &[
    "",
    "html",
    "body",
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dd",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "td",
    "th",
    "caption",
    "ul",
];

pub(super) fn is_block(element: &Element) -> bool {
    element.is(BLOCKS)
}

/// What the node being read is in.
#[derive(Clone, Copy, Default)]
struct Around {
    in_quotation: bool,
    is_preformatted: bool,
    is_beside: bool,
    /// In a row of a table with several cells, which become one passage.
    in_row: bool,
}

struct Writer<'a> {
    document: &'a Document,
    noise: &'a [Noise],
    prose: Prose,
    /// The passage being written: white space run together, `\n` for a break.
    line: String,
    mark: Mark,
    around: Around,
}

impl Writer<'_> {
    fn inside(&mut self, at: At) {
        let children: Vec<At> = self.document.children(at).collect();
        let mut number = 0;
        for child in children {
            match &self.document.nodes[child].kind {
                _ if self.noise[child] == Noise::Outside => {}
                NodeKind::Text(text) if self.noise[child] == Noise::Outside || text.is_empty() => {}
                NodeKind::Text(text) => self.text(text),
                NodeKind::Element(element) => {
                    number += usize::from(element.name == "li");
                    self.element(child, element, number);
                }
            }
        }
    }

    fn element(&mut self, at: At, element: &Element, number: usize) {
        let before = self.around;
        let is_beside = self.noise[at] == Noise::Beside;
        // A line within a line, such as a time, stays in it.
        let is_passage = is_block(element) && !self.around.in_row || is_beside && !before.is_beside;
        if is_passage {
            self.end_passage();
        }
        self.around.is_beside |= is_beside;
        let (mark, count) = (self.mark, self.prose.passages.len());
        match element.name.as_str() {
            "br" => self.line_break(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !before.in_row => {
                let level = element.name[1..].parse().unwrap_or(2);
                self.mark = Mark::Heading(usize::max(level, 2));
            }
            "li" => self.mark = self.item(at, number),
            "blockquote" => self.around.in_quotation = true,
            "pre" => self.around.is_preformatted = true,
            "tr" if self.is_row(at) => {
                self.around.in_row = true;
                self.mark = Mark::Row;
            }
            "td" | "th" if before.in_row => self.cell(),
            _ => {}
        }
        if self.around.in_quotation && self.mark == Mark::None {
            self.mark = Mark::Quotation;
        }
        self.inside(at);
        if is_passage {
            self.end_passage();
            // The mark of an item or a heading is for the first passage in it.
            self.mark = if self.prose.passages.len() == count { mark } else { self.plain_mark(before) };
        }
        self.around = before;
    }

    fn plain_mark(&self, around: Around) -> Mark {
        if around.in_quotation { Mark::Quotation } else { Mark::None }
    }

    /// The mark of an item: its number in a list that counts.
    fn item(&self, at: At, number: usize) -> Mark {
        let list = self.document.element(self.document.nodes[at].parent);
        let start =
            |list: &Element| list.attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1);
        match list {
            Some(list) if list.name == "ol" => Mark::Numbered(usize::saturating_add(start(list), number - 1)),
            _ => Mark::Item,
        }
    }

    /// Whether a row holds several cells of words or figures, and none of paragraphs: those of a layout do.
    fn is_row(&self, at: At) -> bool {
        const SETS: &[&str] = &["p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "br"];
        let inside = || at + 1..self.document.nodes[at].end;
        let cells = self
            .document
            .children(at)
            .filter(|&cell| self.document.element(cell).is_some_and(|element| element.is(&["td", "th"])));
        cells.count() > 1
            && !inside().any(|at| self.document.element(at).is_some_and(|element| element.is(SETS)))
    }

    fn cell(&mut self) {
        let kept = self.line.trim_end().len();
        self.line.truncate(kept);
        if kept > 0 {
            self.line.push_str(" | ");
        }
    }

    fn text(&mut self, text: &str) {
        if self.around.is_preformatted {
            return self.line.push_str(text);
        }
        for (at, word) in text.split(is_space).enumerate() {
            if at > 0 && !self.line.is_empty() && !self.line.ends_with([' ', '\n']) {
                self.line.push(' ');
            }
            self.line.push_str(word);
        }
    }

    /// One break ends a line, two a paragraph.
    fn line_break(&mut self) {
        let kept = self.line.trim_end_matches(' ').len();
        self.line.truncate(kept);
        if self.around.in_row {
            self.line.push(' ');
        } else if self.line.ends_with('\n') {
            self.end_passage();
        } else if !self.line.is_empty() {
            self.line.push('\n');
        }
    }

    fn end_passage(&mut self) {
        let line = std::mem::take(&mut self.line);
        let (paragraphs, is_beside) = (line.split("\n\n"), self.around.is_beside);
        for paragraph in paragraphs.map(|paragraph| paragraph.trim_matches('\n').trim_end()) {
            let text = if self.around.is_preformatted { paragraph } else { paragraph.trim() };
            if text.trim().is_empty() {
                continue;
            }
            self.prose.passages.push(Passage { text: text.to_owned(), mark: self.mark, is_beside });
            self.mark = self.plain_mark(self.around);
        }
    }
}

/// White space of HTML; a space that does not break is a character of the text.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}
