//! The command line. It reads and writes files (here and in `cli/`, nowhere else) and calls the stages.

mod cli;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let call = cli::Call::parse();
    match cli::run(call) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            eprintln!("crossread: {error:#}");
            ExitCode::from(1)
        }
    }
}
