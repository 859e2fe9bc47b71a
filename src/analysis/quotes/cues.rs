//! The words that say that something is speech: "said", "according to", "described … as". English; each verb by the
//! beginning that its forms share. Cost: one pass over a word's letters and four looks into a table.

use super::wordlists::{Table, hash, more};
use crate::text::WordList;

/// How strongly a cue says that its object is speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Names or judges: speech only with words in quotation marks or behind "that".
    Judges,
    /// Says: its object is what was said.
    Says,
}

/// Bits of [`TABLE`].
const SAY: u8 = 1;
const JUDGE: u8 = 1 << 1;
const FORM_SAYS: u8 = 1 << 2;
const FORM_JUDGES: u8 = 1 << 3;
const NO_CUE: u8 = 1 << 4;
const SPEAKER: u8 = 1 << 5;

static TABLE: Table<2048> = Table::new(&[
    // Verbs of saying with regular endings, by stem.
    (SAY, SAY_STEMS),
    // Verbs that name, judge or call for something, by stem.
    (JUDGE, JUDGE_STEMS),
    // Forms that no stem covers.
    (FORM_SAYS, SAYS_FORMS),
    (FORM_JUDGES, JUDGES_FORMS),
    // Nouns and other words that look like a form of a verb above.
    (NO_CUE, NO_CUES),
    // Nouns for those who speak.
    (SPEAKER, SPEAKERS),
]);

const SAY_STEMS: &str = "acknowledg add admitt advis affirm agre alleg announc argu ask assert assur attest banter \
     bark bellow bemoan blurt boast boom brag caption caution chant chid chim chimed claim clarif clarifi \
     comment complain conced conclud confirm contend convey counter crow deadpann declar demurr disclos \
     elaborat emphasis emphasiz enthus estimat exclaim explain fear fret fum gripe groan growl grumbl \
     guess gush hint holler hypothesiz impl impli indicat inform insist interject interrupt inton jok \
     joke lament lectur maintain marvel mention mus mutter narrat observ opin plead pledg pray \
     preach predict proclaim profess promis quip quipp rail rant reaffirm reason recall recit \
     recount reflect reiterat remark remind repli reply respond retort retweet reveal scoff shout sigh \
     signal snapp sneer speculat stress suggest surmis swear swore taunt teas testif testifi theoriz \
     thunder tweet underlin underscor vow warn whisper wonder worri yell";
const JUDGE_STEMS: &str = "accus advocat answer apologiz applaud assail attack attribut bash believ bemoan blam blast brand call \
     caption castigat characteris characteriz charg chastis chastiz cit complimen compliment condemn \
     congratulat continu criticis criticiz decri deem defend demand deni denounc depict deplor derid \
     deride describ dismiss disparag dubb excoriat express hail hammer headlin herald highlight invok \
     label lambast liken mock nicknam outlin portray post prais prescrib propos question quot rais ralli rebuff rebuk \
     recommend refer referenc referr regard reject repeat report reprimand ridicul ripp scold skewer slamm tell \
     term thank titl tout urg voic welcom";
const SAYS_FORMS: &str = "adds admits argue asks chanting claims cried noted notes noting reads recalls replies said say \
     saying says stated stating swore tell telling tells thinks told writes writing wrote";
const JUDGES_FORMS: &str = "citing denies quoted read reading thought";
const NO_CUES: &str = "ad add address advise answer answers ask assure attack attacked attacking attacks blame brand brands \
     call cause chant chants charge charges chime cited claim claims comment comments compliment continue \
     convey counter defend defending defends demand demands depict dismiss estimate estimates express \
     fear fears figures fume fumes guess hail hammer hint hints imply indicates invoke joke jokes label \
     labels lecture lectures marvel marvels mention mock muse plead pledge pledges post posting posts \
     praise pray preach promise promises propose question questions quip quips race rail rails raise \
     raises raising rant rants reason reasons recommend reflect reflects reject remark remarks repeat \
     repeated repeats reply report reports signal signals site stress swear tease term terms thank thanks \
     title tweet tweets urge use vow vows";
const SPEAKERS: &str = "activist activists adviser advisers advisor advisors agency aide aides airline ambassador analyst \
     analysts army attorney attorneys author authorities ayatollah bank billionaire bishop board boss \
     brother businessman campaign candidate captain cardinal ceo chairman chairwoman chancellor chief \
     cleric coach commander commission committee company complaint congressman congressmen congresswoman \
     council countries court critics daughter delegate delegates delegation democrats department diplomat \
     diplomats director doctor doctors economist economists editor email embassy envoy expert experts \
     father firm founder general generals government governor group historian husband imam insiders \
     inspector inspectors investigator investigators judge king kremlin lawmaker lawmakers lawsuit lawyer \
     lawyers leader leaders legislator legislators letter mayor memo military minister ministers \
     ministries ministry mother nations neighbor neighbors neighbour neighbours newspaper nominee observers \
     office officer officers official officials opponents owner owners parties party police pollster pope \
     premier president presidents priest prince princess professor prosecutor prosecutors protesters \
     queen rabbi report reporter reporters republicans researchers resident residents scholar scientists \
     secretaries secretary senator senators sides sister son source sources spokesman spokespeople \
     spokesperson spokespersons spokeswoman statement statements strategist student students supporter \
     supporters survivor teacher tweet tycoon union voter voters wife witness witnesses";

/// Verbs that name or judge and tell speech even without quotation marks, by stem.
const TELL_ALONE: WordList = WordList::of(
    "accus believ blam condemn criticis criticiz demand deni denounc describ dismiss hail highlight outlin \
     prais reject urg welcom express voic",
);

/// Verbs that tell how something sounds, by stem.
const UTTER: WordList = WordList::of(
    "banter bark bellow blurt boom chant chid chim cried crow deadpann enthus fret fum gripe groan growl \
     grumbl gush holler inton jok lectur marvel mus mutter narrat plead pray preach quip rail rant recit \
     scoff shout sigh snapp sneer swear taunt teas thunder whisper yell",
);

/// The longest ending of a regular form: "ing".
const LONGEST_ENDING: usize = 3;

/// The cue that a folded word is.
pub fn cue(folded: &str) -> Option<Strength> {
    let bytes = folded.as_bytes();
    let shortest = bytes.len().saturating_sub(LONGEST_ENDING);
    let mut sum = hash(&bytes[..shortest]);
    let mut classes = 0;
    for end in shortest..=bytes.len() {
        if end > shortest {
            sum = more(sum, bytes[end - 1]);
        }
        let found = TABLE.classes(&bytes[..end], sum);
        match &bytes[end..] {
            b"" if found & FORM_SAYS != 0 => return Some(Strength::Says),
            b"" if found & FORM_JUDGES != 0 => return Some(Strength::Judges),
            b"" if found & NO_CUE != 0 => return None,
            b"" | b"d" | b"e" | b"ed" | b"es" | b"ing" | b"s" => classes |= found & (SAY | JUDGE),
            _ => {}
        }
    }
    match classes {
        0 => None,
        JUDGE => Some(Strength::Judges),
        _ => Some(Strength::Says),
    }
}

/// The cue that a verb is with the particle behind it: "pointed out", "shot back".
pub fn cue_with(verb: &str, particle: &str) -> Option<Strength> {
    let is_cue = match particle {
        "out" => matches!(verb, "pointed" | "points" | "pointing"),
        "back" => matches!(verb, "shot" | "shoots" | "fired" | "fires" | "hit" | "hits"),
        "it" => matches!(verb, "put" | "puts" | "putting"),
        "in" => matches!(verb, "chimed" | "chimes" | "weighed"),
        _ => false,
    };
    is_cue.then_some(Strength::Says)
}

/// Whether a verb that names or judges tells speech even without quotation marks: "condemned the strike", but not
/// "called a vote".
pub fn tells_alone(folded: &str) -> bool {
    TELL_ALONE.begin(folded)
}

/// Whether a verb tells how something sounds: speech only with marks.
pub fn utters(folded: &str) -> bool {
    UTTER.begin(folded)
}

/// Whether a participle tells what a deed shows as well as what somebody says: "signaling a thaw".
pub fn shows(folded: &str) -> bool {
    matches!(
        folded,
        "signaling" | "signalling" | "indicating" | "suggesting" | "revealing" | "reflecting" | "implying"
    )
}

/// Words that show the noun phrase they stand in can speak.
pub fn speaks(folded: &str) -> bool {
    TABLE.classes(folded.as_bytes(), hash(folded.as_bytes())) & SPEAKER != 0
}
