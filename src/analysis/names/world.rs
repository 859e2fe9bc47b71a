//! The countries of the world with the words for what belongs to them and their capitals, and a few regions and
//! cities that news everywhere names. A corpus without curated names is still read with this table at hand.
//!
//! Source: the names in common English use for the members and observers of the United Nations and for the
//! territories most in the news. One row a country: names (the first is its own), demonyms, capitals.

use crate::ingest::EntityKind;
use crate::text::WordList;

/// One row of the table.
pub(super) struct Row {
    pub(super) names: &'static str,
    pub(super) demonyms: &'static str,
    pub(super) capitals: &'static str,
}

/// Names that people bear too; alone they mean the place only where nothing says otherwise.
pub(super) const BORNE_BY_PEOPLE: WordList = WordList::of(
    "jordan georgia chad israel paris florence victoria santiago lima sydney austin kenya india cuba \
     dallas houston london lincoln jackson montana virginia carolina washington berlin holland france \
     ireland england scotland moroni victoria praia san male mali",
);

/// Two places of one name: the country only where one of the words beside it is in the article as well.
pub(super) const SHARED: &[(&str, &[&str])] = &[(
    "georgia",
    &[
        "tbilisi",
        "georgian",
        "georgians",
        "caucasus",
        "ossetia",
        "abkhazia",
        "armenia",
        "azerbaijan",
        "batumi",
    ],
)];

/// Organizations, agreements and events that are seldom explained where they are named; names divided by `/`.
pub(super) fn institutions() -> impl Iterator<Item = (EntityKind, &'static str)> {
    let organizations = ORGANIZATIONS.split(';').map(|row| (EntityKind::Organization, row.trim()));
    let agreements = AGREEMENTS.split(';').map(|row| (EntityKind::Agreement, row.trim()));
    organizations.chain(agreements).chain([(EntityKind::Event, "Brexit")])
}

const ORGANIZATIONS: &str = "\
United Nations/UN/U.N.; UN Security Council/United Nations Security Council/UNSC; UN General Assembly/United Nations General Assembly; \
European Union/EU/E.U.; NATO/North Atlantic Treaty Organization; World Health Organization/WHO; UNICEF; UNESCO; UNHCR; \
International Atomic Energy Agency/IAEA; International Monetary Fund/IMF; World Bank; World Trade Organization/WTO; \
International Criminal Court/ICC; African Union/AU; Arab League; ASEAN; OPEC; BRICS; Interpol; FIFA; UEFA; Red Cross; Amnesty International; \
Human Rights Watch; Hamas; Hezbollah; Taliban; Islamic State/ISIS/Isis/ISIL/Daesh; al-Qaeda/al-Qaida; Boko Haram; White House; \
State Department; Pentagon; CIA/Central Intelligence Agency; FBI/Federal Bureau of Investigation; Reuters; Associated Press/AP; \
Agence France-Presse/AFP; BBC; CNN; Al Jazeera; Xinhua; TASS; IRNA; \
Deutsche Welle; Anadolu Agency; Yonhap; Kyodo; Interfax; RIA Novosti; Tasnim; Press TV; Al Arabiya; Haaretz; Le Monde; Der Spiegel; \
New York Times; Washington Post; Wall Street Journal; Financial Times; USA Today; Politico; Breitbart; MSNBC; Fox News; NBC; CBS; NPR; \
Republican Party/GOP/Grand Old Party; Department of Justice/Justice Department/DOJ/US Justice Department/U.S. Justice Department/US Department of Justice/U.S. Department of Justice; Environmental Protection Agency/EPA; \
Centers for Disease Control and Prevention/Centers for Disease Control/CDC; Google; Microsoft; Facebook; Twitter; Instagram; YouTube; WhatsApp; TikTok; LinkedIn; Snapchat; Reddit; Wikipedia; Boeing; Airbus; \
Gazprom; Rosneft; Rosatom; Huawei; Samsung; Toyota; NASA";

const AGREEMENTS: &str = "\
Joint Comprehensive Plan of Action/JCPOA/Iran Nuclear Deal; \
Treaty on the Non-Proliferation of Nuclear Weapons/Non-Proliferation Treaty/Nuclear Non-Proliferation Treaty/NPT; \
North American Free Trade Agreement/NAFTA; New START";

pub(super) fn rows() -> impl Iterator<Item = Row> {
    TABLE.lines().map(|line| {
        let mut cells = line.split(';');
        let mut cell = || cells.next().unwrap_or("").trim();
        Row { names: cell(), demonyms: cell(), capitals: cell() }
    })
}

/// Names, demonyms and capitals divided by `/`; a demonym's plural in -s is understood.
const TABLE: &str = "\
Afghanistan;Afghan;Kabul
Albania;Albanian;Tirana
Algeria;Algerian;Algiers
Andorra;Andorran;Andorra la Vella
Angola;Angolan;Luanda
Antigua and Barbuda;Antiguan;
Argentina;Argentine/Argentinian;Buenos Aires
Armenia;Armenian;Yerevan
Australia;Australian;Canberra
Austria;Austrian;Vienna
Azerbaijan;Azerbaijani/Azeri;Baku
Bahamas;Bahamian;Nassau
Bahrain;Bahraini;Manama
Bangladesh;Bangladeshi;Dhaka
Barbados;Barbadian;Bridgetown
Belarus;Belarusian;Minsk
Belgium;Belgian;Brussels
Belize;Belizean;Belmopan
Benin;Beninese;Porto-Novo
Bhutan;Bhutanese;Thimphu
Bolivia;Bolivian;La Paz
Bosnia and Herzegovina/Bosnia/Bosnia-Herzegovina;Bosnian;Sarajevo
Botswana;;Gaborone
Brazil;Brazilian;Brasilia
Brunei;Bruneian;Bandar Seri Begawan
Bulgaria;Bulgarian;Sofia
Burkina Faso;Burkinabe;Ouagadougou
Burundi;Burundian;Bujumbura/Gitega
Cambodia;Cambodian;Phnom Penh
Cameroon;Cameroonian;Yaounde
Canada;Canadian;Ottawa
Cape Verde/Cabo Verde;Cape Verdean;
Central African Republic;;Bangui
Chad;Chadian;N'Djamena
Chile;Chilean;
China/People's Republic of China/PRC;Chinese;Beijing
Colombia;Colombian;Bogota
Comoros;Comorian;
Congo/Republic of the Congo;Congolese;Brazzaville
Democratic Republic of the Congo/Democratic Republic of Congo/DR Congo/DRC;;Kinshasa
Costa Rica;Costa Rican;
Croatia;Croatian/Croat;Zagreb
Cuba;Cuban;Havana
Cyprus;Cypriot;Nicosia
Czech Republic/Czechia;Czech;Prague
Denmark;Danish/Dane;Copenhagen
Djibouti;Djiboutian;
Dominica;;
Dominican Republic;Dominican;Santo Domingo
East Timor/Timor-Leste;Timorese;Dili
Ecuador;Ecuadorian/Ecuadorean;Quito
Egypt;Egyptian;Cairo
El Salvador;Salvadoran;San Salvador
Equatorial Guinea;;Malabo
Eritrea;Eritrean;Asmara
Estonia;Estonian;Tallinn
Eswatini/Swaziland;Swazi;Mbabane
Ethiopia;Ethiopian;Addis Ababa
Fiji;Fijian;Suva
Finland;Finnish/Finn;Helsinki
France;French/Frenchman;Paris
Gabon;Gabonese;Libreville
Gambia;Gambian;Banjul
Georgia;Georgian;Tbilisi
Germany;German;Berlin
Ghana;Ghanaian;Accra
Greece;Greek;Athens
Grenada;Grenadian;
Guatemala;Guatemalan;Guatemala City
Guinea;Guinean;Conakry
Guinea-Bissau;;Bissau
Guyana;Guyanese;Georgetown
Haiti;Haitian;Port-au-Prince
Honduras;Honduran;Tegucigalpa
Hungary;Hungarian;Budapest
Iceland;Icelandic/Icelander;Reykjavik
India;Indian;New Delhi/Delhi
Indonesia;Indonesian;Jakarta
Iran/Islamic Republic of Iran/Islamic Republic;Iranian;Tehran
Iraq;Iraqi;Baghdad
Ireland;Irish/Irishman;Dublin
Israel/State of Israel;Israeli;Jerusalem/Tel Aviv
Italy;Italian;Rome
Ivory Coast/Cote d'Ivoire;Ivorian;Abidjan/Yamoussoukro
Jamaica;Jamaican;
Japan;Japanese;Tokyo
Jordan;Jordanian;Amman
Kazakhstan;Kazakh/Kazakhstani;Astana/Nur-Sultan
Kenya;Kenyan;Nairobi
Kiribati;;Tarawa
Kosovo;Kosovar/Kosovan;Pristina
Kuwait;Kuwaiti;Kuwait City
Kyrgyzstan;Kyrgyz;Bishkek
Laos;Laotian;Vientiane
Latvia;Latvian;Riga
Lebanon;Lebanese;Beirut
Lesotho;Basotho;Maseru
Liberia;Liberian;Monrovia
Libya;Libyan;Tripoli
Liechtenstein;;Vaduz
Lithuania;Lithuanian;Vilnius
Luxembourg;Luxembourgish;
Madagascar;Malagasy;Antananarivo
Malawi;Malawian;Lilongwe
Malaysia;Malaysian;Kuala Lumpur/Putrajaya
Maldives;Maldivian;
Mali;Malian;Bamako
Malta;Maltese;Valletta
Marshall Islands;Marshallese;Majuro
Mauritania;Mauritanian;Nouakchott
Mauritius;Mauritian;Port Louis
Mexico;Mexican;Mexico City
Micronesia;Micronesian;Palikir
Moldova;Moldovan;Chisinau
Monaco;Monegasque;
Mongolia;Mongolian;Ulaanbaatar/Ulan Bator
Montenegro;Montenegrin;Podgorica
Morocco;Moroccan;Rabat
Mozambique;Mozambican;Maputo
Myanmar/Burma;Burmese;Naypyidaw
Namibia;Namibian;Windhoek
Nauru;Nauruan;
Nepal;Nepali/Nepalese;Kathmandu
Netherlands/Holland;Dutch/Dutchman;Amsterdam/The Hague
New Zealand;New Zealander;Wellington
Nicaragua;Nicaraguan;Managua
Niger;Nigerien;Niamey
Nigeria;Nigerian;Abuja
North Korea/DPRK;North Korean;Pyongyang
North Macedonia/Macedonia;Macedonian;Skopje
Norway;Norwegian;Oslo
Oman;Omani;Muscat
Pakistan;Pakistani;Islamabad
Palau;Palauan;
Palestine/State of Palestine;Palestinian;Ramallah
Panama;Panamanian;Panama City
Papua New Guinea;;Port Moresby
Paraguay;Paraguayan;Asuncion
Peru;Peruvian;Lima
Philippines;Filipino/Filipina/Philippine;Manila
Poland;Polish/Pole;Warsaw
Portugal;Portuguese;Lisbon
Qatar;Qatari;Doha
Romania;Romanian;Bucharest
Russia/Russian Federation;Russian;Moscow
Rwanda;Rwandan;Kigali
Saint Lucia/St Lucia;;Castries
Samoa;Samoan;Apia
San Marino;;
Saudi Arabia/Kingdom of Saudi Arabia;Saudi/Saudi Arabian;Riyadh
Senegal;Senegalese;Dakar
Serbia;Serbian/Serb;Belgrade
Seychelles;Seychellois;
Sierra Leone;Sierra Leonean;Freetown
Singapore;Singaporean;
Slovakia;Slovak/Slovakian;Bratislava
Slovenia;Slovenian/Slovene;Ljubljana
Solomon Islands;;Honiara
Somalia;Somali;Mogadishu
South Africa;South African;Pretoria/Cape Town
South Korea/Republic of Korea;South Korean;Seoul
South Sudan;South Sudanese;Juba
Spain;Spanish/Spaniard;Madrid
Sri Lanka;Sri Lankan;Colombo
Sudan;Sudanese;Khartoum
Suriname;Surinamese;Paramaribo
Sweden;Swedish/Swede;Stockholm
Switzerland;Swiss;Bern/Geneva
Syria/Syrian Arab Republic;Syrian;Damascus
Taiwan;Taiwanese;Taipei
Tajikistan;Tajik;Dushanbe
Tanzania;Tanzanian;Dodoma/Dar es Salaam
Thailand;Thai;Bangkok
Togo;Togolese;Lome
Tonga;Tongan;Nuku'alofa
Trinidad and Tobago;Trinidadian;Port of Spain
Tunisia;Tunisian;Tunis
Turkey/Turkiye;Turkish/Turk;Ankara
Turkmenistan;Turkmen;Ashgabat
Tuvalu;Tuvaluan;
Uganda;Ugandan;Kampala
Ukraine;Ukrainian;Kyiv/Kiev
United Arab Emirates/UAE/Emirates;Emirati;Abu Dhabi
United Kingdom/UK/U.K./Britain/Great Britain;British/Briton;London
United States/US/U.S./USA/U.S.A./United States of America/America;American;Washington/Washington, D.C./Washington, DC/Washington DC
Uruguay;Uruguayan;Montevideo
Uzbekistan;Uzbek;Tashkent
Vanuatu;;Port Vila
Vatican/Vatican City/Holy See;;
Venezuela;Venezuelan;Caracas
Vietnam;Vietnamese;Hanoi
Yemen;Yemeni;Sanaa
Zambia;Zambian;Lusaka
Zimbabwe;Zimbabwean;Harare
England;;
Scotland;Scottish/Scot;Edinburgh
Wales;Welsh;Cardiff
Northern Ireland;;Belfast
Gaza/Gaza Strip;Gazan;
West Bank;;
Hong Kong;Hongkonger;
Kashmir;Kashmiri;Srinagar
Kurdistan;;Erbil
Tibet;Tibetan;Lhasa
Crimea;Crimean;
Soviet Union/USSR;;
Europe;European;
Asia;Asian;
Africa;African;
Eurasia;Eurasian;
Middle East;Middle Eastern;
West Asia;West Asian;
Central Asia;Central Asian;
South Asia;South Asian;
Southeast Asia;Southeast Asian;
East Asia;East Asian;
South Caucasus;;
Caucasus;Caucasian;
Balkans;Balkan;
Latin America;Latin American;
North America;North American;
South America;South American;
Central America;Central American;
North Africa;North African;
West Africa;West African;
East Africa;East African;
Persian Gulf;;
Red Sea;;
Black Sea;;
Mediterranean;;
New York/New York City;New Yorker;
Los Angeles;Angeleno;
Chicago;;
San Francisco;;
Boston;;
Texas;Texan;Houston/Dallas
California;Californian;
Florida;Floridian;Miami
Alabama;;
Alaska;;
Arizona;;
Arkansas;;
Colorado;;
Connecticut;;
Delaware;;
Hawaii;;
Idaho;;
Illinois;;
Indiana;;
Iowa;;
Kansas;;
Kentucky;;
Louisiana;;New Orleans
Maine;;
Maryland;;
Massachusetts;;
Michigan;;Detroit
Minnesota;;
Mississippi;;
Missouri;;
Nebraska;;
Nevada;;Las Vegas
New Hampshire;;
New Jersey;;
New Mexico;;
North Carolina;;
North Dakota;;
Ohio;;
Oklahoma;;
Oregon;;
Pennsylvania;;Philadelphia
Rhode Island;;
South Carolina;;
South Dakota;;
Tennessee;;
Utah;;
Vermont;;
Virginia;;
West Virginia;;
Wisconsin;;
Wyoming;;
Ontario;;
Quebec;;
New South Wales;;
Queensland;;
West Germany;;
East Germany;;
Istanbul;;
Mumbai;;
Karachi;;
Lahore;;
Kolkata;;
Shanghai;;
Dubai;;
Lagos;;
Johannesburg;;
Frankfurt;;
Munich;;
Hamburg;;
Barcelona;;
Milan;;
Sydney;;
Melbourne;;
Toronto;;
Montreal;;
Saint Petersburg/St. Petersburg;;
Aleppo;;
Mosul;;
Isfahan;;
Mashhad;;";
