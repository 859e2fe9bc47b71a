//! The trained model of names, as it was committed with this version.

use anyhow::{Context, Result};
use crossread::analysis::Model;

const BYTES: &[u8] = include_bytes!("../../model/names.crossread-model");

/// The model that every call reads names with.
pub fn model() -> Result<Model> {
    Model::from_bytes(BYTES).context("model/names.crossread-model")
}
