//! A map from texts to values, read in the order of the texts. The standard library's trees are compiled anew for each
//! type of value; here one tree of numbers serves all, and the values lie in a list beside it.

use std::collections::BTreeMap;

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
    places: BTreeMap<String, u32>,
    values: Vec<V>,
}

impl<V> Default for Keyed<V> {
    fn default() -> Self {
        Self { places: BTreeMap::new(), values: Vec::new() }
    }
}

impl<V> Keyed<V> {
    pub fn get(&self, key: &str) -> Option<&V> {
        self.places.get(key).and_then(|&place| self.values.get(place as usize))
    }

    /// The number of `key` in the order in which keys are first asked for; its value is made by `make` where there is
    /// none yet.
    pub fn number(&mut self, key: &str, make: impl FnOnce() -> V) -> u32 {
        let place = number(&mut self.places, key, self.values.len());
        if place as usize == self.values.len() {
            self.values.push(make());
        }
        place
    }

    /// The value of `key`, made by `make` where there is none yet.
    pub fn entry(&mut self, key: &str, make: impl FnOnce() -> V) -> &mut V {
        let place = self.number(key, make);
        &mut self.values[place as usize]
    }

    /// Keys in order, with the number in which each was first asked for.
    pub fn numbered(&self) -> impl Iterator<Item = (&str, u32)> {
        self.places.iter().map(|(key, &place)| (key.as_str(), place))
    }

    pub fn len(&self) -> usize {
        self.values.len()
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Keys and values in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.places.iter().map(|(key, &place)| (key.as_str(), &self.values[place as usize]))
    }

    /// The values in the order of their keys.
    pub fn into_values(self) -> Vec<V> {
        let mut values: Vec<Option<V>> = self.values.into_iter().map(Some).collect();
        self.places.into_values().filter_map(|place| values[place as usize].take()).collect()
    }
}

/// The number of `key`; `next` where it is new.
fn number(places: &mut BTreeMap<String, u32>, key: &str, next: usize) -> u32 {
    if let Some(&place) = places.get(key) {
        return place;
    }
    places.insert(key.to_owned(), next as u32);
    next as u32
}
