//! Names and articles in, how many times the names stand in the articles out: once as Crossread marks curated names, whole
//! words with their capitals, and once as aho-corasick finds strings, the longest from left to right.

use aho_corasick::{AhoCorasick, MatchKind};
use crossread::analysis::Reader;
use crossread::ingest::{Article, CuratedEntity, EntityKind, Ingest, Lexicon};
use std::cell::RefCell;

struct Marking {
    reader: Reader,
    automaton: AhoCorasick,
    articles: Vec<Article>,
}

thread_local! {
    static MARKING: RefCell<Option<Marking>> = const { RefCell::new(None) };
}

/// Room for a text of `length` bytes; gives its address.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    Box::leak(vec![0; length].into_boxed_slice()).as_mut_ptr()
}

/// Takes names, one a line, and articles as NDJSON; gives how many bytes of text there are.
///
/// # Safety
/// Both addresses are from [`room`], with the lengths asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn prepare(
    names: *const u8,
    names_length: usize,
    articles: *const u8,
    length: usize,
) -> usize {
    // SAFETY: the caller says so.
    let (names, articles) =
        unsafe { (std::slice::from_raw_parts(names, names_length), std::slice::from_raw_parts(articles, length)) };
    let names = String::from_utf8_lossy(names);
    let names: Vec<&str> = names.lines().collect();
    let mut ingest = Ingest::default();
    ingest.add("articles.ndjson", articles);
    let articles = ingest.finish().articles;
    let entity = |name: &&str| CuratedEntity {
        id: crossread::analysis::slug(name),
        name: (*name).to_owned(),
        kind: EntityKind::Organization,
        also: Vec::new(),
        demonyms: Vec::new(),
        wikidata: None,
        roles: Vec::new(),
    };
    let lexicon = Lexicon { entities: names.iter().map(entity).collect(), ..Lexicon::default() };
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(&names)
        .expect("some thousand names fit an automaton");
    let bytes = articles.iter().map(|article| article.text.len()).sum();
    MARKING.set(Some(Marking { reader: Reader::new(&lexicon), automaton, articles }));
    bytes
}

/// How many known names Crossread marks.
#[unsafe(no_mangle)]
pub extern "C" fn marked() -> usize {
    counted(|marking, article| marking.reader.known_names(article).len())
}

/// How many of the names aho-corasick finds, inside words too.
#[unsafe(no_mangle)]
pub extern "C" fn found() -> usize {
    counted(|marking, article| marking.automaton.find_iter(&article.text).count())
}

fn counted(count: impl Fn(&Marking, &Article) -> usize) -> usize {
    MARKING.with_borrow(|marking| {
        let of = |marking: &Marking| marking.articles.iter().map(|article| count(marking, article)).sum();
        marking.as_ref().map_or(0, of)
    })
}
