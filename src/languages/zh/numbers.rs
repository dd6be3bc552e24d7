//! How Chinese writes numbers, in both scripts.

use crate::tags::numbers::{NumberRules, Numbers, Numeral};
use std::sync::LazyLock;

/// The rules, indexed.
pub static NUMBERS: LazyLock<Numbers> = LazyLock::new(|| Numbers::new(&RULES));

static RULES: NumberRules = NumberRules {
    numerals: &[
        ("〇零", Numeral::Digit(0)),
        ("一壹", Numeral::Digit(1)),
        ("二两兩贰貳", Numeral::Digit(2)),
        ("三叁參叄", Numeral::Digit(3)),
        ("四肆", Numeral::Digit(4)),
        ("五伍", Numeral::Digit(5)),
        ("六陆陸", Numeral::Digit(6)),
        ("七柒", Numeral::Digit(7)),
        ("八捌", Numeral::Digit(8)),
        ("九玖", Numeral::Digit(9)),
        ("十拾", Numeral::Unit(1)),
        ("百佰", Numeral::Unit(2)),
        ("千仟", Numeral::Unit(3)),
        ("万萬", Numeral::Myriad(4)),
        ("亿億", Numeral::Myriad(8)),
        ("兆", Numeral::Myriad(12)),
        ("数數", Numeral::Some),
        ("几幾", Numeral::What),
    ],
    fraction: &["分之"],
    mixed: &["又"],
    points: &['点', '點'],
    minus: &["负", "負"],
    last_digit_scales: true,
    spaces: true,
    other_words: &["千米", "千瓦", "千克", "千卡", "兆字", "兆瓦", "兆赫"],
    surplus: &['余', '餘', '多', '几', '幾', '来', '來'],
    unit_digits: "两兩",
    wholes_after: &[],
    after_parts: &[],
    words: &[],
    scales: crate::languages::ja::numbers::SCALES,
    letters_before: crate::languages::ja::numbers::LETTERS_BEFORE,
    guards: GUARDS,
};

/// Words that hold a numeral and count nothing; `false` marks phrases that do.
static GUARDS: &[(&str, bool)] = &[
    (
        "百分之|千分之|万分之|萬分之|佰分之|仟分之|千万分之|万万分之|百万万分之|百万分之|十万分之|百 分 之|百 分之|百分 之|佰 分 之",
        true,
    ),
    (
        "一些|一样|一樣|一起|一直|一般|一定|一切|一方面|一旦|一致|统一|統一|唯一|万一|萬一|一下|一边|一邊|一看|一向|一再|一律|一同",
        true,
    ),
    (
        "四川|五角大楼|五角大樓|三星|三菱|九龙|九龍|六本木|四季|四处|四處|八卦|七夕|百货|百貨|百姓|百度|千万别|万能|萬能|十足|十分重要",
        true,
    ),
    (
        "放肆|肆无忌惮|肆無忌憚|朝花夕拾|收拾|拾到|伍仁|退伍|队伍|隊伍|阳光九九|陽光九九|大陆|大陸|陆续|陸續|着陆|登陆|登陸|两两|兩兩|一一",
        true,
    ),
    (
        "数字|數字|数学|數學|数据|數據|数量|數量|多数|多數|少数|少數|人数|人數|参数|參數|指数|指數|几乎|幾乎|几何|幾何|点评|兆头",
        true,
    ),
];
