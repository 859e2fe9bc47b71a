//! What is measured natively: how long Crossread's index takes to build, and tantivy on the same articles and queries.
//! Every command prints one line of JSON.

mod agreement;
mod articles;
mod building;
mod drawing;
mod figures;
mod peer;

use anyhow::{Result, bail};
use std::path::Path;

const USAGE: &str = "usage: crossread-peers COMMAND

  build ARTICLES                    Crossread's index alone, over articles that have not been read
  tantivy-build ARTICLES FOLDER     the same articles in tantivy, with one thread
  tantivy-query FOLDER QUERIES      how long each kind of query takes in tantivy, and whether its count is right
  agree ARTICLES COUNT FILE         COUNT queries drawn from the articles: do both find the same? writes them to FILE";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["build", articles] => building::measure(Path::new(articles))?,
        ["tantivy-build", articles, folder] => peer::measure_build(Path::new(articles), Path::new(folder))?,
        ["tantivy-query", folder, queries] => peer::measure_queries(Path::new(folder), Path::new(queries))?,
        ["agree", articles, count, file] => {
            agreement::measure(Path::new(articles), count.parse()?, Path::new(file))?
        }
        _ => bail!("{USAGE}"),
    };
    println!("{outcome}");
    Ok(())
}
