//! A corpus -> what is put on a host: the engine's wasm file with the corpus as its last section, and one HTML file
//! that opens by double click; articles -> tables and bibliographies for other programs.
//!
//! No Rust toolchain is needed: a section is appended, nothing is compiled. The command line and the page publish
//! alike.

mod assembly;
mod exports;
mod module;
mod single_file;

pub use assembly::{Added, Assembly};
pub use exports::{bibtex, ris, table};
pub use module::{CORPUS_SECTION, ModuleError, corpus_part, corpus_section, engine_part, with_corpus};
pub use single_file::{TemplateError, single_file};
