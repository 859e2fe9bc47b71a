//! What a search is asked, out of a JavaScript object, and the short answer into one. Read and written property by
//! property: a general deserializer weighs 8 KB, and looking properties up by their names costs more than a search.

use crate::query::{Detail, Facet, Request, Sort};
use wasm_bindgen::prelude::*;

/// How many hits a search gives where the request does not say.
const LISTED: usize = 50;

#[wasm_bindgen]
extern "C" {
    /// `Request` of `crossread.d.ts`.
    pub type Asked;

    #[wasm_bindgen(method, getter)]
    fn query(this: &Asked) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn selected(this: &Asked) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn excluded(this: &Asked) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn from(this: &Asked) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn to(this: &Asked) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn sort(this: &Asked) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn offset(this: &Asked) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn limit(this: &Asked) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn detail(this: &Asked) -> JsValue;

    /// The article of a concordance, and the order of its lines.
    #[wasm_bindgen(method, getter)]
    pub fn article(this: &Asked) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub fn order(this: &Asked) -> JsValue;

    /// Chosen values by facet.
    type Chosen;

    #[wasm_bindgen(method, getter)]
    fn source(this: &Chosen) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn person(this: &Chosen) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn organization(this: &Chosen) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn place(this: &Chosen) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn agreement(this: &Chosen) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn event(this: &Chosen) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn year(this: &Chosen) -> JsValue;

    /// `{id, score}`.
    type Found;

    #[wasm_bindgen(method, setter)]
    fn set_id(this: &Found, id: &str);
    #[wasm_bindgen(method, setter)]
    fn set_score(this: &Found, score: f64);

    /// `{total, hits}`.
    type ShortAnswer;

    #[wasm_bindgen(method, setter)]
    fn set_total(this: &ShortAnswer, total: u32);
    #[wasm_bindgen(method, setter)]
    fn set_hits(this: &ShortAnswer, hits: &js_sys::Array);
}

/// The request in an object; what is missing or of another type is neutral.
pub fn request(asked: &Asked) -> Request {
    let date = |value: JsValue| text(&value).parse().ok();
    Request {
        query: text(&asked.query()),
        selected: chosen(asked.selected()),
        excluded: chosen(asked.excluded()),
        from: date(asked.from()),
        to: date(asked.to()),
        sort: match text(&asked.sort()).as_str() {
            "date" => Sort::Date,
            "source" => Sort::Source,
            _ => Sort::Relevance,
        },
        offset: number(&asked.offset()).unwrap_or(0),
        limit: number(&asked.limit()).unwrap_or(LISTED),
        detail: match text(&asked.detail()).as_str() {
            "ids" => Detail::Ids,
            "list" => Detail::List,
            _ => Detail::Full,
        },
    }
}

fn chosen(values: JsValue) -> Vec<(Facet, Vec<String>)> {
    if !values.is_object() {
        return Vec::new();
    }
    let values: Chosen = values.unchecked_into();
    let of = |facet: Facet| match facet {
        Facet::Source => values.source(),
        Facet::Person => values.person(),
        Facet::Organization => values.organization(),
        Facet::Place => values.place(),
        Facet::Agreement => values.agreement(),
        Facet::Event => values.event(),
        Facet::Year => values.year(),
    };
    Facet::ALL
        .into_iter()
        .map(|facet| (facet, texts(&of(facet))))
        .filter(|(_, values)| !values.is_empty())
        .collect()
}

fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_default()
}

fn number(value: &JsValue) -> Option<usize> {
    value.as_f64().map(|number| number as usize)
}

fn texts(values: &JsValue) -> Vec<String> {
    let values = values.dyn_ref::<js_sys::Array>();
    values.map(|values| values.iter().filter_map(|value| value.as_string()).collect()).unwrap_or_default()
}

/// The answer to those who ask for ids alone.
pub fn short_answer(total: usize, hits: impl Iterator<Item = (String, f64)>) -> JsValue {
    let listed = js_sys::Array::new();
    for (id, score) in hits {
        let found: Found = js_sys::Object::new().unchecked_into();
        found.set_id(&id);
        found.set_score(score);
        listed.push(&found);
    }
    let answer: ShortAnswer = js_sys::Object::new().unchecked_into();
    answer.set_total(total as u32);
    answer.set_hits(&listed);
    answer.into()
}
