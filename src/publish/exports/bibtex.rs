//! Articles as entries of a bibliography for LaTeX (BibTeX 0.99; BibLaTeX reads the same).

use super::{date_note, one_line};
use crate::ingest::Article;
use crate::text::{Date, PartialDate};
use std::collections::BTreeSet;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The articles as `@article` entries in UTF-8, cited by their ids, with what of author, publisher, date, address and language is known.
///
/// ```
/// use crossread::ingest::ingest;
/// use crossread::publish::bibtex;
/// let file = "---\ntitle: Bridge & road reopen\nsource: Valley Post\ndate: 2024-05-07\n---\nThe bridge is open.";
/// let entries = bibtex(ingest("bridge.md", file.as_bytes()).articles.iter());
/// assert!(entries.contains("@article{bridge,\n  title = {{Bridge \\& road reopen}},\n  journal = {Valley Post},"));
/// assert!(entries.contains("  year = {2024},\n  month = may,\n  day = {7},\n"));
/// ```
pub fn bibtex<'a>(articles: impl Iterator<Item = &'a Article>) -> String {
    let mut taken = BTreeSet::new();
    articles.map(|article| entry(article, &mut taken)).collect::<Vec<_>>().join("\n")
}

fn entry(article: &Article, taken: &mut BTreeSet<String>) -> String {
    let mut entry = format!("@article{{{},\n", key(&article.id, taken));
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            entry += &format!("  {name} = {value},\n");
        }
    };
    let braced = |value: &str| if value.is_empty() { String::new() } else { format!("{{{value}}}") };
    let text = |value: &Option<String>| braced(&escaped(value.as_deref().unwrap_or("")));
    // In two braces, so that no style takes the capitals of names away.
    field("title", &braced(&braced(&escaped(&article.title))));
    let authors: Vec<String> = article.authors.iter().map(|author| name(author)).collect();
    field("author", &braced(&authors.join(" and ")));
    field("journal", &text(&article.source));
    match article.date {
        Some(Date::Point(PartialDate { year, month, day, .. })) => {
            field("year", &braced(&year.to_string()));
            field("month", month.and_then(|month| MONTHS.get(usize::from(month) - 1)).unwrap_or(&""));
            field("day", &day.map(|day| braced(&day.to_string())).unwrap_or_default());
        }
        Some(interval) => field("year", &braced(&escaped(&interval.to_string()))),
        None => {}
    }
    field("note", &braced(&escaped(&date_note(article).unwrap_or_default())));
    field("url", &braced(&address(article.url.as_deref().unwrap_or(""))));
    field("language", &text(&article.language));
    field("keywords", &braced(&escaped(&article.tags.join(", "))));
    entry + "}\n"
}

/// A key that BibTeX takes, of each article another: the id, with "-" for what may not stand in one.
fn key(id: &str, taken: &mut BTreeSet<String>) -> String {
    let allowed = |character: char| character.is_ascii_alphanumeric() || "-_.:+/".contains(character);
    let plain: String = id.chars().map(|it| if allowed(it) { it } else { '-' }).collect();
    let plain = if plain.contains(|it: char| it.is_ascii_alphanumeric()) { plain } else { "article".into() };
    // Keys that differ by case only are one to BibTeX.
    let free = |key: &String| !taken.contains(&key.to_ascii_lowercase());
    let found =
        std::iter::once(plain.clone()).chain((2..).map(|number| format!("{plain}-{number}"))).find(free);
    let key = found.unwrap_or(plain);
    taken.insert(key.to_ascii_lowercase());
    key
}

/// An author; in braces where BibTeX would take the name apart.
fn name(author: &str) -> String {
    let escaped = escaped(author);
    let is_taken_apart =
        author.contains(',') || author.split_whitespace().any(|word| word.eq_ignore_ascii_case("and"));
    if is_taken_apart { format!("{{{escaped}}}") } else { escaped }
}

/// An address; braces in it would end the field.
fn address(url: &str) -> String {
    one_line(url).replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(' ', "%20")
}

/// A text as LaTeX prints it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        match character {
            '\\' => escaped += "\\textbackslash{}",
            '~' => escaped += "\\textasciitilde{}",
            '^' => escaped += "\\textasciicircum{}",
            '{' | '}' | '%' | '&' | '$' | '#' | '_' => escaped.extend(['\\', character]),
            _ => escaped.push(character),
        }
    }
    escaped
}
