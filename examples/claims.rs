//! What comparisons claim of events that several outlets tell, for a person to read: `cargo run --release --example claims --
//! FILE.ndjson EVENTS.jsonl` compares the articles of each event (a line `{"articles": [{"id": …}, …]}`) as if they were
//! read in a corpus of all, and prints one JSON object a claim: silences (`left out`, `alone`), differences, words given to
//! another, and dates that cannot both be so. Each names its articles and quotes the sentences that it rests on.

mod texts;

use crossread::compare::{Comparison, Place};
use crossread::ingest::Article;
use crossread::text::sentences;
use serde_json::{Value, json};
use texts::Texts;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, events] = &arguments[..] else {
        eprintln!("usage: claims FILE.ndjson EVENTS.jsonl");
        std::process::exit(2);
    };
    let corpus = Texts::read(file);
    for line in std::fs::read_to_string(events).expect("the events can be read").lines() {
        let event: Value = serde_json::from_str(line).expect("an event is a JSON object");
        let told = event["articles"].as_array().expect("an event has articles");
        let ids: Vec<&str> =
            told.iter().map(|article| article["id"].as_str().expect("an article has an id")).collect();
        let (articles, comparison) = corpus.compared(&ids);
        Claims { event: &event["event"], articles: &articles }.print(&comparison);
    }
}

struct Claims<'a> {
    event: &'a Value,
    articles: &'a [&'a Article],
}

impl Claims<'_> {
    fn print(&self, comparison: &Comparison) {
        for it in &comparison.left_out {
            self.claim("left out", &it.places, json!({ "by": self.articles[it.article].id }));
        }
        for place in &comparison.alone {
            self.claim("alone", std::slice::from_ref(place), json!({}));
        }
        for passage in &comparison.passages {
            for difference in &passage.differs {
                let about = json!({
                    "difference": format!("{:?}", difference.kind),
                    "values": difference.values,
                    "relation": format!("{:?}", passage.relation),
                });
                self.claim("differs", &passage.places, about);
            }
        }
        for it in comparison.utterances.iter().filter(|it| it.given_to_another) {
            let about = json!({
                "relation": format!("{:?}", it.relation),
                "speakers": it.speakers,
                "said": it.places.iter().map(|place| self.of(place)).collect::<Vec<_>>(),
            });
            self.claim("given to another", &it.places, about);
        }
        for finding in &comparison.dates {
            self.claim("dates", &finding.places, json!({ "explain": finding.explain }));
        }
    }

    fn claim(&self, kind: &str, places: &[Place], mut about: Value) {
        about["claim"] = json!(kind);
        about["event"] = self.event.clone();
        about["articles"] = places.iter().map(|place| self.articles[place.article].id.as_str()).collect();
        about["sentences"] = places.iter().map(|place| self.sentence(place)).collect();
        println!("{about}");
    }

    fn of(&self, place: &Place) -> &str {
        place.span.of(&self.articles[place.article].text)
    }

    /// The sentence that holds a place, or the place itself where it is longer.
    fn sentence(&self, place: &Place) -> &str {
        let article = self.articles[place.article];
        let sentences = sentences(&article.text, &article.blocks);
        let sentence = sentences.iter().find(|sentence| sentence.contains(place.span));
        sentence.unwrap_or(&place.span).of(&article.text)
    }
}
