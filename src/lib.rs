//! Crossread turns a folder of news articles into one static page where people filter, highlight and compare them.
//!
//! The stages, in order, each a function from values to values:
//!
//! ```text
//! file bytes ─ ingest ─▶ Article ─ analysis ─▶ Reading ─ index ─▶ Corpus ─┬─ query ───▶ Results
//!                                                                         ├─ compare ─▶ Comparison
//!                                                                         └─ publish ─▶ site, one file
//! ```

pub mod analysis;
pub mod compare;
pub mod index;
pub mod ingest;
pub mod publish;
pub mod query;
pub mod text;
pub mod wire;

#[cfg(target_arch = "wasm32")]
mod wasm;
