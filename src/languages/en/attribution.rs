//! English words of saying.

use crate::report::EntityLabel;
use crate::tags::attributions::{AttributionRules, Attributions, Endings, Grammar};
use std::sync::LazyLock;

/// The tables, indexed.
pub static ATTRIBUTIONS: LazyLock<Attributions> = LazyLock::new(|| Attributions::new(&RULES));

static RULES: AttributionRules = AttributionRules {
    grammar: Grammar::VerbBesideSource,
    verbs: VERBS,
    reporting: &[],
    according: &[("according to|in the words of|as reported by", ())],
    unnamed: &[(
        "it is said that|it is said|it is believed that|it was reported that|it is reported that|reports say|sources say|it is thought that|it is understood that",
        (),
    )],
    topics: &[],
    reports: &[],
    persons: &[],
    bodies: &[
        "officials",
        "researchers",
        "analysts",
        "scientists",
        "experts",
        "economists",
        "critics",
        "sources",
        "police",
        "investigators",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "minister",
        "president",
        "company",
        "government",
        "report",
        "study",
        "authors",
        "team",
        "ministry",
        "agency",
        "authorities",
        "chief",
        "executive",
        "director",
        "professor",
        "lawyer",
        "judge",
        "court",
        "bank",
        "paper",
        "newspaper",
        "statement",
        "founder",
        "he",
        "she",
        "they",
    ],
    short_bodies: &[],
    thoughts: &[],
    writer: &["I", "We", "we", "You", "you"],
    pronouns: &[
        (EntityLabel::Person, &["he", "she"]),
        (
            EntityLabel::Organization,
            &[
                "the company",
                "the firm",
                "the startup",
                "the start-up",
                "the agency",
                "the ministry",
                "the bank",
                "the university",
                "the group",
                "the organization",
                "the organisation",
                "the carmaker",
                "the automaker",
            ],
        ),
        (EntityLabel::Other, &["they"]),
    ],
    possessives: &["'s ", "’s "],
    voices: &[
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "representative",
        "team",
        "statement",
        "report",
        "researchers",
    ],
    pointing: &[],
    quotes: &[('“', '”'), ('"', '"')],
};

const NONE: Endings = &[""];

static VERBS: &[(&str, Endings)] = &[(
    "said|says|told|tells|stated|states|argued|argues|claimed|claims|added|adds|wrote|writes|explained|explains|announced|announces|warned|warns|insisted|insists|noted|notes|suggested|suggests|pointed out|points out|reported|reports|acknowledged|acknowledges|admitted|admits|denied|denies|replied|replies|predicted|predicts|estimated|estimates|concluded|concludes|emphasized|emphasised|stressed|remarked|declared|declares|testified|confirmed|confirms|asserted|asserts|complained|complains|promised|promises|recalled|recalls|tweeted|posted|conceded|contends|contended|maintains|maintained|observed|observes|revealed|reveals|disclosed|commented|has said|have said|had said",
    NONE,
)];
