//! How numbers are written in the languages beside English: marks between figures, and the words next to them. All words are
//! folded; two that are one term ("pour cent") are written as one.

use crate::text::WordList;

/// How one language writes numbers.
pub(super) struct Language {
    /// BCP 47, without a region.
    pub tag: &'static str,
    /// Whether decimals stand behind a comma and a stop may part thousands.
    pub has_decimal_comma: bool,
    /// Words beside numbers behind the English one, divided by `/`. `no` stands for those in front of a number that is a name, a
    /// day or a time ("ماده ۵"), `pm` for those behind one that is a time ("14 Uhr") or is larger than written ("4 millions
    /// et demi").
    pub terms: &'static str,
}

impl Language {
    /// The English word for a folded one.
    pub fn meaning(&self, folded: &str) -> Option<&'static str> {
        let mut terms = self.terms.split('/').filter_map(|term| term.split_once(' '));
        terms.find(|(_, listed)| WordList::of(listed).contains(folded)).map(|(meaning, _)| meaning)
    }
}

pub(super) static LANGUAGES: [Language; 6] = [
    Language {
        tag: "ru",
        has_decimal_comma: true,
        terms: "thousand тыс тысяча тысячи тысяч/million млн миллион миллиона миллионов/billion млрд миллиард \
                миллиарда миллиардов/trillion трлн триллион триллиона триллионов/pct процент процента процентов/\
                dollars доллар доллара долларов/euros евро/rubles рубль рубля рублей/yuan юань юаня юаней/no статья \
                статьи статье пункт пункта номер дом глава резолюция резолюции школа канал боинг/pm час часа часов \
                утра вечера",
    },
    Language {
        tag: "fa",
        has_decimal_comma: false,
        terms: "thousand هزار/million ميليون/billion ميليارد/trillion تريليون/pct درصد/dollars دلار/euros يورو/\
                rials ريال/rubles روبل/tomans تومان/no ماده بند اصل قطعنامه شماره صفحه گروه كانال شبكه ساعت سال روز \
                اف اس سو ميگ بويينگ/pm ونيم",
    },
    Language {
        tag: "ar",
        has_decimal_comma: false,
        terms: "thousand الف الفا الاف/million مليون مليونا ملايين/billion مليار مليارا مليارات/trillion تريليون/\
                pct بالميه بالمايه فيالميه فيالمايه/dollars دولار دولارا دولارات/euros يورو/rubles روبل/no \
                القرار قرار الماده ماده رقم البند بند صفحه مجموعه قناه القناه الساعه عام سنه يوم اف اس سو ميغ بوينغ/\
                pm ونصف",
    },
    Language {
        tag: "de",
        has_decimal_comma: true,
        terms: "thousand tausend/million mio million millionen/billion mrd milliarde milliarden/trillion billion \
                billionen/pct prozent/dollars dollar/euros euro/rubles rubel/no am um vom zum ab artikel \
                resolution seite kapitel nummer gruppe boeing airbus/pm uhr",
    },
    Language {
        tag: "fr",
        has_decimal_comma: true,
        terms: "thousand mille/million million millions/billion milliard milliards/trillion billion billions/\
                pct pourcent/dollars dollar dollars/euros euro euros/rubles rouble roubles/no article \
                resolution page chapitre numero chaine groupe boeing airbus le du au/pm heure heures etdemi",
    },
    Language {
        tag: "es",
        has_decimal_comma: true,
        terms: "thousand mil/million millon millones/trillion billon billones/pct porciento/dollars dolar \
                dolares/euros euro euros/rubles rublo rublos/no articulo resolucion pagina capitulo numero canal \
                grupo boeing airbus el del al las/pm hora horas ymedio",
    },
];

#[cfg(test)]
mod tests {
    use super::LANGUAGES;
    use crate::text::fold;

    #[test]
    fn words_are_folded() {
        for language in &LANGUAGES {
            for word in language.terms.split('/').flat_map(|term| term.split(' ').skip(1)) {
                assert_eq!(fold(word), word, "{}", language.tag);
            }
        }
    }
}
