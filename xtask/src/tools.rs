//! Programs from outside: what must be there, and how it comes there.

use crate::root;
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node.js that the page's tools run on.
const NODE_MAJOR: u32 = 20;

/// A command in the project's folder.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// Cargo, as it was called.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command to its end; an error names it.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", name(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", name(command));
    }
    Ok(())
}

/// Runs a command to its end with what it prints going into a file.
pub fn run_into(command: &mut Command, file: &Path) -> Result<()> {
    let out = std::fs::File::create(file).with_context(|| format!("cannot write {}", file.display()))?;
    run(command.stdout(out))
}

/// Runs a command to its end and gives what it prints.
pub fn print_of(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {}", name(command)))?;
    if !output.status.success() {
        bail!("{} failed: {}", name(command), String::from_utf8_lossy(&output.stderr).trim());
    }
    String::from_utf8(output.stdout).with_context(|| format!("{} prints no UTF-8", name(command)))
}

pub fn name(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

/// What a command prints, if it can be run.
fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Adds the wasm target where rustup has not already done so for rust-toolchain.toml.
pub fn ensure_wasm_target() -> Result<()> {
    let Some(installed) = output("rustup", &["target", "list", "--installed"]) else {
        return Ok(()); // A toolchain without rustup brings its own targets.
    };
    if !installed.contains("wasm32-unknown-unknown") {
        run(command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))?;
    }
    Ok(())
}

/// Node.js, and the npm packages of the project's package-lock.json.
pub fn ensure_npm_packages() -> Result<()> {
    ensure_npm_packages_in(Path::new(""))
}

/// Node.js, and the npm packages of the package-lock.json in a folder of the project.
pub fn ensure_npm_packages_in(folder: &Path) -> Result<()> {
    let folder = root().join(folder);
    if node_major().is_none_or(|major| major < NODE_MAJOR) && is_debian_root() {
        install(&["nodejs", "npm"])?;
    }
    match node_major() {
        Some(major) if major >= NODE_MAJOR => {}
        Some(major) => bail!("Node.js {major} is too old; install Node.js {NODE_MAJOR} or newer"),
        None => bail!("Node.js is missing; install Node.js {NODE_MAJOR} or newer, with npm"),
    }
    let (wanted, there) = (folder.join("package-lock.json"), folder.join("node_modules/.package-lock.json"));
    let modified = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    if modified(&there).is_none_or(|there| modified(&wanted).is_some_and(|wanted| wanted > there)) {
        // Playwright drives the system's Chromium; its own browsers are not fetched.
        run(command("npm")
            .current_dir(&folder)
            .args(["ci", "--no-audit", "--no-fund"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    }
    Ok(())
}

fn node_major() -> Option<u32> {
    output("node", &["--version"])?.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// A Chromium to run the page in: `CROSSREAD_CHROMIUM`, or one of the usual names; installed on Debian as root.
pub fn ensure_chromium() -> Result<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    ensure_browser("Chromium", &names, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
}

/// A Firefox to run the page in: `CROSSREAD_FIREFOX`, or one of the usual names; installed on Debian as root.
pub fn ensure_firefox() -> Result<PathBuf> {
    let names = ["firefox-esr", "firefox"];
    ensure_browser("Firefox", &names, "/Applications/Firefox.app/Contents/MacOS/firefox")
}

/// The first of the names is Debian's package, too.
fn ensure_browser(browser: &str, names: &[&str], application: &str) -> Result<PathBuf> {
    let variable = format!("CROSSREAD_{}", browser.to_uppercase());
    if let Some(named) = std::env::var_os(&variable) {
        return Ok(named.into());
    }
    if let Some(found) = find(names, application) {
        return Ok(found);
    }
    if is_debian_root() {
        install(&names[..1])?;
    }
    find(names, application)
        .with_context(|| format!("{browser} is missing; install it, or name its program in {variable}"))
}

/// The first program of these names that PATH leads to, else the one of this place.
fn find(names: &[&str], application: &str) -> Option<PathBuf> {
    let folders: Vec<_> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let mut candidates = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let application = PathBuf::from(application);
    candidates.find(|path| path.is_file()).or_else(|| Some(application).filter(|path| path.is_file()))
}

fn is_debian_root() -> bool {
    Path::new("/etc/debian_version").exists() && output("id", &["-u"]).as_deref() == Some("0")
}

fn install(packages: &[&str]) -> Result<()> {
    run(command("apt-get").args(["update", "-qq"]))?;
    let mut install = command("apt-get");
    install.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages);
    run(install.env("DEBIAN_FRONTEND", "noninteractive"))
}
