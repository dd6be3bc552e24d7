//! Numbers that tell a place and no amount: postal codes, and those of streets, houses and wards.

use super::{Draft, Reader};
use crate::letters::is_one_of;
use crate::tags::line::{is_han, is_katakana};

impl Reader<'_> {
    /// Whether a quantity is a number of an address: 〒604-8123, 2丁目3番5号. `last` is where the address ends that was told
    /// last.
    pub(super) fn is_address(&self, draft: &Draft, last: &mut Option<usize>) -> bool {
        let is_address = *last == Some(draft.start)
            || self.units.rules.postal == Some(self.line.before(self.line.skip_spaces_back(draft.start)))
            || self.units.rules.streets.contains(&draft.unit.as_str())
            || self.is_ward(draft);
        *last = is_address.then_some(draft.end);
        is_address
    }

    /// Whether a number straight after a name is that of a ward or an article: パリ11区, 北1条.
    fn is_ward(&self, draft: &Draft) -> bool {
        let (units, counting) = self.units.rules.wards;
        let before = self.line.before(draft.start);
        let is_name = (is_han(before) || is_katakana(before)) && !is_one_of(before, counting);
        is_name && !draft.approximate && units.contains(&draft.unit.as_str())
    }
}
