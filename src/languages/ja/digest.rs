//! How Japanese headlines are made.

use crate::measures::headline::HeadlineRules;

/// The rules of headlines.
pub const HEADLINE: HeadlineRules = HeadlineRules {
    longest: 40,
    shortest: 12,
    marks: &["、", "，"],
    loose_ends: &[
        "によると",
        "によれば",
        "では",
        "を受けて",
        "に伴い",
        "に合わせて",
        "として",
        "ことから",
        "ため",
        "中で",
    ],
    loose_starts: &["一方", "なお", "また", "しかし", "ただし", "さらに"],
    subjects: &["は", "が", "も"],
    stops: &['。', '．'],
};
