//! The words that tell what a capitalised name is: offices, titles, the last words of organizations, places,
//! agreements and events, verbs of speech, and words that are capitalised for other reasons.
//!
//! Lists are folded words, one class a list; a word may be in several. They are kept short: what a list cannot
//! know, the article's own wording has to show.

/// Classes of words as bits, so that one look-up answers every question about a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u32);

impl Classes {
    /// "Mr", "Dr", "Ayatollah": stands before a person's name and is no part of it.
    pub(super) const TITLE: Self = Self(1);
    /// "minister", "spokesman": an office that one person holds.
    pub(super) const OFFICE: Self = Self(1 << 1);
    /// "foreign", "deputy": goes with an office.
    pub(super) const MODIFIER: Self = Self(1 << 2);
    /// "analyst", "lawyer": says that the name beside it is a person's.
    pub(super) const CALLING: Self = Self(1 << 3);
    pub(super) const ORGANIZATION: Self = Self(1 << 4);
    pub(super) const PLACE: Self = Self(1 << 5);
    pub(super) const AGREEMENT: Self = Self(1 << 6);
    pub(super) const EVENT: Self = Self(1 << 7);
    /// "said", "warned", "arrived": what people do.
    pub(super) const VERB: Self = Self(1 << 8);
    /// Function words and words that open sentences.
    pub(super) const COMMON: Self = Self(1 << 9);
    /// Months and weekdays.
    pub(super) const CALENDAR: Self = Self(1 << 10);
    /// "al", "bin", "van": inside a person's name, often lower-case.
    pub(super) const PARTICLE: Self = Self(1 << 11);
    pub(super) const GIVEN_NAME: Self = Self(1 << 12);
    /// Acronyms that are no organization: "GDP", "CEO".
    pub(super) const NO_NAME: Self = Self(1 << 13);
    /// "national", "supreme", "foreign": words that many countries' institutions share.
    pub(super) const GENERIC: Self = Self(1 << 14);
    /// Languages, religions, creeds: capitalised, yet nobody and nowhere.
    pub(super) const CREED: Self = Self(1 << 15);
    /// "of", "for", "on": may stand inside the name of an organization or agreement.
    pub(super) const LINK: Self = Self(1 << 16);
    /// "in", "near": a place may follow.
    pub(super) const LOCATIVE: Self = Self(1 << 17);
    /// "former", "acting": turns an office into another one.
    pub(super) const FORMER: Self = Self(1 << 18);
    /// An institution that is named by one word: "Parliament".
    pub(super) const ALONE: Self = Self(1 << 19);
    /// "a", "any", "every": what follows is nobody in particular.
    pub(super) const INDEFINITE: Self = Self(1 << 20);
    /// "city", "province", "town": stands beside the name of a place.
    pub(super) const SETTLEMENT: Self = Self(1 << 21);
    /// "firm", "retailer", "startup": says that the name beside it is a company's.
    pub(super) const COMPANY: Self = Self(1 << 22);
    /// "shares", "profit", "headquarters": what companies have and people do not.
    pub(super) const TRADE: Self = Self(1 << 23);

    /// One bit a class.
    pub(super) fn bits(self) -> u32 {
        self.0
    }

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Every listed word with one of its classes.
pub(super) fn listed() -> impl Iterator<Item = (&'static str, Classes)> {
    LISTS.iter().flat_map(|&(class, words)| words.split_whitespace().map(move |word| (word, class)))
}

/// Offices that one person holds: folded words, with spaces between.
pub const OFFICES: &str = "minister president premier chancellor ambassador envoy secretary spokesman spokeswoman spokesperson chairman \
     chairwoman chairperson chair chief commander leader governor mayor speaker director judge adviser advisor king \
     queen prince princess emir sultan pope prosecutor commissioner coordinator fm pm ceo head general president-elect \
     representative negotiator consul attorney administrator rector dean superintendent principal captain coach \
     manager editor founder treasurer convener vice-chancellor whip boss";

const LISTS: &[(Classes, &str)] = &[
    (
        Classes::TITLE,
        "mr mrs ms miss madam mme dr shri smt prof professor gen general lt lieutenant col colonel maj major capt captain sgt sergeant adm \
         admiral brig brigadier cpl cmdr gov sen rep rev hon sir dame lord lady sheikh shaikh sheik ayatollah imam \
         hojjatoleslam hojatoleslam mullah maulana mufti pope fr father bishop archbishop cardinal rabbi king queen \
         prince princess emir sultan justice judge senator congressman congresswoman governor mayor president premier \
         chancellor inspector constable detective superintendent comrade advocate adv",
    ),
    (Classes::OFFICE, OFFICES),
    (
        Classes::MODIFIER,
        "foreign prime deputy vice first defense defence interior finance health education justice trade energy oil \
         economy economic home external internal environment agriculture transport culture labour labor science intelligence \
         national security supreme assistant senior chief executive permanent special presidential military naval \
         state general attorney press government official managing high crown police party regional provincial federal \
         parliamentary opposition joint union information communications tourism sports army affairs foreign-policy human \
         rights nuclear top lead founding commerce industry water power railway railways revenue planning development",
    ),
    (
        Classes::FORMER,
        "former ex then-former late acting interim incoming outgoing caretaker new next then future past would-be",
    ),
    (
        Classes::CALLING,
        "expert analyst professor researcher activist journalist lawyer author co-founder member candidate lawmaker \
         politician economist scientist historian writer reporter correspondent official officer teacher doctor student \
         actor actress singer player footballer cricketer striker goalkeeper midfielder owner farmer resident veteran widow \
         wife husband son daughter brother sister mother father uncle aunt cousin grandson grandfather grandmother critic \
         campaigner entrepreneur businessman businesswoman diplomat engineer physician psychologist philosopher poet \
         novelist musician artist filmmaker photographer nurse pastor priest cleric scholar fellow lecturer strategist \
         consultant aide deputy mp senator congressman congresswoman nominee pilot driver soldier trader shopkeeper \
         lady partner policeman organiser organizer winner champion survivor victim suspect defendant",
    ),
    (
        Classes::ORGANIZATION,
        "ministry council agency union organization organisation party bank university committee parliament commission \
         authority association federation foundation institute institution corporation company corp inc ltd llc plc group \
         court department bureau college school society club fund congress senate assembly duma army navy forces guard \
         guards corps police movement front brigade league alliance coalition network times post press media airlines \
         airways academy secretariat chamber trust industries holdings exchange watch service services administration \
         command tribunal board majles majlis knesset bundestag cabinet legislature caucus battalion regiment directorate \
         consortium partners laboratories motors telecom insurance enterprises ventures hospital centre center \
         office forum-asia brotherhood resistance syndicate cooperative sangh dal sabha morcha",
    ),
    (
        Classes::COMPANY,
        "company firm corporation conglomerate retailer supermarket grocer startup start-up airline carrier automaker carmaker \
         drugmaker chipmaker maker manufacturer supplier lender insurer brokerage bank giant chain subsidiary operator developer \
         producer publisher broadcaster newspaper magazine website app platform brand consultancy contractor",
    ),
    (
        Classes::TRADE,
        "shares stock profit profits revenue revenues sales earnings turnover dividend headquarters customers subscribers \
         shareholders employees subsidiary subsidiaries products loss losses merger takeover layoffs smartphones",
    ),
    (Classes::ALONE, "parliament congress senate duma majles majlis knesset bundestag kremlin pentagon"),
    (
        Classes::PLACE,
        "province region district county city island islands mountain mountains river lake sea ocean gulf strait desert \
         valley peninsula airport street road avenue square park corridor canal bay coast village town governorate \
         republic kingdom territory territories heights strip plateau hills forest nagar pradesh harbour harbor beach \
         junction highway bridge emirate oblast prefecture municipality kingdom peninsula basin delta straits stadium",
    ),
    (
        Classes::SETTLEMENT,
        "city town village province district county state region capital island municipality suburb neighbourhood neighborhood port",
    ),
    (
        Classes::AGREEMENT,
        "treaty treaties agreement agreements accord accords pact deal convention protocol memorandum",
    ),
    (
        Classes::EVENT,
        "conference summit forum talks war wars olympics festival revolution games cup championship championships \
         uprising intifada massacre earthquake hurricane cyclone exhibition expo referendum biennale marathon",
    ),
    (
        Classes::VERB,
        "said says say told tells added adds stressed noted notes warned warns announced stated states reiterated explained \
         explains argued argues claimed claims insisted emphasized emphasised underscored underlined described called criticized \
         criticised condemned welcomed urged urges denied wrote writes replied asked asks believes thinks recalled declared \
         confirmed suggested acknowledged admitted expressed reaffirmed highlighted tweeted testified met arrived visited \
         travelled traveled resigned died agreed vowed pledged accused blamed praised thanked spoke speaks joined led leads \
         served worked grew married appeared responded commented concluded continued defended dismissed rejected predicted \
         promised proposed quipped remarked revealed signed smiled testified tweeted posted retorted observed maintained \
         lamented complained cautioned alleged became plans wants hopes hoped knows knew remembers born",
    ),
    (
        Classes::COMMON,
        "the a an and or but nor so yet if then else when while where who whom whose which what why how that this these \
         those there here it its he she they we you i his her their our your my me him them us as at by for from in into \
         of off on onto out over to under up with without within about above across after against along amid among \
         around before behind below beneath beside besides between beyond despite down during except inside like near \
         outside past per since through throughout till toward towards until upon via than not no yes all any both each \
         every few many more most much other others another some several such only own same too very just also even \
         still now once again ever never always often sometimes today tomorrow yesterday tonight meanwhile however \
         moreover furthermore nevertheless nonetheless therefore thus hence indeed instead perhaps maybe although though \
         because unless whether whatever whoever according asked speaking earlier later recently finally first second \
         third one two three four five six seven eight nine ten last next new old good great well right back let please \
         can could may might must shall should will would do does did done is are was were be been being am has have had \
         get got go make made take see say come read watch follow click share photo image file video update breaking \
         advertisement editor officials critics people police experts analysts authorities government lawmakers voters \
         students members women men children residents protesters prosecutors investigators researchers scientists \
         western eastern northern southern central north south east west international global world national local \
         former our ours top key main high early late part full big small long short",
    ),
    (
        Classes::CALENDAR,
        "january february march april may june july august september october november december jan feb mar apr jun jul aug \
         sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan eid diwali \
         nowruz am pm gmt est bst ist utc",
    ),
    (
        Classes::PARTICLE,
        "al el bin ibn bint abu abd de da di del della der den du la le van von zu ter ul ur dos das do ould ag ben st ad as ash ar az",
    ),
    (Classes::LINK, "of for on"),
    (Classes::LOCATIVE, "in at near from across around outside inside throughout toward towards"),
    (
        Classes::INDEFINITE,
        "a an any every no some another each one his her its their our my your whose which what",
    ),
    (
        Classes::NO_NAME,
        "ceo cfo coo cto gdp gnp hiv aids covid sars tv dna rna ai it pm am mp mps mla mlas mep meps fm pr hr phd mba md usd ngo ngos \
         ok fir faq gps atm pc pcs usb html pdf sms suv id iq vip sos ufo ipo roi vat gst fdi pcr ppe icu sim lgbt lgbtq lgbtqi \
         ied ieds wmd uav uavs asap aka rip diy dj bc ad ce bce ii iii iv vi vii viii ix xi xii xiv xvi edt est pst gmt utc cv url \
         http https www lpg lng cng bpd km kg mph rt re fwd fyi imo lol omg wtf btw nb ps eta q1 q2 q3 q4 inr rs pkr gb tb mb \
         and the for not you all but are this that with from have will by to of in on is be no do so we he me my or an as at if",
    ),
    (
        Classes::GENERIC,
        "foreign interior exterior external internal defense defence health education finance justice affairs security national \
         supreme high central federal state regional local constitutional general ministry ministries minister council court \
         parliament senate congress assembly house cabinet bank army navy police government electoral election commission \
         committee department office bureau agency authority service services board party university public prosecutor \
         prosecutors attorney human rights appeal appeals lower upper district county city municipal armed forces air force \
         guard guards civil trade labour labor agriculture energy oil transport culture environment intelligence media \
         communications information interior of the for and on home treasury reserve military economic development planning \
         legislative executive judicial judiciary magistrate magistrates sessions chamber representatives deputies lords commons \
         police station hospital school college post press group company corporation union association institute club \
         deal treaty agreement accord pact convention protocol memorandum understanding strategic comprehensive partnership \
         nuclear peace ceasefire conference summit forum talks war elections referendum province region island river \
         airport street road square park republic kingdom territory highway",
    ),
    (
        Classes::CREED,
        "christian christians muslim muslims jew jews jewish hindu hindus buddhist buddhists sikh sikhs catholic catholics protestant \
         sunni sunnis shia shias shiite shiites islamist islamists islam islamic christianity judaism hinduism buddhism god allah bible \
         quran koran english arabic hebrew farsi persian latin hindi urdu swahili mandarin marxist communist communists \
         socialist socialists nazi nazis zionist zionists democrat democrats republican republicans tory tories liberal \
         liberals conservative conservatives latino latinos latina latinas hispanic hispanics internet covid-19 facebook twitter westerners",
    ),
    (Classes::GIVEN_NAME, GIVEN_NAMES),
];

/// Given names that are common somewhere in the world and that are no words of English nor names of countries.
const GIVEN_NAMES: &str = "\
    aaron abbas abdul abdullah abdulaziz abdel abigail abraham adam adel aditya ahmad ahmed ahmet aisha ajay akbar alan albert alberto \
    alejandro aleksandr alex alexander alexandra alexei alexey alfred ali alice alison amanda amina amir amit amy ana anas anatoly \
    andre andrea andreas andrei andrew andrey andrzej angela anil anita ann anna anne anthony antonio anwar arash ariel arjun arnold \
    arthur arun arvind ashok asif atal ayman ayesha aziz babak bahram barack barbara bashar benjamin bernard bernie betty bilal \
    boris brenda brian bruce carl carla carlos carol caroline catherine cathy cecilia charles charlotte chen cheng chris \
    christian christina christine christopher cindy claire claudia colin craig cyril daniel daniela danny david deborah deepak denis dennis \
    diana diane diego dmitri dmitry dominic donald donna dorothy douglas ebrahim edith eduardo edward ehud eleanor elena elias \
    elisabeth elizabeth ellen emily emma emmanuel enrique eric erik ernest esmail ethan eugene eva evelyn farah farhad farid fatemeh fatima \
    felipe felix fernando fidel fiona florian francesco francis francisco francois franz fred frederick gabriel ganesh gary gavin george \
    gerald gerard gerhard ghassan giorgio giorgia giovanni giuseppe gopal gordon graham greg gregory gustavo guy hamid hamza hans \
    harold harry hasan hassan heather hector helen helmut henri henry hillary hossein howard hugh hugo hussain hussein ian ibrahim igor \
    imran indira ingrid irene isaac isabel ismail ivan jack jacob jacques jake james jamal jan jane janet jared jason javad javier jawaharlal \
    jean jeff jeffrey jennifer jeremy jerry jesse jessica jesus jill jim jimmy joan joanna joe joel johan johannes john johnny jon \
    jonathan jorge jose josef joseph joshua juan judith julia julian julie julius justin kamal kamala karen karim karl kate katherine \
    kathleen kathy kazem keith kelly ken kenneth kevin khaled khalid khalil kim kofi konstantin kumar kurt kwame kwesi lakshmi larry \
    laura lauren laurent lawrence leila leo leon leonid leonard leslie linda lindsey lisa liu liz lopez louis louise lucas lucia luis luiz \
    luke lyudmila lydia magdalena mahathir mahdi mahinda mahmoud mahmud malcolm manmohan manuel marc marcel marco marcos margaret maria mariam \
    marie mario marion marjorie marta martha martin marwan mary maryam masoud matt matthew maurice mehdi melissa mercedes michael \
    michel michelle miguel mike mikhail milan ming mitch mitt mohamed mohammad mohammed mohd mohsen moses mostafa moussa muhammad muhammadu \
    mukesh murad mustafa nadia naftali nancy narendra naser nasser natalia natalie nawaz neil nelson nicholas nick nicola nicolas nicole \
    nigel nikita nikola nikolai nisha noam norman olaf oleg olga oliver olivia omar oscar osama osman otto pablo pamela patricia \
    patrick paul paula paulo pavel pedro pervez peter petr petro philip philippe phillip pierre pradeep prakash pranab priya priyanka qasem \
    rachel rafael rahul raj raja rajesh rajiv rakesh ram ramesh rami ramin rana rania raul ravi raymond rebecca recep reza ricardo \
    richard rick rishi rita robert roberto robin roger roland ron ronald rosa ross roy rudolf rupert ruth ryan saad sabrina saddam saeed salah \
    saleh salim salman sam samantha sami samir samuel sandra sanjay sara sarah sayed scott sean sebastian sergei sergey sergio seyed seyyed \
    shahbaz shane sharif sharon sheila shimon shinzo silvia silvio simon sonia sophie stanley stefan stephanie stephen steve steven \
    stuart subhash sunil suresh susan suzanne svetlana syed tariq tatiana ted teresa terry theodore theresa thomas tim timothy tito tom \
    tommy tony tracy ursula uhuru valentin valery vanessa vasily vera victor vijay vikram viktor vincent vinod virginia vitaly vladimir \
    volodymyr walid walter wang warren wayne wei wendy werner wilhelm william winston wolfgang xi xavier yahya yair yasser yasmin yitzhak yoav yoshihide \
    yousef youssef yuri yusuf yves zahra zainab zhang zoe";
