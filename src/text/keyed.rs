//! A map from texts to values, read in the order of the texts where that is asked for. The standard library's maps are
//! compiled anew for each type of value; here one table of numbers serves all, and the values lie in a list beside it.

use super::Numbering;

/// Values by text.
///
/// ```
/// use crossread::text::Keyed;
/// let mut reports: Keyed<u32> = Keyed::default();
/// for outlet in ["Valley Post", "Coast Ledger", "Valley Post"] {
///     *reports.entry(outlet, || 0) += 1;
/// }
/// let counted: Vec<_> = reports.iter().collect();
/// assert_eq!(counted, [("Coast Ledger", &1), ("Valley Post", &2)]);
/// ```
#[derive(Clone, Debug)]
pub struct Keyed<V> {
    keys: Numbering,
    values: Vec<V>,
}

impl<V> Default for Keyed<V> {
    fn default() -> Self {
        Self { keys: Numbering::default(), values: Vec::new() }
    }
}

impl<V> Keyed<V> {
    /// Room for so many keys, so that none is moved as they come.
    pub fn with_room(keys: usize) -> Self {
        Self { keys: Numbering::with_room(keys), values: Vec::with_capacity(keys) }
    }

    pub fn get(&self, key: &str) -> Option<&V> {
        self.keys.find(key).and_then(|number| self.values.get(number as usize))
    }

    pub fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        self.keys.find(key).and_then(|number| self.values.get_mut(number as usize))
    }

    /// The number of `key` in the order in which keys are first asked for; its value is made by `make` where there is
    /// none yet.
    pub fn number(&mut self, key: &str, make: impl FnOnce() -> V) -> u32 {
        let number = self.keys.number(key);
        if number as usize == self.values.len() {
            self.values.push(make());
        }
        number
    }

    /// The value of `key`, made by `make` where there is none yet.
    pub fn entry(&mut self, key: &str, make: impl FnOnce() -> V) -> &mut V {
        let number = self.number(key, make);
        &mut self.values[number as usize]
    }

    /// Keys in order, with the number in which each was first asked for. Cost: a sort.
    pub fn numbered(&self) -> impl Iterator<Item = (&str, u32)> {
        self.keys.order().into_iter().map(|number| (self.keys.get(number), number))
    }

    pub fn len(&self) -> usize {
        self.values.len()
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Keys and values in the order in which the keys were first asked for.
    pub fn unordered(&self) -> impl Iterator<Item = (&str, &V)> {
        (0u32..).zip(&self.values).map(|(number, value)| (self.keys.get(number), value))
    }

    /// Keys and values in the order of the keys. Cost: a sort.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.numbered().map(|(key, number)| (key, &self.values[number as usize]))
    }

    /// The values in the order in which the keys were first asked for.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.values.iter_mut()
    }

    /// The values in the order of their keys. Cost: a sort.
    pub fn into_values(self) -> Vec<V> {
        let mut values: Vec<Option<V>> = self.values.into_iter().map(Some).collect();
        self.keys.order().into_iter().filter_map(|number| values[number as usize].take()).collect()
    }
}

/// The value of a key that is known to be there.
///
/// # Panics
/// Where it is not.
impl<V> std::ops::Index<&str> for Keyed<V> {
    type Output = V;

    fn index(&self, key: &str) -> &V {
        &self.values[self.keys.find(key).map_or(usize::MAX, |number| number as usize)]
    }
}
