//! Which part of a page is its article, and which parts within that are not.
//!
//! As Readability does, by where the running text is: every block counts with its characters unless most of them are links.
//! Of the parts that the page itself calls an article the smallest with half of the text is taken, else the deepest part
//! that holds most of it. Unlike Readability nothing within is thrown away for its score: what does not belong is
//! known by its element, its class ([`noise`](super::noise)) or its links, and links to other articles are kept, marked.

use super::document::{At, Document, Element, NodeKind};
use super::noise::{Claim, Noise, claim, is_never_read};

/// Shorter blocks are headlines, buttons and items of menus rather than running text, in bytes.
const SHORTEST_PROSE: usize = 40;

/// What holds more of the page's text than this is its article, whatever its class says.
const MOST: f64 = 0.4;
/// Comments may outweigh an article; a page is hardly ever nothing else.
const MOST_COMMENTS: f64 = 0.85;

/// A line about the article, in bytes.
const LONGEST_LINE: usize = 240;

/// The article of a page.
pub(super) struct Found {
    pub root: At,
    /// For each node whether it belongs.
    pub noise: Vec<Noise>,
}

/// Finds the article; `None` where the page holds no running text, or only the beginnings of many articles.
pub(super) fn find(document: &Document, states_article: bool) -> Option<Found> {
    let never = inherited(document, |at| match document.element(at).is_some_and(is_never_read) {
        true => Noise::Outside,
        false => Noise::None,
    });
    let weights = Weights::of(document, &never);
    let comments = inherited(document, |at| weights.comments(document, at).max(never[at]));
    // What holds most of the text is told without what readers wrote below.
    let all = Weights::of(document, &comments);
    let claims = inherited(document, |at| all.judged(document, at).max(comments[at]));
    let weights = Weights::of(document, &claims);
    let root = stated(document, &weights).unwrap_or_else(|| weights.deepest(document));
    let root = with_headline(document, &weights, root);
    let is_own = |&at: &At| claims[at] == Noise::None;
    let own = (root..document.nodes[root].end)
        .filter(is_own)
        .map(|at| document.nodes[at].characters())
        .sum::<usize>();
    // A page that calls a few words its article may mean it.
    let enough = weights.prose(document, root) > 0 || root != 0 && own >= SHORTEST_PROSE;
    if !enough || !states_article && is_listing(document, &weights, root) {
        return None;
    }
    let links = inherited(document, |at| weights.links_within(document, root, at).max(claims[at]));
    Some(Found { root, noise: links })
}

/// Each node's own noise or that of what it is in, whichever is more.
fn inherited(document: &Document, own: impl Fn(At) -> Noise) -> Vec<Noise> {
    let mut noise: Vec<Noise> = Vec::with_capacity(document.nodes.len());
    for at in 0..document.nodes.len() {
        let above = noise.get(document.nodes[at].parent).copied().unwrap_or(Noise::None);
        noise.push(above.max(own(at)));
    }
    noise
}

/// How much text stands where: sums up to each node, so that what is inside of one is a difference.
struct Weights {
    /// Characters of running text.
    prose: Vec<usize>,
    characters: Vec<usize>,
    linked: Vec<usize>,
    /// For each node how many characters stand right in the block that it is in.
    in_block: Vec<usize>,
}

impl Weights {
    fn of(document: &Document, noise: &[Noise]) -> Self {
        let count = document.nodes.len();
        let (mut characters, mut linked) = (vec![0; count], vec![0; count]);
        let (mut in_block, mut linked_in_block) = (vec![0; count], vec![0; count]);
        // The block and the link that each node is in, itself included.
        let mut around: Vec<(At, bool)> = Vec::with_capacity(count);
        for (at, node) in document.nodes.iter().enumerate() {
            let (block, in_link) = around.get(node.parent).copied().unwrap_or((0, false));
            let here = match &node.kind {
                NodeKind::Element(element) => {
                    (if super::prose::is_block(element) { at } else { block }, in_link || element.name == "a")
                }
                NodeKind::Text(_) if noise[at] < Noise::Outside => {
                    let length = node.characters();
                    characters[at] = length;
                    if noise[at] == Noise::None {
                        in_block[block] += length;
                    }
                    if in_link {
                        linked[at] = length;
                        linked_in_block[block] += length;
                    }
                    (block, in_link)
                }
                NodeKind::Text(_) => (block, in_link),
            };
            around.push(here);
        }
        let is_prose = |&at: &At| in_block[at] >= SHORTEST_PROSE && linked_in_block[at] * 2 < in_block[at];
        let prose = (0..count).map(|at| if is_prose(&at) { in_block[at] } else { 0 });
        let (prose, characters, linked) = (sums(prose), sums(characters), sums(linked));
        Self {
            prose,
            characters,
            linked,
            in_block: around.iter().map(|&(block, _)| in_block[block]).collect(),
        }
    }

    fn prose(&self, document: &Document, at: At) -> usize {
        self.prose[document.nodes[at].end] - self.prose[at]
    }

    fn characters(&self, document: &Document, at: At) -> usize {
        self.characters[document.nodes[at].end] - self.characters[at]
    }

    fn linked(&self, document: &Document, at: At) -> usize {
        self.linked[document.nodes[at].end] - self.linked[at]
    }

    /// How much of the page's running text an element holds, from 0 to 1.
    fn share(&self, document: &Document, at: At) -> f64 {
        self.prose(document, at) as f64 / self.prose(document, 0).max(1) as f64
    }

    /// Whether an element holds what readers wrote.
    fn comments(&self, document: &Document, at: At) -> Noise {
        let claims = document.element(at).is_some_and(|element| claim(element) == Claim::Comments);
        if claims && self.share(document, at) <= MOST_COMMENTS { Noise::Outside } else { Noise::None }
    }

    /// What an element's other claims come to, seen how much of the page's text it holds.
    fn judged(&self, document: &Document, at: At) -> Noise {
        let Some(element) = document.element(at) else { return Noise::None };
        let claim = claim(element);
        let is_most = self.share(document, at) > MOST;
        let is_long = self.characters(document, at) > LONGEST_LINE;
        let names_a_quotation = element.name == "footer"
            && document
                .ancestors(at)
                .any(|above| document.element(above).is_some_and(|above| above.name == "blockquote"));
        // “A new round is due in <time>January</time>.”
        let is_within_line =
            !super::prose::is_block(element) && self.in_block[at] > self.characters(document, at);
        let is_card = || element.name == "article" && heads_elsewhere(document, at);
        match claim {
            Claim::None if !is_most && is_card() => Noise::Beside,
            Claim::None => Noise::None,
            _ if is_most || names_a_quotation => Noise::None,
            Claim::Line if is_long || is_within_line => Noise::None,
            Claim::Line | Claim::Beside => Noise::Beside,
            Claim::Outside => Noise::Outside,
            Claim::Comments => Noise::None,
        }
    }

    /// The deepest element with most of the running text.
    fn deepest(&self, document: &Document) -> At {
        const SHARE: f64 = 0.6;
        let least = SHARE * self.prose(document, 0) as f64;
        let mut at = 0;
        while let Some(child) = document.children(at).find(|&child| {
            document.element(child).is_some() && self.prose(document, child) as f64 >= least.max(1.0)
        }) {
            // What is split no further is a paragraph, and its neighbours belong to it.
            if document.element(child).is_some_and(|element| element.is(&["p", "font", "span"])) {
                break;
            }
            at = child;
        }
        at
    }

    /// Whether a part of the article is nothing but links: those above the first running text are a menu's.
    fn links_within(&self, document: &Document, root: At, at: At) -> Noise {
        const SHARE: f64 = 0.65;
        let Some(element) = document.element(at) else { return Noise::None };
        let is_candidate =
            super::prose::is_block(element) && !element.is(&["h1", "h2", "h3", "h4", "h5", "h6"]);
        let is_inside = root < at && at < document.nodes[root].end;
        let (characters, linked) = (self.characters(document, at), self.linked(document, at));
        if !is_inside || !is_candidate || characters == 0 || (linked as f64) < SHARE * characters as f64 {
            return Noise::None;
        }
        let is_above_all = self.prose[at] == self.prose[root];
        if is_above_all { Noise::Outside } else { Noise::Beside }
    }
}

/// The sum of all before each, and of all.
fn sums(values: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut sum = 0;
    let mut sums = vec![0];
    sums.extend(values.into_iter().map(|value| {
        sum += value;
        sum
    }));
    sums
}

/// The smallest of the parts that the page calls its article or its main part and that hold half of its text. Of a single part that is
/// called the text of a piece of news less is enough: beside it a page may show a whole ticker.
fn stated(document: &Document, weights: &Weights) -> Option<At> {
    const SHARE_OF_NEWS: f64 = 0.25;
    let is_stated = |at: &At| {
        let Some(element) = document.element(*at) else { return false };
        element.is(&["article", "main"])
            || matches!(element.attribute("role"), Some("article" | "main"))
            || is_news(element)
    };
    let holds_half = |at: &At| weights.share(document, *at) >= 0.5 && weights.characters(document, *at) > 0;
    let smallest = (0..document.nodes.len())
        .filter(|at| is_stated(at) && holds_half(at))
        .min_by_key(|&at| (weights.prose(document, at), std::cmp::Reverse(at)));
    let news = || {
        let mut news = (0..document.nodes.len()).filter(|&at| document.element(at).is_some_and(is_news));
        let only = news.next().filter(|_| news.next().is_none());
        only.filter(|&at| weights.share(document, at) >= SHARE_OF_NEWS)
    };
    news().or(smallest)
}

/// Whether an element says that it holds the text of an article (schema.org).
fn is_news(element: &Element) -> bool {
    let names = element.attribute("itemprop").unwrap_or("");
    names.split_whitespace().any(|name| name == "articleBody")
}

/// The part with the headline and the standfirst around the text, where it holds little more.
fn with_headline(document: &Document, weights: &Weights, root: At) -> At {
    const MOSTLY: f64 = 0.8;
    let has_headline = |at: At| {
        (at..document.nodes[at].end)
            .any(|at| document.element(at).is_some_and(|element| element.name == "h1"))
    };
    let is_little_more = |at: &At| weights.prose(document, *at) * 2 <= weights.prose(document, root) * 3;
    let is_around =
        |at: &At| has_headline(*at) || document.element(*at).is_some_and(|element| element.name == "article");
    if has_headline(root) {
        return root;
    }
    // An introduction may stand in a part of its own above the text.
    let is_introduced = |at: &At| {
        let (before, all) = (weights.prose[root] - weights.prose[*at], weights.prose(document, *at));
        let added = all - weights.prose(document, root);
        added > 0 && before as f64 >= MOSTLY * added as f64
    };
    let around = || document.ancestors(root).take_while(is_little_more);
    around().find(is_around).or_else(|| around().filter(is_introduced).last()).unwrap_or(root)
}

/// Whether a page shows the beginnings of many articles: headlines that are links, each with little text.
fn is_listing(document: &Document, weights: &Weights, root: At) -> bool {
    const HEADLINES: usize = 4;
    const TEXT_EACH: usize = 400;
    let headlines = (root..document.nodes[root].end).filter(|&at| is_linked_headline(document, at));
    let count = headlines.count();
    count >= HEADLINES && weights.prose(document, root) < count * TEXT_EACH
}

/// Whether a part begins another article: its first headline leads to it, and it has no headline of the page's own.
fn heads_elsewhere(document: &Document, at: At) -> bool {
    let mut headlines = (at..document.nodes[at].end).filter(|&at| is_headline(document, at));
    let is_own = |at: At| {
        document.element(at).is_some_and(|element| element.name == "h1") && !is_linked_headline(document, at)
    };
    headlines.next().is_some_and(|first| is_linked_headline(document, first) && !headlines.any(is_own))
}

fn is_headline(document: &Document, at: At) -> bool {
    document.element(at).is_some_and(|element| element.is(&["h1", "h2", "h3", "h4"]))
}

/// A headline in a link or with a link in it, that leads to another place than this page.
fn is_linked_headline(document: &Document, at: At) -> bool {
    let leads_elsewhere = |at: At| {
        document.element(at).is_some_and(|element| {
            element.name == "a" && element.attribute("href").is_some_and(|href| !href.starts_with('#'))
        })
    };
    is_headline(document, at)
        && (leads_elsewhere(document.nodes[at].parent) || (at..document.nodes[at].end).any(leads_elsewhere))
}
