//! The page without a corpus: engine, script, styles, and the template of the single file.

use crate::{engine, sizes, target, tools};
use anyhow::{Context, Result};

/// Builds `target/page` and checks the sizes.
pub fn build() -> Result<()> {
    tools::ensure_npm_packages()?;
    let engine = engine::build()?;
    let page = target()?.join("page");
    if page.exists() {
        std::fs::remove_dir_all(&page).context("cannot clear the built page")?;
    }
    let mut bundle = tools::command("node");
    tools::run(bundle.arg("www/build.mjs").arg(&page).arg("--engine").arg(&engine))?;
    std::fs::copy(engine.join("engine_bg.wasm"), page.join("engine.wasm"))
        .context("cannot copy the engine")?;
    sizes::check(&page)
}
