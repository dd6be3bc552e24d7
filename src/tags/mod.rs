//! Fifth stage: tokens and sentences become tags.
