//! Words of which one says the contrary of the other: of two passages that are alike otherwise, "approved" in the one and "rejected"
//! in the other is the difference. English only.

use crate::text::stem;

/// Snowball stems and irregular forms; what stands left of a stroke is the contrary of what stands right of it.
const OPPOSITES: &str = "\
accept adopt approv confirm favor favour ratifi support/block condemn deni oppos reject veto, admit/deni, \
allow let permit/ban bar forbid prohibit, abov/below, acquit/convict sentenc, after/befor, aliv surviv/dead die kill, \
arrest detain imprison jail/free releas, arriv came enter join/depart left quit, began begin open start/close end finish, \
better improv strengthen/wors worsen weaken, bought buy/sell sold, \
climb expand extend gain grew grow higher increas jump more rais rise rose soar up/\
cut declin decreas down drop fell fewer lower lost reduc shorten shrank shrink slid slip, \
defeat loss lost/profit victori win won, east eastern/west western, export/import, fail/succeed, guilti/innoc, impos/lift, \
north northern/south southern, overturn/upheld, prais welcom/condemn critic criticis, resum/suspend, with/without";

/// Whether two folded words are opposites.
pub(super) fn are_opposites(x: &str, y: &str) -> bool {
    let (x, y) = (stem(x, "en"), stem(y, "en"));
    let has = |side: &str, stem: &str| side.split(' ').any(|it| it == stem);
    OPPOSITES
        .split(", ")
        .filter_map(|sides| sides.split_once('/'))
        .any(|(left, right)| (has(left, &x) && has(right, &y)) || (has(left, &y) && has(right, &x)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_in_any_form_and_order() {
        assert!(are_opposites("approved", "rejects"));
        assert!(are_opposites("without", "with"));
        assert!(are_opposites("fell", "rising"));
        assert!(!are_opposites("approved", "adopted"));
        assert!(!are_opposites("ferry", "harbour"));
    }
}
