//! Chinese hedges.

use crate::report::HedgeKind::{Condition, Hearsay, Probability};
use crate::tags::hedges::{HedgeRules, Hedges, Hedging, Scope};
use std::sync::LazyLock;

/// The tables, indexed.
pub static HEDGES: LazyLock<Hedges> = LazyLock::new(|| Hedges::new(&RULES));

static RULES: HedgeRules =
    HedgeRules { hedges: TABLE, guards: &[], clause_marks: &['，', '。', ',', '；', '！', '？'] };

static TABLE: &[(&str, Hedging)] = &[
    ("可能|也许|也許|或许|或許|大概|恐怕", Hedging { kind: Probability, scope: Scope::After }),
    ("据说|據說|据报道|據報導|据悉", Hedging { kind: Hearsay, scope: Scope::After }),
    ("如果|假如|要是|倘若", Hedging { kind: Condition, scope: Scope::After }),
];
