//! `.md` and `.txt`: one article a file.

use super::encoding::{SAVE_AS_UTF8, decode};
use super::fields::{self, Field};
use super::problems::Problems;
use super::{Article, blocks, front_matter, title};

/// A Markdown file: front matter, then the text.
pub(super) fn markdown(stem: &str, bytes: &[u8], problems: &mut Problems) -> Option<Article> {
    let file = readable_text(bytes, problems)?;
    let mut article = Article { id: stem.to_owned(), ..Article::default() };
    let head = front_matter::split(&file, problems);
    let has_head = head.is_some();
    let (entries, begin) = head.unwrap_or_default();
    for entry in entries {
        match Field::named(&entry.key) {
            // The id is the file's name, and the text stands below.
            Some((Field::Id | Field::Text | Field::Related, _)) | None => {}
            Some((field, _)) => fields::set(&mut article, field, entry.values, entry.line, problems),
        }
    }
    article.text = without_leading_blank_lines(&file[begin..]).to_owned();

    finished(article, stem, problems, |problems, title| {
        let message = if has_head { "the front matter has no title" } else { "no front matter" };
        let advice = format!("begin the file with the lines `---`, `title: {title}` and `---`");
        problems.note(Some(1), message, &advice);
    })
}

/// A text file: nothing but the article.
pub(super) fn plain(stem: &str, bytes: &[u8], problems: &mut Problems) -> Option<Article> {
    let text = readable_text(bytes, problems)?;
    finished(Article { id: stem.to_owned(), text, ..Article::default() }, stem, problems, |_, _| {})
}

fn readable_text(bytes: &[u8], problems: &mut Problems) -> Option<String> {
    let text = decode(bytes)
        .map_err(|fault| problems.dropped(Some(fault.line), fault.message(), SAVE_AS_UTF8))
        .ok()?;
    if text.trim().is_empty() {
        problems.dropped(None, "the file is empty", "write the article into it, or leave it out");
        return None;
    }
    Some(text)
}

/// The article with its blocks and a title; `untitled` hears of the title that had to be found.
fn finished(
    mut article: Article,
    stem: &str,
    problems: &mut Problems,
    untitled: impl Fn(&mut Problems, &str),
) -> Option<Article> {
    if !article.text.contains(char::is_alphanumeric) {
        problems.dropped(
            None,
            "the file has no text",
            "write the article below its front matter, or leave it out",
        );
        return None;
    }
    article.blocks = blocks::blocks(&article.text);
    article.find_language();
    if article.title.is_empty() {
        article.title = title::title_of(stem, &article.text, &article.blocks);
        untitled(problems, &article.title);
    }
    Some(article)
}

fn without_leading_blank_lines(text: &str) -> &str {
    let blank = text.len() - text.trim_start().len();
    let start = text[..blank].rfind('\n').map_or(0, |at| at + 1);
    &text[start..]
}
