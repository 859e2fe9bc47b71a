//! `.zip`: the files inside, each under its path and read as if it lay in a folder. rawzip reads the directory, miniz_oxide
//! unpacks.
//!
//! What an archive unpacks to is limited, so that a few kilobytes cannot fill the memory; one file is unpacked at a
//! time.

use super::{Decoder, Kind, Plain, UNREAD, kind, plain};
use crate::ingest::Problem;
use crate::ingest::problems::Problems;
use crate::ingest::stem_and_ending;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipFileHeaderRecord, ZipSliceArchive};
use std::borrow::Cow;

/// A file of 40,000 reports has about so many bytes.
const MOST_OF_A_FILE: usize = 128 << 20;
/// More than a page can hold of articles.
const MOST_OF_ALL: usize = 512 << 20;

const PACK_AGAIN: &str = "pack the archive again, or unpack it and add its folder";

/// Hands `take` the files of an archive, those of other formats as what they come to.
pub(super) fn unpack(name: &str, bytes: &[u8], decode: Decoder, take: &mut dyn FnMut(Plain)) -> Vec<Problem> {
    let mut problems = Problems::of(name);
    let archive = match ZipArchive::from_slice(bytes) {
        Ok(archive) => archive,
        Err(error) => {
            problems.dropped(None, format!("no zip archive, or a damaged one: {}", told(&error)), PACK_AGAIN);
            return problems.finish();
        }
    };
    let mut entries = Vec::new();
    for entry in archive.entries() {
        match entry {
            Ok(entry) => entries.extend(Entry::of(entry)),
            Err(error) => {
                problems.dropped(None, format!("its list of files is damaged: {}", told(&error)), PACK_AGAIN);
            }
        }
    }
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    entries = of_corpus(entries);
    if entries.is_empty() {
        problems.dropped(None, "no articles are in the archive", "pack the files of the articles into it");
    }
    let mut found = problems.finish();
    let mut unpacking = Unpacking { archive: &archive, left: MOST_OF_ALL };
    for entry in &entries {
        let file = format!("{name}/{}", entry.path);
        let mut problems = Problems::of(&file);
        if let Some(bytes) = unpacking.file(entry, &mut problems) {
            found.extend(plain(&file, &bytes, decode, take));
        }
        found.extend(problems.finish());
    }
    found
}

fn told(error: &rawzip::Error) -> String {
    let mut message = error.to_string();
    if let Some(first) = message.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    message
}

struct Entry<'a> {
    path: String,
    record: ZipFileHeaderRecord<'a>,
}

impl<'a> Entry<'a> {
    /// A file that may be worth reading; folders and what systems hide are not.
    fn of(record: ZipFileHeaderRecord<'a>) -> Option<Self> {
        let path = String::from_utf8_lossy(record.file_path().as_bytes()).replace('\\', "/");
        let path = path.trim_start_matches('/').to_owned();
        let is_hidden = path.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
        let kind = kind(&path);
        let ending = stem_and_ending(&path).1.to_ascii_lowercase();
        let may_hold_articles = kind != Kind::Unknown || UNREAD.contains(&ending.as_str());
        (!record.is_dir() && !is_hidden && may_hold_articles).then_some(Self { path, record })
    }
}

/// The entries of the corpus where the archive holds one (`corpus.toml`, `entities.toml`, `articles/`), in a folder of its own
/// or not; else all but other `.toml` files.
fn of_corpus(mut entries: Vec<Entry>) -> Vec<Entry> {
    let first = |entry: &Entry| entry.path.split_once('/').map(|(folder, _)| format!("{folder}/"));
    let folder = entries.first().and_then(first).filter(|folder| folder != "articles/");
    let folder = folder
        .filter(|folder| entries.iter().all(|entry| entry.path.starts_with(folder)))
        .unwrap_or_default();
    let articles = format!("{folder}articles/");
    let is_corpus = entries.iter().any(|entry| entry.path.starts_with(&articles));
    entries.retain(|entry| match entry.path.strip_prefix(&folder) {
        Some("corpus.toml" | "entities.toml") => true,
        _ => !entry.path.ends_with(".toml") && (!is_corpus || entry.path.starts_with(&articles)),
    });
    entries
}

struct Unpacking<'a> {
    archive: &'a ZipSliceArchive<&'a [u8]>,
    /// How many bytes may still come out of it.
    left: usize,
}

impl Unpacking<'_> {
    /// The bytes of a file; a problem says why there are none.
    fn file(&mut self, Entry { path, record }: &Entry, problems: &mut Problems) -> Option<Cow<'_, [u8]>> {
        let ending = stem_and_ending(path).1;
        match kind(path) {
            Kind::Unknown => {
                let message = format!("files of the kind `.{ending}` are not read");
                problems.note(None, message, "save its articles as .txt, .md, .html or .csv");
                return None;
            }
            Kind::Archive => {
                problems.dropped(
                    None,
                    "an archive within an archive is not read",
                    "unpack it and add it by itself",
                );
                return None;
            }
            _ => {}
        }
        if record.flags().is_encrypted() {
            problems.dropped(None, "the file is encrypted", "pack the archive again without a password");
            return None;
        }
        let unpacked = self.unpacked(record);
        match unpacked {
            Ok(bytes) => Some(bytes),
            Err(Fault::TooLarge(limit)) => {
                let message = format!("unpacked it has more than {} MB, the most that is read", limit >> 20);
                problems.dropped(None, message, "unpack the archive and add its files in parts");
                None
            }
            Err(Fault::Method(method)) => {
                let message =
                    format!("it is packed by method {method}; only stored and deflated files are read");
                problems.dropped(None, message, PACK_AGAIN);
                None
            }
            Err(Fault::Damaged(what)) => {
                problems.dropped(None, format!("the file is damaged: {what}"), PACK_AGAIN);
                None
            }
        }
    }

    fn unpacked(&mut self, record: &ZipFileHeaderRecord) -> Result<Cow<'_, [u8]>, Fault> {
        let limit = MOST_OF_A_FILE.min(self.left);
        let told_limit = if self.left < MOST_OF_A_FILE { MOST_OF_ALL } else { MOST_OF_A_FILE };
        let entry =
            self.archive.get_entry(record.wayfinder()).map_err(|error| Fault::Damaged(told(&error)))?;
        let data = entry.data();
        let bytes = match record.compression_method() {
            CompressionMethod::STORE if data.len() <= limit => Cow::Borrowed(data),
            CompressionMethod::STORE => return Err(Fault::TooLarge(told_limit)),
            CompressionMethod::DEFLATE => {
                let unpacked = decompress_to_vec_with_limit(data, limit);
                Cow::Owned(unpacked.map_err(|error| match error.status {
                    TINFLStatus::HasMoreOutput => {
                        // What was unpacked in vain counts: time is limited too.
                        self.left -= limit;
                        Fault::TooLarge(told_limit)
                    }
                    _ => Fault::Damaged("it cannot be unpacked".to_owned()),
                })?)
            }
            method => return Err(Fault::Method(method.as_u16())),
        };
        self.left = self.left.saturating_sub(bytes.len());
        if rawzip::crc32(&bytes) != record.crc32() {
            return Err(Fault::Damaged("its checksum does not match".to_owned()));
        }
        Ok(bytes)
    }
}

/// Why a file does not come out of its archive.
enum Fault {
    /// With the limit, in bytes.
    TooLarge(usize),
    Method(u16),
    Damaged(String),
}
