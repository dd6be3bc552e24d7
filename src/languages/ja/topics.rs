//! Which Japanese words speak for which topics.

use crate::measures::topics::{TopicRules, TopicWords};
use std::sync::LazyLock;

/// The rules for Japanese.
pub const TOPICS: TopicRules = TopicRules { words: &WORDS, label: |heading| heading.japanese };

static WORDS: LazyLock<TopicWords> = LazyLock::new(|| TopicWords::read(include_str!("../../../data/topics/ja.tsv")));
