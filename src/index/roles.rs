//! Who is meant by words for an office, article by article: “the foreign minister” is Abbas Araghchi in one article and
//! Sergei Lavrov in the next, so a role is kept with the article in which it means somebody.

use super::blobs::BlobsWriter;
use super::bytes::{Cursor, Damage, push_number};
use super::dictionary::write_sorted;
use super::section::{Section, SectionWriter};
use crate::text::{Arrange as _, Numbering};

/// An entity that an article means by a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RoleUse {
    pub article: u32,
    pub entity: u32,
    /// Whether the entity is quoted in the article.
    pub speaks: bool,
}

/// Reads the uses of one role, ascending.
pub(crate) fn read_role_uses(blob: &[u8], articles: u32, entities: u32) -> Result<Vec<RoleUse>, Damage> {
    let mut cursor = Cursor::new(blob);
    let mut found = Vec::new();
    let mut last = 0u32;
    while !cursor.is_empty() {
        let article = last.checked_add(cursor.number()?).filter(|&article| article < articles);
        let code = cursor.number()?;
        match article {
            Some(article) if code >> 1 < entities => {
                found.push(RoleUse { article, entity: code >> 1, speaks: code & 1 == 1 });
                last = article;
            }
            _ => return Err(Damage("names an entry that does not exist")),
        }
    }
    Ok(found)
}

/// Roles on their way into the index.
#[derive(Default)]
pub(crate) struct RoleTable {
    phrases: Numbering,
    /// The uses of each phrase, articles ascending; entities by number of arrival.
    uses: Vec<Vec<RoleUse>>,
}

impl RoleTable {
    /// Notes a use of a role, spelled as names are; articles come in ascending order.
    pub fn add(&mut self, phrase: &str, of: RoleUse) {
        if phrase.is_empty() {
            return;
        }
        let number = self.phrases.number(phrase) as usize;
        if number == self.uses.len() {
            self.uses.push(Vec::new());
        }
        let uses = &mut self.uses[number];
        if !uses.iter().rev().take_while(|known| known.article == of.article).any(|known| *known == of) {
            uses.push(of);
        }
    }

    /// Writes phrases and uses; `places` gives each entity's place by its number of arrival.
    pub fn finish(mut self, places: &[u32], sections: &mut SectionWriter) {
        let sorted = self.phrases.sorted();
        let mut blobs = BlobsWriter::default();
        for (_, number) in &sorted {
            let uses = &mut self.uses[*number as usize];
            uses.iter_mut().for_each(|of| of.entity = places[of.entity as usize]);
            uses.arrange();
            blobs.push(&written(uses));
        }
        sections.push(Section::Roles, write_sorted(&sorted).0);
        sections.push(Section::RoleUses, blobs.finish());
    }
}

fn written(uses: &[RoleUse]) -> Vec<u8> {
    let mut blob = Vec::new();
    let mut last = 0;
    for of in uses {
        push_number(&mut blob, of.article - last);
        push_number(&mut blob, of.entity << 1 | u32::from(of.speaks));
        last = of.article;
    }
    blob
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn uses_come_back(uses in proptest::collection::btree_set((0u32..900, 0u32..300, any::<bool>()), 0..40)) {
            let uses: Vec<RoleUse> =
                uses.into_iter().map(|(article, entity, speaks)| RoleUse { article, entity, speaks }).collect();
            prop_assert_eq!(read_role_uses(&written(&uses), 900, 300), Ok(uses));
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            for of in read_role_uses(&bytes, 50, 20).unwrap_or_default() {
                prop_assert!(of.article < 50 && of.entity < 20);
            }
        }
    }
}
