//! The five articles as their publishers printed them, where they are at hand: they are not part of the project.

use crossread::analysis::{Model, Reader, Reading, link};
use crossread::ingest::{Article, Ingest, Lexicon, lexicon};
use std::path::{Path, PathBuf};

pub const NAMES: [&str; 5] = [
    "000_30da1e077bc274aa",
    "001_481e8b4c86eb11e5",
    "002_2177125c6be988a4",
    "003_e26f71ae40373222",
    "004_0ddbfcf67a276013",
];

/// The originals as of their dates, read with and without curated names; `None` where they are not at hand.
pub fn originals_of(curated: bool, dates: &[Option<&str>; 5]) -> Option<(Vec<Article>, Vec<Reading>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("../shared/seeds");
    if !folder.is_dir() {
        println!("skipped: {} is not here", folder.display());
        return None;
    }
    let mut ingest = Ingest::default();
    for name in NAMES {
        let file: PathBuf = folder.join(format!("{name}.txt"));
        ingest.add(&file.display().to_string(), &std::fs::read(&file).expect("an original can be read"));
    }
    let mut articles = ingest.finish().articles;
    for (article, date) in articles.iter_mut().zip(dates) {
        article.date = date.map(|date| date.parse().expect("a date in EDTF"));
    }
    let names = if curated {
        let text = std::fs::read_to_string(root.join("corpus/entities.toml")).expect("the corpus has names");
        lexicon("entities.toml", &text).0
    } else {
        Lexicon::default()
    };
    let model = std::fs::read(root.join("model/names.crossread-model")).expect("the model of names");
    let reader = Reader::new(&names).with_model(Model::from_bytes(&model).expect("the model can be read"));
    let mut readings: Vec<Reading> = articles.iter().map(|article| reader.read(article)).collect();
    link(&mut readings);
    Some((articles, readings))
}
