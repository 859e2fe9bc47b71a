//! What other languages call the places and organizations of [`world`](super::super::world) that the news names most, one row
//! each: the name there, then Russian, Persian, Arabic, German, French and Spanish, as far as they write it otherwise.
//!
//! Names of countries are those of the Unicode Common Locale Data Repository 48 (Unicode License v3, see LICENSE-UNICODE),
//! with shorter ones in use; cities and organizations are ours. Left out is what is an everyday word where no capitals tell: مالی,
//! "Mali", is "financial" in Persian.

/// The languages in the order of the cells.
pub(super) const LANGUAGES: [&str; 6] = ["ru", "fa", "ar", "de", "fr", "es"];

/// Phrases that hold a name of the table and mean something else, by language, divided by `/`.
pub(super) const NO_NAMES: [(&str, &str); 6] = [
    ("ru", "Вашингтон пост/Нью-Йорк таймс"),
    ("fa", "قوه قاهره/چین و چروک/به یمن"),
    ("ar", "القوة القاهرة/صلاة المغرب/أذان المغرب/فيلق القدس/قوة القدس/يوم القدس/بكل حماس"),
    (
        "de",
        "Sächsische Schweiz/Sächsischen Schweiz/Long Island/Coney Island/Europa League/Bank of America/China Daily",
    ),
    ("fr", "la Vienne"),
    ("es", "Irán a"),
];

pub(super) const ROWS: &str = "\
Afghanistan;Афганистан;افغانستان;أفغانستان;;;Afganistán
Albania;Албания;آلبانی;ألبانيا;Albanien;Albanie
Algeria;Алжир;الجزایر;الجزائر;Algerien;Algérie;Argelia
Angola;Ангола;آنگولا;أنغولا
Argentina;Аргентина;آرژانتین;الأرجنتين;Argentinien;Argentine
Armenia;Армения;ارمنستان;أرمينيا;Armenien;Arménie
Australia;Австралия;استرالیا;أستراليا;Australien;Australie
Austria;Австрия;اتریش;النمسا;Österreich;Autriche
Azerbaijan;Азербайджан;جمهوری آذربایجان;أذربيجان;Aserbaidschan;Azerbaïdjan;Azerbaiyán
Bahrain;Бахрейн;بحرین;البحرين;;Bahreïn;Baréin
Bangladesh;Бангладеш;بنگلادش;بنغلاديش;Bangladesch;;Bangladés
Belarus;Белоруссия/Беларусь;بلاروس;بيلاروسيا/بيلاروس;Weißrussland;Biélorussie;Bielorrusia
Belgium;Бельгия;بلژیک;بلجيكا;Belgien;Belgique;Bélgica
Bolivia;Боливия;بولیوی;بوليفيا;Bolivien;Bolivie
Bosnia and Herzegovina;Босния/Босния и Герцеговина;بوسنی;البوسنة والهرسك/البوسنة;Bosnien/Bosnien und Herzegowina;Bosnie/Bosnie-Herzégovine
Brazil;Бразилия;برزیل;البرازيل;Brasilien;Brésil;Brasil
Bulgaria;Болгария;بلغارستان;بلغاريا;Bulgarien;Bulgarie
Cambodia;Камбоджа;کامبوج;كمبوديا;Kambodscha;Cambodge;Camboya
Cameroon;Камерун;کامرون;الكاميرون;Kamerun;Cameroun;Camerún
Canada;Канада;کانادا;كندا;Kanada
Chad;Чад;چاد;تشاد;Tschad;Tchad
Chile;Чили;شیلی;تشيلي;;Chili
China;Китай/КНР;چین;الصين;;Chine
Colombia;Колумбия;کلمبیا;كولومبيا;Kolumbien;Colombie
Congo;Конго;کنگو;الكونغو;Kongo
Democratic Republic of the Congo;ДР Конго;جمهوری دموکراتیک کنگو;;;RDC/République démocratique du Congo;República Democrática del Congo
Croatia;Хорватия;کرواسی;كرواتيا;Kroatien;Croatie;Croacia
Cuba;Куба;کوبا;كوبا;Kuba
Cyprus;Кипр;قبرس;قبرص;Zypern;Chypre;Chipre
Czech Republic;Чехия;جمهوری چک;التشيك;Tschechien;République tchèque/Tchéquie;República Checa/Chequia
Denmark;Дания;دانمارک;الدانمرك;Dänemark;Danemark;Dinamarca
East Timor;Восточный Тимор;تیمور شرقی;تيمور الشرقية;Osttimor;Timor oriental;Timor Oriental
Ecuador;Эквадор;اکوادور;الإكوادور;;Équateur
Egypt;Египет/Египта/Египте/Египтом;مصر;مصر;Ägypten;Égypte;Egipto
El Salvador;Сальвадор;السالوادور;السلفادور
Eritrea;Эритрея;اریتره;إريتريا;;Érythrée
Estonia;Эстония;استونی;إستونيا;Estland;Estonie
Ethiopia;Эфиопия;اتیوپی;إثيوبيا;Äthiopien;Éthiopie;Etiopía
Finland;Финляндия;فنلاند;فنلندا;Finnland;Finlande;Finlandia
France;Франция;فرانسه;فرنسا;Frankreich;;Francia
Georgia;Грузия;گرجستان;جورجيا;Georgien;Géorgie
Germany;Германия;آلمان;ألمانيا;Deutschland;Allemagne;Alemania
Ghana;Гана;;غانا
Greece;Греция;یونان;اليونان;Griechenland;Grèce;Grecia
Haiti;Гаити;هائیتی;هايتي
Hungary;Венгрия;مجارستان;هنغاريا;Ungarn;Hongrie;Hungría
Iceland;Исландия;ایسلند;آيسلندا;Island;Islande;Islandia
India;Индия;هند;الهند;Indien;Inde
Indonesia;Индонезия;اندونزی;إندونيسيا;Indonesien;Indonésie
Iran;Иран;ایران;إيران/ايران
Iraq;Ирак;عراق;العراق;Irak;Irak;Irak
Ireland;Ирландия;ایرلند;أيرلندا;Irland;Irlande;Irlanda
Israel;Израиль;اسرائیل/رژیم صهیونیستی;إسرائيل/اسرائيل
Italy;Италия;ایتالیا;إيطاليا;Italien;Italie;Italia
Ivory Coast;Кот-д’Ивуар;ساحل عاج;ساحل العاج;Elfenbeinküste;Côte d’Ivoire;Costa de Marfil
Japan;Япония;ژاپن;اليابان;;Japon;Japón
Jordan;Иордания;اردن;الأردن;Jordanien;Jordanie;Jordania
Kazakhstan;Казахстан;قزاقستان;كازاخستان;Kasachstan;;Kazajistán
Kenya;Кения;کنیا;كينيا;Kenia;;Kenia
Kosovo;Косово;کوزوو;كوسوفو
Kuwait;Кувейт;کویت;الكويت;;Koweït
Kyrgyzstan;Киргизия;قرقیزستان;قيرغيزستان;Kirgisistan;Kirghizstan;Kirguistán
Laos;Лаос;لائوس;لاوس
Latvia;Латвия;لتونی;لاتفيا;Lettland;Lettonie;Letonia
Lebanon;Ливан;لبنان;لبنان;Libanon;Liban;Líbano
Libya;Ливия;لیبی;ليبيا;Libyen;Libye;Libia
Lithuania;Литва;لیتوانی;ليتوانيا;Litauen;Lituanie;Lituania
Malaysia;Малайзия;مالزی;ماليزيا;;Malaisie;Malasia
Mali;Мали
Mexico;Мексика;مکزیک;المكسيك;Mexiko;Mexique
Moldova;Молдавия/Молдова;مولداوی;مولدوفا;Moldawien/Republik Moldau;Moldavie;Moldavia
Mongolia;Монголия;مغولستان;منغوليا;Mongolei;Mongolie
Montenegro;Черногория;مونته‌نگرو;الجبل الأسود
Morocco;Марокко;مراکش;المغرب;Marokko;Maroc;Marruecos
Mozambique;Мозамбик;موزامبیک;موزمبيق;Mosambik
Myanmar;Мьянма;میانمار;ميانمار;;Birmanie;Birmania
Nepal;Непал;نپال;نيبال
Netherlands;Нидерланды;هلند;هولندا;Niederlande;Pays-Bas;Países Bajos
New Zealand;Новая Зеландия;نیوزیلند;نيوزيلندا;Neuseeland;Nouvelle-Zélande;Nueva Zelanda
Nicaragua;Никарагуа;نیکاراگوئه;نيكاراغوا
Niger;Нигер;نیجر;النيجر
Nigeria;Нигерия;نیجریه;نيجيريا
North Korea;КНДР/Северная Корея;کره شمالی;كوريا الشمالية;Nordkorea;Corée du Nord;Corea del Norte
North Macedonia;Северная Македония;مقدونیه شمالی;مقدونيا الشمالية;Nordmazedonien;Macédoine du Nord;Macedonia del Norte
Norway;Норвегия;نروژ;النرويج;Norwegen;Norvège;Noruega
Oman;Оман;عمان;سلطنة عمان
Pakistan;Пакистан;پاکستان;باكستان
Palestine;Палестина;فلسطین;فلسطين;Palästina;;Palestina
Panama;Панама;پاناما;بنما
Peru;Перу;;بيرو;;Pérou
Philippines;Филиппины;فیلیپین;الفلبين;Philippinen;;Filipinas
Poland;Польша;لهستان;بولندا;Polen;Pologne;Polonia
Portugal;Португалия;پرتغال;البرتغال
Qatar;Катар;قطر;قطر;Katar;;Catar
Romania;Румыния;رومانی;رومانيا;Rumänien;Roumanie;Rumanía
Russia;Россия/РФ/Российская Федерация;روسیه;روسيا;Russland;Russie;Rusia
Rwanda;Руанда;رواندا;رواندا;Ruanda;;Ruanda
Saudi Arabia;Саудовская Аравия;عربستان سعودی/عربستان;السعودية/المملكة العربية السعودية;Saudi-Arabien;Arabie saoudite;Arabia Saudí/Arabia Saudita
Senegal;Сенегал;سنگال;السنغال
Serbia;Сербия;صربستان;صربيا;Serbien;Serbie
Singapore;Сингапур;سنگاپور;سنغافورة;Singapur;Singapour;Singapur
Slovakia;Словакия;اسلواکی;سلوفاكيا;Slowakei;Slovaquie;Eslovaquia
Slovenia;Словения;اسلوونی;سلوفينيا;Slowenien;Slovénie;Eslovenia
Somalia;Сомали;سومالی;الصومال;;Somalie
South Africa;ЮАР;آفریقای جنوبی;جنوب أفريقيا;Südafrika;Afrique du Sud;Sudáfrica
South Korea;Южная Корея/Южной Корее/Южную Корею;کره جنوبی;كوريا الجنوبية;Südkorea;Corée du Sud;Corea del Sur
South Sudan;Южный Судан;سودان جنوبی;جنوب السودان;Südsudan;Soudan du Sud;Sudán del Sur
Spain;Испания;اسپانیا;إسبانيا;Spanien;Espagne;España
Sri Lanka;Шри-Ланка;سری‌لانکا;سريلانكا
Sudan;Судан;سودان;السودان;;Soudan
Sweden;Швеция;سوئد;السويد;Schweden;Suède;Suecia
Switzerland;Швейцария;سوئیس;سويسرا;Schweiz;Suisse;Suiza
Syria;Сирия;سوریه;سوريا/سورية;Syrien;Syrie;Siria
Taiwan;Тайвань;تایوان;تايوان
Tajikistan;Таджикистан;تاجیکستان;طاجيكستان;Tadschikistan;Tadjikistan;Tayikistán
Tanzania;Танзания;تانزانیا;تنزانيا;Tansania;Tanzanie
Thailand;Таиланд;تایلند;تايلاند;;Thaïlande;Tailandia
Tunisia;Тунис;تونس;تونس;Tunesien;Tunisie;Túnez
Turkey;Турция;ترکیه;تركيا;Türkei;Turquie;Turquía
Turkmenistan;Туркменистан;ترکمنستان;تركمانستان
Uganda;Уганда;اوگاندا;أوغندا;;Ouganda
Ukraine;Украина;اوکراین;أوكرانيا;;;Ucrania
United Arab Emirates;ОАЭ;امارات متحده عربی;الإمارات;Vereinigte Arabische Emirate/Vereinigten Arabischen Emirate;Émirats arabes unis;Emiratos Árabes Unidos
United Kingdom;Великобритания/Британия;بریتانیا/انگلیس;بريطانيا/المملكة المتحدة;Großbritannien;Royaume-Uni/Grande-Bretagne;Reino Unido/Gran Bretaña
United States;США/Америка/Соединенные Штаты/Соединенных Штатов;آمریکا/امریکا/ایالات متحده/ایالات متحده آمریکا;الولايات المتحدة/أمريكا/أميركا/الولايات المتحدة الأمريكية/الولايات المتحدة الأميركية;USA/Vereinigte Staaten/Vereinigten Staaten;États-Unis;Estados Unidos/EE.UU./EEUU
Uruguay;Уругвай;اروگوئه;أورغواي
Uzbekistan;Узбекистан;ازبکستان;أوزبكستان;Usbekistan;Ouzbékistan
Vatican;Ватикан;واتیکان;الفاتيكان;Vatikan;;Vaticano
Venezuela;Венесуэла;ونزوئلا;فنزويلا
Vietnam;Вьетнам;ویتنام;فيتنام;;Viêt Nam
Yemen;Йемен;یمن;اليمن;Jemen
Zimbabwe;Зимбабве;زیمبابوه;زيمبابوي;Simbabwe;;Zimbabue
Hong Kong;Гонконг;هنگ‌کنگ;هونغ كونغ;Hongkong
Gaza;Газа/сектор Газа/секторе Газа/сектора Газа;غزه/نوار غزه;غزة/قطاع غزة;Gazastreifen;bande de Gaza;Franja de Gaza
Crimea;Крым;کریمه;القرم;Krim;Crimée
Soviet Union;СССР/Советский Союз;شوروی/اتحاد جماهیر شوروی;الاتحاد السوفيتي;Sowjetunion;URSS/Union soviétique;URSS/Unión Soviética
Europe;Европа;اروپا;أوروبا;Europa;;Europa
Middle East;Ближний Восток/Ближнего Востока/Ближнем Востоке;خاورمیانه;الشرق الأوسط;Nahe Osten/Nahen Osten/Naher Osten;Proche-Orient/Moyen-Orient;Oriente Medio/Oriente Próximo
West Asia;Западная Азия;غرب آسیا;غرب آسيا;Westasien;Asie occidentale;Asia Occidental
Central Asia;Центральная Азия;آسیای مرکزی/آسیای میانه;آسيا الوسطى;Zentralasien;Asie centrale;Asia Central
Caucasus;Кавказ;قفقاز;القوقاز;Kaukasus;Caucase;Cáucaso
Persian Gulf;Персидский залив;خلیج فارس;الخليج الفارسي;Persischer Golf/Persischen Golf;golfe Persique;Golfo Pérsico
Moscow;Москва;مسکو;موسكو;Moskau;Moscou;Moscú
Tehran;Тегеран;تهران;طهران;Teheran;Téhéran;Teherán
Beijing;Пекин;پکن;بكين/بيجين;Peking;Pékin;Pekín
Washington;Вашингтон;واشنگتن;واشنطن
London;Лондон;لندن;لندن;;Londres;Londres
Paris;Париж;پاریس;باريس
Berlin;Берлин;برلین;برلين
Kyiv;Киев;کی‌یف;كييف;Kiew;Kiev
Brussels;Брюссель/Брюсселя/Брюсселе/Брюсселем;بروکسل;بروكسل;Brüssel;Bruxelles;Bruselas
Vienna;Вена;;فيينا;Wien;Vienne;Viena
Geneva;Женева;ژنو;جنيف;Genf;Genève;Ginebra
Jerusalem;Иерусалим;بیت‌المقدس/اورشلیم;القدس;;;Jerusalén
Tel Aviv;Тель-Авив;تل‌آویو/تل آویو;تل أبيب;;Tel-Aviv
Ankara;Анкара;آنکارا;أنقرة
Istanbul;Стамбул;استانبول;إسطنبول;;;Estambul
Baghdad;Багдад;بغداد;بغداد;Bagdad;Bagdad;Bagdad
Damascus;Дамаск;دمشق;دمشق;Damaskus;Damas;Damasco
Beirut;Бейрут;بیروت;بيروت;;Beyrouth
Riyadh;Эр-Рияд;ریاض;الرياض;Riad;Riyad;Riad
Doha;Доха/Дохи/Дохе/Доху;دوحه;الدوحة
Cairo;Каир;قاهره;القاهرة;Kairo;Le Caire;El Cairo
Kabul;Кабул;;كابول;;Kaboul
Baku;Баку;باکو;باكو;;Bakou
Yerevan;Ереван;ایروان;يريفان;Eriwan/Jerewan;Erevan;Ereván
Minsk;Минск;مینسک;مينسك
Astana;Астана;;أستانا
Tokyo;Токио;توکیو;طوكيو;Tokio;;Tokio
New York;Нью-Йорк;نیویورک;نيويورك;;;Nueva York
Rome;Рим;;روما;Rom;;Roma
Madrid;Мадрид;مادرید;مدريد
Warsaw;Варшава;ورشو;وارسو;Warschau;Varsovie;Varsovia
Islamabad;Исламабад;اسلام‌آباد;إسلام آباد
New Delhi;Нью-Дели;دهلی نو;نيودلهي;Neu-Delhi;;Nueva Delhi
Aleppo;Алеппо;;مدينة حلب;;Alep;Alepo
Isfahan;Исфахан;اصفهان;أصفهان;;Ispahan
Mashhad;Мешхед;مشهد;;Maschhad
Saint Petersburg;Санкт-Петербург;سن‌پترزبورگ;سان بطرسبرغ;Sankt Petersburg/St. Petersburg;Saint-Pétersbourg;San Petersburgo
United Nations;ООН;سازمان ملل/سازمان ملل متحد;الأمم المتحدة;Vereinte Nationen/Vereinten Nationen/UNO;Nations unies/ONU;Naciones Unidas/ONU
UN Security Council;Совет Безопасности ООН/Совбез ООН/СБ ООН;شورای امنیت سازمان ملل;مجلس الأمن الدولي;UN-Sicherheitsrat/Weltsicherheitsrat;Conseil de sécurité de l’ONU/Conseil de sécurité des Nations unies;Consejo de Seguridad de la ONU/Consejo de Seguridad de Naciones Unidas
European Union;ЕС/Евросоюз/Европейский союз;اتحادیه اروپا;الاتحاد الأوروبي;Europäische Union/Europäischen Union;Union européenne/UE;Unión Europea/UE
NATO;НАТО;ناتو;الناتو/حلف الناتو;;OTAN;OTAN
International Atomic Energy Agency;МАГАТЭ;آژانس بین‌المللی انرژی اتمی;الوكالة الدولية للطاقة الذرية;Internationale Atomenergiebehörde/Internationalen Atomenergiebehörde/IAEO;AIEA;OIEA
World Health Organization;ВОЗ;سازمان جهانی بهداشت;منظمة الصحة العالمية;Weltgesundheitsorganisation;OMS;OMS
International Monetary Fund;МВФ;صندوق بین‌المللی پول;صندوق النقد الدولي;IWF;FMI;FMI
World Bank;Всемирный банк;بانک جهانی;البنك الدولي;Weltbank;Banque mondiale;Banco Mundial
BRICS;БРИКС;بریکس;بريكس
OPEC;ОПЕК;اوپک;أوبك;;OPEP;OPEP
Hamas;ХАМАС;حماس;حماس
Hezbollah;Хезболла/Хизбалла;حزب‌الله/حزب الله;حزب الله;Hisbollah;;Hezbolá
Taliban;Талибан;طالبان;حركة طالبان;;talibans;talibanes
Joint Comprehensive Plan of Action;СВПД;برجام;خطة العمل الشاملة المشتركة
TASS;ТАСС
Reuters;Рейтер;رویترز;رويترز
White House;Белый дом;کاخ سفید;البيت الأبيض;Weißes Haus/Weißen Haus/Weiße Haus;Maison-Blanche/Maison Blanche;Casa Blanca";
