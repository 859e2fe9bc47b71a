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

/// What makes a module small. Functions with one caller stay functions: browsers compile each when it is first called, and
/// drawn into their callers they made one of 85 KB, all of which had to be compiled before two articles were compared. The
/// comparison is 3 % smaller with brotli so, and its first answer comes a third sooner.
const SMALL: &[&str] = &[
    "-Oz",
    "--converge",
    "--one-caller-inline-max-function-size",
    "0",
    "--strip-debug",
    "--strip-producers",
];

/// The wasm files: what a reader waits for, what reads articles that somebody brings, what compares, what corrects, and
/// what knows other formats.
const PARTS: [(&str, &[&str]); 5] = [
    ("engine", &[]),
    ("assembly", &["--features", "assembly"]),
    ("comparison", &["--features", "comparison"]),
    ("correction", &["--features", "correction"]),
    ("formats", &["--features", "formats"]),
];

/// How much work goes into making it small.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// For looking at a change: seconds.
    Quick,
    /// For publishing: a minute.
    Small,
}

/// Builds the glue and the wasm file of each part (`engine.js`, `engine_bg.wasm`, …); gives their folder.
pub fn build(effort: Effort) -> Result<PathBuf> {
    tools::ensure_wasm_target()?;
    let folder = target()?.join(if effort == Effort::Small { "engine" } else { "engine-quick" });
    for (name, features) in PARTS {
        let module = compile(effort, features)?;
        let built = folder.join(format!("{name}_bg.wasm"));
        bind(&module, name, &folder)?;
        if effort == Effort::Small {
            optimise(&built)?;
        }
    }
    Ok(folder)
}

fn compile(effort: Effort, features: &[&str]) -> Result<PathBuf> {
    let profile = if effort == Effort::Small { "engine" } else { "engine-quick" };
    let mut cargo = tools::cargo();
    cargo.args(["build", "--lib", "--target", "wasm32-unknown-unknown", "--no-default-features"]);
    tools::run(cargo.args(["--profile", profile]).args(features))?;
    Ok(target()?.join("wasm32-unknown-unknown").join(profile).join("crossread.wasm"))
}

fn bind(module: &Path, name: &str, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    let made = bindgen.input_path(module).web(true).and_then(|bindgen| {
        bindgen.out_name(name).typescript(false).remove_producers_section(true).generate(folder)
    });
    made.map_err(|error| anyhow!("wasm-bindgen: {error:#}"))
}

fn optimise(module: &Path) -> Result<()> {
    let small = module.with_extension("small");
    let mut wasm_opt = tools::command("node");
    wasm_opt.arg(root().join("node_modules/binaryen/bin/wasm-opt")).arg(module);
    tools::run(wasm_opt.args(FEATURES).args(SMALL).arg("-o").arg(&small))?;
    std::fs::rename(&small, module).context("cannot replace the engine by its optimised form")
}
