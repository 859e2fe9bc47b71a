//! How common English words are in news at large, so that rarity means something in a corpus of five articles too.
//!
//! Shares of 10,000 English news articles of some 490 outlets (2012–2022) in which a stem stands, in seven bands;
//! proper names are left out, for which names are common depends on the year. A corpus of one's own outweighs the
//! table as it grows: see [`Commonness::rarity`].

use super::Rarity;
use super::stop_words::is_english;
use crate::text::Keyed;

/// The share of articles in which a stem that no band lists is taken to stand.
const UNLISTED: f32 = 0.012;

/// As many articles as the table counts for beside the corpus at hand.
const PRIOR_ARTICLES: f32 = 60.0;

/// For a band the share of articles, and the Snowball stems that stand in about so many.
const BANDS: [(f32, &str); 7] = [
    (
        0.446,
        "accord administr ani anoth ask becaus befor call campaign chang continu countri day dure elect end former govern \
group help includ issu know law leader long look major mani month nation need news offic offici onli parti peopl \
plan point polici polit presid public question recent report right show sign sinc state support thing think time \
tri use veri want week white work year",
    ),
    (
        0.289,
        "act action ad allow alreadi appear attack base becom believ bill candid care case claim clear close committe \
concern control critic deal decis depart differ doe effort everi expect face fact far feder find follow forc \
general give good happen high hope import increas job keep later lead left live mean media meet member million \
move number open past person place posit possibl post power presidenti press problem provid reason relat remain \
respons run secur seem set sever someth start stori talk term today top turn vote whi world",
    ),
    (
        0.21,
        "abl account actual address ago agre aid announc argu associ author best better big bring build busi came caus \
center certain challeng charg chief citi comment communiti congression conserv consid contribut cours court \
creat current cut debat despit direct director discuss earli earlier econom effect enough execut fail famili \
fight final five focus foreign found four friday full fund given great hand hard head health hear histori hold \
home hour howev idea inform interest intern interview investig involv justic kind larg late leav led legal \
legisl level life line littl lot manag matter monday money name night note offer old onc order organ particular \
pass pay percent play poll potenti process program protect push race rais reach read real realli receiv record \
releas repres requir respond result rule second secretari serv servic share short side social speak stand step \
stop strong suggest sure system tax tell thursday took tuesday univers view voter war watch wednesday win word \
wrote",
    ),
    (
        0.152,
        "accus activ addit advis agenc ahead alleg alway answer anti anyon anyth approach approv area attempt attorney \
avoid bad began begin behind benefit billion break carri chairman chanc children commit compani complet conduct \
confer confirm constitut cost cover daili death decad decid declin defend defens deliv demand deni describ \
detail develop economi email emerg enforc entir especi establish event evid exampl explain express fall favor \
fear feel figur fire form forward free friend front futur governor ground grow half held hit human imag immedi \
immigr individu initi institut join key kill known lawmak liber limit local lose lost low man march mark measur \
messag middl militari minor moment morn nomine noth novemb oper opinion opportun oppos opposit outsid photo \
prepar prevent previous primari privat probabl progress promis propos quick rate refer reform refus repeat \
return rise risk role school seek senior sens serious signific similar simpli six small someon sourc speaker \
special specif speech spend staff stay street success sunday target team themselv third thought threat togeth \
total true tweet twitter understand union vice video wall warn women won worker write wrong",
    ),
    (
        0.11,
        "abil accept access acknowledg activist advanc advoc age agenda agreement aim air alli amount appeal april \
argument arm articl attent ban battl becam beyond biggest black blame block board book border brief brought \
budget check choic cite citizen civil class colleg common communic compar condit confid controversi convers \
copyright coverag crime crimin crisi damag danger data dead declar design determin die difficult district \
document dollar doubt dozen drop educ eight els engag ensur enter everyon everyth exact exist expand experi \
expert extrem fair file financi freedom gain gave generat global goal goe gun heard higher histor host hundr \
identifi ignor illeg impact improv incom independ indic industri insid insist intellig judg juli june lack \
latest launch lawyer leadership learn lie list longer love lower main market meanwhil men met mind minut \
movement natur negoti newslett nomin non oppon origin page paid perform perhap period permiss pick polic \
politician popul popular practic present pressur pro produc product project protest prove publish pull ralli re \
realiti reduc reject relationship remark remov request research respect rest reveal review room saturday save \
self send sent separ shift singl sit situat soon spent spoke spokesman stage standard strategi strike struggl \
studi surpris test thank thousand threaten tie trade travel ultim unlik urg valu victori violat violenc visit \
wait walk weapon whole wide worri young",
    ),
    (
        0.082,
        "abov abus achiev add admit affair affect afford aggress al alon amend analysi analyst ap appar appli arriv \
assault assist attend august avail averag bank basic behavior bipartisan bit broad buy capit caption cast caucus \
celebr central chamber choos co colleagu collect conclud conflict confront connect consequ consist consum \
contact contain convent convinc cooper corpor correct counsel count counti coupl credit cross crowd cultur date \
debt decemb deep defeat delay demonstr depend dismiss divid divis domest door doubl draw drive earn easi elector \
employ employe encourag endors energi equal era essenti estim eventu except exchang extend eye facebook failur \
fals februari fellow field firm fix floor foundat fulli game gather gone grant growth guy handl heart highlight \
huge hurt impeach impos inde influenc instanc insur intend intent invest journal journalist kept knew labor land \
largest letter light link listen loss maintain mass massiv mayb mayor medic mention minist miss moder monitor \
multipl necessari network none object obvious occur octob onlin option parent particip partisan path peac phone \
piec pledg poor prais predict prefer pretti price prime prioriti professor promot purpos quit rang rank readi \
recogn red reflect regard region regul rememb replac reprint resid resourc restrict retir reuter roll safe \
safeti schedul seat secret sell septemb seri session seven shoot shot signal site societi solut sometim son sort \
sought sound spread status student subject suffer summer suppos suspect televis terror terrorist throughout \
tough town track tradit train treat troubl trust truth updat usual version victim voic websit weekend whatev \
wing wit woman wors worth written",
    ),
    (
        0.059,
        "absolut adopt adult advantag afternoon agent altern ambassador anger annual apart appoint appropri armi arrest \
assert assess assum audienc awar background balanc ballot bar basi beat belief bid bigger blue bodi bomb boost \
born broader broke built car career centuri chair child climat coalit combat combin command commiss compet \
competit complain complaint complic compromis conclus condemn consider consult contend content contest contrast \
convict core coronavirus corrupt counter credibl custom cycl deepli defin definit degre democraci deputi deserv \
desir destroy diplomat disagre disput doctor domin donor dramat drug duti easili editor elimin embrac enemi \
environ everybodi examin exercis expens expos extens facil factor faith familiar father featur fell felt fewer \
fill financ fine finish fiscal fit food formal founder frank frequent frustrat fuel fundament greater green \
guarante guard happi harder harm hate headlin highest hire honor hospit ident ideolog ill imagin implement \
imposs incid introduc invit joint kid languag larger lawsuit leak lean liberti longtim mandat margin materi \
meant mere mid midterm mission mistak model modern moral mother motiv murder narrat negat nine normal notic \
nuclear observ obtain offens ongo otherwis outcom outrag overal overwhelm panel paper partner percentag perman \
pictur platform pleas pm pose principl prior prison privaci probe proceed profil promin prompt prosecutor \
prospect provis pursu quarter quot racial radic ran rare realiz recal recommend regist regular reli religi \
remind renew repeal resign resist revers rhetor rich rival road root rough round sale sanction scale scandal \
scene scienc search select sexual shape shock shown shut simpl skeptic slow southern stake star strategist style \
succeed survey surviv swing tabl tactic task technolog ten tend tension testifi testimoni theori throw touch \
trail trend trial trillion trip troop type typic unclear undermin unemploy unless various vast veteran violent \
vow vulner wage wake water wave weak welcom wife wish wonder worst",
    ),
];

/// The table made ready for one language.
pub(super) struct Commonness(Keyed<f32>);

impl Commonness {
    pub(super) fn of(language: &str) -> Self {
        let mut listed = Keyed::default();
        if is_english(language) {
            listed = Keyed::with_room(1_300);
            for (share, stem) in
                BANDS.iter().flat_map(|(share, stems)| stems.split(' ').map(|stem| (*share, stem)))
            {
                listed.number(stem, || share);
            }
        }
        Self(listed)
    }

    /// How telling it is that two sentences share this word: the negative logarithm of the share of articles that
    /// have it, counted over the corpus and [`PRIOR_ARTICLES`] articles of news at large.
    pub(super) fn rarity(&self, folded: &str, stem: &str, rarity: &Rarity) -> f32 {
        let share = self.0.get(stem).copied().unwrap_or(UNLISTED);
        let articles = rarity.articles as f32;
        let counted = ((rarity.document_frequency)(folded) as f32).min(articles);
        -((counted + PRIOR_ARTICLES * share) / (articles + PRIOR_ARTICLES)).min(1.0).ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corpus_outweighs_the_table_as_it_grows() {
        let commonness = Commonness::of("en-GB");
        let rarity = |word: &str, stem: &str, articles: usize, having: u32| {
            commonness.rarity(word, stem, &Rarity { articles, document_frequency: &|_| having })
        };
        let in_five = rarity("enrichment", "enrich", 5, 5);
        assert!(in_five > rarity("government", "govern", 5, 0), "five articles prove little");
        assert!(rarity("enrichment", "enrich", 5_000, 5_000) < 0.1, "five thousand prove much");
    }

    #[test]
    fn every_band_is_rarer_than_the_one_before() {
        assert!(BANDS.windows(2).all(|pair| pair[0].0 > pair[1].0));
        assert!(BANDS.iter().all(|band| band.0 > UNLISTED));
    }
}
