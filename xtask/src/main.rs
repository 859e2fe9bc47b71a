//! `cargo xtask TASK`: everything the project needs done, on a fresh machine too.

mod engine;
mod eval;
mod page;
mod peers;
mod serve;
mod sizes;
mod tests;
mod tools;
mod train;

use anyhow::Result;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask TASK

  serve [CORPUS]   build everything, serve the page over corpus/ (or CORPUS) on loopback, print the address
  build [CORPUS]   build the page as a folder for any static host, in target/site; prints and checks the sizes
  page             build the page without a corpus, in target/page
  test             build everything and run every test, the browser's included
  eval [--quick]   score the reading on gold sets beside the project, and write docs/reading.md; with --quick only print
  peers [--quick]  measure the search beside other engines, and write docs/peers.md: an hour; with --quick some minutes
  train            make the model of names anew from data beside the project: up to two hours";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let corpus = arguments.get(1).map_or("corpus", String::as_str);
    let is_quick = arguments.iter().any(|argument| argument == "--quick");
    let outcome = match arguments.first().map(String::as_str) {
        Some("serve") => serve::serve(corpus),
        Some("build") => serve::build(corpus),
        Some("page") => page::build(),
        Some("test") => tests::run(),
        Some("eval") => eval::run(is_quick),
        Some("peers") => peers::run(is_quick),
        Some("train") => train::run(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cargo xtask: {error:#}");
            ExitCode::from(1)
        }
    }
}

/// Where the project is.
fn root() -> &'static std::path::Path {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the project")
}

/// The folder that holds what was built.
fn target() -> Result<std::path::PathBuf> {
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
    Ok(std::path::absolute(folder)?)
}
