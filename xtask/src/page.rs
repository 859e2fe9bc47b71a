//! The page without a corpus: engine, script, styles, and the template of the single file.

use crate::engine::{self, Effort};
use crate::{root, sizes, target, tools};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Builds the page for publishing, in `target/page`, and checks the sizes.
pub fn build() -> Result<()> {
    sizes::check(&build_small()?)
}

/// Builds the page for publishing, whatever it weighs; gives its folder.
pub fn build_small() -> Result<PathBuf> {
    bundle(Effort::Small)
}

/// Builds the page for looking at a change; gives its folder.
pub fn build_quickly() -> Result<PathBuf> {
    bundle(Effort::Quick)
}

/// The trained model of names, fetched when somebody brings articles.
const MODEL: &str = "names.crossread-model";

fn bundle(effort: Effort) -> Result<PathBuf> {
    tools::ensure_npm_packages()?;
    let engine = engine::build(effort)?;
    let page = target()?.join(if effort == Effort::Small { "page" } else { "page-quick" });
    if page.exists() {
        std::fs::remove_dir_all(&page).context("cannot clear the built page")?;
    }
    let mut bundle = tools::command("node");
    tools::run(bundle.arg("www/build.mjs").arg(&page).arg("--engine").arg(&engine))?;
    for name in ["engine", "assembly", "comparison", "correction", "formats"] {
        let from = engine.join(format!("{name}_bg.wasm"));
        std::fs::copy(from, page.join(format!("{name}.wasm")))
            .with_context(|| format!("cannot copy the {name}"))?;
    }
    std::fs::copy(root().join("model").join(MODEL), page.join(MODEL))
        .context("cannot copy the model of names")?;
    Ok(page)
}
