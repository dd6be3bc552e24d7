//! How Japanese headlines are made, and what is said of key figures.

use crate::measures::headline::HeadlineRules;
use crate::measures::key_figures::FigureReasons;

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
    title: "ページの見出し",
    sentence: "要約の中で得点が最も高い文",
    opened: "冒頭の出典や日時を省いた",
    cut: "節の切れ目までで切った",
};

/// The reasons for key figures.
pub const FIGURES: FigureReasons = FigureReasons {
    title: "見出しにもある",
    summary: "要約に入る文にある",
    lead: "記事の冒頭にある",
    name: "「{}」と同じ文にある",
    repeated: "{} 回出てくる",
    kind: "金額や割合、数量を示す",
};
