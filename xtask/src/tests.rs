//! Every test: formatting, lints, Rust, the engine in wasm, the page's own logic, the page in Chromium, and once through it
//! in Firefox.

use crate::{page, root, target, tools};
use anyhow::{Context, Result, bail};
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// How many tests ran, over all runners.
#[derive(Default)]
struct Tally {
    passed: u32,
    failed: u32,
    skipped: u32,
}

/// Runs everything; the last line counts it all.
pub fn run() -> Result<()> {
    tools::run(tools::cargo().args(["fmt", "--all", "--check"]))?;
    tools::run(tools::cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "--deny",
        "warnings",
    ]))?;
    page::build()?;
    let mut tally = Tally::default();
    tally.rust(tools::cargo().args(["test", "--workspace", "--no-fail-fast"]))?;
    tools::run(tools::command("npm").args(["run", "--silent", "check"]))?;
    let mut node = tools::command("node");
    tally.node(node.arg("--test").args(node_tests()?).env("CROSSREAD_ENGINE", target()?.join("engine")))?;
    let chromium = tools::ensure_chromium()?;
    let mut browser = tools::command("npx");
    browser.args(["playwright", "test"]).env("CROSSREAD_CHROMIUM", chromium);
    let serve = format!("{} serve corpus --port 4173", target()?.join("debug/crossread").display());
    tally.playwright(browser.env("CROSSREAD_SERVE", serve))?;
    tally.firefox()?;
    println!("{} passed, {} failed, {} skipped", tally.passed, tally.failed, tally.skipped);
    if tally.failed > 0 {
        bail!("{} tests failed", tally.failed);
    }
    Ok(())
}

/// The tests that need no browser: the page's own logic, and the built engine.
fn node_tests() -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in ["www/lib", "www/engine", "tests/engine"] {
        let Ok(entries) = std::fs::read_dir(root().join(folder)) else { continue };
        for entry in entries {
            let path = entry.with_context(|| format!("cannot list {folder}"))?.path();
            if path.to_string_lossy().contains(".test.") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

impl Tally {
    /// One journey through the page in Firefox, or why there is none.
    fn firefox(&mut self) -> Result<()> {
        match tools::ensure_firefox() {
            Ok(firefox) => {
                let mut node = tools::command("node");
                node.args(["--test", "tests/firefox/journey.test.js"]).env("CROSSREAD_FIREFOX", firefox);
                self.node(node.env("CROSSREAD_PROGRAM", target()?.join("debug/crossread")))
            }
            Err(reason) => {
                println!("\n== skipped the journey in Firefox: {reason:#}");
                self.skipped += 1;
                Ok(())
            }
        }
    }

    /// Counts `test result: ok. 12 passed; 0 failed; 1 ignored; …`.
    fn rust(&mut self, command: &mut Command) -> Result<()> {
        self.count(command, |tally, line| {
            let Some(result) = line.trim().strip_prefix("test result: ") else { return };
            tally.passed += before(result, " passed");
            tally.failed += before(result, " failed");
            tally.skipped += before(result, " ignored");
        })
    }

    /// Counts `ℹ pass 12`, `# fail 0`.
    fn node(&mut self, command: &mut Command) -> Result<()> {
        self.count(command, |tally, line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            if let ["ℹ" | "#", kind, count] = words[..] {
                let count = count.parse().unwrap_or(0);
                match kind {
                    "pass" => tally.passed += count,
                    "fail" => tally.failed += count,
                    "skipped" => tally.skipped += count,
                    _ => {}
                }
            }
        })
    }

    /// Counts `12 passed (34.5s)`, `1 failed`, `1 flaky`.
    fn playwright(&mut self, command: &mut Command) -> Result<()> {
        self.count(command, |tally, line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            if let [count, kind, ..] = words[..]
                && let Ok(count) = count.parse::<u32>()
            {
                match kind {
                    "passed" => tally.passed += count,
                    "failed" | "flaky" => tally.failed += count,
                    "skipped" => tally.skipped += count,
                    _ => {}
                }
            }
        })
    }

    /// Runs a test runner, shows what it prints and counts by its lines. A runner that fails without a failed test
    /// (a build error, no browser) counts as one failure.
    fn count(&mut self, command: &mut Command, read: fn(&mut Tally, &str)) -> Result<()> {
        let name = tools::name(command);
        println!("\n== {name}");
        let failed_before = self.failed;
        let mut child =
            command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {name}"))?;
        let lines = BufReader::new(child.stdout.take().context("the output is piped")?).lines();
        for line in lines {
            let line = line.context("a test runner prints UTF-8")?;
            println!("{line}");
            read(self, &line);
        }
        let status = child.wait().with_context(|| format!("cannot wait for {name}"))?;
        if !status.success() && self.failed == failed_before {
            self.failed += 1;
        }
        Ok(())
    }
}

/// The number right before a word: `12` in "ok. 12 passed; …" for " passed".
fn before(line: &str, word: &str) -> u32 {
    let count = line.split(word).next().filter(|head| head.len() < line.len());
    count.and_then(|head| head.rsplit(' ').next()?.parse().ok()).unwrap_or(0)
}
