//! Which Japanese words can name what an article is about.

use crate::measures::terms::{Part, TermRules};
use crate::report::Upos;
use crate::tokens::Token;
use unicode_script::{Script, UnicodeScript};

/// The rules for Japanese.
pub const TERMS: TermRules = TermRules { part, empty: EMPTY, longest: 8 };

/// Nouns that say little by themselves: 形式名詞, and words of place, time and order.
#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "うち", "こと", "さん", "ため", "つもり", "とき", "ところ", "はず", "ほか", "まま", "もの", "よう", "わけ",
    "一つ", "一部", "上", "下", "中", "予定", "二つ", "人", "今", "今回", "今後", "以上", "以下", "以前", "以降",
    "何", "使用", "例", "側", "全て", "全体", "内容", "写真", "分", "利用", "前", "前回", "化", "可能", "各", "同",
    "同日", "同氏", "同社", "同紙", "名", "問題", "国", "型", "報道", "場合", "多く", "存在", "実施", "対象", "年",
    "式", "当時", "形", "影響", "後", "必要", "性", "情報", "意味", "手", "指摘", "数", "新た", "方", "方法", "日",
    "時", "最初", "最大", "最後", "最近", "最高", "月", "本人", "次回", "氏", "活動", "点", "状態", "状況", "現在",
    "理由", "用", "発表", "的", "目", "目的", "確認", "第", "等", "約", "結果", "者", "自体", "自分", "自身", "記事",
    "説明", "誰", "資料", "部分", "重要", "開始", "間", "関係", "際",
];

/// What a word can do: by its UniDic class, or by its script where it has none.
fn part(token: &Token<'_>, form: &str) -> Part {
    match token.xpos {
        Some(class) => by_class(class, form),
        None => by_script(token, form),
    }
}

fn by_class(class: &str, form: &str) -> Part {
    match class {
        "名詞-数詞" | "名詞-普通名詞-助数詞可能" | "接尾辞-名詞的-助数詞" => Part::Link,
        "名詞-普通名詞-副詞可能" | "接尾辞-名詞的-副詞可能" => Part::Outside,
        "接尾辞-名詞的-一般" if matches!(form, "さん" | "氏" | "君" | "様" | "ら" | "たち" | "など" | "ごと") => {
            Part::Outside
        }
        _ if class.starts_with("名詞") => Part::Head,
        "接頭辞" | "形状詞-一般" | "接尾辞-形状詞的" => Part::Modifier,
        _ if class.starts_with("接尾辞-名詞的") => Part::Suffix,
        _ if class.starts_with("記号") => Part::Head,
        _ if is_link(form) => Part::Link,
        _ => Part::Outside,
    }
}

fn by_script(token: &Token<'_>, form: &str) -> Part {
    let script = form.chars().next().map(|first| first.script());
    match (token.upos, script) {
        (Upos::Num, _) => Part::Link,
        (Upos::X | Upos::Noun | Upos::Propn, Some(Script::Han | Script::Katakana | Script::Latin)) => Part::Head,
        (Upos::X, _) if form.starts_with('ー') => Part::Head,
        _ if is_link(form) => Part::Link,
        _ => Part::Outside,
    }
}

fn is_link(form: &str) -> bool {
    matches!(form, "・" | "-" | "‐" | "–" | "&" | "＆" | "＝" | "=" | "/" | ".")
}
