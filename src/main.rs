//! The command line. It reads and writes files (here and in `cli/`, nowhere else) and calls the stages.

mod cli;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let call = cli::Call::parse();
    match cli::run(call) {
        Ok(outcome) => outcome.into(),
        // Who reads only the beginning, as `head` does, has what was asked for.
        Err(error) if error.chain().any(is_closed_pipe) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("crossread: {error:#}");
            ExitCode::from(1)
        }
    }
}

fn is_closed_pipe(cause: &(dyn std::error::Error + 'static)) -> bool {
    cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
