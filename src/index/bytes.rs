//! Numbers inside a section: how they are written, and how they are read without trusting a byte of them.
//!
//! Small numbers are variable-length (LEB128: seven bits a byte, low bits first); tables have four or eight bytes
//! a number, low byte first. Reading never allocates and never goes past the end.

/// Bytes that are not what the builder writes. Becomes a `DecodeError` where the section is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Damage(pub &'static str);

const ENDS_EARLY: Damage = Damage("ends inside an entry");

/// Appends a variable-length number.
pub(crate) fn push_number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends ascending numbers, each as its distance from the one before.
pub(crate) fn push_ascending(out: &mut Vec<u8>, numbers: &[u32]) {
    let mut next = 0;
    for &number in numbers {
        push_number(out, number - next);
        next = number + 1;
    }
}

/// Reads from the front of a stretch of bytes.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    pub bytes: &'a [u8],
}

impl<'a> Cursor<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The next variable-length number.
    #[inline]
    pub fn number(&mut self) -> Result<u32, Damage> {
        match *self.bytes {
            [first, ref rest @ ..] if first < 0x80 => {
                self.bytes = rest;
                Ok(first.into())
            }
            _ => self.long_number(),
        }
    }

    fn long_number(&mut self) -> Result<u32, Damage> {
        let mut number = 0;
        for (index, &byte) in self.bytes.iter().enumerate().take(5) {
            number |= u32::from(byte & 0x7F) << (7 * index);
            if byte < 0x80 {
                self.bytes = &self.bytes[index + 1..];
                return Ok(number);
            }
        }
        Err(ENDS_EARLY)
    }

    /// The next `length` bytes.
    pub fn take(&mut self, length: usize) -> Result<&'a [u8], Damage> {
        let (taken, rest) = self.bytes.split_at_checked(length).ok_or(ENDS_EARLY)?;
        self.bytes = rest;
        Ok(taken)
    }

    /// The numbers that [`push_ascending`] wrote, up to the end, each below `limit`.
    pub fn ascending(mut self, limit: u32) -> Result<Vec<u32>, Damage> {
        // A number takes a byte at least.
        let mut numbers = Vec::with_capacity(self.bytes.len());
        let mut next = 0u32;
        while !self.is_empty() {
            let number = next.checked_add(self.number()?).filter(|&number| number < limit);
            let number = number.ok_or(Damage("names an entry that does not exist"))?;
            numbers.push(number);
            next = number + 1;
        }
        Ok(numbers)
    }
}

/// The four bytes at `at` as a number.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let taken = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(taken.try_into().ok()?))
}

/// The eight bytes at `at` as a number.
pub(crate) fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    let taken = bytes.get(at..at.checked_add(8)?)?;
    Some(u64::from_le_bytes(taken.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back(numbers in proptest::collection::vec(any::<u32>(), 0..50)) {
            let mut bytes = Vec::new();
            numbers.iter().for_each(|&number| push_number(&mut bytes, number));
            let mut cursor = Cursor::new(&bytes);
            for number in numbers {
                prop_assert_eq!(cursor.number(), Ok(number));
            }
            prop_assert!(cursor.is_empty());
        }

        #[test]
        fn ascending_numbers_come_back(numbers in proptest::collection::btree_set(0u32..5000, 0..50)) {
            let numbers: Vec<u32> = numbers.into_iter().collect();
            let mut bytes = Vec::new();
            push_ascending(&mut bytes, &numbers);
            prop_assert_eq!(Cursor::new(&bytes).ascending(5000), Ok(numbers));
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let mut cursor = Cursor::new(&bytes);
            while cursor.number().is_ok() {}
            let _ = Cursor::new(&bytes).ascending(100);
        }
    }
}
