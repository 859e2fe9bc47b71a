//! HTML as a tree. html5gum splits the page into tags and texts as the standard has it, character references resolved; which
//! tag ends which element is told here by the few rules that pages rely on: paragraphs, items, rows and cells end where the
//! next begins, and no end tag reaches out of its table cell.
//!
//! Nodes stand in the order of the page, so that what is inside of one follows it without a gap. Cost: linear in the page.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// Where a node stands in [`Document::nodes`].
pub(super) type At = usize;

pub(super) struct Document {
    pub nodes: Vec<Node>,
}

pub(super) struct Node {
    pub parent: At,
    /// The first node that is not inside of this one.
    pub end: At,
    pub kind: NodeKind,
}

pub(super) enum NodeKind {
    Element(Element),
    Text(String),
}

pub(super) struct Element {
    /// In small letters.
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Node {
    /// The bytes of a text, white space run together.
    pub fn characters(&self) -> usize {
        match &self.kind {
            NodeKind::Text(text) => text.split_whitespace().map(|word| word.len() + 1).sum(),
            NodeKind::Element(_) => 0,
        }
    }
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim())
    }

    pub fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.name.as_str())
    }
}

impl Document {
    /// The tree of a page or of a part of one; its first node holds all others.
    pub fn parse(html: &str) -> Self {
        let root = Element { name: String::new(), attributes: Vec::new() };
        let root = Node { parent: 0, end: 0, kind: NodeKind::Element(root) };
        let mut builder = Builder { nodes: vec![root], open: vec![0] };
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Token::StartTag(tag) => builder.start(&tag),
                Token::EndTag(tag) => builder.end(&String::from_utf8_lossy(&tag.name)),
                Token::String(text) => builder.text(&String::from_utf8_lossy(&text)),
                _ => {}
            }
        }
        builder.close_down_to(0);
        let end = builder.nodes.len();
        builder.nodes[0].end = end;
        Self { nodes: builder.nodes }
    }

    pub fn element(&self, at: At) -> Option<&Element> {
        match &self.nodes.get(at)?.kind {
            NodeKind::Element(element) => Some(element),
            NodeKind::Text(_) => None,
        }
    }

    /// All elements, with their places.
    pub fn elements(&self) -> impl Iterator<Item = (At, &Element)> {
        (0..self.nodes.len()).filter_map(|at| Some((at, self.element(at)?)))
    }

    /// The nodes right inside of one.
    pub fn children(&self, at: At) -> impl Iterator<Item = At> {
        let (mut next, end) = (at + 1, self.nodes[at].end);
        std::iter::from_fn(move || {
            let child = (next < end).then_some(next)?;
            next = self.nodes[child].end;
            Some(child)
        })
    }

    /// A node's parent, the parent's parent, and so on.
    pub fn ancestors(&self, at: At) -> impl Iterator<Item = At> {
        let mut below = at;
        std::iter::from_fn(move || {
            let above = self.nodes[below].parent;
            (below != 0).then(|| {
                below = above;
                above
            })
        })
    }

    /// All texts inside of a node, run together.
    pub fn text(&self, at: At) -> String {
        let inside = at..self.nodes[at].end;
        let texts = inside.filter_map(|at| match &self.nodes[at].kind {
            NodeKind::Text(text) => Some(text.as_str()),
            NodeKind::Element(_) => None,
        });
        texts.collect()
    }
}

/// Elements that hold nothing.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Elements before which an open paragraph ends.
const ENDS_PARAGRAPH: &[&str] = &[
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
    "li",
    "dd",
    "dt",
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
    "ul",
];

/// What ends with the next of its kind, and the elements that this does not reach out of.
const ENDS_WITH_NEXT: &[(&[&str], &[&str], &[&str])] = &[
    (&["li"], &["li"], &["ul", "ol", "menu"]),
    (&["dt", "dd"], &["dt", "dd"], &["dl"]),
    (&["td", "th"], &["td", "th"], &["tr", "table"]),
    (&["tr"], &["tr", "td", "th"], &["table"]),
    (&["tbody", "thead", "tfoot"], &["tbody", "thead", "tfoot", "tr", "td", "th"], &["table"]),
    (&["option"], &["option"], &["select"]),
];

/// No end tag of anything inside reaches out of these.
const CELLS: &[&str] = &["td", "th", "caption", "table"];

/// Deeper elements are no elements of their own: no page means it, and readers of the tree call themselves.
const DEEPEST: usize = 250;

struct Builder {
    nodes: Vec<Node>,
    /// The elements that have not ended, outermost first.
    open: Vec<At>,
}

impl Builder {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if ENDS_PARAGRAPH.contains(&name.as_str()) {
            self.end_within(&["p"], &["td", "th", "table", "button", "object"]);
        }
        for (begins, ended, limits) in ENDS_WITH_NEXT {
            if begins.contains(&name.as_str()) {
                while self.end_within(ended, limits) {}
            }
        }
        let is_void = VOID.contains(&name.as_str());
        let decoded = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let attributes = tag.attributes.iter().map(|(name, value)| (decoded(name), decoded(value))).collect();
        let at = self.push(NodeKind::Element(Element { name, attributes }));
        if !is_void && self.open.len() < DEEPEST {
            self.open.push(at);
        }
    }

    fn end(&mut self, name: &str) {
        let limits: &[&str] = match name {
            "br" => {
                self.push(NodeKind::Element(Element { name: "br".to_owned(), attributes: Vec::new() }));
                return;
            }
            "table" => &[],
            _ if CELLS.contains(&name) || matches!(name, "tr" | "tbody" | "thead" | "tfoot") => &["table"],
            _ => CELLS,
        };
        self.end_within(&[name], limits);
    }

    fn text(&mut self, text: &str) {
        let last = self.nodes.len() - 1;
        let parent = self.open.last().copied().unwrap_or(0);
        match &mut self.nodes[last] {
            Node { parent: known, kind: NodeKind::Text(before), .. } if *known == parent => {
                before.push_str(text)
            }
            _ => {
                self.push(NodeKind::Text(text.to_owned()));
            }
        }
    }

    fn push(&mut self, kind: NodeKind) -> At {
        let at = self.nodes.len();
        self.nodes.push(Node { parent: self.open.last().copied().unwrap_or(0), end: at + 1, kind });
        at
    }

    /// Ends the innermost open element of these names, with all in it, unless one of `limits` is open within.
    fn end_within(&mut self, names: &[&str], limits: &[&str]) -> bool {
        for depth in (1..self.open.len()).rev() {
            let NodeKind::Element(element) = &self.nodes[self.open[depth]].kind else { continue };
            if element.is(names) {
                self.close_down_to(depth);
                return true;
            }
            if element.is(limits) {
                return false;
            }
        }
        false
    }

    fn close_down_to(&mut self, depth: usize) {
        let end = self.nodes.len();
        for at in self.open.drain(depth..) {
            self.nodes[at].end = end;
        }
    }
}
