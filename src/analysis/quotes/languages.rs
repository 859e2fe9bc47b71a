//! The verbs of saying in the languages beside English, in the forms that a newsroom puts beside a quotation. All words are folded;
//! two that are one verb ("تأکید کرد") are written as one. A word of two letters is a verb only behind the marks: "so Scholz".

use crate::ingest::Article;
use crate::text::WordList;

/// How one language says that something is speech.
pub(super) struct Language {
    /// BCP 47, without a region.
    pub tag: &'static str,
    pub cues: WordList,
}

impl Language {
    /// The language of an article, where it is one of these.
    pub fn of(article: &Article) -> Option<&'static Self> {
        let tag = article.language.as_deref().unwrap_or("");
        LANGUAGES.iter().find(|known| tag.starts_with(known.tag))
    }
}

static LANGUAGES: [Language; 6] = [
    Language {
        tag: "ru",
        cues: WordList::of(
            "заявил заявила заявили сказал сказала сказали сообщил сообщила сообщили отметил отметила подчеркнул подчеркнула \
             добавил добавила пояснил пояснила рассказал рассказала ответил ответила написал написала считает",
        ),
    },
    Language {
        tag: "fa",
        cues: WordList::of(
            "گفت گفتند ميگويد افزود نوشت گفتهاست تاكيدكرد اعلامكرد تصريحكرد خاطرنشانكرد بيانكرد اظهارداشت اظهاركرد \
             توضيحداد پاسخداد ادامهداد هشدارداد",
        ),
    },
    Language {
        tag: "ar",
        cues: WordList::of(
            "قال قالت اضاف اضافت اكد اكدت صرح صرحت اعلن اعلنت اوضح اوضحت شدد شددت كتب كتبت تابع اعتبر",
        ),
    },
    Language {
        tag: "de",
        cues: WordList::of(
            "sagte sagten sagt erklarte erklarten betonte teilte schrieb kritisierte warnte meinte antwortete erganzte \
             bekraftigte versicherte fugte so",
        ),
    },
    Language {
        tag: "fr",
        cues: WordList::of(
            "declare affirme indique ajoute souligne explique assure estime dit precise rappele rappelle confirme repondu \
             lance annonce insiste ecrit denonce",
        ),
    },
    Language {
        tag: "es",
        cues: WordList::of(
            "dijo dice dicho declaro declarado afirmo afirma afirmado senalo senala senalado aseguro asegurado anadio \
             anadido explico explicado indico indicado subrayo destaco sostuvo advirtio respondio escribio",
        ),
    },
];

/// "a déclaré M. Macron", "ha dicho Sánchez": in front of a verb.
pub(super) const AUXILIARIES: WordList = WordList::of("a ont avait ha han habia");

/// Capitalised words that are not part of the name before them.
pub(super) const NO_NAMES: WordList = WordList::of("reportern journalisten anfang mitte ende sie");

/// Behind a name they say that it goes on: "Ursula von der Leyen", "Dominique de Villepin".
pub(super) const PARTICLES: WordList = WordList::of("von van zu de du des del di da bin ibn фон де ибн");

/// Russian endings of names that do not speak but are spoken to.
pub(super) const SPOKEN_TO: WordList = WordList::of("у ю ом ем ым ам");

/// What may stand between a quotation and the verb behind it.
pub(super) const MARKS_BEHIND: WordList = WordList::phrases(",/, —/, –/, -/—/–/،/؛");

#[cfg(test)]
mod tests {
    use super::{AUXILIARIES, LANGUAGES, NO_NAMES, PARTICLES};
    use crate::text::fold;

    #[test]
    fn words_are_folded() {
        let cues = LANGUAGES.iter().flat_map(|language| language.cues.iter());
        for word in cues.chain(AUXILIARIES.iter()).chain(NO_NAMES.iter()).chain(PARTICLES.iter()) {
            assert_eq!(fold(word), word);
        }
    }
}
