//! The articles closest to one: cosine over words weighted by rarity, where titles, leads and names weigh more, and a
//! nearness of dates, held against how crowded it is around both articles. Cost: the postings of the article's words.

use crate::index::{
    ArticleId, BitReader, Corpus, DecodeError, LEAST_CROWDED, Section, nearness, postings_damage, prominence,
    rarity,
};
use crate::text::{Arrange as _, Keyed, words};

/// In a handful of articles every word counts.
const FEWEST_TELLING: usize = 40;

/// The articles closest to one, closest first, with their similarity from 0 to 1; those that share no word are left
/// out. 0.5 are articles as close to each other as both are, on average, to their six nearest. Where both dates are known, the
/// cosine is multiplied by 0.3 + 0.7 e^(−days/5).
pub fn nearest(
    corpus: &Corpus,
    article: ArticleId,
    limit: usize,
) -> Result<Vec<(ArticleId, f32)>, DecodeError> {
    let products = products(corpus, article)?;
    let columns = corpus.columns()?;
    let (own, days) = (corpus.vector_length(article.0), columns.days(article.0));
    let crowd = |article| f64::from(corpus.surroundings(article).max(LEAST_CROWDED));
    let own_crowd = crowd(article.0);
    let mut found = Vec::new();
    for (other, product) in (0u32..).zip(products) {
        if other == article.0 || product <= 0.0 {
            continue;
        }
        let lengths = own * corpus.vector_length(other);
        let cosine = if lengths > 0.0 { product / lengths } else { 0.0 };
        let similarity = cosine * nearness(days, columns.days(other));
        let around = (own_crowd * crowd(other)).sqrt();
        found.push((ArticleId(other), (similarity / (similarity + around)) as f32));
    }
    found.arrange_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.truncate(limit);
    Ok(found)
}

/// The sum over shared words of both articles' weights, for every article.
fn products(corpus: &Corpus, article: ArticleId) -> Result<Vec<f64>, DecodeError> {
    let terms = corpus.terms()?;
    let mut products = vec![0.0; corpus.len()];
    for word in distinct_words(corpus, article)? {
        let Some(term) = terms.find(&word) else { continue };
        // What half of the articles say tells nothing of which are near, and is most of what there is to read.
        if corpus.postings(term)?.len() > (corpus.len() / 2).max(FEWEST_TELLING) {
            continue;
        }
        let weights = weights(corpus, term)?;
        let rarity = rarity(corpus.len(), weights.len());
        let own = weights.binary_search_by_key(&article.0, |(of, _)| *of).map_or(0, |at| weights[at].1);
        let own = rarity * prominence(own);
        for (other, weight) in weights {
            products[other as usize] += own * rarity * prominence(weight);
        }
    }
    Ok(products)
}

fn distinct_words(corpus: &Corpus, article: ArticleId) -> Result<Vec<String>, DecodeError> {
    let mut distinct: Keyed<()> = Keyed::default();
    let title = corpus.header(article)?.title;
    for word in words(&title).iter().chain(&words(&corpus.text(article)?)) {
        distinct.entry(&word.folded(), || ());
    }
    Ok(distinct.iter().map(|(word, _)| word.to_owned()).collect())
}

/// The weight of a word in each article that has it, by article.
fn weights(corpus: &Corpus, term: usize) -> Result<Vec<(u32, u32)>, DecodeError> {
    let mut weights = Vec::new();
    let mut bits = BitReader::new(corpus.blob(Section::Emphasis, term as u32)?);
    corpus
        .postings(term)?
        .each(&mut |block| weights.extend(block.articles().iter().map(|&article| (article, bits.small()))))
        .map_err(postings_damage)?;
    bits.end().map_err(|damage| Section::Emphasis.damaged(damage))?;
    Ok(weights)
}
