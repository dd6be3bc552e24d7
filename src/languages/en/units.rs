//! English counters, units and words of bounds.

use crate::report::QuantityKind::{
    self, Age, Area, Data, Duration, Length, Mass, Number, Other, Percent, Power, Rank, Speed, Temperature, Volume,
};
use crate::tags::quantities::{
    Bound, Counted, Fixed, Unit, UnitRules, Units, coin, count, measure, money, percent, plain, time,
};
use std::sync::LazyLock;

/// The tables, indexed.
pub static UNITS: LazyLock<Units> = LazyLock::new(|| Units::new(&RULES));

static RULES: UnitRules = UnitRules {
    units: &[UNITS_TABLE, crate::languages::symbols::UNITS],
    currencies: crate::languages::symbols::CURRENCIES,
    before: BEFORE,
    after: AFTER,
    fixed: FIXED,
    ranges: &["~", "–", "-", "to", "and", "or", "through"],
    range_before: &["between", "from"],
    range_after: &[],
    between_bounds: &["", "and", "but", " and ", " but ", ", ", ", and "],
    between_parts: &["", " ", " and ", ", "],
    half: &[],
    counted: Counted::Spaced,
    bare_after: |c| !c.is_alphanumeric(),
    of_after: &[" of ", " in ", " "],
    of_before: &[],
};

const DAY: f64 = 86_400.0;
const YEAR: f64 = 365.25 * DAY;

static UNITS_TABLE: &[(&str, Unit)] = &[
    ("dollar|dollars|us dollar|us dollars|u.s. dollars|american dollars|buck|bucks", money("USD")),
    ("cent|cents", coin("USD", 0.01)),
    ("yen|japanese yen", money("JPY")),
    ("euro|euros", money("EUR")),
    ("pound sterling|pounds sterling|british pounds|british pound|quid", money("GBP")),
    ("yuan|renminbi|chinese yuan|rmb", money("CNY")),
    ("won|korean won|south korean won", money("KRW")),
    ("rupee|rupees|indian rupees", money("INR")),
    ("swiss franc|swiss francs", money("CHF")),
    ("canadian dollar|canadian dollars", money("CAD")),
    ("australian dollar|australian dollars", money("AUD")),
    ("hong kong dollar|hong kong dollars", money("HKD")),
    ("new taiwan dollar|new taiwan dollars|taiwan dollars|taiwanese dollars", money("TWD")),
    ("singapore dollar|singapore dollars", money("SGD")),
    ("swedish krona|swedish kronor", money("SEK")),
    ("ruble|rubles|rouble|roubles|russian rubles", money("RUB")),
    ("brazilian real|brazilian reais|reais", money("BRL")),
    ("bitcoin|bitcoins", money("XBT")),
    ("percent|per cent|pct|percents", percent(1.0)),
    ("percentage point|percentage points|point|points|basis points|pp", plain(Other)),
    ("year|years|yr|yrs", time("year", YEAR)),
    ("month|months", time("month", YEAR / 12.0)),
    ("week|weeks", time("week", 7.0 * DAY)),
    ("day|days", time("day", DAY)),
    ("hour|hours|hr|hrs", time("hour", 3_600.0)),
    ("minute|minutes|min|mins", time("minute", 60.0)),
    ("second|seconds|sec|secs", time("second", 1.0)),
    ("decade|decades", time("decade", 10.0 * YEAR)),
    ("century|centuries", time("century", 100.0 * YEAR)),
    (
        "years old|year old|year-old|-year-old|years of age|years-old|months old|month old|month-old|-month-old|weeks old|week old|days old|day old",
        plain(Age),
    ),
    ("people|persons|person|men|women|children|times|percent of|copies|countries|companies|employees", count()),
    ("kilometer|kilometers|kilometre|kilometres|kms", measure(Length, 1_000.0, "m")),
    ("meter|meters|metre|metres", measure(Length, 1.0, "m")),
    ("centimeter|centimeters|centimetre|centimetres", measure(Length, 0.01, "m")),
    ("millimeter|millimeters|millimetre|millimetres", measure(Length, 0.001, "m")),
    ("mile|miles|-mile", measure(Length, 1_609.344, "m")),
    ("foot|feet|-foot", measure(Length, 0.3048, "m")),
    ("inch|inches|-inch", measure(Length, 0.0254, "m")),
    ("yard|yards|-yard", measure(Length, 0.9144, "m")),
    ("light year|light years|light-years", measure(Length, 9.460_730_472_580_8e15, "m")),
    ("square kilometer|square kilometers|square kilometre|square kilometres", measure(Area, 1e6, "m²")),
    ("square meter|square meters|square metre|square metres", measure(Area, 1.0, "m²")),
    ("square mile|square miles", measure(Area, 2_589_988.110_336, "m²")),
    ("square foot|square feet", measure(Area, 0.092_903_04, "m²")),
    ("acre|acres|-acre", measure(Area, 4_046.856_422_4, "m²")),
    ("hectare|hectares", measure(Area, 10_000.0, "m²")),
    ("liter|liters|litre|litres", measure(Volume, 1.0, "L")),
    ("milliliter|milliliters|millilitre|millilitres", measure(Volume, 0.001, "L")),
    ("gallon|gallons|-gallon", measure(Volume, 3.785_411_784, "L")),
    ("barrel|barrels", measure(Volume, 158.987_294_928, "L")),
    ("cubic meter|cubic meters|cubic metre|cubic metres", measure(Volume, 1_000.0, "L")),
    ("cubic centimeters|cubic centimetres", measure(Volume, 0.001, "L")),
    ("cubic feet|cubic foot", measure(Volume, 28.316_846_592, "L")),
    ("quart|quarts", measure(Volume, 0.946_352_946, "L")),
    ("pint|pints", measure(Volume, 0.473_176_473, "L")),
    ("kilogram|kilograms|kilo|kilos|kgs", measure(Mass, 1.0, "kg")),
    ("gram|grams", measure(Mass, 0.001, "kg")),
    ("milligram|milligrams", measure(Mass, 1e-6, "kg")),
    ("ton|tons|tonne|tonnes|metric ton|metric tons|-ton", measure(Mass, 1_000.0, "kg")),
    ("pound|pounds|-pound", measure(Mass, 0.453_592_37, "kg")),
    ("ounce|ounces|oz|-ounce", measure(Mass, 0.028_349_523_125, "kg")),
    (
        "degrees celsius|degree celsius|celsius|degrees centigrade|centigrade|degrees c|degree c|deg c|deg celsius",
        measure(Temperature, 1.0, "°C"),
    ),
    ("degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f|degree f|deg f|deg fahrenheit", plain(Temperature)),
    ("degrees|degree|deg", plain(Temperature)),
    ("kilometers per hour|kilometres per hour|kilometer per hour|kilometers an hour", measure(Speed, 1.0 / 3.6, "m/s")),
    ("miles per hour|mile per hour|miles an hour", measure(Speed, 0.447_04, "m/s")),
    ("meters per second|metres per second|meter per second", measure(Speed, 1.0, "m/s")),
    ("knots", measure(Speed, 1_852.0 / 3_600.0, "m/s")),
    ("byte|bytes", measure(Data, 1.0, "B")),
    ("kilobyte|kilobytes", measure(Data, 1e3, "B")),
    ("megabyte|megabytes", measure(Data, 1e6, "B")),
    ("gigabyte|gigabytes|gb", measure(Data, 1e9, "B")),
    ("terabyte|terabytes", measure(Data, 1e12, "B")),
    ("petabyte|petabytes", measure(Data, 1e15, "B")),
    ("bit|bits", measure(Data, 0.125, "B")),
    ("watt|watts", measure(Power, 1.0, "W")),
    ("kilowatt|kilowatts", measure(Power, 1e3, "W")),
    ("megawatt|megawatts", measure(Power, 1e6, "W")),
    ("gigawatt|gigawatts", measure(Power, 1e9, "W")),
    ("kilowatt hours|kilowatt-hours|kilowatt hour", measure(Power, 3.6e6, "J")),
    ("megawatt hours|megawatt-hours", measure(Power, 3.6e9, "J")),
    ("gigawatt hours|gigawatt-hours", measure(Power, 3.6e12, "J")),
    ("horsepower", measure(Power, 745.699_871_582, "W")),
    ("calories|calorie", measure(Power, 4.184, "J")),
    ("kilocalories", measure(Power, 4_184.0, "J")),
    ("st|nd|rd|th", plain(Rank)),
];

static BEFORE: &[(&str, Bound)] = &[
    (
        "about|around|approximately|roughly|some|circa|ca.|an estimated|estimated|nearly about|or so|close to|in the region of|~",
        Bound::About,
    ),
    (
        "at least|no less than|no fewer than|not less than|a minimum of|minimum|greater than or equal to|greater or equal to|bigger than or equal to|larger than or equal to|more than or equal to|>=|≥|equal to or greater than|equal or greater than|upwards of",
        Bound::AtLeast,
    ),
    (
        "more than|over|above|greater than|higher than|larger than|bigger than|exceeding|exceeds|exceed|in excess of|well over|beyond|>|surpassing|just over|slightly over",
        Bound::MoreThan,
    ),
    (
        "at most|up to|no more than|not more than|a maximum of|maximum|less than or equal to|less or equal to|smaller than or equal to|<=|≤|as many as|as much as|equal to or less than|fewer than or equal to|equal or less than",
        Bound::AtMost,
    ),
    ("less than|under|below|fewer than|smaller than|lower than|<", Bound::LessThan),
    ("nearly|almost|just under|slightly under|not quite", Bound::JustUnder),
    ("equal to|equals|=", Bound::Exactly),
    ("only|just|a total of|a mere|exactly|merely|average of", Bound::Noted),
];

static AFTER: &[(&str, Bound)] = &[
    (
        "or more|and more|and above|or above|or greater|and up|or higher|or larger|or bigger|and over|or over|plus",
        Bound::AtLeast,
    ),
    ("or less|or fewer|and below|or below|or lower|or smaller|and under|or under|and less", Bound::AtMost),
    ("or so", Bound::About),
    ("+", Bound::AtLeast),
];

static FIXED: &[(&str, Fixed)] = &[
    ("half a year", Fixed { kind: Duration, low: 0.5, more: false, unit: "year", factor: YEAR, base: "s" }),
    ("half an hour", Fixed { kind: Duration, low: 0.5, more: false, unit: "hour", factor: 3_600.0, base: "s" }),
    ("half a century", Fixed { kind: Duration, low: 50.0, more: false, unit: "year", factor: YEAR, base: "s" }),
    (
        "a quarter century|a quarter of a century",
        Fixed { kind: Duration, low: 25.0, more: false, unit: "year", factor: YEAR, base: "s" },
    ),
];

const _: QuantityKind = Number;
const _: QuantityKind = Percent;
