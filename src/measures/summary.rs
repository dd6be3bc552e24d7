//! Summary: the sentences that say most of an article, taken whole and in reading order.
//!
//! A sentence's score is 0.25 · centrality + 0.5 · lead + 0.25 · subject, times its form:
//!
//! - centrality: the cosine of its words with those of the whole article, words weighted by ln(1 + count) and rarity
//!   (a centroid in the manner of Radev et al. 2004, Information Processing & Management 40:919–938, linear in the text
//!   where a graph of sentences is not);
//! - lead: 1/(1 + i) for the i-th sentence that can be taken, so that the second can come before a first one that holds
//!   fewer of the keywords;
//! - subject: the share of the five best keywords, by score, that it holds;
//! - form: 0.4 when it opens with a word that leans on the sentence before, 0.6 when it opens with one that points at a
//!   thing named there, 0.5 when it is a question or very short, 0.6 when a bracket in it stays open, since it is then a
//!   piece of a sentence, and 0.9 when a quotation does or it is very long: leads of news are long, and still say most.
//!
//! Sentences are taken one by one, each time the one with the most of 0.75 · score − 0.25 · its likeness to those
//! taken (maximal marginal relevance, Carbonell & Goldstein 1998); one that is nearly one of those is never taken.

use super::counted::Passage;
use super::rarity;
use super::terms::Part;
use super::vocabulary::lowercase;
use crate::article::Article;
use crate::options::Wording;
use crate::order::Order;
use crate::report::{Keyword, Role, SummarySentence};
use std::collections::HashMap;

/// How a language's sentences lean on others.
pub struct SummaryRules {
    /// What a sentence that leans on the one before opens with.
    pub leaning: &'static [&'static str],
    /// What a greeting, thanks, the question of an interviewer or a note opens with, which says nothing of the article.
    pub greetings: &'static [&'static str],
    /// What a sentence about a thing that the one before names opens with.
    pub pointing: &'static [&'static str],
    /// The usual length of a sentence in characters: much shorter and much longer ones are taken less.
    pub length: (usize, usize),
}

/// It holds keywords.
const KEYWORDS: Wording = ("it holds keywords: {}", "キーワードを含む：{}");
/// It shares most words with the whole.
const SHARING: Wording = ("it shares many words with the whole article", "記事全体と共通する語が多い");
/// It stands at the beginning.
const LEAD: Wording = ("it stands at the beginning", "記事の冒頭にある");
/// It is what is left.
const OTHER: Wording = ("it says most of the sentences left", "残りの文の中でいちばん多くを伝える");

/// The most sentences that a summary can have.
pub const MOST: u32 = 10;
/// Keywords that tell what an article is about.
const SUBJECTS: usize = 5;
/// What has not even this part of the usual length of a sentence says too little.
const SHORT: usize = 4;
/// From this likeness on a sentence says again what another says.
const REPETITION: f64 = 0.9;

/// A sentence that can be taken.
struct Candidate<'a> {
    passage: Passage<'a>,
    /// All its words, sorted, each with its rarity; the weights have length 1. What sentences share by this is what they
    /// say, where the weights of [`Weights::of`] would only tell what the article is about.
    words: Vec<(u32, f64)>,
    keywords: Vec<&'a str>,
    centrality: f64,
    lead: f64,
    score: f64,
}

/// The sentences that say most, in reading order; at most as many as the options ask for, 1 to [`MOST`].
pub fn summary(article: &Article<'_>, counted: &[Passage<'_>], keywords: &[Keyword]) -> Vec<SummarySentence> {
    let candidates = candidates(article, counted, keywords);
    let wanted = article.options.summary_sentences.clamp(1, MOST) as usize;
    let mut taken = take(&candidates, wanted);
    taken.order();
    let chosen = taken.into_iter().filter_map(|index| candidates.get(index));
    chosen
        .map(|candidate| SummarySentence {
            sentence: candidate.passage.index,
            score: candidate.score,
            because: because(candidate, article),
        })
        .collect()
}

fn candidates<'a>(article: &Article<'a>, counted: &[Passage<'a>], keywords: &'a [Keyword]) -> Vec<Candidate<'a>> {
    let can_be_taken = |passage: &&Passage<'_>| {
        let greetings = passage.language.summary.greetings;
        // 柘植です。
        let is_long = passage.text.chars().count() * SHORT >= passage.language.summary.length.0;
        matches!(passage.block.role, Role::Paragraph | Role::ListItem)
            && passage.language.code == article.language.code
            && is_long
            && !greetings.iter().any(|greeting| passage.text.starts_with(greeting))
    };
    let passages: Vec<Passage<'a>> = counted.iter().filter(can_be_taken).copied().collect();
    let mut weights = Weights::default();
    let words: Vec<Vec<u32>> = passages.iter().map(|passage| weights.count(passage)).collect();
    let centroid_length = weights.length();
    let subjects = places(keywords);
    let all: f64 = keywords.iter().take(SUBJECTS).map(|keyword| keyword.score).sum();
    let build = |((order, passage), words): ((usize, Passage<'a>), Vec<u32>)| {
        let terms = vector(&words, |word| weights.of(word));
        let centrality = terms.iter().map(|(word, weight)| weight * weights.of(*word)).sum::<f64>() / centroid_length;
        let held = held(&passage, &subjects, keywords);
        let subject = held.iter().map(|keyword| keyword.score).sum::<f64>() / all.max(f64::MIN_POSITIVE);
        let lead = 1.0 / (1.0 + order as f64);
        let score = (0.25 * centrality + 0.5 * lead + 0.25 * subject) * form(&passage);
        let keywords = held.into_iter().map(|keyword| keyword.text.as_str()).collect();
        Candidate { passage, words: vector(&words, |word| weights.rarity(word)), keywords, centrality, lead, score }
    };
    passages.into_iter().enumerate().zip(words).map(build).collect()
}

/// How much each word of the article weighs.
#[derive(Default)]
struct Weights<'a> {
    places: HashMap<std::borrow::Cow<'a, str>, u32>,
    words: Vec<Weight>,
}

/// A word's count, where it can name something, and its rarity.
#[derive(Clone, Copy, Default)]
struct Weight {
    terms: u32,
    rarity: f64,
}

impl<'a> Weights<'a> {
    /// The words of a sentence, each once, sorted; those that can name something are counted in.
    fn count(&mut self, passage: &Passage<'a>) -> Vec<u32> {
        let part = passage.language.terms.part;
        let mut words = Vec::new();
        for token in passage.tokens.iter().filter(|token| token.is_word()) {
            let form = lowercase(token.lemma(passage.article));
            let rarity = rarity::of(&form);
            let next = self.words.len() as u32;
            let place = *self.places.entry(form).or_insert(next);
            if place == next {
                self.words.push(Weight { terms: 0, rarity });
            }
            let is_term = matches!(part(token, token.span.of(passage.article)), Part::Head | Part::Modifier);
            if let Some(weight) = self.words.get_mut(place as usize) {
                weight.terms += u32::from(is_term);
            }
            words.push(place);
        }
        words.order();
        words.dedup();
        words
    }

    fn get(&self, word: u32) -> Weight {
        self.words.get(word as usize).copied().unwrap_or_default()
    }

    fn rarity(&self, word: u32) -> f64 {
        self.get(word).rarity
    }

    /// What one word weighs in the whole article.
    fn of(&self, word: u32) -> f64 {
        let Weight { terms, rarity } = self.get(word);
        (1.0 + f64::from(terms)).ln() * rarity
    }

    /// The length of the whole article's weights, never 0.
    fn length(&self) -> f64 {
        let squares: f64 = (0..self.words.len() as u32).map(|word| self.of(word).powi(2)).sum();
        squares.sqrt().max(f64::MIN_POSITIVE)
    }
}

/// Words as a vector of length 1, in their order.
fn vector(words: &[u32], weight: impl Fn(u32) -> f64) -> Vec<(u32, f64)> {
    let weighed: Vec<(u32, f64)> = words.iter().map(|word| (*word, weight(*word))).collect();
    let length = weighed.iter().map(|(_, weight)| weight.powi(2)).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
    weighed.into_iter().map(|(word, weight)| (word, weight / length)).collect()
}

/// Where the first keywords stand: start and which one, in order.
fn places(keywords: &[Keyword]) -> Vec<(u32, usize)> {
    let first = keywords.iter().take(SUBJECTS).enumerate();
    let mut places: Vec<(u32, usize)> =
        first.flat_map(|(index, keyword)| keyword.spans.iter().map(move |span| (span.start, index))).collect();
    places.order();
    places
}

/// The first keywords that stand in a sentence, each once, best first.
fn held<'k>(passage: &Passage<'_>, places: &[(u32, usize)], keywords: &'k [Keyword]) -> Vec<&'k Keyword> {
    let end = passage.start as usize + passage.text.len();
    let from = places.partition_point(|(start, _)| *start < passage.start);
    let inside = places.iter().skip(from).take_while(|(start, _)| (*start as usize) < end);
    let mut held: Vec<usize> = inside.map(|(_, index)| *index).collect();
    held.order();
    held.dedup();
    held.into_iter().filter_map(|index| keywords.get(index)).collect()
}

/// How fit a sentence is to stand alone, 0 to 1.
fn form(passage: &Passage<'_>) -> f64 {
    let rules = &passage.language.summary;
    let text = passage.text;
    let opens = |words: &[&str]| words.iter().any(|opening| text.starts_with(opening));
    let is_open = |pairs: &[(char, char)]| {
        pairs.iter().any(|(opening, closing)| text.matches(*opening).count() != text.matches(*closing).count())
    };
    let (least, most) = rules.length;
    let length = text.chars().count();
    let is_odd = text.ends_with(['？', '?']) || length < least;
    [
        (opens(rules.leaning), 0.4),
        (opens(rules.pointing), 0.6),
        (is_odd, 0.5),
        (is_open(&[('（', '）'), ('(', ')')]), 0.6),
        (is_open(&[('「', '」'), ('『', '』'), ('“', '”')]), 0.9),
        (length > most, 0.9),
    ]
    .iter()
    .filter(|(applies, _)| *applies)
    .map(|(_, factor)| factor)
    .product()
}

/// The indices of the sentences taken, best first.
fn take(candidates: &[Candidate<'_>], wanted: usize) -> Vec<usize> {
    let mut taken: Vec<usize> = Vec::new();
    let mut likeness = vec![0.0f64; candidates.len()];
    while taken.len() < wanted.min(candidates.len()) {
        let gain = |(candidate, likeness): (&Candidate<'_>, &f64)| 0.75 * candidate.score - 0.25 * likeness;
        let gains = candidates.iter().zip(&likeness).map(gain).enumerate();
        let is_new = |index: usize| likeness.get(index).is_some_and(|likeness| *likeness < REPETITION);
        let rest = gains.filter(|(index, _)| is_new(*index) && !taken.contains(index));
        let Some((best, _)) = rest.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))) else { break };
        let Some(chosen) = candidates.get(best) else { break };
        for (candidate, likeness) in candidates.iter().zip(&mut likeness) {
            *likeness = likeness.max(cosine(&candidate.words, &chosen.words));
        }
        taken.push(best);
    }
    taken
}

/// The product of two sorted vectors of length 1.
fn cosine(a: &[(u32, f64)], b: &[(u32, f64)]) -> f64 {
    let mut others = b.iter().peekable();
    let mut sum = 0.0;
    for (word, weight) in a {
        while others.next_if(|(other, _)| other < word).is_some() {}
        if let Some((_, other)) = others.peek().filter(|(other, _)| other == word) {
            sum += weight * other;
        }
    }
    sum
}

/// From this value on a sentence is called central.
const CENTRAL: f64 = 0.45;

fn because(candidate: &Candidate<'_>, article: &Article<'_>) -> Vec<String> {
    let language = article.options.message_language;
    let mut because = Vec::new();
    if !candidate.keywords.is_empty() {
        because.push(language.with(KEYWORDS, &[&language.quoted(&candidate.keywords)]));
    }
    if candidate.centrality >= CENTRAL {
        because.push(language.of(SHARING).to_owned());
    }
    if candidate.lead > 0.3 {
        because.push(language.of(LEAD).to_owned());
    }
    if because.is_empty() {
        because.push(language.of(OTHER).to_owned());
    }
    because
}

#[cfg(test)]
mod tests {
    use crate::Options;
    use crate::measures::testing::prose;
    use crate::report::Report;

    const TEXT: &str = "市は水素発電所の建設を始めた。水素発電所は港の近くに建つ。一方、住民は水素発電所の安全を心配している。\
市は水素発電所の建設を始めました。工事は来年まで続く。市長は「水素発電所は町の未来だ。安全は守る」と話した。";

    fn summarised(text: &str, sentences: u32) -> (Report, Vec<String>) {
        let options =
            Options { summary_sentences: sentences, offsets: crate::report::OffsetUnit::Byte, ..Options::default() };
        let report = prose(text, options);
        let taken =
            report.summary.iter().map(|entry| report.sentences[entry.sentence as usize].span.of(text).to_owned());
        let taken = taken.collect();
        (report, taken)
    }

    #[test]
    fn in_reading_order_with_reasons() {
        let (report, taken) = summarised(TEXT, 3);
        assert_eq!(taken.first().map(String::as_str), Some("市は水素発電所の建設を始めた。"));
        assert!(report.summary.is_sorted_by_key(|entry| entry.sentence));
        assert!(report.summary.iter().all(|entry| !entry.because.is_empty()));
    }

    #[test]
    fn neither_leaning_nor_twice_the_same() {
        let (_, taken) = summarised(TEXT, 3);
        assert!(!taken.iter().any(|sentence| sentence.starts_with("一方")), "{taken:?}");
        assert!(!taken.iter().any(|sentence| sentence.contains("始めました")), "{taken:?}");
    }

    #[test]
    fn no_greetings() {
        let (_, taken) = summarised(&format!("こんにちは、港の話です。{TEXT}"), 1);
        assert!(taken.iter().all(|sentence| !sentence.starts_with("こんにちは")), "{taken:?}");
    }

    #[test]
    fn no_questions_and_no_names_alone() {
        let (_, taken) = summarised(&format!("柘植です。\n\n――港はどうなりますか。\n\n{TEXT}"), 3);
        assert!(taken.iter().all(|sentence| !sentence.starts_with("――") && sentence != "柘植です。"), "{taken:?}");
    }

    #[test]
    fn as_many_as_asked_for() {
        for (wanted, expected) in [(0, 1), (1, 1), (2, 2), (100, 5)] {
            assert_eq!(summarised(TEXT, wanted).1.len(), expected, "{wanted}");
        }
        assert!(summarised("", 3).1.is_empty());
    }
}
