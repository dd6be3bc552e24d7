//! How Japanese sentences are taken into a summary.

use crate::measures::summary::SummaryRules;

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
};
