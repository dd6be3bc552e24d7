//! How English headlines are made.

use crate::measures::headline::HeadlineRules;

/// The rules of headlines.
pub const HEADLINE: HeadlineRules = HeadlineRules {
    longest: 90,
    shortest: 25,
    marks: &[", ", "; "],
    loose_ends: &[],
    loose_starts: &[
        "According to ",
        "Meanwhile",
        "However",
        "On Monday",
        "On Tuesday",
        "On Wednesday",
        "On Thursday",
        "On Friday",
        "On Saturday",
        "On Sunday",
        "Last ",
        "In addition",
        "Earlier ",
        "At the same time",
    ],
    subjects: &[],
    stops: &['.'],
};
