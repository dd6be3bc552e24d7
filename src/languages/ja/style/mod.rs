//! Style rules for Japanese.
//!
//! Their models are the rules of textlint's preset-japanese and preset-ja-technical-writing. Those marked `off` find much
//! that good writers leave as it is.

mod brackets;
mod characters;
mod endings;
mod lengths;
mod particles;
mod phrases;
mod repetition;
mod verbs;

pub use endings::{Ending, ending};

use crate::measures::style::{Check, Rule};

/// All rules, in the order in which a reader would learn them.
pub static RULES: &[Rule] = &[
    Rule::new("long-sentence", Check::Sentence(lengths::long_sentence)).in_lists(),
    Rule::new("many-commas", Check::Sentence(lengths::many_commas)).in_lists(),
    Rule::new("kanji-run", Check::Sentence(lengths::kanji_run)).in_lists(),
    Rule::new("mixed-endings", Check::Article(endings::mixed)),
    Rule::new("repeated-particle", Check::Sentence(particles::repeated)).off(),
    Rule::new("repeated-ga", Check::Sentence(particles::conjunctive_ga)),
    Rule::new("repeated-conjunction", Check::Article(repetition::conjunctions)),
    Rule::new("double-negation", Check::Phrases(&phrases::DOUBLE_NEGATION)).in_lists(),
    Rule::new("ra-nuki", Check::Sentence(verbs::ra_nuki)).in_lists(),
    Rule::new("sa-ire", Check::Sentence(verbs::sa_ire)).in_lists(),
    Rule::new("i-nuki", Check::Sentence(verbs::i_nuki)),
    Rule::new("re-tasu", Check::Sentence(verbs::re_tasu)).in_lists(),
    Rule::new("weak-phrase", Check::Phrases(&phrases::WEAK)),
    Rule::new("redundant-phrase", Check::Phrases(&phrases::REDUNDANT)).in_lists(),
    Rule::new("light-verb", Check::Sentence(verbs::light_verb)),
    Rule::new("set-phrase", Check::Phrases(&phrases::SET)).in_lists(),
    Rule::new("unpaired-bracket", Check::Article(brackets::unpaired)),
    Rule::new("half-width-katakana", Check::Phrases(&characters::HALF_WIDTH)).anywhere(),
    Rule::new("separated-voicing-mark", Check::Phrases(&characters::VOICING)).anywhere(),
    Rule::new("invisible-character", Check::Phrases(&characters::INVISIBLE)).anywhere(),
    Rule::new("kangxi-radical", Check::Phrases(&characters::RADICALS)).anywhere(),
];
