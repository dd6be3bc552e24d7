//! All resolved times over all reports.

use super::input::Input;
use crate::report::{TimeType, TimelineEntry, TimelinePoint};
use std::collections::BTreeMap;

/// Every date and time of day that is anchored in a year, earliest first, with the sentences that speak of it. TIMEX3
/// values of one granularity sort as strings; a year stands before its months.
pub fn timeline(inputs: &[Input]) -> Vec<TimelinePoint> {
    let mut points: BTreeMap<&str, Vec<TimelineEntry>> = BTreeMap::new();
    for (report, input) in (0u32..).zip(inputs) {
        for (index, time) in (0u32..).zip(&input.report.times) {
            let is_point = matches!(time.kind, TimeType::Date | TimeType::Time);
            let Some(value) = time.value.as_deref().filter(|value| is_point && is_anchored(value)) else { continue };
            if input.is_own_place(time.span) {
                let sentence = input.sentence_text(time.span);
                points.entry(value).or_default().push(TimelineEntry { report, time: index, sentence });
            }
        }
    }
    points.into_iter().map(|(value, entries)| TimelinePoint { value: value.to_owned(), entries }).collect()
}

/// Whether a value begins with a year.
fn is_anchored(value: &str) -> bool {
    value.len() >= 4 && value.bytes().take(4).all(|byte| byte.is_ascii_digit())
}
