//! Style rules for Japanese.
//!
//! Their models are the rules of textlint's preset-japanese and preset-ja-technical-writing. Those marked `off` find much
//! that good writers leave as it is.
//!
//! What was found in 1,000 articles of Japanese Wikinews, each read as one paragraph (`cargo xtask evaluate style`), and in
//! all that was looked at (the other articles, contexts of JSQuAD, two manuals in Japanese; 18,336 texts),
//! and how many of those read were right; rules under 80 % are off. Rules that are not listed found nothing anywhere.
//!
//! | rule | found | in all | read | right | remark |
//! | --- | --- | --- | --- | --- | --- |
//! | long-sentence, many-commas | 1310, 562 | – | 8 | 8 | right by what they count |
//! | kanji-run | 705 | – | 30 | 15 | the others are names of offices and fixed terms: off |
//! | mixed-endings | 80 | 260 | 27 | 27 | all in notices of the site below the article |
//! | repeated-particle | 769 | 3912 | – | – | off from the start, not read |
//! | repeated-ga | 11 | 56 | 26 | 26 | |
//! | repeated-conjunction | 24 | 76 | 30 | 30 | right by what it counts; nearly all また |
//! | double-negation | 0 | 3 | 3 | 3 | too few to tell |
//! | ra-nuki | 0 | 4 | 4 | 3 | the other, がられ, is no longer found; too few to tell |
//! | weak-phrase | 4 | 114 | 6 | 6 | those in news; in manuals 12 of 20, where かもしれません tells what may happen to the reader |
//! | redundant-phrase | 42 | 990 | 41 | 41 | |
//! | light-verb | 343 | 1326 | 60 | 54 | the others are events that no verb names (選挙を行う) |
//! | unpaired-bracket | 7 | 74 | 21 | 20 | without those that the sample itself cut; most close with another width or kind |
//! | set-phrase | 5 | 40 | 23 | 20 | before 悲劇的な and names with 革命的 were left out |
//! | i-nuki | 3 | 39 | 20 | 19 | |
//! | separated-voicing-mark | 1 | 1 | 1 | 1 | too few to tell |

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
    Rule::new("kanji-run", Check::Sentence(lengths::kanji_run)).in_lists().off(),
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
