//! Pieces inside a paragraph that don't belong to it. They are told, not cut out: the counts of a block are those of
//! its whole text, so that anyone can reproduce them.

use super::reasons::Reason;
use crate::languages::{self, Language};
use crate::options::Options;
use crate::order::Order;
use crate::report::{Block, Inset, Role};
use crate::sentences;
use crate::span::Span;
use aho_corasick::AhoCorasick;
use regex::Regex;
use std::sync::LazyLock;

/// A pattern of pieces and the role they have.
struct Piece {
    role: Role,
    pattern: Option<Regex>,
}

static PIECES: LazyLock<[Piece; 5]> = LazyLock::new(|| {
    let piece = |role, pattern: &str| Piece { role, pattern: Regex::new(pattern).ok() };
    [
        piece(
            Role::Related,
            r"[(（\[［【](?:関連記事|関連|あわせて読みたい|合わせて読みたい|こちらも|参考記事|[Rr]elated|[Rr]ead more|[Ss]ee also|[Aa]lso read)\s?[】\]］]?\s?[:：]?[^)）\]］】。]{0,200}(?:[)）\]］】]|$)",
        ),
        piece(
            Role::Navigation,
            r"(?:続きを読む|続きをみる|続きを見る|もっと読む|[Rr]ead more|[Cc]ontinue reading)\s?[.…>»→]{0,3}$",
        ),
        piece(Role::References, r"\[(?:注|註|note )?\d{1,3}\]|［\d{1,3}］|〔\d{1,3}〕"),
        piece(
            Role::Caption,
            r"[(（\[［](?:写真|画像|撮影|資料写真|写真提供|画像提供|[Pp]hoto|[Ii]mage|[Cc]redit)[^)）\]］。]{0,60}[)）\]］]",
        ),
        piece(Role::Heading, r"(?:^|\s)#{2,5}\s[^\s#。]{1,60}"),
    ]
});

/// The sentences of a sponsor's segment: what opens one, and what one offers.
const OPENINGS: [&str; 12] = [
    "スポンサー",
    "の提供でお送り",
    "と提携し",
    "提携して",
    "パートナーシップ",
    "提供でお届け",
    "の協力で",
    "sponsor",
    "brought to you by",
    "partnered with",
    "partnership with",
    "パートナーである",
];
const OFFERS: [&str; 31] = [
    "概要欄",
    "説明欄",
    "クーポン",
    "割引",
    "プロモコード",
    "プロモーションコード",
    "コードを",
    "リンクから",
    "リンクを",
    "無料で試",
    "無料体験",
    "無料トライアル",
    "無料になり",
    "お申し込み",
    "申し込むと",
    "登録すると",
    "今なら",
    "いまなら",
    "半額",
    "合言葉",
    "特典",
    "％オフ",
    "%オフ",
    "promo code",
    "use code",
    "use the code",
    "% off",
    "link in the description",
    "link below",
    "free trial",
    "sign up",
];
const RETURNS: [&str; 12] = [
    "話を戻",
    "話を本題",
    "本題に",
    "さて、",
    "それでは、",
    "では、",
    "ということで、話",
    "動画に戻",
    "back to the",
    "now, back",
    "anyway,",
    "with that said",
];
/// A segment holds no more sentences, and no larger a share of the article's, than this.
const LONGEST: usize = 24;
const LARGEST: f64 = 0.4;
/// So many sentences may stand between an opening and its offer.
const REACH: usize = 8;

/// Gives blocks that a sponsor's segment fills their role, and finds the pieces inside the others.
pub fn find(text: &str, blocks: &mut [Block], body: &'static Language, options: &Options) -> Vec<Inset> {
    let mut insets = sponsored(text, blocks, body, options);
    for block in blocks.iter().filter(|block| Role::COUNTED.contains(&block.role)) {
        pieces(text, block, &mut insets, options);
    }
    insets.order_by_key(|inset| (inset.span.start, inset.span.end));
    insets
}

fn pieces(text: &str, block: &Block, insets: &mut Vec<Inset>, options: &Options) {
    let line = block.span.of(text);
    let mut taken: Vec<Span> = Vec::new();
    for piece in PIECES.iter() {
        let Some(pattern) = &piece.pattern else { continue };
        for found in pattern.find_iter(line) {
            let trimmed = found.as_str().trim_start();
            let start = found.end() - trimmed.len();
            let span = Span::new(start, found.end());
            // A block that is nothing but the piece has that role already, or was found to have another.
            if span.len() == line.len() || taken.iter().any(|other| other.overlaps(span)) {
                continue;
            }
            taken.push(span);
            let because = Reason::Piece(piece.role).text(options.message_language);
            insets.push(Inset {
                span: span.shifted(block.span.start as usize),
                role: piece.role,
                because: vec![because],
            });
        }
    }
}

/// One sentence of the body and what it says of a sponsor.
struct Said {
    block: usize,
    span: Span,
    opens: bool,
    offers: bool,
    returns: bool,
}

impl Said {
    /// Takes in the word of a number in [`WORDS`], which may begin the sentence.
    fn hear(&mut self, number: usize, begins: bool) {
        let offer = number.checked_sub(OPENINGS.len());
        match offer.map(|offer| offer.checked_sub(OFFERS.len()).and_then(|place| RETURNS.get(place))) {
            None => self.opens = true,
            Some(None) => self.offers = true,
            Some(Some(word)) => self.returns |= begins || word.contains('戻'),
        }
    }
}

/// [`OPENINGS`], [`OFFERS`] and [`RETURNS`] one after another, looked for in one pass.
static WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = OPENINGS.iter().chain(&OFFERS).chain(&RETURNS);
    AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok()
});

fn sponsored(text: &str, blocks: &mut [Block], body: &'static Language, options: &Options) -> Vec<Inset> {
    let Some(words) = WORDS.as_ref() else { return Vec::new() };
    // Hardly any article has a sponsor: only one that has is cut into sentences for it.
    let opens = |block: &Block| {
        words.find_overlapping_iter(block.span.of(text)).any(|hit| hit.pattern().as_usize() < OPENINGS.len())
    };
    if !blocks.iter().any(opens) {
        return Vec::new();
    }
    let said = said(text, blocks, body, words);
    let mut insets = Vec::new();
    let mut index = 0;
    while index < said.len() {
        match segment(&said, index) {
            Some(end) => {
                cover(blocks, said.get(index..end).unwrap_or(&[]), &mut insets, options);
                index = end;
            }
            None => index += 1,
        }
    }
    insets
}

fn said(text: &str, blocks: &[Block], body: &'static Language, words: &AhoCorasick) -> Vec<Said> {
    let mut said = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if !matches!(block.role, Role::Paragraph | Role::Advertisement) {
            continue;
        }
        let language = languages::by_code(&block.language).unwrap_or(body);
        for span in sentences::split(block.span.of(text), language.sentences) {
            let span = span.shifted(block.span.start as usize);
            let mut sentence = Said { block: index, span, opens: false, offers: false, returns: false };
            for hit in words.find_overlapping_iter(span.of(text)) {
                sentence.hear(hit.pattern().as_usize(), hit.start() == 0);
            }
            said.push(sentence);
        }
    }
    said
}

/// Where the segment that begins at `index` has ended, if one does.
fn segment(said: &[Said], index: usize) -> Option<usize> {
    if !said.get(index)?.opens {
        return None;
    }
    let mut last_offer = None;
    let mut end = None;
    for (distance, sentence) in said.iter().skip(index).take(LONGEST).enumerate() {
        if distance > 0 && sentence.returns && last_offer.is_some() {
            end = Some(index + distance);
            break;
        }
        if sentence.offers {
            last_offer = Some(distance);
        }
        if last_offer.is_none_or(|last| distance - last > REACH) && distance > REACH {
            break;
        }
    }
    let end = end.or_else(|| Some(index + last_offer? + 1))?;
    let is_small = (end - index) as f64 <= LARGEST * said.len() as f64;
    (is_small && end - index >= 2).then_some(end)
}

/// Blocks that lie in the segment by more than half become advertisements; of the others the part is told.
fn cover(blocks: &mut [Block], segment: &[Said], insets: &mut Vec<Inset>, options: &Options) {
    let because = vec![Reason::Sponsored.text(options.message_language)];
    for part in segment.chunk_by(|a, b| a.block == b.block) {
        let (Some(first), Some(last)) = (part.first(), part.last()) else { continue };
        let span = Span { start: first.span.start, end: last.span.end };
        let Some(block) =
            blocks.get_mut(first.block).filter(|block| block.confidence < 1.0 || block.role == Role::Paragraph)
        else {
            continue;
        };
        if span.len() * 2 > block.span.len() {
            block.role = Role::Advertisement;
            block.because = because.clone();
        } else {
            insets.push(Inset { span, role: Role::Advertisement, because: because.clone() });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::report::OffsetUnit;
    use crate::{Analyzer, Options};

    #[test]
    fn pieces_of_paragraphs() {
        let body = "研究は広く知られている[12]。結果は速報として公開された。 (関連記事: 新しい電池の作り方 関連記事をもっと読む";
        let text =
            format!("電池の研究\n\n{body}\n\n別の段落では、会場（写真：編集部）の様子も伝えられた。これからも続く。\n");
        let report =
            Analyzer::new().analyze(&text, &Options { offsets: OffsetUnit::Byte, ..Options::default() }).unwrap();
        let found: Vec<String> =
            report.insets.iter().map(|inset| format!("{:?} {}", inset.role, inset.span.of(&text))).collect();
        assert_eq!(
            found,
            [
                "References [12]",
                "Related (関連記事: 新しい電池の作り方 関連記事をもっと読む",
                "Caption （写真：編集部）"
            ]
        );
    }
}
