//! The engine: Rust -> wasm -> glue for JavaScript -> made small.

use crate::{root, target, tools};
use anyhow::{Context, Result, anyhow};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// What rustc emits for wasm32-unknown-unknown, and every browser since 2022 runs.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds `engine.js` and `engine_bg.wasm`; gives their folder.
pub fn build() -> Result<PathBuf> {
    tools::ensure_wasm_target()?;
    let mut cargo = tools::cargo();
    cargo.args(["build", "--lib", "--target", "wasm32-unknown-unknown", "--no-default-features"]);
    tools::run(cargo.args(["--profile", "engine"]))?;
    let module = target()?.join("wasm32-unknown-unknown/engine/crossread.wasm");
    let folder = target()?.join("engine");
    if !is_older(&module, &folder.join("engine_bg.wasm")) {
        bind(&module, &folder)?;
        optimise(&folder.join("engine_bg.wasm"))?;
    }
    Ok(folder)
}

fn is_older(source: &Path, built: &Path) -> bool {
    let modified = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    matches!((modified(source), modified(built)), (Some(source), Some(built)) if source < built)
}

fn bind(module: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    let made = bindgen.input_path(module).web(true).and_then(|bindgen| {
        bindgen.out_name("engine").typescript(false).remove_producers_section(true).generate(folder)
    });
    made.map_err(|error| anyhow!("wasm-bindgen: {error:#}"))
}

fn optimise(module: &Path) -> Result<()> {
    let small = module.with_extension("small");
    let mut wasm_opt = tools::command("node");
    wasm_opt.arg(root().join("node_modules/binaryen/bin/wasm-opt")).arg(module).args(FEATURES);
    tools::run(wasm_opt.args(["-Oz", "--strip-debug", "--strip-producers", "-o"]).arg(&small))?;
    std::fs::rename(&small, module).context("cannot replace the engine by its optimised form")
}
