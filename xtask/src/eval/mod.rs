//! How right the reading is: gold sets that others made, scored by the script that scores the others too. Prints a
//! table and writes it into `docs/reading.md`, between its two marks.

mod report;
mod sets;

use crate::{root, target, tools};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use sets::{Measure, SETS, Set};
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// Where the gold sets and the scripts are: `CROSSREAD_SHARED`, else beside the project.
const SHARED: &str = "../shared";

/// Articles to time the reading with: enough for a steady figure, few enough for seconds.
const TIMED_ARTICLES: &str = "1000";

/// What was measured, or why it was not.
pub struct Row {
    pub measure: &'static Measure,
    pub figure: Result<f64, String>,
}

/// Scores everything, prints the table and writes it into the docs where all of it was measured; `quick` leaves out
/// the timing and the docs.
pub fn run(quick: bool) -> Result<()> {
    let Some(shared) = shared() else {
        println!(
            "nothing scored: the gold sets are no part of the project; name their folder in CROSSREAD_SHARED"
        );
        return Ok(());
    };
    tools::run(tools::cargo().args([
        "build",
        "--release",
        "--bin",
        "crossread",
        "--example",
        "reading_speed",
        "--example",
        "nearest_all",
        "--example",
        "date_reports",
        "--example",
        "passage_labels",
    ]))?;
    let folder = target()?.join("eval");
    std::fs::create_dir_all(&folder).context("cannot make the folder of the scores")?;
    let mut rows = Vec::new();
    for set in SETS {
        let scores = score(set, &shared, &folder);
        rows.extend(set.measures.iter().map(|measure| Row { measure, figure: figure(&scores, measure) }));
    }
    for (options, measures) in sets::EVENTS {
        let scores = events(options, &shared, &folder);
        rows.extend(measures.iter().map(|measure| Row { measure, figure: figure(&scores, measure) }));
    }
    let labelled = passages(&folder);
    rows.extend(sets::PASSAGES.iter().map(|measure| Row { measure, figure: figure(&labelled, measure) }));
    let reports = date_reports(&shared, &folder).map_err(|error| format!("{error:#}"));
    rows.push(Row { measure: &sets::DATE_REPORTS, figure: reports });
    if !quick {
        let speed = speed(&shared, &folder).map_err(|error| format!("{error:#}"));
        rows.push(Row { measure: &sets::SPEED, figure: speed });
    }
    print!("{}", report::table(&rows));
    let missing: Vec<_> = rows.iter().filter_map(|row| row.figure.as_ref().err()).collect();
    missing.iter().for_each(|reason| println!("not measured: {reason}"));
    if quick || !missing.is_empty() {
        println!("docs/reading.md stays as it is");
        return Ok(());
    }
    report::write(&rows)
}

fn shared() -> Option<PathBuf> {
    let named = std::env::var_os("CROSSREAD_SHARED").map(PathBuf::from);
    named.or_else(|| Some(root().join(SHARED))).filter(|folder| folder.is_dir())
}

fn figure(scores: &Result<Value>, measure: &Measure) -> Result<f64, String> {
    let scores = scores.as_ref().map_err(|error| format!("{}: {error:#}", measure.name))?;
    scores
        .pointer(measure.pointer)
        .and_then(Value::as_f64)
        .ok_or(format!("{}: no score printed", measure.name))
}

/// Reads a gold set's texts with the built program and has the script score what it found.
fn score(set: &Set, shared: &Path, folder: &Path) -> Result<Value> {
    let gold = shared.join("data").join(set.gold);
    if !gold.is_file() {
        bail!("{} is not there", gold.display());
    }
    let script = shared.join("tools/score.py");
    let name = gold.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (articles, found) =
        (folder.join(format!("{name}.ndjson")), folder.join(format!("{name}.found.jsonl")));
    let python = || tools::command("python3");
    tools::run_into(python().arg(&script).arg("articles").arg(&gold), &articles)?;
    analyze(&articles, &found)?;
    let printed = tools::print_of(python().arg(&script).arg(set.task).arg(&gold).arg(&found))?;
    serde_json::from_str(&printed).context("the script prints one JSON object")
}

/// Which articles are nearest and which make one event, beside what the script's own TF-IDF cosine reaches.
fn events(options: &[&str], shared: &Path, folder: &Path) -> Result<Value> {
    let gold = shared.join("data/events/events.jsonl");
    if !gold.is_file() {
        bail!("{} is not there", gold.display());
    }
    let script = shared.join("tools/score_events.py");
    let python = |task: &str| {
        let mut python = tools::command("python3");
        python.arg(&script).arg(task).arg(&gold);
        python
    };
    let articles = folder.join("events.ndjson");
    tools::run_into(&mut python("articles"), &articles)?;
    let mut all = tools::command(target()?.join("release/examples/nearest_all"));
    tools::print_of(all.arg(&articles).arg(folder).args(options))?;
    let parse = |printed: String| {
        serde_json::from_str::<Value>(&printed).context("the script prints one JSON object")
    };
    let nearest = parse(tools::print_of(python("nearest").arg(folder.join("nearest.jsonl")))?)?;
    let groups = parse(tools::print_of(python("groups").arg(folder.join("groups.json")))?)?;
    Ok(serde_json::json!({ "nearest": nearest, "groups": groups }))
}

/// How right the aligned passages are, by sentences of the events that a reader labelled.
fn passages(folder: &Path) -> Result<Value> {
    let articles = folder.join("events.ndjson");
    if !articles.is_file() {
        bail!("{} is not there", articles.display());
    }
    let mut labels = tools::command(target()?.join("release/examples/passage_labels"));
    let labels = labels.current_dir(root()).arg(articles).arg("tests/cases/comparing/events.tsv");
    serde_json::from_str(&tools::print_of(labels)?).context("the labels give one JSON object")
}

/// How many dates that cannot both be so are reported on the events; prints each with its sentences, for a person to say
/// which are wrong. No label says that: whatever is reported counts.
fn date_reports(shared: &Path, folder: &Path) -> Result<f64> {
    let (gold, articles) = (shared.join("data/events/events.jsonl"), folder.join("events.ndjson"));
    if !gold.is_file() || !articles.is_file() {
        bail!("reports of dates: {} is not there", gold.display());
    }
    let mut reports = tools::command(target()?.join("release/examples/date_reports"));
    let printed = tools::print_of(reports.current_dir(root()).arg(articles).arg(gold))?;
    print!("{printed}");
    let count = printed.lines().last().and_then(|line| line.split(' ').next());
    count.and_then(|count| count.parse().ok()).context("reports of dates: no count printed")
}

/// MB of text a second that one thread reads, over articles that people wrote.
fn speed(shared: &Path, folder: &Path) -> Result<f64> {
    let bench = shared.join("data/bench/articles-20k.ndjson.gz");
    if !bench.is_file() {
        bail!("speed: {} is not there", bench.display());
    }
    let slice = folder.join("timed.ndjson");
    let take = "import gzip, itertools, sys
sys.stdout.buffer.writelines(itertools.islice(gzip.open(sys.argv[1]), int(sys.argv[2])))";
    tools::run_into(tools::command("python3").args(["-c", take]).arg(bench).arg(TIMED_ARTICLES), &slice)?;
    let printed =
        tools::print_of(tools::command(target()?.join("release/examples/reading_speed")).arg(slice))?;
    print!("{printed}");
    let all = printed.lines().find_map(|line| line.strip_prefix("all ")?.strip_suffix(" MB/s"));
    all.and_then(|figure| figure.parse().ok()).context("speed: no figure printed")
}

/// What the built program reads in the articles. Texts that are empty it names and leaves out, which the script counts.
fn analyze(articles: &Path, found: &Path) -> Result<()> {
    let out = std::fs::File::create(found).with_context(|| format!("cannot write {}", found.display()))?;
    let mut analyze = tools::command(target()?.join("release/crossread"));
    analyze.args(["analyze", "--format", "json"]).arg(articles).stdout(out).stderr(Stdio::null());
    let status = analyze.status().with_context(|| format!("cannot start {}", tools::name(&analyze)))?;
    match status.code() {
        Some(0 | 1) => Ok(()),
        _ => bail!("{} failed ({status})", tools::name(&analyze)),
    }
}
