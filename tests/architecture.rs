//! The flow has one direction: what a module of the core may know of the others.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module of `src/` and the modules that it may name after `crate::`.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("ingest", &["text"]),
    ("analysis", &["text", "ingest"]),
    ("index", &["text", "ingest", "analysis"]),
    ("query", &["text", "ingest", "analysis", "index"]),
    ("compare", &["text", "ingest", "analysis", "index"]),
    ("publish", &["text", "ingest", "analysis", "index", "query", "compare"]),
    ("wire", &["text", "ingest", "analysis", "index", "query", "compare", "publish"]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("src is there") {
        let path = entry.expect("src can be listed").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The modules named after `crate::` in code (not in comments).
fn named_modules(source: &str) -> Vec<String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let paths = code.flat_map(|line| {
        line.match_indices("crate::").map(|(at, _)| line[at + 7..].to_owned()).collect::<Vec<_>>()
    });
    let first_word = |path: String| {
        path.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or("").to_owned()
    };
    paths.map(first_word).filter(|word| !word.is_empty()).collect()
}

#[test]
fn modules_know_only_what_stands_before_them() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut checked = 0;
    for (module, may_know) in MAY_KNOW {
        for file in sources(&src.join(module)) {
            let source = fs::read_to_string(&file).expect("a source file is UTF-8");
            for named in named_modules(&source) {
                checked += 1;
                let allowed = named == *module || may_know.contains(&named.as_str());
                assert!(allowed, "{} names crate::{named}; {module} may know {may_know:?}", file.display());
            }
        }
    }
    assert!(checked > 20, "only {checked} uses were found: the test has lost sight of the code");
}

#[test]
fn only_the_adapter_names_the_browser() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in sources(&src).iter().filter(|file| !is_adapter(file)) {
        let source = fs::read_to_string(file).expect("a source file is UTF-8");
        for name in ["wasm_bindgen::", "js_sys::", "web_sys::"] {
            assert!(!source.contains(name), "{} names {name}", file.display());
        }
    }
}

fn is_adapter(file: &Path) -> bool {
    file.ends_with("src/wasm.rs") || file.parent().is_some_and(|folder| folder.ends_with("src/wasm"))
}

#[test]
fn only_the_command_line_touches_files() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (module, _) in MAY_KNOW {
        for file in sources(&src.join(module)) {
            let source = fs::read_to_string(&file).expect("a source file is UTF-8");
            for name in ["std::fs", "std::io", "std::net", "std::time", "std::env", "SystemTime"] {
                assert!(
                    !source.contains(name),
                    "{} names {name}: the core has no files, clock or network",
                    file.display()
                );
            }
        }
    }
}
