//! Chinese words of time.

use crate::tags::times::{Grain, Item, Numbered, Side, TimeRules, Times};
use std::sync::LazyLock;

/// The tables, indexed.
pub static TIMES: LazyLock<Times> = LazyLock::new(|| Times::new(&RULES));

static RULES: TimeRules = TimeRules {
    words: WORDS,
    units: UNITS,
    eras: &[("公元|西元", 0), ("民国|民國", 1911)],
    first_year: &["元"],
    ordinal: &["第"],
    half: &["半"],
    between: &["", " ", "的", "，"],
    between_lengths: &["", "零", " "],
    ranges: &["到", "至", "~", "-", "–"],
    weekday_letters: "一二三四五六日",
    year_follows: &["春", "夏", "秋", "冬", "底", "末", "初"],
    length_follows: &["前", "后", "後", "以来", "以內", "以内"],
    ordinal_endings: &[],
    year_cues: &[],
    length_before: &[],
    guards: &[(
        "百分|十分|百 分|日本|日前|日元|日圆|日圓|日益|月亮|年轻|年輕|年龄|年齡|前年度|后来|後來|前后|前後",
        (),
    )],
    month_first: false,
};

static WORDS: &[(&str, Item)] = &[
    ("昨天|昨日", Item::Relative(Grain::Day, -1)),
    ("今天|今日", Item::Relative(Grain::Day, 0)),
    ("明天|明日", Item::Relative(Grain::Day, 1)),
    ("前天", Item::Relative(Grain::Day, -2)),
    ("后天|後天", Item::Relative(Grain::Day, 2)),
    ("去年", Item::Relative(Grain::Year, -1)),
    ("今年|本年", Item::Relative(Grain::Year, 0)),
    ("明年", Item::Relative(Grain::Year, 1)),
    ("前年", Item::Relative(Grain::Year, -2)),
    ("上个月|上個月|上月", Item::Relative(Grain::Month, -1)),
    ("这个月|這個月|本月", Item::Relative(Grain::Month, 0)),
    ("下个月|下個月|下月", Item::Relative(Grain::Month, 1)),
    ("上周|上週|上星期", Item::Relative(Grain::Week, -1)),
    ("本周|本週|这周|這週", Item::Relative(Grain::Week, 0)),
    ("下周|下週|下星期", Item::Relative(Grain::Week, 1)),
    ("星期一|周一|週一|礼拜一", Item::Weekday(1)),
    ("星期二|周二|週二|礼拜二", Item::Weekday(2)),
    ("星期三|周三|週三|礼拜三", Item::Weekday(3)),
    ("星期四|周四|週四|礼拜四", Item::Weekday(4)),
    ("星期五|周五|週五|礼拜五", Item::Weekday(5)),
    ("星期六|周六|週六|礼拜六", Item::Weekday(6)),
    ("星期日|星期天|周日|週日|礼拜天", Item::Weekday(7)),
    ("上午|早上|早晨|凌晨", Item::Morning),
    ("下午|晚上", Item::Afternoon),
    ("上半年", Item::Half(1)),
    ("下半年", Item::Half(2)),
    ("年底", Item::Edge(Grain::Year, Side::End)),
    ("年初", Item::Edge(Grain::Year, Side::Start)),
    ("前", Item::Ago),
    ("后|後", Item::Later),
    ("每天|每日", Item::Each(Grain::Day, 1.0)),
    ("每周|每週", Item::Each(Grain::Week, 1.0)),
    ("每月|每个月|每個月", Item::Each(Grain::Month, 1.0)),
    ("每年", Item::Each(Grain::Year, 1.0)),
    ("初|上旬", Item::Side(Side::Start)),
    ("中旬", Item::Side(Side::Mid)),
    ("底|末|下旬", Item::Side(Side::End)),
];

static UNITS: &[(&str, Numbered)] = &[
    ("年", Numbered::Year),
    ("年代", Numbered::Decade),
    ("世纪|世紀", Numbered::Century),
    ("月|月份", Numbered::Month),
    ("日|号|號", Numbered::Day),
    ("点|點|时|時", Numbered::Hour),
    ("分", Numbered::Minute),
    ("秒", Numbered::Second),
    ("季度", Numbered::Quarter),
    ("个月|個月", Numbered::Length(Grain::Month)),
    ("周|个星期|星期", Numbered::Length(Grain::Week)),
    ("天", Numbered::Length(Grain::Day)),
    ("小时|小時|个小时|個小時", Numbered::Length(Grain::Hour)),
    ("分钟|分鐘", Numbered::Length(Grain::Minute)),
    ("秒钟|秒鐘", Numbered::Length(Grain::Second)),
];
