//! Keywords: the phrases that an article is about.
//!
//! Candidates are the longest noun phrases, so that none is cut inside a compound. Forms that differ in case, width,
//! number, a final ー, hyphens and middle dots, ヴァ and バ, or in how many kana a compound spells out (売り上げ, 売上)
//! are one candidate, and so are the forms of one name. Its score is a product of
//!
//! - frequency: ln(1 + f + n/2), where f counts the places of the phrase itself and n those inside longer phrases;
//! - rarity: 0.4 + 0.6·r, where r is how seldom its words are used elsewhere, 0 to 1: the mean over the words and 0.1
//!   for each word past the first, at most 1;
//! - position: 1 + 3/(1 + s), where s is the index of the sentence in which it first stands;
//! - spread: 1 + 0.2·ln b, where b counts the blocks it stands in;
//! - title: 1.6 when the title has it, 1.25 when a heading has it;
//! - form: 0.25 for a single character, 0.6 past ten characters of a script without spaces.
//!
//! The best score of an article is scaled to 1. Of two phrases of which one lies inside the other, the lower in rank is
//! kept only where it stands by itself more often than inside the other.

use super::counted::{self, Passage};
use super::rarity;
use super::terms::{self, Phrase};
use crate::article::Article;
use crate::order::Order;
use crate::report::{Entity, Keyword, Role};
use crate::span::Span;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// The most keywords of a report.
pub const LIMIT: usize = 20;

/// Phrases of the title that are looked at.
const TITLE: usize = 64;

/// A phrase with all its places.
struct Candidate<'a> {
    phrase: Phrase<'a>,
    key: Vec<String>,
    spans: Vec<Span>,
    first: usize,
    /// Where its blocks begin, in order, each once.
    blocks: Vec<u32>,
    nested: u32,
    in_heading: bool,
}

/// The keywords over the counted blocks, best first, at most [`LIMIT`]; none for a text that names nothing.
pub fn keywords(article: &Article<'_>, counted: &[Passage<'_>], entities: &[Entity]) -> Vec<Keyword> {
    let mut candidates = merged(candidates(article, counted), article.text, entities);
    count_nested(&mut candidates);
    let title = title_keys(article);
    let mut ranked: Vec<(f64, &Candidate<'_>)> =
        candidates.values().map(|candidate| (score(candidate, article, &title), candidate)).collect();
    ranked.order_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.spans.first().cmp(&b.1.spans.first())));
    select(&ranked, article)
}

fn candidates<'a>(article: &Article<'a>, counted: &[Passage<'a>]) -> HashMap<Vec<String>, Candidate<'a>> {
    let mut found: HashMap<Vec<String>, Candidate<'a>> = HashMap::new();
    for (index, passage) in counted.iter().enumerate() {
        for phrase in terms::phrases(passage, index) {
            let key = key(&phrase, article.text);
            if is_empty(&key, passage, article) {
                continue;
            }
            let span = span(&phrase);
            let candidate = found.entry(key).or_insert_with_key(|key| Candidate {
                phrase,
                key: key.clone(),
                spans: Vec::new(),
                first: index,
                blocks: Vec::new(),
                nested: 0,
                in_heading: false,
            });
            candidate.spans.push(span);
            if candidate.blocks.last() != Some(&passage.block.span.start) {
                candidate.blocks.push(passage.block.span.start);
            }
            candidate.in_heading |= passage.block.role == Role::Heading;
        }
    }
    found
}

/// Candidates that are forms of one thing as one: those spelled alike, and the forms of one name. The form with the most
/// places stands for all, of names the fullest.
fn merged<'a>(
    candidates: HashMap<Vec<String>, Candidate<'a>>,
    text: &str,
    entities: &[Entity],
) -> HashMap<Vec<String>, Candidate<'a>> {
    let mut names: HashMap<Span, usize> = HashMap::new();
    for (number, entity) in entities.iter().enumerate() {
        names.extend(entity.mentions.iter().map(|mention| (*mention, number)));
    }
    let mut all: Vec<Candidate<'a>> = candidates.into_values().collect();
    all.order_by_key(|candidate| candidate.spans.first().copied());
    let name = |candidate: &Candidate<'_>| candidate.spans.iter().find_map(|span| names.get(span)).copied();
    // A name that was not found in another spelling is the same name.
    let spelled: HashMap<String, usize> =
        all.iter().filter_map(|candidate| Some((spelling(&candidate.key), name(candidate)?))).collect();
    let mut groups: HashMap<Group, Vec<Candidate<'a>>> = HashMap::new();
    for candidate in all {
        let spelling = spelling(&candidate.key);
        let name = name(&candidate).or_else(|| spelled.get(&spelling).copied());
        let group = name.map_or(Group::Spelling(spelling), Group::Name);
        groups.entry(group).or_default().push(candidate);
    }
    let fullest = |group: &Group| match group {
        Group::Name(number) => entities.get(*number).map(|entity| entity.name.as_str()),
        Group::Spelling(_) => None,
    };
    let whole = groups.into_iter().filter_map(|(group, forms)| joined(forms, text, fullest(&group)));
    whole.map(|candidate| (candidate.key.clone(), candidate)).collect()
}

/// What candidates of one thing share.
#[derive(PartialEq, Eq, Hash)]
enum Group {
    Name(usize),
    Spelling(String),
}

/// Candidates of one thing as one; they come in the order of their first places.
fn joined<'a>(mut forms: Vec<Candidate<'a>>, text: &str, fullest: Option<&str>) -> Option<Candidate<'a>> {
    let is_fullest = |candidate: &Candidate<'_>| fullest == Some(span(&candidate.phrase).of(text));
    let stands = |(index, form): &(usize, &Candidate<'_>)| (is_fullest(form), form.spans.len(), Reverse(*index));
    let (best, _) = forms.iter().enumerate().max_by_key(stands)?;
    let mut kept = forms.swap_remove(best);
    for other in forms {
        kept.spans.extend(other.spans);
        kept.blocks.extend(other.blocks);
        kept.first = kept.first.min(other.first);
        kept.in_heading |= other.in_heading;
    }
    kept.spans.order();
    kept.blocks.order();
    kept.blocks.dedup();
    Some(kept)
}

/// What spellings of one phrase share: no marks between its words, no ヴ, and of a compound of kanji no kana after them.
fn spelling(key: &[String]) -> String {
    let is_kana = |c: char| ('ぁ'..='ゖ').contains(&c);
    let whole: String = key.concat().chars().filter(|c| c.is_alphanumeric() || *c == 'ー').collect();
    let whole = [("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ")]
        .into_iter()
        .fold(whole, |whole, (from, to)| whole.replace(from, to));
    let stem: String = whole.chars().filter(|c| !is_kana(*c)).collect();
    let is_compound = stem.chars().count() > 1 && stem.chars().all(|c| ('一'..='鿿').contains(&c) || c == '々');
    if is_compound && !whole.starts_with(is_kana) { stem } else { whole }
}

fn span(phrase: &Phrase<'_>) -> Span {
    let start = phrase.tokens.first().map_or(0, |token| token.span.start);
    Span { start, end: phrase.tokens.last().map_or(start, |token| token.span.end) }
}

/// Whether a phrase is a single word that names nothing, or one that the options stop.
fn is_empty(key: &[String], passage: &Passage<'_>, article: &Article<'_>) -> bool {
    let joined = || key.concat();
    let is_listed = |word: &String| passage.language.terms.empty.contains(&word.as_str());
    key.iter().all(is_listed)
        || key.iter().all(|word| word.chars().all(|c| !c.is_alphabetic()))
        || (!article.options.stop_words.is_empty()
            && article.options.stop_words.iter().any(|stop| fold(stop).replace(' ', "") == joined()))
}

/// What forms of one phrase share: its words folded, the last one in its dictionary form.
fn key(phrase: &Phrase<'_>, text: &str) -> Vec<String> {
    let last = phrase.tokens.len().saturating_sub(1);
    let word = |(index, token): (usize, &crate::tokens::Token<'_>)| {
        if index == last { fold(&token.lemma(text)) } else { fold(token.span.of(text)) }
    };
    phrase.tokens.iter().enumerate().map(word).collect()
}

/// A word in lower case, full-width letters and digits as ASCII, without a final ー past three characters.
pub fn fold(word: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let folded: String = word.chars().map(narrow).flat_map(char::to_lowercase).collect();
    match folded.strip_suffix('ー') {
        Some(stem) if stem.chars().count() >= 3 => stem.to_owned(),
        _ => folded,
    }
}

/// Adds to each candidate how often it stands inside longer ones.
fn count_nested(candidates: &mut HashMap<Vec<String>, Candidate<'_>>) {
    let longer: Vec<(Vec<String>, u32)> = candidates
        .values()
        .filter(|candidate| candidate.key.len() > 1)
        .map(|candidate| (candidate.key.clone(), candidate.spans.len() as u32))
        .collect();
    for (key, count) in longer {
        // Phrases have few words, so that all their parts are few too.
        for length in 1..key.len() {
            let parts: HashSet<&[String]> = key.windows(length).collect();
            for part in parts {
                if let Some(candidate) = candidates.get_mut(part) {
                    candidate.nested += count;
                }
            }
        }
    }
}

/// The words of the title, each phrase as its key.
fn title_keys(article: &Article<'_>) -> Vec<Vec<String>> {
    let keys = counted::titles(article).into_iter().flat_map(|passage| {
        let phrases = terms::phrases(&passage, 0);
        phrases.iter().map(|phrase| key(phrase, article.text)).collect::<Vec<_>>()
    });
    keys.take(TITLE).collect()
}

fn score(candidate: &Candidate<'_>, article: &Article<'_>, title: &[Vec<String>]) -> f64 {
    let own = candidate.spans.len() as f64;
    let frequency = (1.0 + own + f64::from(candidate.nested) / 2.0).ln();
    let words = candidate.key.len() as f64;
    let rarities = candidate.key.iter().map(|word| rarity::of(word));
    let rarity = (rarities.sum::<f64>() / words + 0.1 * (words - 1.0)).min(1.0);
    let position = 1.0 + 3.0 / (1.0 + candidate.first as f64);
    let spread = 1.0 + 0.2 * (candidate.blocks.len() as f64).max(1.0).ln();
    let in_title = title.iter().any(|phrase| contains(phrase, &candidate.key));
    let place = if in_title {
        1.6
    } else if candidate.in_heading {
        1.25
    } else {
        1.0
    };
    let form = form(span(&candidate.phrase).of(article.text));
    frequency * (0.4 + 0.6 * rarity) * position * spread * place * form
}

/// How fit a phrase is by its length.
fn form(text: &str) -> f64 {
    let dense = text.chars().filter(|c| !c.is_ascii()).count();
    match text.chars().count() {
        1 => 0.25,
        _ if dense > 10 => 0.6,
        _ => 1.0,
    }
}

/// Whether the words of `part` stand in `whole` in one piece.
fn contains(whole: &[String], part: &[String]) -> bool {
    part.len() <= whole.len() && whole.windows(part.len().max(1)).any(|window| window == part)
}

/// The best candidates, none of them a half of another.
fn select(ranked: &[(f64, &Candidate<'_>)], article: &Article<'_>) -> Vec<Keyword> {
    let best = ranked.first().map_or(1.0, |(score, _)| score.max(f64::MIN_POSITIVE));
    let mut kept: Vec<(f64, &Candidate<'_>)> = Vec::new();
    for (score, candidate) in ranked {
        let own = candidate.spans.len();
        let overlaps = |(_, other): &(f64, &Candidate<'_>)| {
            let is_half = contains(&other.key, &candidate.key) || contains(&candidate.key, &other.key);
            is_half && own <= other.spans.len()
        };
        if !kept.iter().any(overlaps) {
            kept.push((*score, candidate));
        }
        if kept.len() == LIMIT {
            break;
        }
    }
    let keyword = |(score, candidate): (f64, &Candidate<'_>)| Keyword {
        text: span(&candidate.phrase).of(article.text).to_owned(),
        score: score / best,
        spans: candidate.spans.clone(),
    };
    kept.into_iter().map(keyword).collect()
}

#[cfg(test)]
mod tests {
    use crate::Options;
    use crate::measures::testing::prose;

    fn found(text: &str, options: Options) -> Vec<String> {
        let report = prose(text, options);
        report.keywords.into_iter().map(|keyword| keyword.text).collect()
    }

    #[test]
    fn compounds_stay_whole() {
        let text = "半導体工場の建設が始まった。半導体工場には補助金が出る。住民は半導体工場を歓迎する。";
        let found = found(text, Options::default());
        assert_eq!(found.first().map(String::as_str), Some("半導体工場"), "{found:?}");
        assert!(!found.iter().any(|word| word == "半導体" || word == "工場"), "{found:?}");
    }

    #[test]
    fn forms_are_one() {
        let text = "サーバーを増やした。サーバの数は、ＡＩ基盤とai基盤で違う。";
        let report = prose(text, Options::default());
        let places = |name: &str| {
            report.keywords.iter().find(|keyword| keyword.text == name).map_or(0, |keyword| keyword.spans.len())
        };
        assert_eq!((places("サーバー"), places("サーバ")), (2, 0), "{:?}", report.keywords);
        assert_eq!(places("ＡＩ基盤"), 2, "{:?}", report.keywords);
    }

    #[test]
    fn spellings_and_names_are_one() {
        let table = [
            ("昨年の売り上げは減った。今年の売上は増えた。売上の内訳を示す。", "売上", 3),
            ("データ・センターを建てた。データセンターは北にある。データセンターは涼しい。", "データセンター", 3),
            ("ヴァイオリン教室に通った。バイオリン教室は古い。バイオリン教室は丘にある。", "バイオリン教室", 3),
            (
                "The data-center market grew. A data center market is rare. This data center market fell.",
                "data center market",
                3,
            ),
            ("DeepSeek-R1が公開された。R1は速い。R1は小さい。", "DeepSeek-R1", 3),
        ];
        for (text, name, places) in table {
            let report = prose(text, Options::default());
            let found = report.keywords.iter().find(|keyword| keyword.text.ends_with(name));
            assert_eq!(found.map(|keyword| keyword.spans.len()), Some(places), "{name}: {:?}", report.keywords);
        }
    }

    #[test]
    fn spellings_that_are_not_one() {
        for (first, second) in [("話", "話し"), ("お茶会", "茶会"), ("会社", "会社員"), ("サーバ", "サーブ")]
        {
            assert_ne!(super::spelling(&[first.to_owned()]), super::spelling(&[second.to_owned()]));
        }
    }

    #[test]
    fn stop_words_of_the_caller() {
        let text = "水素発電所の建設が始まった。水素発電所は町にある。";
        let options = Options { stop_words: vec!["水素発電所".to_owned()], ..Options::default() };
        assert!(found(text, Options::default()).contains(&"水素発電所".to_owned()));
        assert!(!found(text, options).contains(&"水素発電所".to_owned()));
    }

    #[test]
    fn nothing_in_nothing() {
        assert!(found("", Options::default()).is_empty());
        assert!(found("12、34。", Options::default()).is_empty());
    }
}
