//! What of a page is not its article, told by elements and by the words in their classes and ids.

use super::document::Element;

/// How much a part of a page has to do with the article around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Noise {
    None,
    /// Of the article's page and not of its text: captions, bylines, links to other articles. Marked, not left out.
    Beside,
    /// Navigation, buttons, forms, comments.
    Outside,
}

/// Elements that hold no text to read.
const NEVER: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed", "video",
    "audio", "map", "select", "textarea", "button", "input", "nav", "dialog", "head", "title", "menu",
    "datalist", "search",
];

const OUTSIDE_ROLES: &[&str] = &[
    "navigation",
    "banner",
    "contentinfo",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "toolbar",
    "tablist",
];

/// Words of classes and ids that pages use for what is no article.
const OUTSIDE: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "share",
    "sharing",
    "sharebar",
    "sharedaddy",
    "social",
    "addtoany",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "onetrust",
    "newsletter",
    "subscribe",
    "subscription",
    "signup",
    "respond",
    "ticker",
    "pagination",
    "pager",
    "toolbar",
    "advert",
    "advertisement",
    "ads",
    "ad",
    "adsense",
    "sponsor",
    "sponsored",
    "taboola",
    "outbrain",
    "popup",
    "modal",
    "masthead",
    "paywall",
    "sidebar",
    "tags",
    "taglist",
    "tagcloud",
    "topics",
    "footer",
    "login",
    "topbar",
    "donate",
];

/// What readers wrote below.
const COMMENTS: &[&str] = &["comments", "comment", "commentlist", "disqus"];

/// What belongs to other articles or to a picture, however long.
const BESIDE: &[&str] = &[
    "related",
    "relatedposts",
    "recommended",
    "recommendations",
    "recirc",
    "trending",
    "teaser",
    "promo",
    "caption",
    "figcaption",
    "credit",
    "bio",
];

/// Lines about the article: who wrote it and when.
const LINES: &[&str] = &[
    "byline",
    "author",
    "authors",
    "dateline",
    "timestamp",
    "time",
    "date",
    "meta",
    "posted",
    "published",
    "updated",
    "more",
    "also",
    "popular",
    "copyright",
];

/// Names that hide an element from the eye, as a whole.
const UNSEEN: &[&str] =
    &["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "skip-link", "d-none"];

/// What an element is by its name and its state, which leave no doubt.
pub(super) fn is_never_read(element: &Element) -> bool {
    let role = element.attribute("role").unwrap_or("");
    element.is(NEVER) || OUTSIDE_ROLES.contains(&role) || is_hidden(element)
}

fn is_hidden(element: &Element) -> bool {
    let style: String = element.attribute("style").unwrap_or("").split_whitespace().collect();
    element.attribute("hidden").is_some()
        || element.attribute("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || classes(element).any(|name| UNSEEN.contains(&name))
}

fn classes(element: &Element) -> impl Iterator<Item = &str> {
    ["class", "id", "data-component", "data-testid"]
        .into_iter()
        .filter_map(|name| element.attribute(name))
        .flat_map(str::split_whitespace)
}

/// What an element claims to be; where that holds too much of the page's text the claim is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Claim {
    None,
    /// A line about the article.
    Line,
    /// Of other articles, or a caption.
    Beside,
    Outside,
    Comments,
}

pub(super) fn claim(element: &Element) -> Claim {
    // Of the whole page and of words within a line, classes say what they can have and how they look.
    if element.is(&["", "html", "body", "main", "article", "em", "strong", "b", "i", "a", "mark", "q", "br"])
    {
        return Claim::None;
    }
    let by_element = match element.name.as_str() {
        "time" => Claim::Line,
        "figcaption" | "aside" => Claim::Beside,
        "form" | "footer" => Claim::Outside,
        _ if element.attribute("role") == Some("complementary") => Claim::Beside,
        _ => Claim::None,
    };
    classes(element).map(by_name).max().unwrap_or(Claim::None).max(by_element)
}

fn by_name(name: &str) -> Claim {
    /// Of long names (`post-12-status-publish-format-standard-date`) words say little.
    const LONGEST: usize = 4;
    let words = words(name);
    // `has-share`, `no-ads`, `with-sidebar`: a state, not a part.
    let is_state =
        matches!(words.first().map(String::as_str), Some("has" | "no" | "with" | "without" | "is" | "js"));
    if is_state || words.len() > LONGEST {
        return Claim::None;
    }
    let is_one_of = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    let claims = [
        (Claim::Comments, COMMENTS),
        (Claim::Outside, OUTSIDE),
        (Claim::Beside, BESIDE),
        (Claim::Line, LINES),
    ];
    claims.into_iter().find(|(_, known)| is_one_of(known)).map_or(Claim::None, |(claim, _)| claim)
}

/// `relatedLinks-box_2` -> `related`, `links`, `box`, `2`.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for character in name.chars() {
        if !character.is_alphanumeric() || character.is_uppercase() && before.is_lowercase() {
            words.push(String::new());
        }
        if character.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(character.to_lowercase());
        }
        before = character;
    }
    words.retain(|word| !word.is_empty());
    words
}
