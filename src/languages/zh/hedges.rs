//! Chinese hedges.

use crate::report::HedgeKind::{Approximation, Condition, Hearsay, Opinion, Probability};
use crate::tags::hedges::{HedgeRules, Hedges, Hedging, Scope};
use std::sync::LazyLock;

/// The tables, indexed.
pub static HEDGES: LazyLock<Hedges> = LazyLock::new(|| Hedges::new(&RULES));

static RULES: HedgeRules =
    HedgeRules { hedges: TABLE, guards: GUARDS, clause_marks: &['，', '。', ',', '；', '！', '？'] };

static TABLE: &[(&str, Hedging)] = &[
    ("约|約|大约|大約|将近|將近|差不多", Hedging { kind: Approximation, scope: Scope::After }),
    ("应该|應該|应当|應當|我认为|我認為|我觉得|我覺得", Hedging { kind: Opinion, scope: Scope::After }),
    ("似乎|好像|看来|看來|有望", Hedging { kind: Probability, scope: Scope::After }),
    ("可能|也许|也許|或许|或許|大概|恐怕", Hedging { kind: Probability, scope: Scope::After }),
    ("据说|據說|据报道|據報導|据悉", Hedging { kind: Hearsay, scope: Scope::After }),
    ("如果|假如|要是|倘若", Hedging { kind: Condition, scope: Scope::After }),
];

static GUARDS: &[(&str, ())] = &[(
    "合约|合約|条约|條約|节约|節約|约会|約會|约定|約定|预约|預約|签约|簽約|纽约|紐約|约翰|約翰|契约|契約|公约|公約|违约|違約|约束|約束|不可能|约谈|大概率",
    (),
)];
