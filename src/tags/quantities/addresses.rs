//! Numbers that tell a place and no amount: postal codes, and those of streets and houses.

use super::{Draft, Reader};
use crate::letters::is_one_of;
use crate::report::QuantityKind;

/// What stands between the numbers of one address.
const JOINTS: &str = "の-‐–—―−ー";

impl Reader<'_> {
    /// Takes out the numbers of addresses: 〒604-8123, 2丁目3番5号, 12番地の5.
    pub(super) fn without_addresses(&self, drafts: &mut Vec<Draft>) {
        let mut last = None;
        drafts.retain(|draft| {
            let before = self.line.skip_spaces_back(draft.start);
            let begins = self.units.rules.postal == Some(self.line.before(before))
                || self.units.rules.streets.contains(&draft.unit.as_str());
            let is_part = matches!(draft.kind, QuantityKind::Number | QuantityKind::Rank);
            let is_joined = |end| draft.start == end || draft.start == end + 1 && is_one_of(self.line.at(end), JOINTS);
            let is_address = begins || is_part && last.is_some_and(is_joined);
            last = is_address.then_some(draft.end);
            !is_address
        });
    }
}
