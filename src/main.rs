//! The command line: the only file that reads or writes files.

fn main() {}
