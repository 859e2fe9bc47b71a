//! Words of English news that stand for the same matter in two forms: what a verb and its noun have in common
//! ("testify", "testimony"), irregular forms ("met", "meeting"), and synonyms ("pact", "treaty").
//!
//! Snowball stems by class, a class at most four stems. Made from WordNet 3.0 (synonyms of a frequent sense, derivations,
//! irregular forms; antonyms kept apart), where 20,000 English news articles use the two alike as well: the cosine of
//! their vectors (word2vec; Mikolov et al. 2013) is at least 0.5, of derivations 0.45. WordNet 3.0 is copyright 2006 by
//! Princeton University; its licence stands in LICENSE-WORDNET.

use super::stop_words::is_english;
use crate::text::Arrange as _;

const CLASSES: &str = "\
absenc absent, absolut utter, absurd ridicul, abus mistreat, access avail, accid accident inadvert, accommod \
compel duti oblig, accomplish achiev fulfil, accumul amass, acknowledg admit, acquit acquitt exoner vindic, \
actual realiz, advers hardship, advis advisor advisori consult, advoc advocaci propon, aerial air, affluent \
wealthi, afghan afghanistan, africa african, age elder older, agenc agent bureau, agre agreement, airplan \
plane, allevi facilit mitig reliev, alli allianc, alloc allot, allow permiss permit, alter chang, america \
american, analys analysi analyt analyz, anger angri, annoy bother fret irrit, answer repli respond respons, \
anticip expect predict, appal horribl horrifi horror, appeal appel, appear seem, applaud commend, appli \
applic, appoint appointe, appreci grate thank, apprehend apprehens, approxim estim, apt clever invent, ardent \
fervent fieri, aris aros, arm armor, art artist, asia asian, assess evalu, assum assumpt premis pretend, assur \
confid, astonish astound stun, athlet sport, atroc barbar cruel, attempt effort tri, attorney lawyer, aug \
august, australia australian, authoritarian dictat dictatorship tyranni, auto automobil car, autocrat tyrant, \
avert avoid, aw terribl, babi infant, bait mock mockeri taunt, ballot vote voter, ban forbid prohibit, bank \
banker, baseless unfound, bask relish, bat batter, begin start, belov darl dear, better improv, bias prejudic, \
bibl biblic, bigger larger, bind bound boundari, biograph biographi, bit bite, bizarr weird, blew blow, blind \
glare, blood bloodi, boast brag, bogus fake phoni, bomb bomber, boom flourish prosper thrive, botch bungl, \
bought buy buyer purchas, brave courag, break broke broken, bribe briberi, bring brought, broad wide, brutal \
savag vicious, build built construct, bulli intimid, bureaucraci bureaucrat, camp tent, campaign candid \
candidaci nomine, canada canadian, capit capitalist, careless neglect neglig, cargo ship shipment, catastroph \
disast disastr, celebr fame famous, censor censorship, certif certifi, chairman chairwoman, challeng contend, \
chanc opportun, chao chaotic, charact characterist, check checker, cheer scream shout yell, chide lambast \
rebuk scold, child children kid, choos chose, christ christian jesus, circul dissemin, citizen citizenship, \
clarif clarifi, clean cleaner, coast coastal, coher cohes, collabor cooper, collud collus, column columnist, \
combat milit, comedi comic fun funni, commemor memor memori, commiss commission, communism communist, compar \
comparison, compass compassion, compet competit competitor, compli complianc, compon element, compos composit, \
con scam, conceiv concept imagin, conclud conclus, condemn decri, congressman congresswoman, consequ effect, \
conspir conspiraci, consum consumpt, contain content, contamin pollut taint, contempl muse ponder, contin \
continent, contract contractor, contradict contradictori, contrari pervers, convers familiar, convinc persuad, \
coordin organis organiz, cope grappl, corner trap, corrobor document paper, cover coverag, covert hidden, cow \
coward, crazi unhing, creat creation creativ, creep creepi, crime crimin felon, crippl halt, crise crisi, \
critic criticis, crop harvest reap, cuba cuban, cultur ethnic, curtail limit restrict, custodi detain detaine \
detent, death die, debacl fiasco, debut introduct, dec decemb, deceiv decept, decenc decent, decid decis \
determin, decreas reduc reduct, dedic devot, deepen intensifi, defam libel malign vilifi, defi defianc \
defiant, deficit shortag shortfal, defin definit shape, demean humbl humili, deni denial, denomin sectarian, \
depict pictur portray, deplor lament, derogatori detractor disparag, despis disdain insult scorn, destroy \
ruin, detail elabor, deter discourag, deterr impedi, deton explod explos, diagnos diagnosi, difficult hard, \
dig dug, diminish lessen weaken, dine diner dinner, diplomaci diplomat, disagr disagre, disappear vanish, \
disappoint frustrat, discern understand understood, disclos disclosur, discov discoveri, discrimin \
discriminatori, disgust foul loath, dispers scatter, display exhibit, disregard ignor, distinct distinguish, \
distort warp, divers varieti, divid divis, doctor physician, doctrin philosoph philosophi, draw drawn drew, \
dread frighten panick terrifi, drift drive driven drove, drink drunk, duplic fraudul, earn earner salari wage, \
econom economi, edit editor editori redact, egypt egyptian, elect elector, elicit evok, empir imperi pride, \
endang jeopard, endur suffer, enforc implement, engag pursu, engin technolog, enlist recruit, enorm huge \
immens tremend, enrol enrolle, enter entri, enterpris entrepreneur, enthusiasm enthusiast, environ environment \
environmentalist, erod eros, etern perpetu, europ european, evad evas, evolut evolv, exagger hyperbol overst, \
exasper infuri madden, exceed excess, exemplifi illustr, exhaust thorough, expand expans, experi experienc, \
explain explan, exploit use util, expos exposur, extend extens, extrem extremist ultra, facil instal, fail \
failur, faith religi religion, fall fallen fell, fanci optic visual, fantasi fantast marvel terrif, farm \
farmer, fascin intrigu, fascism fascist, fatigu weari, favor prefer, feb februari, feel felt, feet foot, fight \
fought, film movi, financ financi, fix repair, fled flee, flew fli flown, fluid liquid, foil thwart, foolish \
unwis, forest wood, forget forgotten, forgo waiv waiver, former onetim, freez frozen, frenzi furi hyster \
hysteria, friend friendship, gave give, gay homosexu, geograph geographi, governor governorship gubernatori, \
grade grader, grasp savvi, grew grow grown growth, grief heartbreak, griev mourn, guilt guilti, gunfir \
gunshot, hack hacker, hall hallway, handgun pistol, hang hung, happen occur, hate hater, held hold, hero \
heroic, hesit waver, hinder imped obstruct, hispan latino, histor histori, holiday vacanc vacant vacat, \
homeown household, homicid murder, hug kiss, humor indulg, hunger hungri, hussein saddam, hypocrisi hypocrit, \
idea ideal, ideolog ideologu, iii trey trio, ill sick, immin impend, immun vaccin, impass stalem, impli \
implic, impoverish poor poverti, imprison incarcer jail, incit motiv provoc provok, inclin tend tendenc, \
incorpor merg, incred unbeliev, india indian, individu person, infam notori, infect infecti, inflam \
inflammatori, injur injuri trauma traumat, intend intent purpos, interfer meddl tamper, interven intervent, \
intrud intrus, invad invas, invest investor, iran iranian persian, ireland irish, iron ironi, irrat unreason, \
islam islamist muslim, itali italian, jan januari, jeopardi peril, jihad jihadist, judg judici, justif \
justifi, keep kept, ken kent, kind sort, kkk klan, knew know, korea korean, lab laboratori, laid lay, latin \
roman, lawmak legisl legislatur, lead led, leader leadership, leak leaker, lean tilt, legitim legitimaci, lend \
loan, lever leverag, liabil liabl, liar lie, libya libyan, life live, load ton, lobbi lobbyist, lose loss \
lost, loyalist stalwart, luck lucki, lucrat profit, lunch luncheon, maintain sustain, man men, mandat \
mandatori, maneuv steer, marri marriag wed, math mathemat, medic medicin, meet met, memo memorandum, menac \
sinist, mention refer, mess messi, meter metric, metro subway, mexican mexico, migrant migrat, mine miner, \
misdemeanor violat, misl mislead, moham mohammad, monger peddl, mutual reciproc, narrat stori tale, naval \
navi, necess necessari, nefari villain, neighbor neighborhood, northeast northeastern, northwest northwestern, \
notabl noteworthi, notif notifi, nov novemb, nudg prod urg, occup occupi, oct octob, offend offens, omiss \
omit, oppos opposit, optim optimist, oust ouster, oversaw overse overseen, owner ownership, pact treati, paid \
pay payment, palestin palestinian, parliament parliamentari, partisan partisanship, partner partnership, pass \
passag, penal penalti punish punit, perceiv percept, percent percentag, perspect view, petti trivial, phone \
telephon, play player, poison toxic, polit politician, poll pollster, pray prayer, preach sermon, pregnanc \
pregnant, prepar readi, prescrib prescript, preserv renew restor reviv, presid presidenti, print publish, \
procedur proceed process, produc product, prolong protract, prosecut prosecutor, protection protectionist, \
prove proven, racism racist, ran run, react reaction, read reader, rebel rebellion revolt upris, rebut rebutt \
refut, recov recoveri, regist registr, regret sorri, regul regulatori, reiter repeat, reli relianc, reloc \
resettl, resid residenti, retali retaliatori, retir retire, reveal uncov, revis rewrit, revolut revolutionari, \
rigor strict, rise risen rose, risk riski, roar thunder, rock rocki, roil tumultu turbul uproar, russia \
russian, sat sit, scienc scientist, seek sought, sell seller sold vendor, senat senatori, send sent, sens \
sensibl, sept septemb, sequest sequestr, sexism sexist, shake shook, shoot shooter shot, show shown, sign \
signatur, signific substanti, sing singer song, slave slaveri, solid solidifi, solut solv, speak spoke, \
speaker speakership, specif specifi stipul, spectacl spectacular, spend spent, spin spun, spirit spiritu, stab \
wound, stabil stabl, stagnant stagnat, stand stood, staunch steadfast, steal stole stolen theft, stick stuck, \
stimul stimulus, storag store, strateg strategi, stray wander, strike struck, subsid subsidi, subsidiari \
supplement, succeed successor, summar summari, supervis supervisor, suppli supplier, supremaci supremacist, \
surgeri surgic, suspend suspens, swear sworn, swing swung, sympathet sympathi, syria syrian, taught teach \
teacher, tax taxat, tear torn water, teen teenag, telecom telecommun, terror terrorist, testifi testimoni, \
theori theorist, threw throw thrown, tour tourism tourist, tragedi tragic, traitor treason, transfer \
transport, transmiss transmit, treat treatment, tribal tribe, type typic, ukrain ukrainian, uncertain \
uncertainti, underlin underscor, union unit, unwil unwilling, upheld uphold, urgenc urgent, valid verif \
verifi, valu valuabl, vari variat, viabil viabl, victori win winner won, violenc violent, visit visitor, wear \
wore worn, wife wive, withdraw withdrawn withdrew, withheld withhold, write writer written wrote";

/// The classes made ready for one language.
pub(super) struct Synonyms(Vec<(&'static str, &'static str)>);

impl Synonyms {
    pub(super) fn of(language: &str) -> Self {
        let mut classes = Vec::new();
        if is_english(language) {
            for class in CLASSES.split(", ") {
                let first = class.split(' ').next().unwrap_or(class);
                classes.extend(class.split(' ').map(|stem| (stem, first)));
            }
        }
        classes.arrange_by_key(|entry| entry.0);
        Self(classes)
    }

    /// The stem that stands for the class of `stem`; itself where it has none.
    pub(super) fn class<'s>(&self, stem: &'s str) -> &'s str
    where
        'static: 's,
    {
        self.0.binary_search_by_key(&stem, |entry| entry.0).map_or(stem, |at| self.0[at].1)
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
