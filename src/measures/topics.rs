//! Topics: which IPTC Media Topics an article is about, by the words that speak for them.
//!
//! The words stand in tables that people edit (`data/topics`): for each topic those that speak for little else, with
//! the weight 2, and those that often do, with the weight 1. A topic's evidence is the sum over its words found of
//! weight · log₂(1 + m), where m adds up the places of the word: 3 in the title, 1.5 in headings and the first
//! sentences, 1 elsewhere. What speaks for a narrower topic speaks for its top topic too.
//!
//! A score is e / (e + 3 + 0.4·√n) for evidence e in n words, 0 to 1: a long text holds more words of every topic by
//! chance. An article that says nothing clearly has no topics.

use super::counted::{self, Passage};
use super::keywords::fold;
use crate::article::Article;
use crate::options::Wording;
use crate::order::Order;
use crate::report::{Role, Topic};
use crate::span::Span;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::LazyLock;

/// A topic of the table.
struct Heading {
    id: &'static str,
    top: Option<usize>,
    /// What the standard calls it in English, and what we call it in Japanese.
    label: Wording,
}

static HEADINGS: LazyLock<Vec<Heading>> = LazyLock::new(|| {
    let table = include_str!("../../data/topics/topics.tsv");
    let place = |id: &str| rows(table).position(|[own]| own == id);
    rows(table)
        .map(|[id, top, english, japanese]| Heading { id, top: place(top), label: (english, japanese) })
        .collect()
});

/// The rows of a table of tab-separated values, without its comments; missing columns are empty.
fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or(""))
    })
}

/// The words of a language, each with the topics that it speaks for.
#[derive(Default)]
pub struct TopicWords {
    /// Each word by its folded form, in order, so that what begins no word is told at once.
    numbers: BTreeMap<String, usize>,
    /// The topics of each word, with its weights.
    topics: Vec<Vec<(usize, f64)>>,
}

impl TopicWords {
    /// Reads a table of three columns: a topic, its words of weight 2 and those of weight 1, parted by `|`. Topics that
    /// the table of topics does not have are left out, which the tests rule out.
    pub fn read(table: &'static str) -> Self {
        let mut words = TopicWords::default();
        for [id, certain, likely] in rows(table) {
            let Some(topic) = HEADINGS.iter().position(|heading| heading.id == id) else { continue };
            for (list, weight) in [(certain, 2.0), (likely, 1.0)] {
                for word in list.split('|').filter(|word| !word.is_empty()) {
                    words.add(fold(word), topic, weight);
                }
            }
        }
        words
    }

    fn add(&mut self, word: String, topic: usize, weight: f64) {
        let number = *self.numbers.entry(word).or_insert(self.topics.len());
        if number == self.topics.len() {
            self.topics.push(Vec::new());
        }
        if let Some(topics) = self.topics.get_mut(number) {
            topics.push((topic, weight));
        }
    }

    /// The longest word of the table that the tokens begin with: how many tokens it has, where it stands and its number.
    fn find(&self, passage: &Passage<'_>, from: usize) -> Option<(usize, Span, usize)> {
        let tokens = passage.tokens.get(from..)?;
        let start = tokens.first()?.span.start;
        let (mut before, mut end, mut found) = (String::new(), start, None);
        for (length, token) in (1..).zip(tokens.iter().take(LONGEST)) {
            if length > 1 && token.span.start > end {
                before.push(' ');
            }
            let whole = [before.as_str(), &fold(&token.lemma(passage.article))].concat();
            before += &fold(token.span.of(passage.article));
            end = token.span.end;
            // A phrase can stand in the table as it is written or with its last word in the dictionary form.
            let number = self.numbers.get(&whole).or_else(|| self.numbers.get(&before));
            found = number.map(|number| (length, Span { start, end }, *number)).or(found);
            if !self.begins_a_word(&before) {
                break;
            }
        }
        found
    }

    fn begins_a_word(&self, form: &str) -> bool {
        let next = self.numbers.range::<str, _>((Bound::Included(form), Bound::Unbounded)).next();
        next.is_some_and(|(word, _)| word.starts_with(form))
    }
}

/// What a place in the title counts.
const TITLE: f64 = 3.0;
/// The most tokens of a word of the tables.
const LONGEST: usize = 8;
/// Sentences that count as the beginning.
const BEGINNING: usize = 3;
/// The least score of a topic.
const LEAST: f64 = 0.3;
/// The least evidence of a topic, as a share of the best one's; of a narrower topic, of its top topic's.
const SHARE: f64 = 0.4;
/// The most top topics, and the most narrower ones.
const MOST: usize = 3;
/// Words that are told as reasons.
const REASONS: usize = 5;

/// What speaks for one topic: its words by their numbers.
#[derive(Default)]
struct Evidence<'a> {
    words: BTreeMap<usize, Word<'a>>,
}

/// A word found, told by its form where it stands first.
#[derive(Clone, Copy)]
struct Word<'a> {
    form: &'a str,
    weight: f64,
    places: f64,
    in_title: bool,
}

impl Word<'_> {
    fn evidence(&self) -> f64 {
        self.weight * (1.0 + self.places).log2()
    }
}

impl Evidence<'_> {
    fn sum(&self) -> f64 {
        self.words.values().map(Word::evidence).sum()
    }

    /// Whether it is more than one word said in passing: one word must stand in the title and elsewhere.
    fn is_enough(&self) -> bool {
        self.words.len() > 1 || self.words.values().any(|word| word.in_title && word.places > TITLE)
    }

    /// The forms that speak most, best first, each once.
    fn because(&self) -> Vec<String> {
        let mut words: Vec<&Word<'_>> = self.words.values().collect();
        words.order_by(|a, b| b.evidence().total_cmp(&a.evidence()));
        words.into_iter().take(REASONS).map(|word| word.form.to_owned()).collect()
    }
}

/// The topics of an article over its title and its counted blocks, best first: at most three top topics and three
/// narrower ones. None where too little speaks for any.
pub fn topics(article: &Article<'_>, counted: &[Passage<'_>]) -> Vec<Topic> {
    let mut found: BTreeMap<usize, Evidence<'_>> = BTreeMap::new();
    for passage in counted::titles(article).into_iter().filter(|passage| !passage.block.counted) {
        collect(&passage, TITLE, &mut found);
    }
    for (index, passage) in counted.iter().enumerate() {
        let place = match passage.block.role {
            Role::Title => TITLE,
            Role::Heading => 1.5,
            _ if index < BEGINNING => 1.5,
            _ => 1.0,
        };
        collect(passage, place, &mut found);
    }
    let words: usize = counted.iter().map(|passage| passage.words().count()).sum();
    ranked(&found, article, words)
}

/// Adds what the words of a passage speak for.
fn collect<'a>(passage: &Passage<'a>, place: f64, found: &mut BTreeMap<usize, Evidence<'a>>) {
    let table = &**passage.language.topics;
    let mut at = 0;
    while at < passage.tokens.len() {
        let Some((length, span, number)) = table.find(passage, at) else {
            at += 1;
            continue;
        };
        for (topic, weight) in table.topics.get(number).into_iter().flatten() {
            let top = HEADINGS.get(*topic).and_then(|heading| heading.top);
            for topic in std::iter::once(*topic).chain(top) {
                let form = span.of(passage.article);
                let word = Word { form, weight: *weight, places: 0.0, in_title: false };
                let word = found.entry(topic).or_default().words.entry(number).or_insert(word);
                word.places += place;
                word.weight = word.weight.max(*weight);
                word.in_title |= place >= TITLE;
            }
        }
        at += length;
    }
}

/// The topics that enough speaks for.
fn ranked(found: &BTreeMap<usize, Evidence<'_>>, article: &Article<'_>, words: usize) -> Vec<Topic> {
    let score = |evidence: f64| evidence / (evidence + 3.0 + 0.4 * (words as f64).sqrt());
    let evidence = |topic: usize| found.get(&topic).map_or(0.0, Evidence::sum);
    let (tops, narrower): (Vec<usize>, Vec<usize>) =
        found.keys().partition(|topic| HEADINGS.get(**topic).is_some_and(|heading| heading.top.is_none()));
    let best = tops.iter().map(|topic| evidence(*topic)).fold(0.0, f64::max);
    let kept = best_of(tops, best, &evidence);
    let is_clear =
        |topic: &usize| score(evidence(*topic)) >= LEAST && found.get(topic).is_some_and(Evidence::is_enough);
    let kept: Vec<usize> = kept.into_iter().filter(is_clear).collect();
    let under = |top: usize| {
        let own = narrower.iter().copied().filter(|topic| HEADINGS.get(*topic).is_some_and(|h| h.top == Some(top)));
        best_of(own.collect(), evidence(top), &evidence)
    };
    let narrow = kept.iter().flat_map(|top| under(*top)).filter(is_clear).take(MOST).collect::<Vec<_>>();
    let mut all: Vec<usize> = kept.into_iter().chain(narrow).collect();
    all.order_by(|a, b| evidence(*b).total_cmp(&evidence(*a)).then(a.cmp(b)));
    let topic = |index: usize| {
        let heading = HEADINGS.get(index)?;
        Some(Topic {
            id: heading.id.to_owned(),
            label: article.options.message_language.of(heading.label).to_owned(),
            score: score(evidence(index)),
            because: found.get(&index).map(Evidence::because).unwrap_or_default(),
            top: heading.top.and_then(|top| HEADINGS.get(top)).map(|top| top.id.to_owned()),
        })
    };
    all.into_iter().filter_map(topic).collect()
}

/// Those with at least a share of the evidence `of`, best first.
fn best_of(mut topics: Vec<usize>, of: f64, evidence: &impl Fn(usize) -> f64) -> Vec<usize> {
    topics.retain(|topic| evidence(*topic) >= SHARE * of);
    topics.order_by_key(|topic| (Reverse((evidence(*topic) * 1e6) as u64), *topic));
    topics.truncate(MOST);
    topics
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::languages;
    use crate::measures::testing::prose;
    use crate::options::MessageLanguage;
    use std::collections::HashSet;

    /// What stands first for a text, `-` for none.
    fn first(text: &str, language: &str) -> String {
        let message_language = if language == "ja" { MessageLanguage::Ja } else { MessageLanguage::En };
        let report =
            prose(text, Options { language: Some(language.to_owned()), message_language, ..Options::default() });
        report.topics.first().map_or("-".to_owned(), |topic| topic.label.clone())
    }

    #[test]
    fn what_texts_are_about() {
        let table = [
            (
                "ja",
                "日本銀行は金融政策決定会合で利上げを決めた。円安が進み、日経平均株価は続落した。",
                "経済・ビジネス・金融",
            ),
            ("ja", "川上投手が完投し、球団は連敗を止めた。打線は本塁打二本で逆転した。", "スポーツ"),
            ("ja", "港町の沖で地震があり、気象庁は津波注意報を出した。住民は避難所に向かった。", "災害・事故"),
            ("ja", "市長選が告示され、現職と新人の二人が立候補した。投票率が焦点になる。", "政治・行政"),
            ("ja", "研究チームは、強化学習で言語モデルを訓練する方法を論文に書いた。", "科学・技術"),
            ("ja", "地裁は被告に懲役三年の判決を言い渡した。弁護側は控訴する。", "犯罪・法律・司法"),
            ("ja", "それはとても静かな午後で、誰もが窓の外を眺めていた。", "-"),
            ("ja", "", "-"),
            // The reader's language, not that of the text.
            ("ja", "The striker scored two goals, and the goalkeeper saved a penalty before half-time.", "スポーツ"),
            (
                "en",
                "The central bank raised interest rates, and the stock market fell as traders sold bonds.",
                "economy, business and finance",
            ),
            (
                "en",
                "Voters go to polling stations on Sunday, and two candidates for mayor still campaign.",
                "politics and government",
            ),
            ("en", "The striker scored two goals, and the goalkeeper saved a penalty before half-time.", "sport"),
            ("en", "She opened the window and waited for a while, as people do.", "-"),
        ];
        for (language, text, expected) in table {
            assert_eq!(first(text, language), expected, "{text}");
        }
    }

    #[test]
    fn narrower_topics_name_their_top_topic_and_their_words() {
        let text = "投手が完封し、球団は日本シリーズに進んだ。本塁打は三本だった。";
        let topics = prose(text, Options::default()).topics;
        let baseball = topics.iter().find(|topic| topic.label == "baseball").unwrap();
        assert_eq!(baseball.top.as_deref(), Some("medtop:15000000"));
        assert!(baseball.because.contains(&"日本シリーズ".to_owned()), "{baseball:?}");
        assert!(topics.iter().all(|topic| (0.0..=1.0).contains(&topic.score) && !topic.because.is_empty()));
    }

    #[test]
    fn tables_name_known_topics_and_every_one() {
        let known: HashSet<&str> = HEADINGS.iter().map(|heading| heading.id).collect();
        assert_eq!(known.len(), HEADINGS.len());
        assert_eq!(HEADINGS.iter().filter(|heading| heading.top.is_none()).count(), 17);
        for table in [include_str!("../../data/topics/ja.tsv"), include_str!("../../data/topics/en.tsv")] {
            let named: HashSet<&str> = rows(table).map(|[id]| id).collect();
            assert_eq!(named, known);
        }
        for language in languages::ALL {
            assert!(language.code == "zh" || language.topics.numbers.len() > 500);
        }
    }
}
