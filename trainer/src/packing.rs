//! Learned weights -> the bytes of a model: the features that matter most, their weights in 31 steps.

use crate::crf::{LANES, Steps};
use crossread::analysis::training::{LABELS, LEVELS, WordLists, feature_cell, feature_key, model};
use std::collections::BTreeMap;

/// The places of the features worth keeping: the length of the weights times how often the feature is met, damped.
pub fn worthiest(weights: &[[f32; LANES]], counts: &[u32], keep: usize) -> Vec<u32> {
    const DAMPING: f32 = 0.35;
    let worth = |place: usize| {
        let length = weights[place].iter().map(|weight| weight * weight).sum::<f32>().sqrt();
        length * (counts[place] as f32).powf(DAMPING)
    };
    let mut places: Vec<u32> =
        (0..weights.len() as u32).filter(|&place| worth(place as usize) > 0.0).collect();
    places.sort_by(|&a, &b| worth(b as usize).total_cmp(&worth(a as usize)));
    places.truncate(keep);
    places.sort_unstable();
    places
}

/// Steps that grow towards the ends, so that small weights stay apart and none is cut off.
fn levels() -> [i8; LEVELS] {
    const GROWTH: f32 = 1.6;
    std::array::from_fn(|place| {
        let step = place as i32 - 16;
        let share = (step.abs().min(15) as f32 / 15.0).powf(GROWTH);
        (share * 127.0).round().copysign(step as f32) as i8
    })
}

/// Packs features (hash and weights) with the steps between labels.
pub fn pack(lists: &WordLists, features: &[(u32, [f32; LANES])], steps: &Steps) -> Vec<u8> {
    let highest =
        features.iter().flat_map(|(_, weights)| weights).fold(1e-6f32, |most, weight| most.max(weight.abs()));
    let scale = 127.0 / highest;
    let levels = levels();
    let mut rows: BTreeMap<u32, (u32, [f32; LANES])> = BTreeMap::new();
    for (hash, weights) in features {
        let key = feature_key(*hash, features.len());
        let row = rows.entry(feature_cell(key)).or_insert((key, *weights));
        let length = |row: &[f32; LANES]| row.iter().map(|weight| weight * weight).sum::<f32>();
        if length(weights) > length(&row.1) {
            *row = (key, *weights);
        }
    }
    let mut packed: Vec<(u32, [u8; LABELS])> = Vec::with_capacity(rows.len());
    for (key, weights) in rows.into_values() {
        packed.push((key, std::array::from_fn(|label| nearest(&levels, weights[label] * scale))));
    }
    let steps = steps.iter().flatten().flatten().map(|step| (step * scale).round() as i16).collect();
    model(lists, features.len(), packed, levels, steps)
}

fn nearest(levels: &[i8; LEVELS], value: f32) -> u8 {
    let distance = |place: usize| (f32::from(levels[place]) - value).abs();
    (0..LEVELS).skip(1).min_by(|&a, &b| distance(a).total_cmp(&distance(b))).unwrap_or(16) as u8
}
