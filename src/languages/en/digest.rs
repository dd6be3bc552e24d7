//! How English headlines are made, and what is said of key figures.

use crate::measures::headline::HeadlineRules;
use crate::measures::key_figures::FigureReasons;

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
    title: "the page's own headline",
    sentence: "the sentence of the summary that scores highest",
    opened: "without the source or time that it opens with",
    cut: "cut where a clause ends",
};

/// The reasons for key figures.
pub const FIGURES: FigureReasons = FigureReasons {
    title: "stands in the title too",
    summary: "stands in a sentence of the summary",
    lead: "stands at the beginning",
    name: "stands in one sentence with “{}”",
    repeated: "is given {} times",
    kind: "tells an amount, a share or a count",
};
