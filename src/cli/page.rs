//! The built page that a corpus is published with: made once by `cargo xtask build`, found beside the command.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The files of the built page, without a corpus.
pub struct Page {
    files: Vec<(String, Vec<u8>)>,
}

const ENGINE: &str = "engine.wasm";
const TEMPLATE: &str = "single/template.html";

impl Page {
    /// Looks in `CROSSREAD_PAGE`, in a folder `page` beside the command or above it, and in the source tree's target
    /// folder; in a source tree the page is built when it is missing.
    pub fn find() -> Result<Self> {
        if let Some(folder) = std::env::var_os("CROSSREAD_PAGE") {
            return Self::read(Path::new(&folder));
        }
        let command = std::env::current_exe().context("cannot tell where this command is")?;
        let beside = command.ancestors().skip(1).take(2).map(|folder| folder.join("page"));
        let source = Path::new(env!("CARGO_MANIFEST_DIR"));
        let candidates: Vec<PathBuf> = beside.chain([source.join("target/page")]).collect();
        let is_page = |folder: &&PathBuf| folder.join(ENGINE).is_file();
        if let Some(folder) = candidates.iter().find(is_page) {
            return Self::read(folder);
        }
        if source.join("xtask").is_dir() {
            eprintln!("the page is not built yet: building it once, with cargo xtask build");
            let status = Command::new("cargo").args(["xtask", "page"]).current_dir(source).status();
            if status.is_ok_and(|status| status.success()) {
                return Self::read(&source.join("target/page"));
            }
        }
        bail!(
            "the built page is missing; run cargo xtask build in the source tree, or name its folder in CROSSREAD_PAGE"
        )
    }

    fn read(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
            if entry.file_type().is_file() {
                let name = entry.path().strip_prefix(folder).context("walkdir stays below its folder")?;
                let bytes = std::fs::read(entry.path())
                    .with_context(|| format!("cannot read {}", entry.path().display()))?;
                files.push((name.to_string_lossy().replace('\\', "/"), bytes));
            }
        }
        Ok(Self { files })
    }

    /// The engine's wasm file.
    pub fn engine(&self) -> Result<&[u8]> {
        self.file(ENGINE)
    }

    /// The HTML that a single file is made of.
    pub fn template(&self) -> Result<&str> {
        std::str::from_utf8(self.file(TEMPLATE)?)
            .context("the page's template is not UTF-8; build the page again")
    }

    fn file(&self, name: &str) -> Result<&[u8]> {
        let found = self.files.iter().find(|(known, _)| known == name);
        let (_, bytes) =
            found.with_context(|| format!("the built page has no {name}; run cargo xtask build again"))?;
        Ok(bytes)
    }

    /// What goes on a host: every file of the page, the engine with its corpus in place of the bare engine.
    pub fn site(self, module: Vec<u8>) -> Vec<(String, Vec<u8>)> {
        let mut site: Vec<_> = self.files.into_iter().filter(|(name, _)| name != ENGINE).collect();
        site.push(("crossread.wasm".to_owned(), module));
        site
    }
}
