//! English words for properties.

use crate::languages::comparison::Attribute;

pub static ATTRIBUTES: &[Attribute] = &[
    Attribute { name: "cost", cues: &["cost", "costs", "spent", "spending", "budget", "expense"] },
    Attribute { name: "price", cues: &["price", "priced", "sells for", "per month", "fee", "subscription"] },
    Attribute { name: "investment", cues: &["invest", "investment", "funding", "raised"] },
    Attribute { name: "revenue", cues: &["revenue", "sales", "turnover"] },
    Attribute { name: "profit", cues: &["profit", "earnings", "net income"] },
    Attribute { name: "loss", cues: &["net loss", "losses", "deficit"] },
    Attribute { name: "market value", cues: &["market value", "valuation", "valued at", "market cap"] },
    Attribute { name: "parameters", cues: &["parameter", "parameters"] },
    Attribute { name: "users", cues: &["users", "subscribers", "downloads", "members"] },
    Attribute { name: "employees", cues: &["employees", "staff", "workers", "jobs"] },
    Attribute { name: "visitors", cues: &["visitors", "attendance", "spectators"] },
    Attribute { name: "population", cues: &["population", "inhabitants", "residents"] },
    Attribute { name: "deaths", cues: &["killed", "dead", "deaths", "died", "death toll"] },
    Attribute { name: "injured", cues: &["injured", "wounded", "hurt"] },
    Attribute { name: "missing", cues: &["missing", "unaccounted"] },
    Attribute { name: "support", cues: &["approval", "support", "approve", "in favour", "in favor"] },
    Attribute { name: "opposition", cues: &["disapprove", "disapproval", "oppose", "against"] },
    Attribute { name: "share", cues: &["market share", "share of"] },
    Attribute { name: "growth", cues: &["growth", "rose", "grew", "fell", "increase", "decline"] },
    Attribute { name: "processors", cues: &["gpu", "gpus", "chips", "processors"] },
    Attribute { name: "accuracy", cues: &["accuracy", "score", "scored"] },
    Attribute { name: "length", cues: &["long", "length", "distance"] },
    Attribute { name: "magnitude", cues: &["magnitude"] },
];
