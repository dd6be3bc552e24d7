//! Characters that look right and are not.

use crate::measures::style::Phrases;

/// Half-width katakana.
pub static HALF_WIDTH: Phrases = Phrases::new(
    ("“{}” is half-width katakana.", "半角カタカナ「{}」は、全角にすると検索や読み上げで正しく扱われます。"),
    &[("[\u{ff66}-\u{ff9f}]+", "")],
);

/// Voicing marks that stand apart from their kana, as text copied from PDF files has them.
pub static VOICING: Phrases = Phrases::new(
    (
        "“{}” has its voicing mark apart.",
        "濁点・半濁点が仮名から離れています（{}）。一文字に直すと検索できるようになります。",
    ),
    &[("[ぁ-ゖァ-ヺ][\u{3099}\u{309a}゛゜]", "")],
);

/// Zero-width, bidirectional and control characters. Joiners inside emoji and marks of direction between scripts are
/// no slips: they are not listed.
pub static INVISIBLE: Phrases = Phrases::new(
    ("An invisible character.", "目に見えない文字があります。消しても見た目は変わりません。"),
    &[("[\u{ad}\u{200b}\u{2060}\u{feff}\u{202a}-\u{202e}\u{2066}-\u{2069}\0-\u{8}\u{e}-\u{1f}\u{7f}]+", "")],
);

/// Radicals that stand where the kanji of the same look should.
pub static RADICALS: Phrases = Phrases::new(
    (
        "“{}” is a radical, no kanji.",
        "「{}」は漢字ではなく部首の文字です。同じ形の漢字に直すと検索できるようになります。",
    ),
    &[("[\u{2e80}-\u{2fd5}]+", "")],
);

#[cfg(test)]
mod tests {
    use crate::measures::style::testing::check;

    #[test]
    fn half_width() {
        check("half-width-katakana", &[("ﾃﾞｰﾀを送る。", "ﾃﾞｰﾀ"), ("データを送る。", ""), ("「ｱ」と書く。", "ｱ")]);
    }

    #[test]
    fn voicing() {
        check(
            "separated-voicing-mark",
            &[
                ("か\u{3099}くせい", "か\u{3099}"),
                ("ハ゜ンを焼く。", "ハ゜"),
                ("パンを焼く。", ""),
                ("温度は゜で示す。", "は゜"),
            ],
        );
    }

    #[test]
    fn invisible() {
        check(
            "invisible-character",
            &[
                ("見え\u{200b}ない。", "\u{200b}"),
                ("逆\u{202e}順。", "\u{202e}"),
                ("家族は👨‍👩‍👧です。", ""),
                ("空白　と\t表。", ""),
            ],
        );
    }

    #[test]
    fn radicals() {
        check("kangxi-radical", &[("⼈間の⽇。", "⼈|⽇"), ("人間の日。", "")]);
    }
}
