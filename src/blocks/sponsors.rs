//! Sponsors' segments: from the sentence that brings the sponsor in to the one that returns to the subject.

use super::reasons::Reason;
use crate::languages::{self, Language};
use crate::options::Options;
use crate::report::{Block, Inset, Role};
use crate::sentences;
use crate::span::Span;
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// What those say who are paid for it.
pub struct Sponsors {
    /// They name a partner. News do that, too, so that only a call makes it a sponsor's.
    pub partners: &'static [&'static str],
    /// They say that somebody pays.
    pub announcements: &'static [&'static str],
    /// What is offered.
    pub offers: &'static [&'static str],
    /// What those who listen shall do for it.
    pub calls: &'static [&'static str],
    /// They return to the subject, wherever they stand in a sentence.
    pub returns: &'static [&'static str],
    /// They return to the subject at the beginning of a sentence.
    pub turns: &'static [&'static str],
}

/// A segment holds no more sentences, and no larger a share of the article's, than this.
const LONGEST: usize = 24;
const LARGEST: f64 = 0.5;
/// So many sentences may stand between an opening and its offer.
const REACH: usize = 8;
/// The fewest characters of a sponsor's name.
const SHORTEST_NAME: usize = 3;

/// What a word in [`WORDS`] says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Partner,
    Announcement,
    Offer,
    Call,
    Return,
    Turn,
}

/// The words of all languages, looked for in one pass, and what each says.
static WORDS: LazyLock<Option<(AhoCorasick, Vec<Sign>)>> = LazyLock::new(|| {
    let (mut words, mut signs): (Vec<&str>, Vec<Sign>) = Default::default();
    for sponsors in languages::ALL.map(|language| &language.insets.sponsors) {
        for (sign, list) in [
            (Sign::Partner, sponsors.partners),
            (Sign::Announcement, sponsors.announcements),
            (Sign::Offer, sponsors.offers),
            (Sign::Call, sponsors.calls),
            (Sign::Return, sponsors.returns),
            (Sign::Turn, sponsors.turns),
        ] {
            words.extend(list);
            signs.extend(list.iter().map(|_| sign));
        }
    }
    let searched = AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok()?;
    Some((searched, signs))
});

/// One sentence of the body and what it says of a sponsor.
struct Said {
    block: usize,
    span: Span,
    /// A partner or a payer is named.
    opens: bool,
    /// A payer is named.
    announces: bool,
    /// Something is offered, or asked for.
    offers: bool,
    /// Something is asked for.
    calls: bool,
    returns: bool,
}

impl Said {
    fn new(block: usize, span: Span, text: &str) -> Said {
        let mut said =
            Said { block, span, opens: false, announces: false, offers: false, calls: false, returns: false };
        for (sign, place) in signs(span.of(text)) {
            match sign {
                Sign::Partner => said.opens = true,
                Sign::Announcement => (said.opens, said.announces) = (true, true),
                Sign::Offer => said.offers = true,
                Sign::Call => (said.offers, said.calls) = (true, true),
                Sign::Return => said.returns = true,
                Sign::Turn => said.returns |= place == 0,
            }
        }
        said
    }
}

/// The signs in a text and where each stands.
fn signs(text: &str) -> impl Iterator<Item = (Sign, usize)> {
    WORDS.iter().flat_map(move |(words, signs)| {
        words.find_overlapping_iter(text).filter_map(|hit| Some((*signs.get(hit.pattern().as_usize())?, hit.start())))
    })
}

/// Gives blocks that a segment fills their role, and tells of the parts of others.
pub fn find(text: &str, blocks: &mut [Block], body: &'static Language, options: &Options) -> Vec<Inset> {
    // Hardly any article has a sponsor: only one that has is cut into sentences for it.
    let opens =
        |block: &Block| signs(block.span.of(text)).any(|(sign, _)| matches!(sign, Sign::Partner | Sign::Announcement));
    if !blocks.iter().any(opens) {
        return Vec::new();
    }
    let said = said(text, blocks, body);
    let mut insets = Vec::new();
    let mut index = 0;
    while index < said.len() {
        match segment(text, &said, index) {
            Some(end) => {
                cover(blocks, said.get(index..end).unwrap_or(&[]), &mut insets, options);
                said.get(end).into_iter().for_each(|next| resume(blocks, next, options));
                index = end;
            }
            None => index += 1,
        }
    }
    insets
}

fn said(text: &str, blocks: &[Block], body: &'static Language) -> Vec<Said> {
    let mut said = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if !matches!(block.role, Role::Paragraph | Role::Advertisement) {
            continue;
        }
        let language = languages::by_code(&block.language).unwrap_or(body);
        let spans = sentences::split(block.span.of(text), language.sentences).into_iter();
        said.extend(spans.map(|span| Said::new(index, span.shifted(block.span.start as usize), text)));
    }
    said
}

/// Where the segment that begins at `index` has ended, if one does.
fn segment(text: &str, said: &[Said], index: usize) -> Option<usize> {
    let first = said.get(index).filter(|first| first.opens)?;
    let (mut last_offer, mut end) = (None, None);
    let (mut announces, mut calls) = (false, false);
    for (distance, sentence) in said.iter().skip(index).take(LONGEST).enumerate() {
        if distance > 0 && sentence.returns && last_offer.is_some() {
            end = Some(index + distance);
            break;
        }
        // What names a partner is news where the payer is named in a paragraph of its own.
        if sentence.announces && !announces && sentence.block != first.block {
            return None;
        }
        announces |= sentence.announces;
        calls |= sentence.calls;
        if sentence.offers {
            last_offer = Some(distance);
        }
        if last_offer.is_none_or(|last| distance - last > REACH) && distance > REACH {
            break;
        }
    }
    if !announces && !calls {
        return None;
    }
    let end = end.or_else(|| Some(thanked(text, said, index, index + last_offer? + 1)))?;
    let is_small = (end - index) as f64 <= LARGEST * said.len() as f64;
    (is_small && end - index >= 2).then_some(end)
}

/// Past the sentences right after a segment that still speak of a name which its first sentence brought in.
fn thanked(text: &str, said: &[Said], index: usize, end: usize) -> usize {
    let Some(first) = said.get(index) else { return end };
    let before = text.get(..first.span.start as usize).unwrap_or("");
    let names: Vec<&str> = names(first.span.of(text)).filter(|name| !before.contains(name)).collect();
    let speaks = |sentence: &&Said| names.iter().any(|name| sentence.span.of(text).contains(name));
    end + said.iter().skip(end).take(LONGEST).take_while(speaks).count()
}

/// What may be a name: runs of katakana, or of Latin letters with a capital.
fn names(sentence: &str) -> impl Iterator<Item = &str> {
    let is_katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
    let runs = sentence
        .split(move |c: char| !is_katakana(c))
        .chain(sentence.split(|c: char| !c.is_ascii_alphanumeric()).filter(|run| run.starts_with(char::is_uppercase)));
    runs.filter(|run| run.chars().count() >= SHORTEST_NAME)
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

/// A block that begins by returning to the subject is the article's, however near the offers above it.
fn resume(blocks: &mut [Block], next: &Said, options: &Options) {
    let begins = |block: &&mut Block| block.span.start == next.span.start && next.returns && !next.offers;
    let block = blocks.get_mut(next.block).filter(begins).filter(|block| block.role == Role::Advertisement);
    if let Some(block) = block.filter(|block| block.confidence < 1.0) {
        (block.role, block.because) = (Role::Paragraph, vec![Reason::Returned.text(options.message_language)]);
    }
}
