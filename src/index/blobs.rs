//! Numbered entries of any length, one after the other: texts, headers, postings.
//!
//! ```text
//! number of entries, 4 bytes | where every sixteenth entry begins, 8 bytes each | length, bytes | length, bytes | …
//! ```
//!
//! Getting an entry costs at most fifteen steps over lengths; the table costs half a byte an entry, which matters
//! for postings, most of which are four bytes long.

use super::bytes::{Cursor, Damage, push_number, u32_at, u64_at};

const GROUP: usize = 16;

/// Entries read in place.
#[derive(Clone, Copy)]
pub(crate) struct Blobs<'a> {
    count: usize,
    table: &'a [u8],
    data: &'a [u8],
}

impl<'a> Blobs<'a> {
    /// The entries of a section.
    pub fn read(section: &'a [u8]) -> Result<Self, Damage> {
        let count = u32_at(section, 0).ok_or(Damage("is too short"))? as usize;
        let table_length = count.div_ceil(GROUP) * 8;
        let (table, data) = section[4..].split_at_checked(table_length).ok_or(Damage("is too short"))?;
        Ok(Self { count, table, data })
    }

    pub fn len(&self) -> usize {
        self.count
    }

    /// Entry `index`.
    pub fn get(&self, index: usize) -> Result<&'a [u8], Damage> {
        let mut cursor = self.from(index)?;
        let length = cursor.number()?;
        cursor.take(length as usize)
    }

    /// A cursor on the length of entry `index`.
    pub fn from(&self, index: usize) -> Result<Cursor<'a>, Damage> {
        if index >= self.count {
            return Err(Damage("has no such entry"));
        }
        let start = u64_at(self.table, index / GROUP * 8).and_then(|start| usize::try_from(start).ok());
        let data = start.and_then(|start| self.data.get(start..)).ok_or(Damage("points past its end"))?;
        let mut cursor = Cursor::new(data);
        for _ in 0..index % GROUP {
            let length = cursor.number()?;
            cursor.take(length as usize)?;
        }
        Ok(cursor)
    }
}

/// Entries on their way into a section.
#[derive(Default)]
pub(crate) struct BlobsWriter {
    count: u32,
    starts: Vec<u64>,
    data: Vec<u8>,
}

impl BlobsWriter {
    pub fn push(&mut self, entry: &[u8]) {
        if (self.count as usize).is_multiple_of(GROUP) {
            self.starts.push(self.data.len() as u64);
        }
        push_number(&mut self.data, entry.len() as u32);
        self.data.extend_from_slice(entry);
        self.count += 1;
    }

    pub fn finish(self) -> Vec<u8> {
        let mut section = Vec::with_capacity(4 + self.starts.len() * 8 + self.data.len());
        section.extend_from_slice(&self.count.to_le_bytes());
        for start in self.starts {
            section.extend_from_slice(&start.to_le_bytes());
        }
        section.extend_from_slice(&self.data);
        section
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn entries_come_back(entries in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..200), 0..60)) {
            let mut writer = BlobsWriter::default();
            entries.iter().for_each(|entry| writer.push(entry));
            let section = writer.finish();
            let blobs = Blobs::read(&section).unwrap();
            prop_assert_eq!(blobs.len(), entries.len());
            for (index, entry) in entries.iter().enumerate() {
                prop_assert_eq!(blobs.get(index).unwrap(), &entry[..]);
            }
            prop_assert!(blobs.get(entries.len()).is_err());
        }

        #[test]
        fn any_bytes_are_read_without_panic(section in proptest::collection::vec(any::<u8>(), 0..80), index in 0usize..40) {
            if let Ok(blobs) = Blobs::read(&section) {
                let _ = blobs.get(index);
            }
        }
    }
}
