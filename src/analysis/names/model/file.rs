//! The model as bytes: eight bytes that say what it is, a checksum, how many words and features it knows, and the rest
//! through the range [`coder`](super::coder). Keys are written as steps from one to the next, weights as places in a
//! table of 32 values with the chances of each label.

use super::coder::{Chance, Decoder, Encoder};
use super::keys::{Keys, fingerprint};
use super::labels::{LABELS, LANES};
use super::lists::{CLUSTERS, LIST_BITS, Lists};
use super::weights::{FINGERPRINT, GAPS, Weights};
use std::fmt;

const MAGIC: &[u8; 8] = b"CRNAMES\x01";
const HEAD: usize = 24;
/// The values that a weight may have.
pub const LEVELS: usize = 32;
/// More entries than this in a table are taken for damage.
const MOST: usize = 1 << 20;

/// Why bytes are no model of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// The bytes begin otherwise, or are of another version.
    Unknown,
    /// The bytes are not those that were written.
    Damaged,
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unknown => {
                "not a model of names that this version reads; take the file from the same build"
            }
            Self::Damaged => "the model of names is damaged; fetch or build the file again",
        })
    }
}

impl std::error::Error for ModelError {}

/// What a model is made of, before it is packed.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    /// Sorted keys of words and phrases, each with its cluster and its lists.
    pub(super) words: Vec<(u32, u16, u8)>,
    /// How many bits the keys of words have, and those of features.
    pub(super) widths: (u8, u8),
    pub(super) wider: Vec<u8>,
    /// Sorted keys of features, each with the places of its weights in `levels`.
    pub(super) features: Vec<(u32, [u8; LABELS])>,
    pub(super) levels: [i8; LEVELS],
    pub(super) transitions: Vec<i16>,
}

pub(super) fn read(bytes: &[u8]) -> Result<(Lists, Weights), ModelError> {
    if bytes.len() < HEAD || &bytes[..8] != MAGIC {
        return Err(ModelError::Unknown);
    }
    let number = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    let stated = u64::from(number(8)) | u64::from(number(12)) << 32;
    if stated != checksum(&bytes[16..]) {
        return Err(ModelError::Damaged);
    }
    let (words, features) = (number(16) as usize, number(20) as usize);
    if words > MOST || features > MOST {
        return Err(ModelError::Damaged);
    }
    let mut source = Source { decoder: Decoder::new(&bytes[HEAD..]) };
    let wider = (0..=CLUSTERS).map(|_| source.byte()).collect();
    let lists = source.lists(words, wider).ok_or(ModelError::Damaged)?;
    let weights = source.weights(features).ok_or(ModelError::Damaged)?;
    Ok((lists, weights))
}

/// The chances of one run of sorted keys.
#[derive(Default)]
struct Steps {
    lengths: [Chance; 32],
    digits: [[Chance; 32]; 32],
}

/// The chances of the weights: for each label, by whether the one before it was nought.
type Chances = [[[Chance; LEVELS]; 2]; LABELS];

fn chances() -> Chances {
    [[[Chance::default(); LEVELS]; 2]; LABELS]
}

struct Source<'b> {
    decoder: Decoder<'b>,
}

impl Source<'_> {
    fn byte(&mut self) -> u8 {
        self.decoder.number(&mut [Chance::default(); 256]) as u8
    }

    fn step(&mut self, steps: &mut Steps) -> u32 {
        let length = self.decoder.number(&mut steps.lengths);
        let mut step = 1u32;
        for digit in (0..length).rev() {
            step = step << 1 | u32::from(self.decoder.bit(&mut steps.digits[length][digit]));
        }
        step
    }

    fn keys(&mut self, count: usize, mut each: impl FnMut(&mut Self, u8)) -> Option<Keys> {
        let width = u32::from(self.byte());
        if !Keys::is_width(width) {
            return None;
        }
        let mut steps = Steps::default();
        let mut key = 0u32;
        let mut sorted = Vec::with_capacity(count);
        for _ in 0..count {
            key = key.wrapping_add(self.step(&mut steps)) & ((1 << width) - 1);
            sorted.push(key.wrapping_sub(1));
            each(self, fingerprint(key.wrapping_sub(1)));
        }
        Some(Keys::new(&sorted, width))
    }

    fn lists(&mut self, count: usize, wider: Vec<u8>) -> Option<Lists> {
        let (mut clusters, mut lists) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let mut fingerprints = Vec::with_capacity(count);
        let mut in_cluster = Chance::default();
        let mut cluster_chances = vec![Chance::default(); (2 * CLUSTERS).next_power_of_two()];
        let mut list_chances = [[Chance::default(); 1 << LIST_BITS]; 2];
        let keys = self.keys(count, |source, fingerprint| {
            fingerprints.push(fingerprint);
            let known = source.decoder.bit(&mut in_cluster);
            let cluster = if known { source.decoder.number(&mut cluster_chances) } else { 0 };
            clusters.push(cluster.min(CLUSTERS) as u16);
            lists.push(source.decoder.number(&mut list_chances[usize::from(known)]) as u8);
        })?;
        Some(Lists { keys, fingerprints, clusters, lists, wider })
    }

    fn weights(&mut self, count: usize) -> Option<Weights> {
        let levels: [i8; LEVELS] = std::array::from_fn(|_| self.byte() as i8);
        let mut weights = Weights::default();
        for step in weights.transitions.iter_mut().flatten().flatten() {
            *step = i16::from_le_bytes([self.byte(), self.byte()]);
        }
        let mut chances = chances();
        let mut rows = Vec::with_capacity(count);
        weights.keys = self.keys(count, |source, fingerprint| {
            let mut row = [0i8; LANES];
            let mut before = 0;
            for (label, weight) in row.iter_mut().take(LABELS).enumerate() {
                *weight = levels[source.decoder.number(&mut chances[label][before])];
                before = usize::from(*weight != 0);
            }
            row[FINGERPRINT] = fingerprint as i8;
            rows.push(row);
        })?;
        weights.rows = rows;
        Some(weights)
    }
}

/// The bytes of a model; [`read`] takes them.
pub(super) fn write(parts: &Parts) -> Vec<u8> {
    let mut sink = Sink { encoder: Encoder::new() };
    for place in 0..=CLUSTERS {
        sink.byte(parts.wider.get(place).copied().unwrap_or(0));
    }
    sink.lists(&parts.words, parts.widths.0);
    sink.weights(parts);
    let mut bytes = Vec::new();
    bytes.extend_from_slice(MAGIC);
    let mut body = Vec::new();
    body.extend_from_slice(&(parts.words.len() as u32).to_le_bytes());
    body.extend_from_slice(&(parts.features.len() as u32).to_le_bytes());
    body.extend_from_slice(&sink.encoder.finish());
    bytes.extend_from_slice(&checksum(&body).to_le_bytes());
    bytes.extend_from_slice(&body);
    bytes
}

struct Sink {
    encoder: Encoder,
}

impl Sink {
    fn byte(&mut self, byte: u8) {
        self.encoder.number(byte.into(), &mut [Chance::default(); 256]);
    }

    fn step(&mut self, step: u32, steps: &mut Steps) {
        let length = step.ilog2() as usize;
        self.encoder.number(length, &mut steps.lengths);
        for digit in (0..length).rev() {
            self.encoder.bit(step >> digit & 1 == 1, &mut steps.digits[length][digit]);
        }
    }

    fn lists(&mut self, words: &[(u32, u16, u8)], width: u8) {
        self.byte(width);
        let mut in_cluster = Chance::default();
        let mut cluster_chances = vec![Chance::default(); (2 * CLUSTERS).next_power_of_two()];
        let mut list_chances = [[Chance::default(); 1 << LIST_BITS]; 2];
        let (mut steps, mut last) = (Steps::default(), 0);
        for &(key, cluster, lists) in words {
            self.step(key + 1 - last, &mut steps);
            last = key + 1;
            let known = cluster != 0;
            self.encoder.bit(known, &mut in_cluster);
            if known {
                self.encoder.number(cluster.into(), &mut cluster_chances);
            }
            self.encoder.number(lists.into(), &mut list_chances[usize::from(known)]);
        }
    }

    fn weights(&mut self, parts: &Parts) {
        parts.levels.iter().for_each(|&level| self.byte(level as u8));
        for at in 0..GAPS * LABELS * LABELS {
            let step = parts.transitions.get(at).copied().unwrap_or(0);
            step.to_le_bytes().into_iter().for_each(|byte| self.byte(byte));
        }
        self.byte(parts.widths.1);
        let mut chances = chances();
        let (mut steps, mut last) = (Steps::default(), 0);
        for (key, row) in &parts.features {
            self.step(key + 1 - last, &mut steps);
            last = key + 1;
            let mut before = 0;
            for (label, &place) in row.iter().enumerate() {
                self.encoder.number(place.into(), &mut chances[label][before]);
                before = usize::from(parts.levels[usize::from(place)] != 0);
            }
        }
    }
}

/// Eight bytes at a time, multiplied and rotated: finds damage, not malice.
fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        sum = (sum.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    sum ^ (sum >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODEL: &[u8] = include_bytes!("../../../../model/names.crossread-model");

    #[test]
    fn damaged_bytes_give_an_error() {
        assert!(read(MODEL).is_ok());
        for length in (0..MODEL.len()).step_by(MODEL.len() / 50) {
            assert!(read(&MODEL[..length]).is_err(), "cut short after {length}");
        }
        for at in (0..HEAD).chain((HEAD..MODEL.len()).step_by(MODEL.len() / 50)) {
            let mut bytes = MODEL.to_vec();
            bytes[at] ^= 1;
            assert!(read(&bytes).is_err(), "altered at {at}");
        }
    }

    /// The checksum finds accidents; bytes that somebody made so that it holds must not stop the page either.
    #[test]
    fn bytes_made_to_pass_the_checksum_do_no_harm() {
        let mut readable = 0;
        for parts in 0..12 {
            let mut body = MODEL[16..].to_vec();
            for at in (8 + parts * body.len() / 12..body.len()).step_by(61) {
                body[at] = body[at].wrapping_mul(31).wrapping_add(1);
            }
            let bytes = [MAGIC.as_slice(), &checksum(&body).to_le_bytes(), &body].concat();
            if let Ok((lists, weights)) = read(&bytes) {
                readable += 1;
                let features: Vec<u32> = (0..4096).map(|n: u32| n.wrapping_mul(0x9e37_79b9)).collect();
                weights.add(&features, &mut [0; LANES]);
                for feature in features {
                    assert!(usize::from(lists.cluster(feature).0) <= CLUSTERS);
                    lists.lists_of(feature);
                }
            }
        }
        assert!(readable > 0, "no altered model got past the checksum");
    }
}
