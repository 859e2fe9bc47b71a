//! Speech told in the article's own words: "Lavrov said talks would go on", "According to the ministry, …".

use super::cues::{self, Strength};
use super::frame::{Cue, Words, is_pronoun};
use super::speakers::Speakers;
use crate::analysis::{Quote, QuoteStyle};
use crate::ingest::Article;
use crate::text::{BlockKind, Span};

/// The fewest words that make a content.
const LEAST_WORDS: usize = 3;

/// The indirect quotations of the article's sentences; a sentence is passed over where marks tell the words themselves.
pub fn indirect(
    article: &Article,
    sentences: &[Span],
    words: &Words,
    direct: &[Quote],
    speakers: &mut Speakers,
) -> Vec<Quote> {
    let mut found = Vec::new();
    for &sentence in sentences {
        let block = article.blocks.partition_point(|block| block.span.start <= sentence.start);
        let is_prose = block.checked_sub(1).is_some_and(|at| {
            let kind = article.blocks[at].kind;
            kind.is_article() && kind != BlockKind::Heading
        });
        if is_prose {
            read_sentence(sentence, words, direct, speakers, &mut found);
        }
    }
    found
}

fn read_sentence(
    sentence: Span,
    words: &Words,
    direct: &[Quote],
    speakers: &mut Speakers,
    found: &mut Vec<Quote>,
) {
    let frame = words.frame(sentence);
    let mut cues = words.cues(&frame);
    cues.retain(|cue| {
        let tells = cue.strength == Strength::Says || cues::tells_alone(&words.folded[cue.word]);
        tells && can_speak(cue.subject, words, speakers)
    });
    let mut at = 0;
    while at < cues.len() {
        let cue = cues[at];
        let next = cues[at + 1..].iter().position(|next| next.is_joined).map(|offset| at + 1 + offset);
        let limit = next.map_or(sentence.end, |next| end_before_joint(words, cues[next].word));
        if let Some(span) = content(&cue, sentence, limit, words)
            && !direct.iter().any(|quote| quote.span.overlaps(span) || quote.cue == Some(cue.span))
        {
            let speaker = Some(speakers.name(cue.subject, words));
            found.push(Quote { span, style: QuoteStyle::Indirect, speaker, cue: Some(cue.span) });
        }
        at = next.unwrap_or(cues.len());
    }
}

/// Only names, roles, "he" and nouns for those who speak: "the plan said" is no speech.
fn can_speak(subject: Span, words: &Words, speakers: &Speakers) -> bool {
    let mut inside = words.range(subject);
    speakers.is_named(subject, words)
        || inside.any(|at| {
            cues::speaks(&words.folded[at]) || is_pronoun(&words.folded[at]) && words.folded[at] != "who"
        })
}

/// What is said: behind "that", behind the verb, or in front of ", he said".
fn content(cue: &Cue, sentence: Span, limit: u32, words: &Words) -> Option<Span> {
    if let Some(whole) = around(cue, sentence, words) {
        return Some(whole);
    }
    let behind = if cue.is_inverted { cue.subject.end.max(cue.span.end) } else { cue.span.end };
    let rest = words.range(Span { start: behind, end: limit });
    let that = rest.clone().take(20).find(|&at| words.folded[at] == "that");
    let first = words.folded.get(rest.start).map_or("", String::as_str);
    let is_put_off = matches!(first, "in" | "on" | "at" | "to" | "during" | "after" | "by");
    let is_announced =
        that == Some(rest.start) || that.is_some() && (is_put_off || is_addressed(&words.folded[cue.word]));
    let start = match that.filter(|_| is_announced) {
        Some(that) => that + 1,
        None if cue.is_inverted && rest.is_empty() || rest.len() < LEAST_WORDS && !cue.is_inverted => {
            return in_front(cue, sentence, words);
        }
        None if is_addressed(&words.folded[cue.word]) && first != "against" => return None,
        None if cue.strength == Strength::Says && (is_put_off || first == "and") && !cue.is_inverted => {
            return None;
        }
        // "what they describe as a threat": what is described stands elsewhere.
        None if first == "as" => return None,
        None => rest.start,
    };
    let inside = start..rest.end;
    let last = inside.clone().last()?;
    (inside.len() >= LEAST_WORDS && !words.quoted[start]).then(|| words.span(start, last))
}

/// "Such a step, he argued, is crucial": the whole sentence, since it is said around the cue.
fn around(cue: &Cue, sentence: Span, words: &Words) -> Option<Span> {
    let (start, end) = (cue.subject.start.min(cue.span.start), cue.subject.end.max(cue.span.end));
    let before = words.range(Span { start: sentence.start, end: start });
    let after = words.range(Span { start: end, end: sentence.end });
    // Pairs of characters overlap: nothing stands between them.
    let between = |from: u32, to: u32| words.text.get(from as usize..to as usize).unwrap_or("").trim();
    let gap_before = between(words.words[before.clone().last()?].span.end, start);
    let gap_after = between(end, words.words[after.clone().next()?].span.start);
    let is_parenthesis = gap_before == "," && gap_after == ",";
    let is_quoted = before.clone().chain(after.clone()).any(|at| words.quoted[at]);
    let is_first = words.folded[before.start] == "in" || words.words[before.start].text == "On";
    (is_parenthesis && !is_quoted && !is_first).then(|| words.span(before.start, after.end - 1))
}

/// Verbs that take a listener before what is said.
fn is_addressed(cue: &str) -> bool {
    matches!(cue, "told" | "tells" | "telling" | "informed" | "reminded" | "assured" | "warned" | "added")
}

/// "The deal is dead, he said": all before the subject.
fn in_front(cue: &Cue, sentence: Span, words: &Words) -> Option<Span> {
    let end = cue.subject.start.min(cue.span.start);
    let inside = words.range(Span { start: sentence.start, end });
    let last = inside.clone().last()?;
    let is_parted = words.text[words.words[last].span.end as usize..end as usize].contains(',');
    (is_parted && inside.len() > LEAST_WORDS).then(|| words.span(inside.start, last))
}

/// Where the clause before ", adding that" or "and said" ends.
fn end_before_joint(words: &Words, cue: usize) -> u32 {
    let mut end = cue;
    while end > 0
        && matches!(words.folded[end - 1].as_str(), "and" | "but" | "also" | "while" | "then" | "further")
    {
        end -= 1;
    }
    end.checked_sub(1).map_or(0, |last| words.words[last].span.end)
}
