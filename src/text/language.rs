//! Which language a text is written in, where nobody says so: by its script, and in Latin letters by the small words that every
//! sentence needs.

use super::{Keyed, fold, words};
use std::sync::LazyLock;

/// So much of a text is looked at, in bytes: enough for some fifteen sentences.
const LOOKED_AT: usize = 2_000;

/// The language has so many of its small words at the least, and so much of the words are these.
const LEAST_WORDS: usize = 3;
const LEAST_SHARE: f32 = 0.08;

/// How far ahead of the next language: Spanish and Portuguese share much.
const AHEAD: f32 = 1.25;

/// Small words by language, folded; those that two languages share stand in both.
const SMALL_WORDS: [(&str, &str); 14] = [
    (
        "en",
        "the of and to in that is was for with as his from by at has have been which would not said are be it on an will",
    ),
    (
        "de",
        "der die das und den von zu mit sich des auf fur ist im dem nicht ein eine als auch nach wurde bei aus sie es hat am in er an \
         einen einem einer sind war wird werden haben sein seine seiner ihre uber um dass wie zum zur durch gegen noch nur mehr unter vor \
         bis wenn aber oder was man so wir ich kann konnen sagte seit zwischen wurden",
    ),
    (
        "fr",
        "le la les des et du un une dans que pour qui sur par est au pas avec ce sont ont aux en de il se plus elle ils a son sa ses \
         leur leurs cette ces mais ou ne ete etait comme apres entre sans sous deux nous vous je on y d l qu s n c fait dit tout \
         ainsi selon depuis lors contre",
    ),
    (
        "es",
        "el la los las del que en por un una con para se su es como mas lo al fue de y ha sus este no a o e esta estos estas pero \
         sin sobre entre ya muy tambien ser son han hay habia desde hasta cuando donde segun tras contra durante nos le les ante \
         todo todos otro otra dos dijo",
    ),
    ("pt", "o os a as do da dos das em um uma que para com nao por no na ao foi de e se mais pelo pela"),
    ("it", "il di che la per una un della con non sono alla nel gli dei e le del si ha da dal anche come"),
    ("nl", "de het een van en dat op te zijn voor met niet aan door ook is in bij werd naar heeft om"),
    ("tr", "ve bir bu icin ile da de olarak daha cok gibi sonra kadar olan oldugu ise"),
    ("pl", "w i na z sie do nie ze o jest przez po od za jak ktory dla byl oraz"),
    ("sv", "och att det som en pa ar av for med den till har inte ett om var fran"),
    ("id", "yang dan di dengan untuk dari ini pada itu dalam tidak akan oleh ke juga telah"),
    (
        "ru",
        "и в во на с со что не по к ко из у за от о об для как а но это его ее их он она они мы вы я был была было были быть при \
         до же бы так также или если чтобы который которая которые которых после под над между через уже еще только может этом этого \
         том тем все всех всего года году сказал заявил",
    ),
    (
        "fa",
        "و در به از كه اين ان را با براي است بود شد شده مي هم نيز تا بر يا اما اگر هر خود او انها وي ما من شما هاي ها كرد كرده \
         كند شود باشد دارد دارند داشت خواهد بين پس پيش روي بايد گفت",
    ),
    (
        "ar",
        "في من علي الي عن مع ان هذا هذه ذلك التي الذي الذين ما لا لم لن قد كان كانت يكون هو هي هم و او ثم بعد قبل بين كل \
         عند حتي اذا لكن كما منذ خلال حول ضد غير اي وقال قال وفي ومن انه انها بان",
    ),
];

/// The small words of a language, folded; none where they are not listed.
pub(crate) fn small_words(language: &str) -> impl Iterator<Item = &'static str> {
    let listed = SMALL_WORDS.iter().filter(move |(listed, _)| *listed == language);
    listed.flat_map(|(_, words)| words.split_whitespace())
}

/// For each small word the languages that have it, a bit each.
static LANGUAGES_OF: LazyLock<Keyed<u16>> = LazyLock::new(|| {
    let mut languages_of = Keyed::default();
    for (language, (_, words)) in SMALL_WORDS.iter().enumerate() {
        for word in words.split_whitespace() {
            *languages_of.entry(word, || 0) |= 1 << language;
        }
    }
    languages_of
});

/// The language of a text as a BCP 47 tag, from its first sentences; `None` where that is not sure, as in a few words or a list
/// of names.
///
/// ```
/// use crossread::text::language;
/// assert_eq!(language("The ferry between Brenholm and Sund will run again from Monday."), Some("en"));
/// assert_eq!(language("Паром между Бренхольмом и Зундом снова пойдёт в понедельник."), Some("ru"));
/// assert_eq!(language("کشتی میان دو بندر از دوشنبه دوباره حرکت می‌کند."), Some("fa"));
/// assert_eq!(language("Brenholm, Sund, Lismore"), None);
/// ```
pub fn language(text: &str) -> Option<&'static str> {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    let scripts = Scripts::of(text);
    let letters = scripts.counts.iter().sum::<usize>();
    let (script, &most) = scripts.counts.iter().enumerate().max_by_key(|&(_, count)| count)?;
    if most == 0 || most * 2 < letters {
        return None;
    }
    match SCRIPTS[script].0 {
        "" => latin(text),
        "ru" => Some(cyrillic(text)),
        "ar" => Some(arabic(text)),
        // Japanese text is half Chinese characters.
        "zh" if scripts.has("ja") => Some("ja"),
        language => Some(language),
    }
}

/// Scripts by the language that most of the news in them is written in, with their letters; Latin stands first.
const SCRIPTS: [(&str, &[(u32, u32)]); 10] = [
    ("", &[(0x41, 0x24F), (0x1E00, 0x1EFF)]),
    ("ru", &[(0x400, 0x52F)]),
    ("ar", &[(0x620, 0x64A), (0x66E, 0x6D5), (0xFB50, 0xFEFC)]),
    ("zh", &[(0x4E00, 0x9FFF)]),
    ("ja", &[(0x3041, 0x30FF)]),
    ("ko", &[(0xAC00, 0xD7A3)]),
    ("he", &[(0x5D0, 0x5EA)]),
    ("el", &[(0x370, 0x3FF)]),
    ("hi", &[(0x900, 0x97F)]),
    ("th", &[(0xE00, 0xE7F)]),
];

struct Scripts {
    counts: [usize; SCRIPTS.len()],
}

impl Scripts {
    fn of(text: &str) -> Self {
        let mut counts = [0; SCRIPTS.len()];
        for character in text.chars().filter(|c| c.is_alphabetic()) {
            let holds = |&(first, last): &(u32, u32)| (first..=last).contains(&(character as u32));
            if let Some(script) = SCRIPTS.iter().position(|(_, ranges)| ranges.iter().any(holds)) {
                counts[script] += 1;
            }
        }
        Self { counts }
    }

    fn has(&self, language: &str) -> bool {
        SCRIPTS.iter().zip(self.counts).any(|((name, _), count)| *name == language && count > 0)
    }
}

fn latin(text: &str) -> Option<&'static str> {
    let mut counts = [0; SMALL_WORDS.len()];
    let mut all = 0;
    for word in words(text) {
        all += 1;
        let languages = LANGUAGES_OF.get(&fold(word.text)).copied().unwrap_or(0);
        for (language, count) in counts.iter_mut().enumerate() {
            *count += usize::from(languages >> language & 1 == 1);
        }
    }
    let (best, &most) = counts.iter().enumerate().max_by_key(|&(_, count)| count)?;
    let next = counts.iter().enumerate().filter(|&(at, _)| at != best).map(|(_, &count)| count).max()?;
    let is_sure =
        most >= LEAST_WORDS && most as f32 >= LEAST_SHARE * all as f32 && most as f32 >= AHEAD * next as f32;
    is_sure.then_some(SMALL_WORDS[best].0)
}

/// Cyrillic letters that Russian does not have, by the language that does.
fn cyrillic(text: &str) -> &'static str {
    let has = |letters: &str| text.chars().any(|c| letters.contains(c));
    match () {
        () if has("ўЎ") => "be",
        () if has("іІїЇєЄґҐ") => "uk",
        () if has("јЈљЉњЊћЋђЂ") => "sr",
        () if !has("ыэЫЭ") && has("ъ") => "bg",
        () => "ru",
    }
}

/// Arabic letters that Arabic does not have, by the language that does.
fn arabic(text: &str) -> &'static str {
    let count = |letters: &str| text.chars().filter(|&c| letters.contains(c)).count();
    match () {
        () if count("ٹڈےں") > 0 => "ur",
        () if count("پچژگیک") > count("يىكة") => "fa",
        () => "ar",
    }
}

#[cfg(test)]
mod tests {
    use super::{SMALL_WORDS, fold};

    #[test]
    fn small_words_are_folded_and_stand_once() {
        for (language, words) in SMALL_WORDS {
            let listed: Vec<&str> = words.split_whitespace().collect();
            for (at, word) in listed.iter().enumerate() {
                assert_eq!(fold(word), **word, "{language}");
                assert!(!listed[..at].contains(word), "{language}: {word} stands twice");
            }
        }
    }
}
