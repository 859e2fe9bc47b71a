//! Words of English news that stand for the same matter in two forms: what a verb and its noun have in common
//! ("oppose", "opposition"), irregular forms ("met", "meeting"), and synonyms ("pact", "treaty").
//!
//! Snowball stems by class, a class at most four stems. Made from WordNet 3.0 (synonyms of a frequent sense, derivations,
//! irregular forms; antonyms kept apart), where 20,000 English news articles use the two alike as well: the cosine of
//! their vectors (word2vec; Mikolov et al. 2013) is at least 0.45, of derivations 0.35. WordNet 3.0 is copyright 2006 by
//! Princeton University; its licence stands in LICENSE-WORDNET.

use super::stop_words::is_english;
use crate::text::Arrange as _;

const CLASSES: &str = "\
abid compli complianc conform, abil abl, absenc absent, absolut utter, absurd meaningless nonsens ridicul, \
abus mistreat, academ academi, access avail, accid accident inadvert, accommod compel duti oblig, accomplish \
achiev attain fulfil, accumul amass, acknowledg admit, acquit acquitt exoner vindic, actual realiz, advantag \
favor prefer, advers hardship, advis advisor advisori consult, advoc advocaci propon, aerial air, affluent \
money wealth wealthi, afghan afghanistan, africa african, age elder older, agenc agent bureau, aggreg collect, \
agre agreement, agricultur farm farmer, airplan plane, align coalit, allevi facilit mitig reliev, alli \
allianc, alloc allot, allow permiss permit, alter chang, ambit ambiti, america american, amount sum, analys \
analysi analyt analyz, anger angri ire, annoy bother fret irrit, answer repli respond respons, anticip expect \
predict, appal horribl horrifi horror, appeal appel, appear seem, applaud commend, appli applic employ hire, \
appoint appointe, appreci grate thank, apprehend apprehens arrest, approxim estim, apt clever invent, ardent \
fervent fieri, aris aros, arm armor, art artist, ascend domin, asia asian, assail attack, assess evalu, assum \
assumpt premis pretend, assur confid ensur, astonish astound stun, athlet sport, atom fragment, atroc barbar \
cruel, attempt effort tri, attorney lawyer, aug august, australia australian, authent genuin, authoritarian \
dictat dictatorship tyranni, auto automobil car, autocrat tyrant, autom mechan, avert avoid, aw terribl, babi \
infant, bait mock mockeri taunt, ballot vote voter, ban forbid prohibit, band stripe, bank banker, bankrupt \
bankruptci, baseless unfound, basic fundament, bask relish, bat batter, beg implor, began begin start, belief \
believ, belov darl dear, bet better improv, bias prejudic, bibl biblic, bigger larger, bind bound boundari, \
biograph biographi, bit bite, bitter resent, bizarr weird, blew blow blown, blind glare, blood bloodi, boast \
brag, bogus fake phoni, bomb bomber, boom flourish prosper thrive, botch bungl, bought buy buyer purchas, \
bounc rebound, brave courag, break broke broken, bribe briberi, bring brought, brink verg, broad wide, brutal \
savag vicious, build built construct, bulli intimid, bureaucraci bureaucrat, calcul calculus figur, camp tent, \
campaign candid candidaci nomine, canada canadian, capit capitalist, captiv imprison incarcer jail, careless \
neglect neglig, cargo ship shipment, catastroph disast disastr, catch caught, celebr fame famous, censor \
censorship, certif certifi, chairman chairwoman, challeng contend, chanc opportun, chao chaotic, charact \
character characterist, charter leas, check checker, cheer scream shout yell, cherish precious, chide lambast \
rebuk scold, child childhood children kid, choos chose chosen, christ christian jesus, circul dissemin, \
citizen citizenship, clarif clarifi, clean cleaner, cloth fabric fiction, coalesc consolid unifi, coast \
coastal, coher cohes, collabor cooper partner partnership, collud collus, coloni settlement, column columnist, \
combat milit, comedi comic fun funni, comfort conveni, commemor memor memori, commiss commission committe, \
communism communist, compar comparison, compass compassion, compens earn earner salari, compet competit \
competitor, complain complaint, compon compos composit element, con scam, conceiv concept imagin, conclud \
conclus, condemn decri, congratul prais, congressman congresswoman, consequ consequenti effect result, conspir \
conspiraci, constrain curtail limit restrict, consum consumpt, contain content, contamin pollut taint, \
contempl mull muse ponder, contin continent, contract contractor transmiss transmit, contradict contradictori, \
contrari corrupt pervers, contribut contributor, convers familiar, convinc persuad persuas, coordin organis \
organiz, cope grappl, corner trap, corrobor document paper, cover coverag, covert hidden, cow coward, crazi \
insan mad unhing, creat creation creativ creator, creep creepi, crime crimin felon, crippl halt, crise crisi, \
critic criticis, crop harvest reap, cuba cuban, cultur ethnic polit politician, cure heal recov recoveri, \
curious peculiar, custodi detain detaine detent, deal dealt, death deceas die, debacl fiasco, debri dust, \
debut introduc introduct, dec decemb, deceiv decept, decenc decent, decid decis determin, decim erad, decreas \
reduc reduct, decrimin legal, dedic devot, deepen escal intensifi, defam libel malign vilifi, defi defianc \
defiant, defici lack, deficit shortag shortfal, defin definit shape, degre level, demean humbl humili, \
democraci republ, deni denial, denomin sectarian, depict pictur portray, deplor lament, depriv disadvantag, \
derogatori detractor disparag, describ descript, despis disdain insult scorn, destroy ruin, detail elabor, \
detect discov discoveri, deter discourag, deterr impedi, deton explod explos, devis forg, diagnos diagnosi, \
difficult hard, dig dug, diminish lessen weaken, dine diner dinner, diplomaci diplomat, director manag, disagr \
disagre, disappear vanish, disappoint frustrat, discern understand understood, disclos disclosur reveal uncov, \
discrimin discriminatori, disgust foul loath reluct, dispers scatter, display exhibit, disregard ignor, \
distinct distinguish, distort warp, distress disturb, divers varieti, divid divis, doctor physician, doctrin \
philosoph philosophi, draw drawn drew, dread frighten scare terrifi, dream dreamer, drift drive driven drove, \
drink drunk, duplic fraudul, dwell habit, earlier earliest, eat feed, econom economi, edit editor editori \
redact, egypt egyptian, elect elector, elicit evok, emphas underlin underscor, empir imperi pride, encourag \
promot, endang jeopard threaten, endeavor strive, endur suffer, enforc implement, engag pursu, engin \
technolog, enlist recruit, enorm huge immens tremend, enrol enrolle regist registr, enter entri, enterpris \
entrepreneur, enthusiasm enthusiast, environ environment environmentalist, equal equat, erod eros, etern \
perpetu, europ european, evad evas, evolut evolv, exagger hyperbol overst, exasper infuri madden, exceed \
excess irrat unreason, except exclud, excus forgiv, exemplifi illustr, exert wield, exhaust thorough, expand \
expans, experi experienc, expert expertis, explain explan, exploit use user util, expos exposur, extend \
extens, extrem extremist, eye fanci optic visual, facil instal, fail failur, faith religi religion, fall \
fallen fell, famili homeown household, fantasi fantast marvel terrif, fascin intrigu, fascism fascist, fatigu \
weari, fault flaw mistak, feb februari, feel felt, feet foot, fight fighter fought, film movi, financ financi \
fund, find found, fine okay, fix repair, fled flee flight, flew fli flown, fluid liquid, foil thwart, foolish \
unwis, forest wood, forget forgotten, forgo waiv waiver, former onetim, frame framer, freez frozen, frenzi \
furi hyster hysteria, friend friendship, gave give given, gay homosexu, geograph geographi, glanc glimps, \
governor governorship gubernatori, grade grader, grasp savvi, grave sober solemn, greet salut, grew grow grown \
growth, grief heartbreak, griev mourn, guid guidanc, guilt guilti, gunfir gunshot, hack hacker, hall hallway, \
handgun pistol, hang hung, happen occur, hate hater, haul truck, health healthi, hear heard, held hold, hero \
heroic, hesit waver, hinder imped obstruct stymi, hispan latino, histor histori, holiday vacanc vacant vacat, \
homicid murder, hood thug, hug kiss neck, humor indulg, hunger hungri, hunt hunter, hussein saddam, hypocrisi \
hypocrit, idea ideal, ident identif identifi, ideolog ideologu, iii trey trio, ill sick, immin impend, immun \
vaccin, impass stalem, impli implic, impoverish poor poverti, incit motiv provoc provok, inclin tend tendenc, \
incorpor merg, incred unbeliev, india indian, individu person, infam notori, infect infecti, inflam \
inflammatori, infring misdemeanor violat, inher integr, injur injuri trauma traumat, insight perceiv percept, \
instructor taught teach teacher, insul isol, intend intent purpos, interfer meddl tamper, interpret render, \
interven intervent, intrud intrus, invad invas, invest investor, iran iranian persian, ireland irish, iron \
ironi, islam islamist muslim, itali italian, jam pack, jan januari, jeopardi peril, jihad jihadist, journal \
journalist, judg judgment judici, justif justifi, keep kept maintain sustain, ken kent, kind sort, kkk klan, \
knew know, korea korean, lab laboratori, laid lay, latin roman, lawmak legisl legislatur, lead led, leader \
leadership, leak leaker, lean tilt, legitim legitimaci, lend loan, lever leverag, liabil liabl, liar lie, \
libya libyan, life live, light lit, line liner, load ton, lobbi lobbyist, lose loser loss lost, loyalist \
stalwart, luck lucki, lucrat profit, lunch luncheon, man men, mandat mandatori, maneuv steer, market \
marketplac, marri marriag wed, math mathemat, mean meant, medic medicin, meet met, memo memorandum, menac omin \
sinist, mention pertain refer relat, mess messi, meter metric, metro subway, mexican mexico, migrant migrat, \
mine miner, misguid misinform misl mislead, moham mohammad, monger peddl, mutual reciproc, narrat stori tale, \
naval navi, necess necessari, need requir, nefari villain, negoti talk, neighbor neighborhood, northeast \
northeastern, northwest northwestern, notabl noteworthi, notif notifi, nov novemb, nudg prod urg, oath swear \
sworn, obscur vagu, occup occupi, oct octob, offend offens, offic offici, omiss omit, opinion sentiment, oppos \
opposit resist, optim optimist, orbit satellit, oust ouster, overrid overturn, oversaw overse overseen, owner \
ownership, pact treati, paid pay payment, palestin palestinian, panic panick, parliament parliamentari, \
partisan partisanship, pass passag, penal penalti punish punit, percent percentag, perspect view, petit \
request, petti trivial, phone telephon, photo photograph, plan program, play player, poison toxic, poll \
pollster, pray prayer, preach sermon, precaut safeguard, precipit steep, predomin preval, pregnanc pregnant, \
prepar readi, prescrib prescript, preserv restor upheld uphold, presid presidenti, presum presumpt, print \
publish, procedur proceed process, produc product, prolong protract, prosecut prosecutor, protection \
protectionist, prove proven, qualif qualifi, racism racist, radic revolut revolutionari ultra, ran run, ration \
reason, react reaction, read reader, rebel rebellion revolt upris, rebut rebutt refut, recogn recognit, \
reconcil reconcili, refund repay, regret sorri, regul regulatori, reiter repeat, reli relianc, reloc resettl, \
remain stay, renew reviv, repres represent, rescind revok, resid residenti, resolut resolv, restrain \
restraint, retali retaliatori, retir retire, retreat withdraw withdrawn withdrew, rever worship, revers \
revert, revis rewrit, rigor strict stringent, rise risen rose, risk riski, roar thunder, rock rocki, roil \
tumultu turbul uproar, russia russian, sat sit, scienc scientist, scrutin scrutini, seek sought, seiz seizur, \
sell seller sold vendor, senat senatori, send sent, sens sensibl, sept septemb, sequest sequestr, serv \
servant, sexism sexist, shake shook, shoot shooter shot, shop storag store, show shown, shut shutter, sign \
signatur, signific substanti, sing singer song, singular uniqu, slave slaveri, slew spate, solid solidifi, \
solut solv, speak speech spoke spoken, speaker speakership, specif specifi stipul, spectacl spectacular, spend \
spent, spin spun, spirit spiritu, stab wound, stabil stabl, stagnant stagnat, stand stood, standpoint \
viewpoint, staunch steadfast, steal stole stolen theft, stick stuck, stimul stimulus, strateg strategi, stray \
wander, strike struck, student studi, subsid subsidi, subsidiari supplement, succeed success successor, sue \
suit, summar summari, supervis supervisor, suppli supplier, supremaci supremacist, surgeri surgic, suspect \
suspici suspicion, suspend suspens, swing swung, sympathet sympathi, syria syrian, tax taxat, tear torn water, \
technic techniqu, teen teenag, telecom telecommun, tens tension, terror terrorist, testifi testimoni, texa \
texan, theori theorist, threw throw thrown, tour tourism tourist, trade trader, tragedi tragic, traitor \
treason, transfer transport, treat treatment, tribal tribe, troubl worri, type typic, ukrain ukrainian, \
uncertain uncertainti, union unit, unwil unwilling, urgenc urgent, valid verif verifi, valu valuabl, vari \
variat, viabil viabl, victori win winner won, violenc violent, visit visitor, vocal voic, wear wore worn, wife \
wive, withheld withhold, work worker, write writer written wrote";

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
        assert_eq!(synonyms.class("opposit"), synonyms.class("oppos"));
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
