//! Which language a text is written in, where nobody says so: by its script, and in Latin letters by the small words that every
//! sentence needs.

use super::{Keyed, fold, words};
use std::sync::LazyLock;

/// So much of a text is looked at, in bytes: enough for some fifteen sentences.
const LOOKED_AT: usize = 2_000;

/// The language has so many of its small words at the least, each counted once, and so much of the words are small ones.
const LEAST_WORDS: u32 = 3;
const LEAST_SHARE: f32 = 0.1;

/// How far ahead of the next language: Spanish and Portuguese share much.
const AHEAD: f32 = 1.25;

/// Letters count as another language's from this share of all on; fewer are in a name or a quotation.
const OTHERS: f32 = 0.01;

/// From so many words on a text shows whether it is English.
const ENOUGH: usize = 40;

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
        // A letter alone is a word in many languages, and in formulas.
        for word in words.split_whitespace().filter(|word| word.len() > 1) {
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
    let text = beginning(text);
    let scripts = Scripts::of(text);
    let letters_in_all = scripts.counts.iter().sum::<usize>();
    let (script, &most) = scripts.counts.iter().enumerate().max_by_key(|&(_, count)| count)?;
    if most == 0 || most * 2 < letters_in_all {
        return None;
    }
    let share =
        |letters: &str| text.chars().filter(|&c| letters.contains(c)).count() as f32 / letters_in_all as f32;
    match SCRIPTS[script].0 {
        "" => latin(text, letters_in_all),
        "ru" => cyrillic(share),
        "ar" => arabic(text, share),
        // Japanese text is half Chinese characters.
        "zh" if scripts.share("ja") > OTHERS => Some("ja"),
        language => Some(language),
    }
}

/// Whether the text shows that it is not English: long enough, few of the small words, and letters with accents. A list of names
/// has few small words in any language.
pub(crate) fn is_not_english(text: &str) -> bool {
    let sample = beginning(text);
    let (small, all) = small_words_in(sample);
    let letters = sample.chars().filter(|c| c.is_alphabetic());
    let (plain, others) =
        letters.fold(
            (0, 0),
            |(plain, others), c| {
                if c.is_ascii() { (plain + 1, others) } else { (plain, others + 1) }
            },
        );
    let accented = others as f32 / (plain + others).max(1) as f32;
    all >= ENOUGH && (small[0].0 as f32) < LEAST_SHARE * all as f32 && accented >= 2.0 * OTHERS
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

    fn share(&self, language: &str) -> f32 {
        let all: usize = self.counts.iter().sum();
        let found = SCRIPTS.iter().zip(self.counts).find(|((name, _), _)| *name == language);
        found.map_or(0.0, |(_, count)| count as f32 / all as f32)
    }
}

fn beginning(text: &str) -> &str {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// By language how many small words a text has, and how many different ones; and how many words it has.
fn small_words_in(text: &str) -> ([(u32, u32); SMALL_WORDS.len()], usize) {
    let mut found = [(0, 0); SMALL_WORDS.len()];
    let mut seen: Keyed<()> = Keyed::default();
    let mut all = 0;
    for word in words(text) {
        all += 1;
        let folded = fold(word.text);
        let Some(&languages) = LANGUAGES_OF.get(&folded) else { continue };
        let is_new = seen.get(&folded).is_none();
        seen.entry(&folded, || ());
        for (language, (count, different)) in found.iter_mut().enumerate() {
            let has = languages >> language & 1 == 1;
            *count += u32::from(has);
            *different += u32::from(has && is_new);
        }
    }
    (found, all)
}

/// Letters beside a to z that the language has; more of others are another's: ø in Danish, š in Czech.
const LETTERS: [(&str, &str); 10] = [
    ("de", "äöüß"),
    ("fr", "àâæçéèêëîïôœùûüÿ"),
    ("es", "áéíñóúü"),
    ("pt", "áâãàçéêíóôõú"),
    ("it", "àèéìòù"),
    ("nl", "éëïèöü"),
    ("tr", "çğıöşüâî"),
    ("pl", "ąćęłńóśźż"),
    ("sv", "åäöé"),
    ("id", "é"),
];

fn latin(text: &str, letters: usize) -> Option<&'static str> {
    let (found, all) = small_words_in(text);
    let (best, &(most, different)) = found.iter().enumerate().max_by_key(|&(_, (count, _))| count)?;
    let next = found.iter().enumerate().filter(|&(at, _)| at != best).map(|(_, &(count, _))| count).max()?;
    let language = SMALL_WORDS[best].0;
    let own = LETTERS.iter().find(|(own, _)| *own == language).map_or("", |(_, letters)| letters);
    let is_others = |c: &char| c.is_alphabetic() && !c.is_ascii() && !own.contains(*c);
    let others = text.chars().flat_map(char::to_lowercase).filter(is_others).count();
    let is_sure = different >= LEAST_WORDS
        && most as f32 >= LEAST_SHARE * all as f32
        && most as f32 >= AHEAD * next as f32
        && (language == "en" || (others as f32) < OTHERS * letters as f32);
    is_sure.then_some(language)
}

/// Cyrillic letters that Russian does not have tell the language that does.
fn cyrillic(share: impl Fn(&str) -> f32) -> Option<&'static str> {
    let has = |letters: &str| share(letters) >= OTHERS;
    match () {
        () if has("қҚғҒүҮұҰөӨәӘҳҲӣӢңҢ") => None,
        () if has("ўЎ") => Some("be"),
        () if has("іІїЇєЄґҐ") => Some("uk"),
        () if has("јЈљЉњЊћЋђЂ") => Some("sr"),
        () if has("ъЪ") && share("ыЫэЭ") == 0.0 => Some("bg"),
        () => Some("ru"),
    }
}

/// Arabic letters that Arabic does not have tell the language that does; where keyboards lack them, the small words.
fn arabic(text: &str, share: impl Fn(&str) -> f32) -> Option<&'static str> {
    let has = |letters: &str| share(letters) >= OTHERS;
    let (found, _) = small_words_in(text);
    let count = |language: &str| {
        SMALL_WORDS
            .iter()
            .zip(found)
            .filter(|((own, _), _)| *own == language)
            .map(|(_, (count, _))| count)
            .sum::<u32>()
    };
    match () {
        () if has("ێۆڕڵټډښېۇۈ") => None,
        () if has("ٹڈےں") => Some("ur"),
        () if has("پچژگیک") || count("fa") > count("ar") => Some("fa"),
        () => Some("ar"),
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
