//! The page over a corpus: as a folder, or served on loopback.

use crate::{page, target, tools};
use anyhow::{Context, Result};
use std::process::Command;

/// Builds everything into `target/site`.
pub fn build(corpus: &str) -> Result<()> {
    page::build()?;
    let site = target()?.join("site");
    if site.exists() {
        std::fs::remove_dir_all(&site).context("cannot clear the built site")?;
    }
    tools::run(crossread()?.args(["build", corpus, "--out"]).arg(site))
}

/// Builds everything quickly, then serves until stopped.
pub fn serve(corpus: &str) -> Result<()> {
    let page = page::build_quickly()?;
    tools::run(tools::cargo().args(["build", "--bin", "crossread"]))?;
    let mut crossread = tools::command(target()?.join("debug/crossread"));
    tools::run(crossread.args(["serve", corpus]).env("CROSSREAD_PAGE", page))
}

/// The command line, built as users have it.
fn crossread() -> Result<Command> {
    tools::run(tools::cargo().args(["build", "--release", "--bin", "crossread"]))?;
    Ok(tools::command(target()?.join("release/crossread")))
}
