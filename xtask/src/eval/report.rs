//! The table, as it is printed and as it stands in the docs.

use super::Row;
use crate::{root, tools};
use anyhow::{Context, Result};

const DOCS: &str = "docs/reading.md";

/// Between these lines the docs are written by the program.
const MARKS: [&str; 2] = ["<!-- scores -->", "<!-- end of scores -->"];

/// A row a measure, in Markdown.
pub fn table(rows: &[Row]) -> String {
    let mut table = "| | Crossread | others | aim |\n|---|---|---|---|\n".to_owned();
    for Row { measure, figure } in rows {
        let figure = figure.as_ref().map_or("–".to_owned(), |figure| written(*figure));
        table +=
            &format!("| {} | {figure} | {} | {} |\n", measure.name, measure.others, written(measure.wanted));
    }
    table
}

/// Shares and F1 with three decimals, speeds with one, counts with none.
fn written(figure: f64) -> String {
    match figure {
        _ if figure.fract() == 0.0 => format!("{figure:.0}"),
        ..1.0 => format!("{figure:.3}"),
        _ => format!("{figure:.1}"),
    }
}

/// Puts the table in place of the one that the docs hold.
pub fn write(rows: &[Row]) -> Result<()> {
    let file = root().join(DOCS);
    let docs = std::fs::read_to_string(&file).with_context(|| format!("cannot read {DOCS}"))?;
    let lost = || format!("{DOCS} has lost the lines {}", MARKS.join(" and "));
    let (before, rest) = docs.split_once(MARKS[0]).with_context(lost)?;
    let (_, after) = rest.split_once(MARKS[1]).with_context(lost)?;
    let date = tools::print_of(tools::command("date").arg("+%Y-%m-%d"))?;
    let scores = format!("Measured by `cargo xtask eval` on {}.\n\n{}", date.trim(), table(rows));
    std::fs::write(&file, format!("{before}{}\n{scores}{}{after}", MARKS[0], MARKS[1]))
        .with_context(|| format!("cannot write {DOCS}"))
}
