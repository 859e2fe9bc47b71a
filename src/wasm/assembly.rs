//! Own articles in the making: files in, corpus bytes out. A file of its own, because the page loads it only when
//! somebody brings articles.

use super::object;
use crate::ingest::CorpusInfo;
use crate::publish;
use crate::wire;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A corpus that is being put together.
#[wasm_bindgen]
pub struct Assembly {
    assembly: publish::Assembly,
}

#[wasm_bindgen]
impl Assembly {
    #[wasm_bindgen(constructor)]
    pub fn new(title: &str) -> Self {
        console_error_panic_hook::set_once();
        let info = CorpusInfo { title: title.to_owned(), ..CorpusInfo::default() };
        Self { assembly: publish::Assembly::new(info) }
    }

    /// Takes the bytes of `names.crossread-model`; without them, or where they are damaged, the rules alone read names.
    pub fn use_model(&mut self, bytes: &[u8]) -> Result<(), JsError> {
        Ok(self.assembly.use_model(bytes)?)
    }

    /// Takes in one file, or the records that one of another format came to.
    pub fn add(&mut self, name: &str, bytes: &[u8], is_records: bool) -> Result<JsValue, JsError> {
        let add = if is_records { publish::Assembly::add_records } else { publish::Assembly::add };
        object(&wire::added(add(&mut self.assembly, name, bytes)))
    }

    /// Reads up to `count` more articles; gives how far it is.
    pub fn read(&mut self, count: usize) -> Result<JsValue, JsError> {
        let (done, total) = self.assembly.read(count);
        object(&Progress { done, total })
    }

    /// Leaves unread what is not read yet: it can be searched and shown, but nothing in it is marked.
    pub fn skip(&mut self) {
        self.assembly.skip();
    }

    /// The corpus, as bytes for the engine to open.
    pub fn finish(self) -> Vec<u8> {
        self.assembly.finish()
    }
}

#[derive(Serialize)]
struct Progress {
    done: usize,
    total: usize,
}
