//! Words that come back too soon.

use crate::measures::style::{Line, Notes};
use crate::options::Wording;

/// Conjunctions that open sentences.
#[rustfmt::skip]
const CONJUNCTIONS: &[&str] = &[
    "けれども", "さらに", "しかし", "しかしながら", "したがって", "すると", "そこで", "そして", "そのため", "その後",
    "それから", "それで", "ただ", "ただし", "たとえば", "だから", "だが", "つまり", "ですが", "ところが", "なお",
    "なぜなら", "また", "むしろ", "もっとも", "一方", "一方で", "例えば", "加えて", "特に",
];

const REPEATED: Wording = ("Two sentences in a row open with “{}”.", "「{}」で始まる文が続いています。");

/// Two sentences of one block, one after the other, that open with the same conjunction.
pub fn conjunctions(lines: &[Line<'_>], notes: &mut Notes) {
    for pair in lines.windows(2) {
        let [before, after] = pair else { continue };
        let is_one_block = before.passage.block.span == after.passage.block.span;
        let (Some(first), Some(second)) = (opening(before), opening(after)) else { continue };
        if is_one_block && first == second && before.passage.block.role == crate::report::Role::Paragraph {
            notes.add(after.span(0, second.len()), REPEATED, &[second]);
        }
    }
}

/// The conjunction that a sentence opens with, where a comma follows it.
fn opening<'a>(line: &Line<'a>) -> Option<&'a str> {
    let (first, _) = line.passage.text.split_once('、')?;
    CONJUNCTIONS.contains(&first).then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::measures::style::testing::check;

    #[test]
    fn repeated() {
        check(
            "repeated-conjunction",
            &[
                ("しかし、雨だ。しかし、行く。", "しかし"),
                ("しかし、雨だ。だが、行く。", ""),
                ("また、雨だ。風も強い。また、寒い。", ""),
                ("また、雨だ。\n\nまた、寒い。", ""),
            ],
        );
    }
}
