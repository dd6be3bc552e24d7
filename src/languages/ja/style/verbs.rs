//! Forms of verbs.

use crate::measures::style::{Line, Notes};
use crate::options::Wording;
use crate::span::Span;
use crate::tokens::Token;
use std::borrow::Cow;

const RA: Wording = ("Without ら. “{}られる” is the written form.", "ら抜き言葉です。「{}られる」が書き言葉の形です。");
const RE: Wording = ("A れ too many. “{}” is enough.", "れ足す言葉です。「{}」で可能の意味になります。");
const SA: Wording = ("A さ too many. “{}せる” is the written form.", "さ入れ言葉です。「{}せる」が書き言葉の形です。");
const I: Wording = ("Without い. “{}” is the written form.", "い抜き言葉です。「{}」が書き言葉の形です。");
const LIGHT: Wording = ("“{}を行う” can be shortened to “{}する”.", "「{}を行う」は「{}する」と短く書けます。");

fn is_verb(token: &Token<'_>) -> bool {
    token.xpos.is_some_and(|class| class.starts_with("動詞"))
}

fn is_auxiliary(token: &Token<'_>) -> bool {
    token.xpos.is_some_and(|class| class.starts_with("助動詞"))
}

/// Each token with the one that follows it directly.
fn pairs<'a>(line: &Line<'a>) -> impl Iterator<Item = (&'a Token<'a>, &'a Token<'a>)> {
    let tokens = line.passage.tokens;
    tokens.iter().zip(tokens.iter().skip(1)).filter(|(first, second)| first.span.end == second.span.start)
}

fn both(first: &Token<'_>, second: &Token<'_>) -> Span {
    Span { start: first.span.start, end: second.span.end }
}

/// Verbs whose potential without ら has entered the dictionaries, and ends in neither え列 nor anything else that tells
/// it.
#[rustfmt::skip]
const RA_NUKI: &[&str] = &[
    "こられれる", "信じれる", "借りれる", "出れる", "寝れる", "居れる", "得れる", "感じれる", "来れる", "煮れる",
    "生きれる", "着れる", "落ちれる", "見れる", "観れる", "診れる", "起きれる", "逃げれる", "過ぎれる", "閉じれる",
    "降りれる",
];
const E_ROW: &str = "えけせてねへめれげぜでべぺ";
const A_ROW: &str = "わかがたなばまら";

/// Potentials without ら: 食べれる, 見れる. 見れば is none.
pub fn ra_nuki(line: &Line<'_>, notes: &mut Notes) {
    let tokens = line.passage.tokens;
    let conditional = |index: usize| tokens.get(index + 1).is_some_and(|next| line.form(next).starts_with('ば'));
    for (index, token) in tokens.iter().enumerate().filter(|(_, token)| is_verb(token)) {
        // Before ない and ます the form is also the conditional of the verb itself, and can be read as that.
        let form = line.form(token);
        let potential = if form.ends_with('れ') { Cow::Owned(format!("{form}る")) } else { line.lemma(token) };
        let stem = potential.strip_suffix("れる").unwrap_or("");
        let after_e = stem.chars().count() > 1 && stem.ends_with(|c| E_ROW.contains(c));
        if (after_e || RA_NUKI.contains(&potential.as_ref())) && !conditional(index) {
            notes.add(token.span, RA, &[stem]);
        }
    }
    for (verb, auxiliary) in pairs(line).filter(|(verb, auxiliary)| adds_re(line, verb, auxiliary)) {
        let form = line.form(verb);
        if !POTENTIALS.contains(&line.lemma(verb).as_ref()) {
            notes.add(both(verb, auxiliary), RA, &[form]);
        }
    }
}

/// Potentials of 五段 verbs that れ is often added to.
#[rustfmt::skip]
const POTENTIALS: &[&str] = &[
    "乗れる", "会える", "作れる", "使える", "働ける", "取れる", "学べる", "待てる", "扱える", "持てる", "書ける",
    "歩ける", "泳げる", "聞ける", "行ける", "言える", "話せる", "読める", "買える", "走れる", "送れる", "遊べる",
    "選べる", "飲める",
];

/// Whether a verb of one row (一段), whose stem is all but its る, is followed by れる, which only 五段 verbs take.
fn adds_re(line: &Line<'_>, verb: &Token<'_>, auxiliary: &Token<'_>) -> bool {
    is_verb(verb)
        && is_auxiliary(auxiliary)
        && line.lemma(verb).strip_suffix('る') == Some(line.form(verb))
        && line.lemma(auxiliary) == "れる"
        // かわいがられる: no such verb has a stem in あ.
        && !line.form(verb).ends_with(|c| A_ROW.contains(c))
}

/// Potentials with a れ too many: 書けれる.
pub fn re_tasu(line: &Line<'_>, notes: &mut Notes) {
    for (verb, auxiliary) in pairs(line).filter(|(verb, auxiliary)| adds_re(line, verb, auxiliary)) {
        let lemma = line.lemma(verb);
        if POTENTIALS.contains(&lemma.as_ref()) {
            notes.add(both(verb, auxiliary), RE, &[&lemma]);
        }
    }
}

/// Causatives in す that are no words of the written language: with せる after them their さ is one too many. 動かす and its
/// like are.
#[rustfmt::skip]
const SHORT_CAUSATIVES: &[&str] = &[
    "帰らす", "読ます", "行かす", "書かす", "歌わす", "休ます", "使わす", "作らす", "送らす", "やらす", "取らす", "語らす", "飲ます",
    "待たす", "言わす", "撮らす",
];

/// Causatives with a さ too many: 行かさせる.
pub fn sa_ire(line: &Line<'_>, notes: &mut Notes) {
    for (verb, auxiliary) in pairs(line) {
        let form = line.form(verb);
        let after_a = is_verb(verb) && form.ends_with(|c| A_ROW.contains(c));
        let is_short = SHORT_CAUSATIVES.contains(&line.lemma(verb).as_ref()) && line.lemma(auxiliary) == "せる";
        let stem = if is_short { form.strip_suffix('さ').unwrap_or(form) } else { form };
        if is_auxiliary(auxiliary) && (is_short || after_a && line.lemma(auxiliary) == "させる") {
            notes.add(both(verb, auxiliary), SA, &[stem]);
        }
    }
}

/// Continuous forms without い: してる.
pub fn i_nuki(line: &Line<'_>, notes: &mut Notes) {
    for token in line.passage.tokens.iter().filter(|token| is_auxiliary(token)) {
        let lemma = line.lemma(token);
        if matches!(lemma.as_ref(), "てる" | "でる") {
            let full = if lemma == "てる" { "ている" } else { "でいる" };
            notes.add(token.span, I, &[full]);
        }
    }
}

/// 「調査を行う」 for 「調査する」.
pub fn light_verb(line: &Line<'_>, notes: &mut Notes) {
    for three in line.passage.tokens.windows(3) {
        let [noun, particle, verb] = three else { continue };
        let is_noun = noun.xpos == Some("名詞-普通名詞-サ変可能");
        let is_light = line.form(particle) == "を" && is_verb(verb) && line.form(verb).starts_with("行");
        if is_noun && is_light && line.lemma(verb) == "行う" {
            notes.add(both(noun, verb), LIGHT, &[line.form(noun), line.form(noun)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::measures::style::testing::check;

    #[test]
    fn without_ra() {
        check(
            "ra-nuki",
            &[
                ("ここから海が見れる。", "見れる"),
                ("朝早くは起きれない。", "起きれ"),
                ("明日は来れる。", "来れる"),
                ("魚は食べれます。", "食べれ"),
                ("海を見れば分かる。", ""),
                ("川が海に流れる。", ""),
                ("魚は食べられる。", ""),
                ("孫のようにかわいがられていた。", ""),
            ],
        );
    }

    #[test]
    fn sa_too_many() {
        check(
            "sa-ire",
            &[
                ("先に帰らさせてもらう。", "帰らさせ"),
                ("資料を読まさせていただく。", "読まさせ"),
                ("先に帰らせてもらう。", ""),
                ("子どもに野菜を食べさせる。", ""),
            ],
        );
    }

    #[test]
    fn without_i() {
        check(
            "i-nuki",
            &[("雨が降ってる。", "てる"), ("雨が降っている。", ""), ("彼は「雨が降ってる」と言った。", "")],
        );
    }

    #[test]
    fn re_too_many() {
        check("re-tasu", &[("この筆なら書けれる。", "書けれる"), ("この筆なら書ける。", ""), ("名前を書かれる。", "")]);
    }

    #[test]
    fn light_verbs() {
        check(
            "light-verb",
            &[("市が調査を行った。", "調査を行っ"), ("市が調査した。", ""), ("市が祭りを行った。", "")],
        );
    }
}
