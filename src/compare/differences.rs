use super::comparison::{Difference, Relation};
use super::evidence::Unit;
pub(super) fn differences(a: &Unit, b: &Unit, articles: [usize; 2], relation: Relation) -> Vec<Difference> {
    let _ = (a, b, articles, relation);
    Vec::new()
}
