//! What the page weighs on the way to a reader, with brotli as hosts compress it, and how much it may.

use crate::tools;
use anyhow::{Context, Result, bail};
use std::path::Path;

/// What is weighed, its files, and how much it may weigh; 1 KB is 1,000 bytes.
const LIMITS: [(&str, &[&str], u64); 7] = [
    ("engine without corpus", &["engine.wasm"], 150_000),
    ("assembly, loaded for own articles", &["assembly.wasm"], 394_000),
    ("model of names, loaded with it", &["names.crossread-model"], 750_000),
    ("comparison, loaded to compare", &["comparison.wasm"], 135_000),
    ("formats, loaded for other files", &["formats.wasm"], 160_000),
    ("correction, loaded to correct", &["correction.wasm"], 80_000),
    ("script and styles", &["crossread.js", "elements.js", "worker.js", "page.css"], 70_000),
];

const BROTLI: &str = "const zlib = require('zlib'), fs = require('fs');
for (const file of process.argv.slice(1)) console.log(zlib.brotliCompressSync(fs.readFileSync(file)).length);";

/// Prints every size; an error where one is above its limit.
pub fn check(page: &Path) -> Result<()> {
    let mut above = Vec::new();
    for (name, files, limit) in LIMITS {
        let size = brotli(page, files)?;
        println!("{name:<34} {size:>7} bytes brotli (at most {limit})");
        if size > limit {
            above.push(name);
        }
    }
    if !above.is_empty() {
        bail!("above its limit: {}; see which change made it so", above.join(", "));
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
