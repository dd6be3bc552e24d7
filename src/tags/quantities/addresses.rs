//! Numbers that tell a place and no amount: postal codes, and those of streets and houses.

use super::{Draft, Reader};

impl Reader<'_> {
    /// Whether a quantity is a number of an address: 〒604-8123, 2丁目3番5号. `last` is where the address ends that was told
    /// last.
    pub(super) fn is_address(&self, draft: &Draft, last: &mut Option<usize>) -> bool {
        let is_address = *last == Some(draft.start)
            || self.units.rules.postal == Some(self.line.before(draft.start))
            || self.units.rules.streets.contains(&draft.unit.as_str());
        *last = is_address.then_some(draft.end);
        is_address
    }
}
