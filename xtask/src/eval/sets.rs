//! The gold sets, what is measured on each, and what others reach there with the same script.

/// A file of gold labels and how it is scored.
pub struct Set {
    /// Below the folder of the data.
    pub gold: &'static str,
    /// What the script is asked for.
    pub task: &'static str,
    pub measures: &'static [Measure],
}

/// One figure.
pub struct Measure {
    pub name: &'static str,
    /// Where it stands in what the script prints, as a JSON pointer.
    pub pointer: &'static str,
    pub others: &'static str,
    pub wanted: f64,
}

const fn measure(name: &'static str, pointer: &'static str, others: &'static str, wanted: f64) -> Measure {
    Measure { name, pointer, others, wanted }
}

pub const SETS: &[Set] = &[
    Set {
        gold: "names/uner-en-ewt.jsonl",
        task: "names",
        measures: &[measure(
            "names, English web text (Universal NER, EWT), F1",
            "/all/f1",
            "compromise 0.532, spaCy sm 0.600, spaCy md 0.653",
            0.70,
        )],
    },
    Set {
        gold: "names/worldwide-asia-africa.jsonl",
        task: "names",
        measures: &[measure(
            "names, news from Asia and Africa, F1",
            "/all/f1",
            "compromise 0.383, spaCy sm 0.571, spaCy md 0.604",
            0.71,
        )],
    },
    Set {
        gold: "quotes/polnear-train.jsonl",
        task: "quotes",
        measures: &[
            measure(
                "quotations, US political news (PolNeAR), F1 of the extent",
                "/content/f1",
                "textacy over spaCy md 0.332",
                0.72,
            ),
            measure("the same, speaker right", "/speaker/share", "textacy over spaCy md 0.883", 0.88),
        ],
    },
    Set {
        gold: "dates/recognizers-en.jsonl",
        task: "dates",
        measures: &[
            measure(
                "dates, English sentences (Recognizers-Text), F1 of the span",
                "/span/f1",
                "chrono-node 0.751",
                0.90,
            ),
            measure("the same, value equal", "/value/share", "chrono-node 0.386", 0.75),
        ],
    },
];

/// The set of events with and without dates; the others are the script's baseline, which takes the best of eight thresholds.
pub const EVENTS: &[(&[&str], &[Measure])] = &[
    (
        &[],
        &[
            measure(
                "nearest articles, 150 events told by three outlets, both others among five",
                "/nearest/all_partners_in_5",
                "TF-IDF cosine 0.918",
                0.96,
            ),
            measure("events, the same set, B-cubed F1", "/groups/f1", "TF-IDF cosine 0.870", 0.97),
        ],
    ),
    (
        &["--undated"],
        &[
            measure(
                "nearest articles, dates withheld",
                "/nearest/all_partners_in_5",
                "TF-IDF cosine 0.918",
                0.94,
            ),
            measure("events, dates withheld", "/groups/f1", "TF-IDF cosine 0.870", 0.94),
        ],
    ),
];

/// Sentences of the events that one reader labelled; the cosine of words aligns as many of those drawn at random, and is silent
/// about as many.
pub const PASSAGES: &[Measure] = &[
    measure(
        "passages of the 150 events, labelled: of the same wording, share that tells the same",
        "/precision/same wording/same/0",
        "–",
        0.95,
    ),
    measure("the same, of the reworded", "/precision/reworded/same/0", "–", 0.95),
    measure("the same, of the related", "/precision/related/same/0", "–", 0.90),
    measure("the same, as often as each is shown", "/precision/all", "–", 0.90),
    measure(
        "of 42 sentences drawn at random that the other article tells too, share aligned with it",
        "/recall/all/found/0",
        "TF-IDF cosine 0.310",
        0.80,
    ),
    measure(
        "of those said to stand in one article only, share that does",
        "/silence/right/0",
        "TF-IDF cosine 0.941",
        0.95,
    ),
];

/// Timed, not scored: no pointer.
/// Each is read by a person; three of them may be wrong.
pub const DATE_REPORTS: Measure = measure(
    "dates that cannot both be so, reports on the 150 events, all to be read (at most)",
    "",
    "–",
    3.0,
);

pub const SPEED: Measure =
    measure("speed natively on one thread, everything, MB/s", "", "in wasm: wink 1–3, compromise 0.1", 8.0);
