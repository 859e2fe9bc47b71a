//! What the page weighs on the way to a reader, with brotli as hosts compress it, and how much it may.

use crate::tools;
use anyhow::{Context, Result, bail};
use std::path::Path;

/// 1 KB is 1,000 bytes.
const ENGINE_LIMIT: u64 = 150_000;
const PAGE_LIMIT: u64 = 70_000;

const BROTLI: &str = "const zlib = require('zlib'), fs = require('fs');
for (const file of process.argv.slice(1)) console.log(zlib.brotliCompressSync(fs.readFileSync(file)).length);";

/// Prints both sizes; an error where one is above its limit.
pub fn check(page: &Path) -> Result<()> {
    let engine = brotli(page, &["engine.wasm"])?;
    let script = brotli(page, &["crossread.js", "worker.js", "page.css"])?;
    println!("engine without corpus   {engine:>7} bytes brotli (at most {ENGINE_LIMIT})");
    println!("script and styles       {script:>7} bytes brotli (at most {PAGE_LIMIT})");
    if engine > ENGINE_LIMIT || script > PAGE_LIMIT {
        bail!("the page has grown above its limit; see which change made it so");
    }
    Ok(())
}

fn brotli(page: &Path, names: &[&str]) -> Result<u64> {
    let mut node = tools::command("node");
    node.args(["-e", BROTLI]).args(names.iter().map(|name| page.join(name)));
    let output = node.output().context("cannot start node")?;
    if !output.status.success() {
        bail!("cannot weigh the page: {}", String::from_utf8_lossy(&output.stderr));
    }
    let sizes = String::from_utf8_lossy(&output.stdout);
    sizes.lines().map(|line| line.trim().parse::<u64>().context("node printed no size")).sum()
}
