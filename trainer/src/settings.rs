//! What a training is told on the command line; a word it does not know is refused, since a training of an hour with a
//! misspelt setting looks like any other.

use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::path::PathBuf;
use std::str::FromStr;

const VALUES: [&str; 16] = [
    "--shared",
    "--work",
    "--out",
    "--keep",
    "--passes",
    "--silver",
    "--silver-weight",
    "--rate",
    "--l1",
    "--refit-l1",
    "--score",
    "--label",
    "--skip",
    "--self",
    "--self-weight",
    "--fold",
];
const SWITCHES: [&str; 2] = ["--speed", "--full"];

pub struct Settings {
    pub shared: PathBuf,
    pub work: PathBuf,
    /// The model that is made; with `--speed` and `--label` the one that is read.
    pub out: PathBuf,
    pub keep: usize,
    pub passes: usize,
    pub silver: usize,
    pub silver_weight: f32,
    pub rate: f32,
    pub l1: f32,
    pub refit_l1: f32,
    /// Of each gold set every fifth text, from this on, is held out and scored.
    pub fold: Option<usize>,
    pub speed: bool,
    pub label: usize,
    pub skip: usize,
    pub score: Option<PathBuf>,
    pub full: bool,
    pub selfmade: usize,
    pub self_weight: f32,
}

impl Settings {
    /// `["--out", "a.crossread-model", "--dev"]`; an unknown word, a missing or unreadable value, or no `--out` is an error.
    pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Self> {
        let given = Given::parse(words)?;
        let score = given.values.get("--score").map(PathBuf::from);
        let out = given.values.get("--out").map(PathBuf::from);
        if out.is_none() && score.is_none() {
            bail!("--out FILE is missing: the model to make, or with --speed and --label the one to read");
        }
        Ok(Self {
            shared: given.value("--shared", PathBuf::from("../shared/data"))?,
            work: given.value("--work", PathBuf::from("target/train"))?,
            out: out.unwrap_or_default(),
            keep: given.value("--keep", 100_000)?,
            passes: given.value("--passes", 4)?,
            silver: given.value("--silver", 3000)?,
            silver_weight: given.value("--silver-weight", 0.35)?,
            rate: given.value("--rate", 0.1)?,
            l1: given.value("--l1", 0.3)?,
            refit_l1: given.value("--refit-l1", 0.3)?,
            score,
            label: given.value("--label", 0)?,
            skip: given.value("--skip", 0)?,
            speed: given.has("--speed"),
            fold: given.optional("--fold")?,
            full: given.has("--full"),
            selfmade: given.value("--self", 0)?,
            self_weight: given.value("--self-weight", 0.3)?,
        })
    }
}

struct Given {
    values: HashMap<String, String>,
    switches: Vec<String>,
}

impl Given {
    fn parse(words: impl IntoIterator<Item = String>) -> Result<Self> {
        let mut given = Self { values: HashMap::new(), switches: Vec::new() };
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            if SWITCHES.contains(&word.as_str()) {
                given.switches.push(word);
            } else if VALUES.contains(&word.as_str()) {
                let value = words.next().filter(|value| !value.starts_with("--"));
                let value = value.with_context(|| format!("{word} needs a value"))?;
                given.values.insert(word, value);
            } else {
                let known = [VALUES.as_slice(), &SWITCHES].concat().join(" ");
                bail!("unknown argument {word}; known are {known}");
            }
        }
        Ok(given)
    }

    fn value<T: FromStr>(&self, name: &str, otherwise: T) -> Result<T> {
        Ok(self.optional(name)?.unwrap_or(otherwise))
    }

    fn optional<T: FromStr>(&self, name: &str) -> Result<Option<T>> {
        let Some(text) = self.values.get(name) else { return Ok(None) };
        text.parse().map(Some).ok().with_context(|| format!("{name} cannot be {text}"))
    }

    fn has(&self, name: &str) -> bool {
        self.switches.iter().any(|switch| switch == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Settings;

    fn refused(words: &str) -> String {
        let parsed = Settings::parse(words.split_whitespace().map(str::to_owned));
        parsed.err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn what_is_not_known_is_refused() {
        assert!(refused("--out a --pases 5").starts_with("unknown argument --pases"));
        assert!(refused("--out a extra").starts_with("unknown argument extra"));
        assert_eq!(refused("--out a --passes five"), "--passes cannot be five");
        assert_eq!(refused("--out a --passes --full"), "--passes needs a value");
        assert!(refused("--passes 5").starts_with("--out FILE is missing"));
    }

    #[test]
    fn what_is_known_is_taken() {
        let words = ["--out", "a", "--self-weight", "0.25", "--full"].map(str::to_owned);
        let settings = Settings::parse(words).expect("settings");
        assert!(settings.full && !settings.speed);
        assert_eq!((settings.self_weight, settings.passes), (0.25, 4));
        assert!(Settings::parse(["--score", "a"].map(str::to_owned)).is_ok());
    }
}
