//! English words for properties, events and ways to count.

use crate::languages::comparison::Nature::{Changing, Event as Happened, Fixed, Loose, Periodic, Surveyed, Toll};
use crate::languages::comparison::{
    Attribute, COUNTS, ComparisonRules, Counting, EXPECTED, Event, LENGTHS, MONEY, SCORES, SHARES, TIMES, attribute,
};

pub static RULES: ComparisonRules = ComparisonRules {
    attributes: ATTRIBUTES,
    events: EVENTS,
    countings: COUNTINGS,
    topic_marks: &[" is", " was", " has", " had", " will", " said", " says", "'s"],
    place_marks: &[],
    compared_marks: &[],
    judging: &["estimat", "reckon", "predict", "forecast", "report", "analy", "calculat", "put"],
    counters: &[
        &["人", "people", "persons", "person", "visitors", "users", "employees", "workers", "subscribers", "residents"],
        &["台", "units", "vehicles", "cars"],
        &["カ国", "countries", "nations"],
        &["店", "stores", "shops"],
        &["社", "companies", "firms"],
    ],
    naming_counters: &[],
    clause_marks: &[',', ';', ':'],
};

static ATTRIBUTES: &[Attribute] = &[
    attribute("cost", MONEY, Fixed, &["cost", "costs", "spent", "spending", "budget", "expense"]),
    attribute("price", MONEY, Fixed, &["price", "priced", "sells for", "per month", "fee", "subscription", "retails"]),
    attribute("investment", MONEY, Fixed, &["invest", "investment", "funding", "raised"]),
    attribute("deal value", MONEY, Fixed, &["deal worth", "purchase price", "to buy", "acquire", "acquisition"]),
    attribute("revenue", MONEY, Periodic, &["revenue", "sales", "turnover"]),
    attribute("profit", MONEY, Periodic, &["profit", "earnings", "net income"]),
    attribute("loss", MONEY, Periodic, &["net loss", "losses", "deficit"]),
    attribute("damage", MONEY, Toll, &["damage"]),
    attribute(
        "market value",
        MONEY,
        Changing,
        &["market value", "valuation", "valued at", "market cap", "value", "values", "fetch"],
    ),
    attribute("salary", MONEY, Fixed, &["salary", "wage", "wages", "pay"]),
    attribute("parameters", COUNTS, Fixed, &["parameter", "parameters"]),
    attribute("users", COUNTS, Changing, &["users", "subscribers", "members"]),
    attribute("downloads", COUNTS, Periodic, &["downloads", "downloaded"]),
    attribute("units sold", COUNTS, Periodic, &["units sold", "copies", "shipped", "sold"]),
    attribute("production", COUNTS, Periodic, &["produce", "produces", "production", "make"]),
    attribute("hires", COUNTS, Fixed, &["hire", "new jobs", "recruit"]),
    attribute("job cuts", COUNTS, Fixed, &["lay off", "job cuts", "layoffs", "cut"]),
    attribute("employees", COUNTS, Changing, &["employees", "staff", "workers", "jobs", "employs"]),
    attribute("visitors", COUNTS, Periodic, &["visitors", "attendance", "spectators"]),
    attribute("respondents", COUNTS, Surveyed, &["respondents", "surveyed", "polled"]),
    attribute("population", COUNTS, Changing, &["population", "inhabitants", "residents"]),
    attribute("deaths", COUNTS, Toll, &["killed", "dead", "deaths", "died", "death toll", "lives"]),
    attribute("injured", COUNTS, Toll, &["injured", "wounded", "hurt"]),
    attribute("missing", COUNTS, Toll, &["missing", "unaccounted"]),
    attribute("evacuees", COUNTS, Toll, &["evacuated", "evacuees", "shelters", "displaced"]),
    attribute("arrests", COUNTS, Toll, &["arrested", "detained"]),
    attribute("cases", COUNTS, Toll, &["cases", "infections", "infected"]),
    attribute("seats", COUNTS, Toll, &["seats"]),
    attribute("turnout", SHARES, Happened, &["turnout"]),
    attribute("support", SHARES, Surveyed, &["approval", "support", "approve", "in favour", "in favor"]),
    attribute("opposition", SHARES, Surveyed, &["disapprove", "disapproval", "oppose", "against"]),
    attribute("share", SHARES, Changing, &["market share", "share of"]),
    attribute("unemployment", SHARES, Changing, &["unemployment", "jobless"]),
    attribute("growth", SHARES, Loose, &["growth", "rose", "grew", "fell", "increase", "decline"]),
    attribute("processors", COUNTS, Fixed, &["gpu", "gpus", "chips", "processors"]),
    attribute("accuracy", SCORES, Fixed, &["accuracy", "score", "scored"]),
    attribute("length", LENGTHS, Fixed, &["long", "length", "distance"]),
    attribute("battery life", TIMES, Fixed, &["battery"]),
    attribute("magnitude", SCORES, Happened, &["magnitude"]),
];

static EVENTS: &[Event] = &[
    Event { name: "release", cues: &["release", "released", "launch", "launched", "go on sale", "available from"] },
    Event { name: "opening", cues: &["open", "opens", "opened", "opening"] },
    Event { name: "start", cues: &["begin operations", "start operating", "take effect", "start production"] },
    Event { name: "completion", cues: &["completed", "finished"] },
    Event { name: "founding", cues: &["founded", "established"] },
    Event { name: "end", cues: &["close", "closes", "closed", "discontinued"] },
    Event { name: "occurrence", cues: &["struck", "occurred", "happened", "broke out"] },
];

static COUNTINGS: &[Counting] = &[
    Counting { name: EXPECTED, cues: &["expect", "expects", "forecast", "target", "aims", "plans", "hopes"] },
    Counting { name: "previous", cues: &["last year", "a year earlier", "previous", "prior year"] },
    Counting { name: "monthly", cues: &["monthly", "a month", "per month"] },
    Counting { name: "yearly", cues: &["annual", "annually", "a year", "per year", "yearly"] },
    Counting { name: "daily", cues: &["daily", "a day", "per day"] },
    Counting { name: "total", cues: &["cumulative", "in total", "so far", "to date"] },
    Counting { name: "with tax", cues: &["including tax", "with tax"] },
    Counting { name: "without tax", cues: &["excluding tax", "before tax"] },
    Counting { name: "most", cues: &["up to", "maximum"] },
    Counting { name: "least", cues: &["minimum"] },
    Counting { name: "average", cues: &["average"] },
    Counting { name: "change", cues: &["more than last", "increase of", "decrease of", "up from", "down from"] },
];
