//! How English sentences are taken into a summary.

use crate::measures::summary::SummaryRules;

/// The rules for English.
pub const SUMMARY: SummaryRules = SummaryRules {
    leaning: &[
        "He ",
        "She ",
        "It ",
        "They ",
        "This ",
        "That ",
        "These ",
        "Those ",
        "But ",
        "And ",
        "However",
        "Meanwhile",
        "Still",
        "Also",
        "So ",
        "Then ",
        "Yet ",
        "In addition",
        "Moreover",
        "Furthermore",
        "For example",
        "Therefore",
        "Instead",
        "On the other hand",
        "In contrast",
        "Or ",
        "There ",
    ],
    pointing: &["His ", "Her ", "Their ", "Its "],
    length: (40, 320),
};
