//! Chinese words of saying: none yet, since the order of source and verb needs words.

use crate::tags::attributions::{AttributionRules, Attributions, Grammar};
use std::sync::LazyLock;

/// The tables, indexed.
pub static ATTRIBUTIONS: LazyLock<Attributions> = LazyLock::new(|| Attributions::new(&RULES));

static RULES: AttributionRules = AttributionRules {
    grammar: Grammar::VerbLast,
    verbs: &[],
    reporting: &[],
    according: &[],
    unnamed: &[],
    topics: &[],
    reports: &[],
    persons: &[],
    bodies: &[],
    short_bodies: &[],
    thoughts: &[],
    writer: &[],
    pronouns: &[],
    possessives: &[],
    voices: &[],
    pointing: &[],
    quotes: &[('「', '」'), ('“', '”')],
};
