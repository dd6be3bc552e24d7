//! English hedges.

use crate::report::HedgeKind::{Approximation, Condition, Hearsay, Opinion, Probability};
use crate::tags::hedges::{HedgeRules, Hedges, Hedging, Scope};
use std::sync::LazyLock;

/// The tables, indexed.
pub static HEDGES: LazyLock<Hedges> = LazyLock::new(|| Hedges::new(&RULES));

static RULES: HedgeRules = HedgeRules { hedges: TABLE, guards: GUARDS, clause_marks: &[',', '.', ';', ':', '?', '!'] };

const MAY: Hedging = Hedging { kind: Probability, scope: Scope::After };
const HEARD: Hedging = Hedging { kind: Hearsay, scope: Scope::After };
const THOUGHT: Hedging = Hedging { kind: Opinion, scope: Scope::After };
const IF: Hedging = Hedging { kind: Condition, scope: Scope::After };
const ABOUT: Hedging = Hedging { kind: Approximation, scope: Scope::After };

static TABLE: &[(&str, Hedging)] = &[
    (
        "may|might|could|perhaps|maybe|possibly|probably|likely|unlikely|seems|seem|seemed|appears to|appear to|appeared to|it is possible|presumably|is expected to|are expected to|potentially|tends to|tend to",
        MAY,
    ),
    (
        "reportedly|allegedly|apparently|supposedly|is said to|are said to|is rumored|rumored|purportedly|it is said|is believed to|are believed to|is thought to",
        HEARD,
    ),
    (
        "i think|i believe|we believe|we think|in my opinion|in our view|in my view|should|ought to|must|arguably|i feel|i suspect|i guess",
        THOUGHT,
    ),
    ("if|unless|provided that|assuming|as long as|in case|were it to|should it", IF),
    ("about|approximately|roughly|around|nearly|almost|some|an estimated", ABOUT),
];

static GUARDS: &[(&str, ())] = &[(
    "in May|on May|last May|next May|this May|of May|since May|by May|until May|May Day|as if|even if|what if|if only|if any|some of|some people|about the|about how|about what|about it|about this|around the|around it|talk about|talks about|worried about|must-have|could not|some kind|some sort",
    (),
)];
