//! How figures and times were read, in words a reader understands. The rules call their reasons by short names, and this
//! file alone knows the words.

use super::Tags;
use crate::options::{MessageLanguage, Wording};

/// Puts the reasons of figures and times into words. A name that the table lacks stays, which the tests rule out.
pub fn tell(tags: &mut Tags, language: MessageLanguage) {
    let quantities = tags.quantities.iter_mut().flat_map(|quantity| &mut quantity.because);
    let times = tags.times.iter_mut().flat_map(|time| &mut time.because);
    for reason in quantities.chain(times) {
        if let Some((_, wording)) = WORDINGS.iter().find(|(name, _)| name == reason) {
            *reason = language.of(*wording).to_owned();
        }
    }
}

static WORDINGS: &[(&str, Wording)] = &[
    // Figures.
    ("digits", ("it is written in digits", "数字で書かれている")),
    ("Chinese numerals", ("it is written in Chinese numerals", "漢数字で書かれている")),
    (
        "digits and Chinese units",
        ("it is written in digits with Chinese units such as 万", "数字と「万」「億」などで書かれている"),
    ),
    ("number words", ("it is written in words", "数が言葉で書かれている")),
    ("fraction", ("it is written as a fraction", "分数の形で書かれている")),
    ("ordinal", ("a word or ending of order goes with it", "順番を示す言葉が付いている")),
    ("currency sign", ("the sign or code of a currency stands before it", "通貨の記号か略号が前にある")),
    ("share", ("a word for a share stands before it", "割合を示す言葉が前にある")),
    ("age after a person", ("it follows a person, so it is an age", "人のすぐ後にあるので年齢とした")),
    ("scale", ("the name of a scale stands before it", "震度など、段階を表す言葉が前にある")),
    ("unit", ("a unit goes with it", "単位が付いている")),
    ("counted noun", ("what is counted stands beside it", "数えているものの名が並んでいる")),
    ("word", ("the word is a number by itself", "それだけで数を表す言葉")),
    ("half", ("“half” adds to it", "「半」の分を足した")),
    ("parts", ("smaller units add to it", "小さい単位の分を足した")),
    ("range", ("it reaches from one number to another", "二つの数の間の範囲")),
    ("two bounds", ("it has a lower and an upper bound", "下限と上限がある")),
    ("approximate", ("a word such as “about” goes with it", "「約」など、およその数だとする言葉がある")),
    ("lower bound", ("a word such as “at least” goes with it", "「以上」など、下限を示す言葉がある")),
    ("upper bound", ("a word such as “at most” goes with it", "「以下」など、上限を示す言葉がある")),
    (
        "round number and up",
        ("it means a round number and those up to the next", "「台」など、きりのよい数から次までを指す"),
    ),
    ("noted", ("a word such as “only” goes with it", "「わずか」など、数に添える言葉がある")),
    ("a year", ("it is an amount a year", "一年あたりの数")),
    ("a month", ("it is an amount a month", "一か月あたりの数")),
    ("a day", ("it is an amount a day", "一日あたりの数")),
    ("age", ("a word for an age goes with it", "年齢を示す言葉がある")),
    ("speed", ("a word for a speed goes with it", "時速など、速さを示す言葉がある")),
    ("temperature scale", ("a word for a scale of temperature goes with it", "摂氏・華氏など、温度の言葉がある")),
    ("exact", ("a word such as “exactly” goes with it", "「ちょうど」など、きっかりの数だとする言葉がある")),
    ("or equal", ("the bound itself is meant too", "その数自体も含む")),
    // Times.
    ("date in digits", ("it is a date in digits", "数字で書かれた日付")),
    ("year", ("it names a year", "年を述べている")),
    ("month", ("it names a month", "月を述べている")),
    ("day", ("it names a day", "日を述べている")),
    ("day of the week", ("it names a day of the week", "曜日を述べている")),
    ("week", ("it names a week or a weekend", "週や週末を述べている")),
    ("part of a year", ("it names a quarter or a half of a year", "四半期や上半期・下半期を述べている")),
    ("season", ("it names a season", "季節を述べている")),
    ("era", ("it names a decade, a century or an era", "年代や世紀を述べている")),
    ("counted from the anchor", ("it is counted from the day of the article", "記事の日付から数えた")),
    ("counted from the time before", ("it is counted from the time told before", "前に述べた日時から数えた")),
    ("clock", ("it tells the hour", "時刻を述べている")),
    ("part of the day", ("it names a part of the day", "朝・午後など、一日のうちの時間帯を述べている")),
    ("length", ("it tells a length of time", "時間の長さを述べている")),
    ("direction", ("a word such as “ago” or “later” goes with it", "「前」「後」など、向きを示す言葉がある")),
    ("recurring", ("it comes back again and again", "繰り返しを述べている")),
    (
        "part or side",
        ("a word such as “early”, “end” or “since” goes with it", "「初め」「末」「以降」などの言葉がある"),
    ),
    ("feast", ("it names a feast", "祝日や行事の名")),
    ("in order", ("it counts in order, as “the second Monday”", "「第二」など、順番で数えている")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Report;
    use crate::{Analyzer, Options};
    use std::path::Path;

    fn told(report: &Report) -> impl Iterator<Item = &String> {
        let quantities = report.quantities.iter().flat_map(|quantity| &quantity.because);
        quantities.chain(report.times.iter().flat_map(|time| &time.because))
    }

    #[test]
    fn reasons_are_told_in_the_readers_language() {
        let table = [
            (
                "約120席",
                MessageLanguage::Ja,
                "数字で書かれている; 単位が付いている; 「約」など、およその数だとする言葉がある",
            ),
            (
                "約120席",
                MessageLanguage::En,
                "it is written in digits; a unit goes with it; a word such as “about” goes with it",
            ),
            ("$5 million", MessageLanguage::Ja, "通貨の記号か略号が前にある"),
            ("三日後", MessageLanguage::Ja, "時間の長さを述べている; 「前」「後」など、向きを示す言葉がある"),
        ];
        for (text, message_language, expected) in table {
            let report = Analyzer::new().analyze(text, &Options { message_language, ..Options::default() }).unwrap();
            assert_eq!(told(&report).cloned().collect::<Vec<_>>().join("; "), expected, "{text}");
        }
    }

    #[test]
    fn no_rule_is_without_words() {
        let options = Options { message_language: MessageLanguage::Ja, ..Options::default() };
        for folder in ["tests/articles", "tests/figures"] {
            for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
                let text = std::fs::read_to_string(entry.unwrap().path()).unwrap_or_default();
                let report = Analyzer::new().analyze(&text, &options).unwrap();
                let bare: Vec<&String> = told(&report).filter(|reason| reason.is_ascii()).collect();
                assert!(bare.is_empty(), "{bare:?}");
            }
        }
    }
}
