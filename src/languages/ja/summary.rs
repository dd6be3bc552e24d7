//! How Japanese sentences are taken into a summary.

use crate::measures::summary::{Reasons, SummaryRules};

/// The rules for Japanese.
pub const SUMMARY: SummaryRules = SummaryRules {
    leaning: &[
        "一方",
        "しかし",
        "だが",
        "ただ",
        "また",
        "さらに",
        "そして",
        "これ",
        "それ",
        "彼",
        "こう",
        "そう",
        "なお",
        "つまり",
        "例えば",
        "たとえば",
        "ところが",
        "けれど",
        "だから",
        "したがって",
        "ここ",
        "そこ",
        "むしろ",
        "加えて",
        "もっとも",
        "では",
        "次に",
        "以上",
        "以下",
        "まず",
        "そのほか",
        "ほか",
    ],
    pointing: &["この", "その", "同氏", "同紙", "同社"],
    length: (25, 300),
    reasons: Reasons {
        keywords: "キーワードを含む: {}",
        central: "記事全体と共通する語が多い",
        lead: "記事の冒頭にある",
        other: "残りの文の中で得点が最も高い",
    },
};
