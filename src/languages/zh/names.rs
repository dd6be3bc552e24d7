//! Chinese has no names model: names in it are found by patterns, and where the rest of the article has them.

use crate::tags::names::rules::NameRules;

/// Chinese.
pub static NAMES: NameRules = NameRules {
    templates: &[],
    lexicon: &[],
    in_run: |_, _| false,
    is_topic_marker: |_, _| false,
    is_head: |_| false,
    is_particle: |_| false,
    patterns: &[],
    counted: "",
    introduces_short: "",
    follows_short: "",
    not_products: "",
    introductions: &[],
    addresses: "",
    is_personal: |_, _| false,
    offices: "",
    belongings: "",
    possessive: "",
    title_parts: "",
    kinds: &[],
    countries: "",
    generic: "",
    no_organizations: "",
    trailing: "",
    is_common_noun: |_| false,
    faint: 0.0,
    topics: &[],
    attributive: &[],
    anaphors: &[],
    municipalities: "",
    wholes: "",
    departments: "",
    company_forms: "",
};
