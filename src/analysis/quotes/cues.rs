//! The words that say that something is speech: "said", "according to", "described … as". English; each verb by the
//! beginning that its forms share. Cost: a few binary searches a word.

/// How strongly a cue says that its object is speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Names or judges: speech only with words in quotation marks or behind "that".
    Judges,
    /// Says: its object is what was said.
    Says,
}

/// Verbs of saying with regular endings, by stem.
const SAY: [&str; count(SAY_LIST)] = list(SAY_LIST);
const SAY_LIST: &str = "acknowledg add admitt advis affirm agre alleg announc argu ask assert assur attest banter \
     bark bellow bemoan blurt boast boom brag caption caution chant chid chim chimed claim clarif clarifi \
     comment complain conced conclud confirm contend convey counter crow deadpann declar demurr disclos \
     elaborat emphasis emphasiz enthus estimat exclaim explain fear fret fum gripe groan growl grumbl \
     guess gush hint holler hypothesiz impl impli indicat inform insist interject interrupt inton jok \
     joke lament lectur maintain marvel mention mus mutter narrat observ opin plead pledg pray \
     preach predict proclaim profess promis quip quipp rail rant reaffirm reason recall recit \
     recount reflect reiterat remark remind repli reply respond retort retweet reveal scoff shout sigh \
     signal snapp sneer speculat stress suggest surmis swear swore taunt teas testif testifi theoriz \
     thunder tweet underlin underscor vow warn whisper wonder worri yell";

/// Verbs that name, judge or call for something, by stem.
const JUDGE: [&str; count(JUDGE_LIST)] = list(JUDGE_LIST);
const JUDGE_LIST: &str = "accus advocat answer apologiz applaud assail attack attribut bash believ bemoan blam blast brand call \
     caption castigat characteris characteriz charg chastis chastiz cit complimen compliment condemn \
     congratulat continu criticis criticiz decri deem defend demand deni denounc depict deplor derid \
     deride describ dismiss disparag dubb excoriat express hail hammer headlin herald highlight invok \
     label lambast liken mock nicknam outlin portray post prais prescrib propos question quot rais ralli rebuff rebuk \
     recommend refer referenc regard reject repeat report reprimand ridicul ripp scold skewer slamm tell \
     term thank titl tout urg voic welcom";

/// Forms that no stem covers.
const FORMS: &[(&str, Strength)] = &[
    ("adds", Strength::Says),
    ("admits", Strength::Says),
    ("argue", Strength::Says),
    ("asks", Strength::Says),
    ("chanting", Strength::Says),
    ("citing", Strength::Judges),
    ("claims", Strength::Says),
    ("cried", Strength::Says),
    ("denies", Strength::Judges),
    ("noted", Strength::Says),
    ("notes", Strength::Says),
    ("noting", Strength::Says),
    ("quoted", Strength::Judges),
    ("read", Strength::Judges),
    ("reading", Strength::Judges),
    ("reads", Strength::Says),
    ("recalls", Strength::Says),
    ("replies", Strength::Says),
    ("said", Strength::Says),
    ("say", Strength::Says),
    ("saying", Strength::Says),
    ("says", Strength::Says),
    ("stated", Strength::Says),
    ("stating", Strength::Says),
    ("swore", Strength::Says),
    ("tell", Strength::Says),
    ("telling", Strength::Says),
    ("tells", Strength::Says),
    ("thinks", Strength::Says),
    ("thought", Strength::Judges),
    ("told", Strength::Says),
    ("writes", Strength::Says),
    ("writing", Strength::Says),
    ("wrote", Strength::Says),
];

const ENDINGS: &[&str] = &["", "d", "e", "ed", "es", "ing", "s"];

/// Nouns and other words that look like a form of a verb above.
const NO_CUES: [&str; count(NO_CUES_LIST)] = list(NO_CUES_LIST);
const NO_CUES_LIST: &str = "ad add address advise answer answers ask assure attack attacked attacking attacks blame brand brands \
     call cause chant chants charge charges chime cited claim claims comment comments compliment continue \
     convey counter defend defending defends demand demands depict dismiss estimate estimates express \
     fear fears figures fume fumes guess hail hammer hint hints imply indicates invoke joke jokes label \
     labels lecture lectures marvel marvels mention mock muse plead pledge pledges post posting posts \
     praise pray preach promise promises propose question questions quip quips race rail rails raise \
     raises raising rant rants reason reasons recommend reflect reflects reject remark remarks repeat \
     repeated repeats reply report reports signal signals site stress swear tease term terms thank thanks \
     title tweet tweets urge use vow vows";

/// Verbs that name or judge and tell speech even without quotation marks, by stem.
const TELL_ALONE: [&str; count(TELL_ALONE_LIST)] = list(TELL_ALONE_LIST);
const TELL_ALONE_LIST: &str = "accus believ blam condemn criticis criticiz demand deni denounc describ dismiss hail highlight \
     outlin prais reject urg welcom";

/// Verbs that tell how something sounds, by stem.
const UTTER: [&str; count(UTTER_LIST)] = list(UTTER_LIST);
const UTTER_LIST: &str = "banter bark bellow blurt boom chant chid chim cried crow deadpann enthus fret fum gripe groan growl \
     grumbl gush holler inton jok lectur marvel mus mutter narrat plead pray preach quip rail rant recit \
     scoff shout sigh snapp sneer swear taunt teas thunder whisper yell";

/// Nouns for those who speak.
const SPEAKERS: [&str; count(SPEAKERS_LIST)] = list(SPEAKERS_LIST);
const SPEAKERS_LIST: &str = "activist activists adviser advisers advisor advisors agency aide aides airline ambassador analyst \
     analysts army attorney attorneys author authorities ayatollah bank billionaire bishop board boss \
     brother businessman campaign candidate captain cardinal ceo chairman chairwoman chancellor chief \
     cleric coach commander commission committee company complaint congressman congressmen congresswoman \
     council countries court critics daughter delegate delegates delegation democrats department diplomat \
     diplomats director doctor doctors economist economists editor email embassy envoy expert experts \
     father firm founder general generals government governor group historian husband imam insiders \
     inspector inspectors investigator investigators judge king kremlin lawmaker lawmakers lawsuit lawyer \
     lawyers leader leaders legislator legislators letter mayor memo military minister ministers \
     ministries ministry mother neighbor neighbors neighbour neighbours newspaper nominee observers \
     office officer officers official officials opponents owner owners parties party police pollster pope \
     premier president presidents priest prince princess professor prosecutor prosecutors protesters \
     queen rabbi report reporter reporters republicans researchers resident residents scholar scientists \
     secretaries secretary senator senators sides sister son source sources spokesman spokespeople \
     spokesperson spokespersons spokeswoman statement statements strategist student students supporter \
     supporters survivor teacher tweet tycoon union voter voters wife witness witnesses";

/// The cue that a folded word is.
pub fn cue(folded: &str) -> Option<Strength> {
    if let Ok(at) = FORMS.binary_search_by_key(&folded, |(form, _)| form) {
        return Some(FORMS[at].1);
    }
    if is_in(&NO_CUES, folded) {
        return None;
    }
    let mut judges = false;
    for stem in ENDINGS.iter().filter_map(|ending| folded.strip_suffix(ending)) {
        if is_in(&SAY, stem) {
            return Some(Strength::Says);
        }
        judges |= is_in(&JUDGE, stem);
    }
    judges.then_some(Strength::Judges)
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
    let stem = TELL_ALONE.partition_point(|stem| *stem <= folded);
    stem.checked_sub(1).is_some_and(|at| folded.starts_with(TELL_ALONE[at]))
}

/// Whether a verb tells how something sounds: speech only with marks.
pub fn utters(folded: &str) -> bool {
    let stem = UTTER.partition_point(|stem| *stem <= folded);
    stem.checked_sub(1).is_some_and(|at| folded.starts_with(UTTER[at]))
}

/// Words that show the noun phrase they stand in can speak.
pub fn speaks(folded: &str) -> bool {
    is_in(&SPEAKERS, folded)
}

pub fn is_in(sorted: &[&str], word: &str) -> bool {
    sorted.binary_search(&word).is_ok()
}

/// How many words a list has.
pub const fn count(list: &str) -> usize {
    let (bytes, mut at, mut words) = (list.as_bytes(), 0, 1);
    while at < bytes.len() {
        words += (bytes[at] == b' ') as usize;
        at += 1;
    }
    words
}

/// The words of a list, which has to be in order: it is searched by halving.
pub const fn list<const N: usize>(list: &'static str) -> [&'static str; N] {
    let (mut words, mut rest, mut found) = ([""; N], list, 0);
    while found < N {
        let mut end = 0;
        while end < rest.len() && rest.as_bytes()[end] != b' ' {
            end += 1;
        }
        let (word, behind) = rest.split_at(end);
        assert!(found == 0 || is_before(words[found - 1].as_bytes(), word.as_bytes()), "the list is in order");
        words[found] = word;
        rest = if behind.is_empty() { behind } else { behind.split_at(1).1 };
        found += 1;
    }
    words
}

const fn is_before(first: &[u8], second: &[u8]) -> bool {
    let mut at = 0;
    while at < first.len() && at < second.len() {
        if first[at] != second[at] {
            return first[at] < second[at];
        }
        at += 1;
    }
    first.len() < second.len()
}
