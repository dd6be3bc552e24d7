//! Japanese hedges.

use crate::report::HedgeKind::{Approximation, Condition, Hearsay, Opinion, Probability};
use crate::tags::hedges::{HedgeRules, Hedges, Hedging, Scope};
use std::sync::LazyLock;

/// The tables, indexed.
pub static HEDGES: LazyLock<Hedges> = LazyLock::new(|| Hedges::new(&RULES));

static RULES: HedgeRules =
    HedgeRules { hedges: HEDGES_TABLE, guards: GUARDS, clause_marks: &['、', '。', ',', '！', '？', '!', '?'] };

const PROBABLE: Hedging = Hedging { kind: Probability, scope: Scope::Before };
const PERHAPS: Hedging = Hedging { kind: Probability, scope: Scope::After };
const HEARD: Hedging = Hedging { kind: Hearsay, scope: Scope::Before };
const THOUGHT: Hedging = Hedging { kind: Opinion, scope: Scope::Before };
const IF: Hedging = Hedging { kind: Condition, scope: Scope::After };
const PROVIDED: Hedging = Hedging { kind: Condition, scope: Scope::Before };
const ABOUT: Hedging = Hedging { kind: Approximation, scope: Scope::After };

static HEDGES_TABLE: &[(&str, Hedging)] = &[
    (
        "可能性がある|可能性もある|可能性が高い|可能性が低い|可能性があります|可能性もあります|可能性が高く|可能性を秘めて|可能性を指摘|可能性が残る|可能性は否定できない|恐れがある|おそれがある|恐れもある|おそれもある|恐れがあります|見込み|見通し|見込まれる|見込まれて|公算が大きい|とみられる|と見られる|とみられて|と見られて|と考えられる|と考えられて|と考えられます",
        PROBABLE,
    ),
    (
        "かもしれない|かもしれません|かも知れない|かも知れません|かもしれなかった|かもしれず|だろう|でしょう|であろう|のではないか|のではないでしょうか|のではないだろうか|うるだろう|に違いない|に違いありません|はずだ|はずです|はずである|ようだ|ようです|ようである|ように見える|ように思われる|と推測される|と推定される|と推定されて|と推定され、|と推計される|と推計されて|と推計され、|と予想される|と予測される|得る|うる|得ます|かねない|かねません|模様だ|模様です|模様で、|可能性は|可能性が|公算|と思しき|ないとも限らない|見込まれます",
        PROBABLE,
    ),
    (
        "おそらく|恐らく|たぶん|多分|もしかすると|もしかしたら|ひょっとすると|ひょっとしたら|あるいは|きっと|どうやら|ことによると",
        PERHAPS,
    ),
    (
        "そうだ|そうです|らしい|らしく|とのこと|という。|といいます|と言われる|と言われて|といわれる|といわれて|とも言われて|とも言われる|ともいわれる|とされる|とされて|とされた|とされ、|と報じられた|と報じられて|と伝えられ|との報道|との噂|という噂|と聞く|と聞いている|というから|ということだ|ということです|みたいだ|みたいです|との情報|という話だ|という話です|と報道され|らしかった|だという。|だといい",
        HEARD,
    ),
    (
        "と思う|と思います|と思っている|と思われる|と思われます|と考える|と考えます|と考えている|と感じる|と感じます|べきだ|べきです|べきである|べきではない|べきで|べき時|べきだろう|べきでしょう|べきと|べきか|べきもの|すべき|べき。|べきなの|気がする|気がします|と見ている|とみている|と見ています|と信じる|と信じて|と期待する|と期待して|言えるだろう|と言えるでしょう|と言える|といえる|ではないか|てほしい|と願う|なければならない|ねばならない",
        THOUGHT,
    ),
    ("もし|もしも|仮に|万が一|万一|たとえ|かりに", IF),
    (
        "としたら|とすれば|とすると|場合は|場合には|場合、|なら、|ならば|のであれば|であれば|なければ|限り、|限りは|かぎり|となれば|となると|とした場合|ようであれば|たとしても|としても",
        PROVIDED,
    ),
    ("たら、|だったら、|でしたら、|れば、|えば、|けば、|せば、|てば、|べば、|めば、|げば、|ねば、", PROVIDED),
    ("約|およそ|おおよそ|おおむね|概ね|ほぼ|ざっと|推定|だいたい|大体", ABOUT),
    ("程度|前後|くらい|ぐらい|ほど|内外|あまり", Hedging { kind: Approximation, scope: Scope::Before }),
];

static GUARDS: &[(&str, ())] = &[
    (
        "落とされ|約束|契約|規約|条約|公約|節約|制約|予約|要約|集約|婚約|解約|倹約|特約|確約|盟約|密約|成約|誓約|制約下|なるほど|ほどなく|先ほど|後ほど|ほどほど|のど|それほど|どれほど|これほど|あれほど|よほど|さほど",
        (),
    ),
    ("あまりに|あまりにも|なるべき|べき乗|もしくは|得意|得点|得る", ()),
    (
        "素晴らしい|すばらしい|可愛らしい|かわいらしい|男らしい|女らしい|わざとらしい|新しい|愛らしい|らしさ|人間らしい|自分らしい|自分らしく",
        (),
    ),
    ("うるさい|うるおい|売る|取得|獲得|くらい付|暗い|食らい", ()),
    ("たとえば、|例えば、|よれば、|いえば、|言えば、|思えば、|いわば、", ()),
    ("いそうだ|そうだった|そうだが、|そうだろう", ()),
];
