//! Which Japanese words speak for which topics.

use crate::measures::topics::TopicWords;
use std::sync::LazyLock;

/// Its words.
pub static WORDS: LazyLock<TopicWords> =
    LazyLock::new(|| TopicWords::read(include_str!("../../../data/topics/ja.tsv")));
