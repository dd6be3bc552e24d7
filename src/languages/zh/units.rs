//! Chinese measure words, units and words of bounds.

use crate::report::QuantityKind::{
    Age, Area, Data, Duration, Length, Mass, Percent, Power, Rank, Speed, Temperature, Volume,
};
use crate::tags::quantities::{
    Bound, Counted, Fixed, Kana, Unit, UnitRules, Units, change, coin, count, measure, money, multiple, percent, plain,
    time, weak,
};
use std::sync::LazyLock;

/// The tables, indexed.
pub static UNITS: LazyLock<Units> = LazyLock::new(|| Units::new(&RULES));

static RULES: UnitRules = UnitRules {
    units: &[UNITS_TABLE, crate::languages::symbols::UNITS],
    currencies: CURRENCIES,
    before: BEFORE,
    shares: SHARES,
    after: AFTER,
    fixed: FIXED,
    fixed_guards: &[],
    postal: None,
    streets: &[],
    wards: (&[], ""),
    pronouns: &[],
    scales: &[],
    ranges: &["~", "–", "-", "到", "至", "和", "与", "與"],
    range_before: &["位于", "位於", "在", "从", "從"],
    range_after: &["之间", "之間", "间", "間"],
    compared: &[],
    changes_before: &[],
    changes_from: &[],
    overlapping: &[],
    upward: &[],
    changes_after: &[],
    spans_after: &[],
    expecters: &[],
    than: &[
        ("比", "低", Bound::LessThan),
        ("比", "小", Bound::LessThan),
        ("比", "少", Bound::LessThan),
        ("比", "短", Bound::LessThan),
        ("比", "高", Bound::MoreThan),
        ("比", "大", Bound::MoreThan),
        ("比", "多", Bound::MoreThan),
        ("比", "长", Bound::MoreThan),
        ("比", "長", Bound::MoreThan),
    ],
    between_bounds: &["", "且", "并", "並", "而", "，", ",", "的同时", "的同時"],
    surplus: &["多", "余", "餘", "几", "幾", "来", "來"],
    between_parts: &["", " "],
    schools: &[],
    persons: &["先生", "女士", "男", "女", "男子", "女子"],
    half: &["半"],
    counted: Counted::Nothing,
    bare_after: |_| true,
    of_after: &["的"],
    of_beside: true,
    of_before: &[
        "是", "为", "為", "达", "達", "达到", "達到", "约为", "約為", "仅为", "僅為", "仅", "僅", "已达", "已達", "已",
        "将达", "共有", "约有", "約有", "近", "高达",
    ],
    of_weak: &[],
    of_objects: &[],
    of_places: &[],
    of_speakers: &[],
    sayings: &[],
    of_stops: "的了着过在将已仅只从对把被让向与和及或是为為有达達到约約近超共并也又还就都而其该这那，",
    of_heads: &[],
    of_never: &[],
    of_topic: &[],
    predicates: &[],
    adjectives: &[],
    time_words: ("年月日", "〇一二三四五六七八九十"),
    kana: Kana::NONE,
};

const DAY: f64 = 86_400.0;
const YEAR: f64 = 365.25 * DAY;

/// As everywhere, but the sign of the yen is that of the yuan.
static CURRENCIES: &[(&str, &str)] = &[
    ("¥|CN¥|RMB|CNY", "CNY"),
    ("$|US$|USD", "USD"),
    ("NT$|TWD", "TWD"),
    ("HK$|HKD", "HKD"),
    ("€|EUR", "EUR"),
    ("£|GBP", "GBP"),
    ("₩|KRW", "KRW"),
];

static FIXED: &[(&str, Fixed)] = &[
    ("半成", Fixed { kind: Percent, low: 5.0, more: false, unit: "%", factor: 0.0, base: "" }),
    ("半年", Fixed { kind: Duration, low: 0.5, more: false, unit: "年", factor: YEAR, base: "s" }),
    ("半个月|半個月", Fixed { kind: Duration, low: 0.5, more: false, unit: "个月", factor: YEAR / 12.0, base: "s" }),
    (
        "半小时|半小時|半个小时|半個小時",
        Fixed { kind: Duration, low: 0.5, more: false, unit: "小时", factor: 3_600.0, base: "s" },
    ),
    ("一半", Fixed { kind: Percent, low: 50.0, more: false, unit: "%", factor: 0.0, base: "" }),
    ("过半|過半|过半数|過半數", Fixed { kind: Percent, low: 50.0, more: true, unit: "%", factor: 0.0, base: "" }),
    ("半折", Fixed { kind: Percent, low: 50.0, more: false, unit: "%", factor: 0.0, base: "" }),
];

/// What makes a number after it a share, with its worth in per cent.
static SHARES: &[(&str, f64)] = &[
    ("百分之|佰分之|百 分 之|百 分之|百分 之", 1.0),
    ("千分之|仟分之", 0.1),
    ("万分之|萬分之", 0.01),
    ("十万分之", 0.001),
    ("百万分之", 1e-4),
    ("千万分之", 1e-5),
    ("万万分之", 1e-6),
    ("百万万分之", 1e-8),
];

static UNITS_TABLE: &[(&str, Unit)] = &[
    ("打", multiple(12.0)),
    ("元|人民币|人民幣|元人民币|元人民幣|块|块钱|塊錢|圆", money("CNY")),
    ("美元|美金|美圆|美圓|美刀", money("USD")),
    ("欧元|歐元", money("EUR")),
    ("日元|日圆|日圓|日币", money("JPY")),
    ("英镑|英鎊", money("GBP")),
    ("港元|港币|港幣", money("HKD")),
    ("新台币|新臺幣|台币|台幣|臺幣|元新台币|元新臺幣", money("TWD")),
    ("韩元|韓元|韩圆", money("KRW")),
    ("澳元", money("AUD")),
    ("加元", money("CAD")),
    ("瑞士法郎", money("CHF")),
    ("卢布|盧布", money("RUB")),
    ("卢比|盧比", money("INR")),
    ("个比特币|比特币|個比特幣", money("XBT")),
    ("角|毛", change("CNY", 0.1)),
    ("分", change("CNY", 0.01)),
    ("日本銭|钱|錢", coin("JPY", 0.01)),
    (
        "%|个百分点|個百分點|百分点|百分點|个百分 点|個百分 點|个 百分点|個 百分點|个 百 分点|個 百 分點|个 百 分 点|個 百 分 點",
        percent(1.0),
    ),
    ("成", percent(10.0)),
    ("折", percent(10.0)),
    ("年|年间", time("年", YEAR)),
    ("个月|個月", time("个月", YEAR / 12.0)),
    ("周|週|星期|个星期|個星期|个礼拜|個禮拜", time("周", 7.0 * DAY)),
    ("天|日", time("天", DAY)),
    ("小时|小時|个小时|個小時|个钟头|個鐘頭|钟头|鐘頭", time("小时", 3_600.0)),
    ("分钟|分鐘", time("分钟", 60.0)),
    ("秒|秒钟|秒鐘", time("秒", 1.0)),
    ("岁|歲|周岁|週歲|周大|个月大|天大", plain(Age)),
    (
        "人|个人|個人|名|位|个|個|家|台|部|辆|輛|架|艘|本|册|冊|张|張|件|条|條|次|倍|所|座|户|戶|种|種|项|項|级|級|层|層|只|隻|头|頭|匹|国|國|国家|國家|公里数",
        count(),
    ),
    (
        "块|塊|颗|顆|枚|篇|封|棵|对|對|双|雙|场|場|届|屆|段|期|章|款|支|间|間|把|瓶|杯|包|箱|票|席|注|名员工|名員工",
        weak(),
    ),
    ("公里|千米", measure(Length, 1_000.0, "m")),
    ("米|公尺", measure(Length, 1.0, "m")),
    ("厘米|公分", measure(Length, 0.01, "m")),
    ("毫米", measure(Length, 0.001, "m")),
    ("纳米|奈米", measure(Length, 1e-9, "m")),
    ("英里", measure(Length, 1_609.344, "m")),
    ("英尺", measure(Length, 0.3048, "m")),
    ("英寸", measure(Length, 0.0254, "m")),
    ("平方米|平方公尺", measure(Area, 1.0, "m²")),
    ("平方公里|平方千米", measure(Area, 1e6, "m²")),
    ("平方英尺", measure(Area, 0.092_903_04, "m²")),
    ("公顷|公頃", measure(Area, 10_000.0, "m²")),
    ("亩|畝", measure(Area, 2_000.0 / 3.0, "m²")),
    ("升|公升", measure(Volume, 1.0, "L")),
    ("毫升", measure(Volume, 0.001, "L")),
    ("桶", measure(Volume, 158.987_294_928, "L")),
    ("吨|噸|公吨|公噸", measure(Mass, 1_000.0, "kg")),
    ("公斤|千克", measure(Mass, 1.0, "kg")),
    ("克", measure(Mass, 0.001, "kg")),
    ("斤|市斤", measure(Mass, 0.5, "kg")),
    ("两|兩", measure(Mass, 0.05, "kg")),
    ("磅", measure(Mass, 0.453_592_37, "kg")),
    ("摄氏度|攝氏度|度|°", plain(Temperature)),
    ("华氏度|華氏度", plain(Temperature)),
    ("公里每小时|公里/小时", measure(Speed, 1.0 / 3.6, "m/s")),
    ("字节|字節|位元組", measure(Data, 1.0, "B")),
    ("兆字节|兆字節", measure(Data, 1e6, "B")),
    ("吉字节", measure(Data, 1e9, "B")),
    ("瓦", measure(Power, 1.0, "W")),
    ("千瓦", measure(Power, 1e3, "W")),
    ("兆瓦", measure(Power, 1e6, "W")),
    ("千瓦时|千瓦時", measure(Power, 3.6e6, "J")),
    ("号|號|名次", plain(Rank)),
];

static BEFORE: &[(&str, Bound)] = &[
    ("约|約|约为|約為|大约|大約|大概|将近|將近|近|估计|估計", Bound::About),
    ("至少|至少有|至少是|最少|起码|大于等于|大於等於|大于或者等于|大于或等于|大於或等於|不少于|不低于", Bound::AtLeast),
    ("超过|超過|超过了|超過了|大于|大於|多于|多於|高于|高於|逾|过|過", Bound::MoreThan),
    ("最多|至多|小于等于|小於等於|小于或等于|小于或者等于|小於或等於|不超过|不超過|不多于", Bound::AtMost),
    ("小于|小於|低于|低於|少于|少於|不到|不足", Bound::LessThan),
    ("等于|等於", Bound::Exactly),
    ("仅|僅|只有|共|总计|總計|合计|平均|高达|高達", Bound::Noted),
    ("第", Bound::Rank),
    ("摄氏|攝氏|摄氏温度", Bound::Celsius),
    ("华氏|華氏|华氏温度|華氏溫度", Bound::Fahrenheit),
    ("时速|時速", Bound::PerHour),
];

static AFTER: &[(&str, Bound)] = &[
    ("以上|及以上|起", Bound::AtLeast),
    ("以下|以内|及以下", Bound::AtMost),
    ("之下", Bound::LessThan),
    ("左右|上下|前后|前後", Bound::About),
    ("多|余|餘", Bound::MoreThan),
];
