//! Which letters count as the same: case, accents and the variants that keyboards and transcriptions produce.
//! One table, used for the index and for the query alike.

use std::borrow::Cow;

/// U+00C0 to U+017F without accents; `?` stands where a letter becomes two.
const LATIN_1_AND_A: &str = concat!(
    "aaaaaa?ceeeeiiiidnooooo×ouuuuy??aaaaaa?ceeeeiiiidnooooo÷ouuuuy?y",
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnnoooooo??rrrrrrsssssssstttttt",
    "uuuuuuuuuuuuwwyyyzzzzzzs"
);

/// U+1E00 to U+1EF9 without accents (Vietnamese, Welsh and scholarly transcriptions).
const LATIN_ADDITIONAL: &str = concat!(
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssss",
    "ttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyassss?d",
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy"
);

/// `text` in the form in which words are compared: lower case, without accents, vowel points and dots inside
/// abbreviations. Borrowed where nothing changes. Folding twice changes nothing more.
///
/// ```
/// use crossread::text::fold;
/// assert_eq!(fold("Erdoğan"), "erdogan");
/// assert_eq!(fold("U.S."), "us");
/// assert_eq!(fold("Орлёв"), "орлев");
/// ```
pub fn fold(text: &str) -> Cow<'_, str> {
    if is_folded(text) {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    fold_to(text, &mut folded);
    Cow::Owned(folded)
}

/// [`fold`] for one word after the other, with a string at hand for those that change.
pub(crate) fn fold_with<'t>(text: &'t str, room: &'t mut String) -> &'t str {
    if is_folded(text) {
        return text;
    }
    room.clear();
    fold_to(text, room);
    room
}

fn is_folded(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

fn fold_to(text: &str, folded: &mut String) {
    if text.bytes().all(|byte| byte.is_ascii() && byte != b'.') {
        folded.push_str(text);
        folded.make_ascii_lowercase();
        return;
    }
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let after = text[at + character.len_utf8()..].chars().next().unwrap_or(' ');
        let inside_number = before.is_ascii_digit() && after.is_ascii_digit();
        if character != '.' || inside_number {
            fold_character(character, folded);
        }
        before = character;
    }
}

fn fold_character(character: char, folded: &mut String) {
    let code = character as u32;
    match code {
        0..=0x7F => folded.push(character.to_ascii_lowercase()),
        0xC6 | 0xE6 => folded.push_str("ae"),
        0xDE | 0xFE => folded.push_str("th"),
        0xDF | 0x1E9E => folded.push_str("ss"),
        0x132 | 0x133 => folded.push_str("ij"),
        0x152 | 0x153 => folded.push_str("oe"),
        0xC0..=0x17F => folded.extend(LATIN_1_AND_A.chars().nth(code as usize - 0xC0)),
        0x1E00..=0x1EF9 => folded.extend(LATIN_ADDITIONAL.chars().nth(code as usize - 0x1E00)),
        _ if is_dropped(code) => {}
        _ => {
            for lower in variant(character).to_lowercase().map(variant) {
                // A lower-case form may itself be one that folds: the angstrom sign becomes å.
                if lower == character { folded.push(lower) } else { fold_character(lower, folded) }
            }
        }
    }
}

/// Combining accents, Hebrew and Arabic vowel points, the Arabic stretching stroke, joiners, the soft hyphen.
fn is_dropped(code: u32) -> bool {
    matches!(code, 0xAD | 0x300..=0x36F | 0x591..=0x5C7 | 0x610..=0x61A | 0x640 | 0x64B..=0x65F | 0x670 | 0x200B..=0x200F | 0x2060 | 0xFEFF)
}

/// Letters that stand for one another: Persian for Arabic yeh and kaf, alef with hamza, ё, full-width forms,
/// one apostrophe for all.
fn variant(character: char) -> char {
    match character {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ک' => 'ك',
        'ة' | 'ۀ' | 'ۂ' | 'ہ' => 'ه',
        'ؤ' => 'و',
        'Ё' | 'ё' => 'е',
        'ς' => 'σ',
        '’' | 'ʼ' | '‘' | 'ʻ' | '＇' => '\'',
        '٠'..='٩' => digit(character, '٠'),
        '۰'..='۹' => digit(character, '۰'),
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(character as u32 - 0xFEE0)
            .expect("full-width forms mirror ASCII")
            .to_ascii_lowercase(),
        _ => character,
    }
}

fn digit(character: char, zero: char) -> char {
    char::from(b'0' + (character as u32 - zero as u32) as u8)
}
