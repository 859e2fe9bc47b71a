//! Words of English news that stand for the same matter in two forms: what a verb and its noun have in common
//! ("testify", "testimony"), irregular forms ("met", "meeting"), and synonyms ("pact", "treaty").
//!
//! Snowball stems by class, a class at most four stems. Made from WordNet 3.0 (synonyms of a frequent sense, derivations,
//! irregular forms; antonyms kept apart), where 20,000 English news articles use the two alike as well: the cosine of
//! their vectors (word2vec; Mikolov et al. 2013) is at least 0.55. WordNet 3.0 is copyright 2006 by
//! Princeton University; its licence stands in LICENSE-WORDNET.

use super::stop_words::is_english;
use crate::text::Keyed;

const CLASSES: &str = "\
absenc absent, access avail, accid accident inadvert, accomplish achiev fulfil, acknowledg admit, acquit \
acquitt exoner vindic, advers hardship, advis advisor consult, advoc advocaci propon, affluent wealthi, afghan \
afghanistan, agenc bureau, airplan plane, allevi eas reliev, alli allianc, alloc allot, allow permiss permit, \
america american, analys analysi analyt analyz, anger angri, annoy bother irrit, anticip expect, appal outrag \
shock, applaud commend, appli applic, appoint appointe, apprehend apprehens, approxim estim, asia asian, \
assess evalu, assumpt premis, astonish astound stun, atroc barbar cruel, attempt effort tri, attorney lawyer, \
aug august, australia australian, authoritarian dictat dictatorship tyranni, auto automobil, autocrat tyrant, \
avert avoid, babi infant, ballot vote, bank banker, begin start, belov dear, bias prejudic, blew blow, bomb \
bomber, boom flourish prosper thrive, bought buy buyer purchas, brave courag, break broke, bring brought, \
brutal savag vicious, build built construct, bulli intimid, bureaucraci bureaucrat, camp tent, campaign \
candidaci, candid nomine, careless neglect neglig, cargo ship shipment, catastroph disast, censor censorship, \
chairman chairwoman, chanc opportun, cheer scream shout yell, chide lambast rebuk scold, child children kid, \
christ christian jesus, clarif clarifi, clean cleaner, coast coastal, collud collus, column columnist, comedi \
comic fun funni, commemor memori, commiss commission, compar comparison, compass compassion, compet competit, \
compli complianc, conclud conclus, condemn decri, congressman congresswoman, consequ effect, conspir \
conspiraci, consum consumpt, contamin pollut taint, contradict contradictori, contrari pervers, creat \
creation, crime crimin felon, crippl halt, crise crisi, crop harvest, cuba cuban, curtail limit restrict, \
custodi detain detaine detent, death die, debacl fiasco, dec decemb, deceiv decept, decid determin, decreas \
reduc reduct, dedic devot, deficit shortfal, defin shape, demean humili, deni denial, depict portray, despis \
disdain insult scorn, deter discourag, deterr impedi, deton explod explos, diagnos diagnosi, diminish lessen \
weaken, diplomaci diplomat, disappear vanish, disappoint frustrat, discern understand understood, disclos \
disclosur, discrimin discriminatori, disgust foul, distinct distinguish, distort warp, divid divis, doctor \
physician, doctrin philosoph philosophi, draw drawn, dread frighten panick terrifi, drive drove, duti oblig, \
earn earner salari wage, econom economi, editor editori, egypt egyptian, elector voter, elicit evok, enlist \
recruit, enorm immens tremend, enrol enrolle, enter entri, enterpris entrepreneur, enthusiasm enthusiast, \
environment environmentalist, europ european, evad evas, evolut evolv, exagger hyperbol overst, exasper infuri \
madden, exceed excess, exemplifi illustr, expand expans, experi experienc, fail failur, fall fell, fame \
famous, fascism fascist, favor prefer, feb februari, feel felt, feet foot, fight fought, film movi, fix \
repair, fled flee, flew fli flown, foolish unwis, forbid prohibit, forest wood, forget forgotten, forgo waiv \
waiver, former onetim, freez frozen, frenzi hyster hysteria, gay homosexu, governor governorship gubernatori, \
grief heartbreak, grow grown growth, gunfir gunshot, hack hacker, handgun pistol, hang hung, held hold, hero \
heroic, hinder imped obstruct, holiday vacat, homicid murder, horribl horrifi horror, hypocrisi hypocrit, \
ideolog ideologu, ill sick, immun vaccin, impass stalem, impoverish poor poverti, imprison incarcer jail, \
incred unbeliev, india indian, infam notori, inflam inflammatori, injur injuri trauma traumat, interfer meddl \
tamper, interven intervent, intrud intrus, invad invas, invest investor, iran iranian persian, ireland irish, \
irrat unreason, islam islamist, itali italian, jan januari, jihad jihadist, justif justifi, keep kept, knew \
know, korea korean, lab laboratori, leak leaker, legisl legislatur, legitim legitimaci, lend loan, libya \
libyan, lobbi lobbyist, lose lost, lucrat profit, man men, mandat mandatori, marri marriag wed, medic medicin, \
meet met, memo memorandum, menac sinist, mexican mexico, misl mislead, mock taunt, narrat stori tale, naval \
navi, necess necessari, neighbor neighborhood, northeast northeastern, northwest northwestern, nov novemb, \
occup occupi, oct octob, offend offens, omiss omit, oppos opposit, optim optimist, organis organiz, oust \
ouster, oversaw overse overseen supervis, owner ownership, pact treati, paid pay payment, palestin \
palestinian, parliament parliamentari, partisan partisanship, partner partnership, pass passag, penal penalti \
punish punit, perceiv percept, percent percentag, phone telephon, poison toxic, polit politician, poll \
pollster, pray prayer, preach sermon, pregnanc pregnant, prepar readi, prescrib prescript, print publish, \
procedur proceed process, prosecut prosecutor, protection protectionist, prove proven, provoc provok, racism \
racist, ran run, react reaction, rebellion revolt upris, rebut rebutt refut, regist registr, regul regulatori, \
religi religion, reloc resettl, retali retaliatori, reveal uncov, revolut revolutionari, rise rose, roil \
tumultu turbul, russia russian, scienc scientist, seek sought, sell seller sold vendor, send sent, sept \
septemb, sequest sequestr, sexism sexist, shake shook, shoot shooter shot, slave slaveri, solut solv, speak \
spoke, speaker speakership, specifi stipul, spirit spiritu, stabil stabl, stagnant stagnat, stand stood, \
staunch steadfast, steal stole stolen theft, stick stuck, strateg strategi, strike struck, succeed successor, \
summar summari, suppli supplier, supremaci supremacist, surgeri surgic, swear sworn, sympathet sympathi, syria \
syrian, taught teach teacher, tax taxat, teen teenag, terror terrorist, testifi testimoni, theori theorist, \
threw throw thrown, tour tourism tourist, tragedi tragic, traitor treason, transfer transport, transmiss \
transmit, treat treatment, tribal tribe, triumph victori, ukrain ukrainian, underlin underscor, unwil \
unwilling, upheld uphold, vacanc vacant, vari variat, verif verifi, violenc violent, wear wore worn, wife \
wive, win winner won, withdraw withdrawn withdrew, withheld withhold, write written wrote";

/// The classes made ready for one language.
pub(super) struct Synonyms(Keyed<&'static str>);

impl Synonyms {
    pub(super) fn of(language: &str) -> Self {
        let mut classes = Keyed::default();
        if is_english(language) {
            classes = Keyed::with_room(1_000);
            for class in CLASSES.split(", ") {
                let first = class.split(' ').next().unwrap_or(class);
                for stem in class.split(' ') {
                    classes.number(stem, || first);
                }
            }
        }
        Self(classes)
    }

    /// The stem that stands for the class of `stem`; itself where it has none.
    pub(super) fn class<'s>(&self, stem: &'s str) -> &'s str
    where
        'static: 's,
    {
        self.0.get(stem).copied().unwrap_or(stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_and_its_noun_are_one_class() {
        let synonyms = Synonyms::of("en-GB");
        assert_eq!(synonyms.class("testimoni"), synonyms.class("testifi"));
        assert_eq!(synonyms.class("met"), synonyms.class("meet"));
        assert_eq!(synonyms.class("harbour"), "harbour");
        assert_eq!(Synonyms::of("de").class("met"), "met", "the classes are English");
    }

    #[test]
    fn a_stem_is_in_one_class() {
        let mut stems: Vec<&str> = CLASSES.split([',', ' ']).filter(|stem| !stem.is_empty()).collect();
        let count = stems.len();
        stems.sort_unstable();
        stems.dedup();
        assert_eq!(stems.len(), count);
    }
}
