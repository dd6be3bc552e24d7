//! Which English words speak for which topics.

use crate::measures::topics::{TopicRules, TopicWords};
use std::sync::LazyLock;

/// The rules for English.
pub const TOPICS: TopicRules = TopicRules { words: &WORDS, label: |heading| heading.english };

static WORDS: LazyLock<TopicWords> = LazyLock::new(|| TopicWords::read(include_str!("../../../data/topics/en.tsv")));
