//! Under which spellings entities are known, and in which spellings a word stands: what finds “Abbas Araghchi” by
//! “araghchi” without reading every name.

use super::blobs::BlobsWriter;
use super::bytes::push_ascending;
use super::dictionary::write_sorted;
use super::section::{Section, SectionWriter};
use crate::text::{Arrange as _, Numbering};

/// Names on their way into the index.
#[derive(Default)]
pub(crate) struct NameTable {
    spellings: Numbering,
    /// The entities of each spelling, both by number of arrival.
    entities: Vec<Vec<u32>>,
}

impl NameTable {
    /// Notes that an entity, by number of arrival, is spelled so.
    pub fn add(&mut self, entity: u32, spelling: &str) {
        if spelling.is_empty() {
            return;
        }
        let entities = list(&mut self.entities, self.spellings.number(spelling));
        if !entities.contains(&entity) {
            entities.push(entity);
        }
    }

    /// Writes spellings and their words; `places` gives each entity's place by its number of arrival.
    pub fn finish(self, places: &[u32], sections: &mut SectionWriter) {
        let sorted = self.spellings.sorted();
        let mut words = Numbering::default();
        let mut uses: Vec<Vec<u32>> = Vec::new();
        for (place, (spelling, _)) in sorted.iter().enumerate() {
            for word in spelling.split(' ') {
                let uses = list(&mut uses, words.number(word));
                if uses.last() != Some(&(place as u32)) {
                    uses.push(place as u32);
                }
            }
        }
        let entities = |number: u32| {
            let arrived = &self.entities[number as usize];
            let mut placed: Vec<u32> = arrived.iter().map(|&entity| places[entity as usize]).collect();
            placed.arrange();
            placed
        };
        sections.push(Section::Spellings, write_sorted(&sorted).0);
        sections.push(Section::SpellingEntities, lists(sorted.iter().map(|(_, number)| entities(*number))));
        let words = words.sorted();
        let uses = |(_, number): &(_, u32)| std::mem::take(&mut uses[*number as usize]);
        sections.push(Section::NameWords, write_sorted(&words).0);
        sections.push(Section::NameWordUses, lists(words.iter().map(uses)));
    }
}

/// The list with a number, which is at most one past the last.
fn list(lists: &mut Vec<Vec<u32>>, number: u32) -> &mut Vec<u32> {
    if number as usize == lists.len() {
        lists.push(Vec::new());
    }
    &mut lists[number as usize]
}

fn lists(lists: impl Iterator<Item = Vec<u32>>) -> Vec<u8> {
    let mut blobs = BlobsWriter::default();
    let mut blob = Vec::new();
    for list in lists {
        blob.clear();
        push_ascending(&mut blob, &list);
        blobs.push(&blob);
    }
    blobs.finish()
}
