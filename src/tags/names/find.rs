//! Finds the names of an article: what the model, the patterns and the lists of names say, and who is right where they
//! overlap.

use super::attributes::Attribute;
use super::context::{self, Context, Words};
use super::edges;
use super::labels::{self, LABELS};
use super::listed::Listed;
use super::mention::{Evidence, Mention, Votes};
use super::model::{Decoder, Found, NameModel};
use super::patterns::{Matches, Patterns};
use super::relabel::Relabel;
use super::rules::NameRules;
use super::runs;
use crate::article::Article;
use crate::error::Error;
use crate::languages::{self, Language};
use crate::order::Order;
use crate::pace::Pace;
use crate::report::{EntityLabel, Sentence};
use crate::span::Span;
use crate::tokens::Token;
use crate::tokens::container::ModelError;
use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

/// How strongly a title after a name speaks for a person, in natural logarithms.
const ADDRESS: f32 = 3.0;

/// What finds the names of one language.
#[derive(Clone, Debug)]
struct Finder {
    language: &'static str,
    rules: &'static NameRules,
    model: Option<NameModel>,
    /// Compiled for the first sentence of the language: most articles are in one.
    patterns: OnceLock<Patterns>,
    words: Words,
}

impl Finder {
    fn patterns(&self) -> &Patterns {
        self.patterns.get_or_init(|| Patterns::new(self.rules))
    }

    fn context<'c>(&'c self, text: &'c str, tokens: &'c [Token<'c>], sentence: u32) -> Context<'c> {
        Context { rules: self.rules, words: &self.words, text, tokens, sentence }
    }
}

/// What finds names: make it once and keep it.
#[derive(Clone, Debug)]
pub struct Names {
    finders: Vec<Finder>,
    table: Listed,
}

/// The models that are part of the program.
const BUILT_IN: &[&[u8]] = &[
    #[cfg(all(feature = "models", not(target_arch = "wasm32")))]
    include_bytes!("../../../models/ja-names.model"),
    #[cfg(all(feature = "models", not(target_arch = "wasm32")))]
    include_bytes!("../../../models/en-names.model"),
];

impl Default for Names {
    /// Patterns and lists without any model.
    fn default() -> Self {
        Names::new(Vec::new())
    }
}

impl Names {
    /// With the models that are part of the program; none where it was built without.
    ///
    /// # Errors
    /// [`ModelError`] where a file that was built in cannot be read.
    pub fn built_in() -> Result<Names, ModelError> {
        let mut names = Names::default();
        for file in BUILT_IN {
            names.add(file)?;
        }
        Ok(names)
    }

    /// Makes the lists ready. Languages whose model is missing are searched by these alone.
    pub fn new(models: Vec<(&'static str, NameModel)>) -> Names {
        let mut models = models;
        let finders = languages::ALL.into_iter().map(|language| {
            let place = models.iter().position(|(code, _)| *code == language.code);
            let model = place.map(|place| models.swap_remove(place).1);
            let (rules, words) = (language.names, Words::new(language.names));
            Finder { language: language.code, rules, model, patterns: OnceLock::new(), words }
        });
        Names { finders: finders.collect(), table: Listed::table() }
    }

    /// Adds the model of a file; one for the same language is replaced.
    ///
    /// # Errors
    /// [`ModelError`] where the bytes are no model of names that can be read. All is then as it was.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), ModelError> {
        let (code, model) = NameModel::from_bytes(bytes)?;
        if let Some(finder) = self.finders.iter_mut().find(|finder| finder.language == code) {
            finder.model = Some(model);
        }
        Ok(())
    }

    /// The names that come with the program.
    pub fn table(&self) -> &Listed {
        &self.table
    }

    /// The model of a language.
    pub fn model(&self, language: &Language) -> Option<&NameModel> {
        self.finder(language)?.model.as_ref()
    }

    fn finder(&self, language: &Language) -> Option<&Finder> {
        self.finders.iter().find(|finder| finder.language == language.code)
    }

    /// Finds the names in the blocks that are no page noise, in order, none overlapping another. It rests as `pace`
    /// asks, telling that a share between the two of `shares` is done.
    ///
    /// # Errors
    /// Whatever `pace` stops it with.
    pub async fn find(
        &self,
        article: &Article<'_>,
        own: &Listed,
        pace: &impl Pace,
        shares: (f64, f64),
    ) -> Result<Vec<Mention>, Error> {
        let mut search = Search {
            is_decoded: false,
            candidates: Vec::new(),
            unsure: Vec::new(),
            decoder: Decoder::default(),
            found: Vec::new(),
        };
        for (number, sentence, tokens) in sentences(article) {
            if (number as usize).is_multiple_of(BATCH) {
                let done = f64::from(number) / article.sentences.len().max(1) as f64;
                pace.rest(shares.0 + (shares.1 - shares.0) * done).await?;
            }
            let code = article.blocks.get(sentence.block as usize).map_or("und", |block| block.language.as_str());
            let language = languages::by_code(code).unwrap_or(article.language);
            let Some(finder) = self.finder(language) else { continue };
            search.sentence(finder, article.text, sentence, number, tokens);
            for (lists, evidence) in [(&self.table, Evidence::Table), (own, Evidence::Dictionary)] {
                lists.find(article.text, tokens, number, evidence, &mut search.candidates);
            }
            search.owners(finder, article.text, number, tokens);
        }
        search.support(article.text);
        Ok(resolve(search.candidates))
    }
}

/// Sentences between two rests.
const BATCH: usize = 256;

/// The sentences of blocks that are no page noise, each with its tokens.
pub fn sentences<'a>(article: &Article<'a>) -> impl Iterator<Item = (u32, &'a Sentence, &'a [Token<'a>])> {
    let (blocks, mut rest) = (article.blocks, article.tokens);
    (0u32..).zip(article.sentences).filter_map(move |(number, sentence)| {
        let begin = rest.iter().take_while(|token| token.span.start < sentence.span.start).count();
        let length = rest.iter().skip(begin).take_while(|token| token.span.end <= sentence.span.end).count();
        let tokens = rest.get(begin..begin + length)?;
        rest = rest.get(begin + length..)?;
        let is_noise = blocks.get(sentence.block as usize).is_none_or(|block| block.role.is_noise());
        (!is_noise).then_some((number, sentence, tokens))
    })
}

/// A span without the marks between words at its ends: 「中国・杭州」 are two names and a mark.
pub fn bare(span: Span, text: &str) -> Span {
    let between = |c: char| matches!(c, '・' | '=' | '＝' | '-' | '、' | ',' | '/' | '／') || c.is_whitespace();
    let form = span.of(text);
    let start = span.start as usize + form.len() - form.trim_start_matches(between).len();
    Span::new(start, start + form.trim_matches(between).len())
}

struct Search {
    /// Whether the decoder has read the sentence.
    is_decoded: bool,
    candidates: Vec<Mention>,
    unsure: Vec<Mention>,
    decoder: Decoder,
    found: Vec<Found>,
}

impl Search {
    fn sentence(&mut self, finder: &Finder, text: &str, sentence: &Sentence, number: u32, tokens: &[Token<'_>]) {
        self.modelled(finder, text, number, tokens);
        let mut matches = Matches::default();
        finder.patterns().find(text, sentence.span, tokens, number, &mut matches);
        self.candidates.append(&mut matches.sure);
        self.unsure.append(&mut matches.unsure);
        finder.patterns().find_quoted(text, tokens, number, &mut self.candidates);
        self.addressed(finder, text, number, tokens);
        let around = finder.context(text, tokens, number);
        around.addressed(&mut self.candidates);
        around.titled(&mut self.candidates);
        around.kinds(&mut self.candidates);
        around.firms(&mut self.candidates);
        around.press(&mut self.candidates);
        if let Some(rules) = finder.rules.runs {
            runs::find(rules, text, sentence.span, number, &mut self.candidates);
        }
    }

    /// What the model takes for names.
    fn modelled(&mut self, finder: &Finder, text: &str, number: u32, tokens: &[Token<'_>]) {
        self.is_decoded = finder.model.is_some();
        let (Some(model), rules) = (&finder.model, finder.rules) else { return };
        self.decoder.decode(model, text, tokens, &mut self.found);
        edges::part_lists(text, tokens, &mut self.found);
        for (place, cut) in self.found.iter().enumerate() {
            let end = cut.end;
            let mut name = edges::trimmed(rules, text, tokens, *cut);
            if LABELS.get(name.label) == Some(&EntityLabel::Organization) {
                name.end = finder.patterns().without_count(text, tokens, &name);
            }
            let span = span_of(tokens, name.start, name.end + edges::region_after(rules, text, tokens, &name));
            let span = span.map(|span| bare(span, text));
            let Some(span) = span.filter(|span| may_be_name(rules, span.of(text))) else {
                continue;
            };
            let [before, after] = [place.checked_sub(1), Some(place + 1)].map(|place| self.found.get(place?));
            let beside = beside(&name, before, after, tokens.len());
            let mut votes = Votes(self.decoder.margins(&model.weights, &name, beside));
            let (mut label, strength) = votes.best();
            if matches!(label, EntityLabel::Product | EntityLabel::Work)
                && let Some(other) = finder.context(text, tokens, number).work_or_product(&name)
            {
                (label, votes) = (other, votes.as_one(other));
            }
            if let Some(other) = (Relabel { rules, text, tokens, name: &name }).label(label) {
                (label, votes) = (other, Votes::one(other, strength));
            }
            if label == EntityLabel::Organization && edges::is_before_title(rules, text, tokens, &name, end) {
                (label, votes) = (EntityLabel::Person, Votes::one(EntityLabel::Person, strength));
            }
            let inside = tokens.get(name.start..name.end).unwrap_or_default();
            let is_none = is_phrase(rules, text, tokens, &name, label)
                || context::is_no_name(rules, text, tokens, &name)
                || context::is_generic(rules, span.of(text), label)
                || edges::is_initial(rules, text, tokens, &name)
                || context::begins_title(rules, text, span, label)
                || edges::is_department(rules, text, tokens, &name, label)
                || !self.is_listed(name.start) && edges::is_common_noun(rules, text, inside, label, strength);
            if !is_none {
                self.candidates.push(Mention { span, votes, evidence: Evidence::Model, sentence: number, fixed: None });
            }
        }
    }

    /// Whether the list of names has what stands at a token of the sentence; without a model there is no list.
    fn is_listed(&self, place: usize) -> bool {
        self.is_decoded && self.decoder.rows().get(place).is_some_and(|row| row.get(Attribute::Listed) != 0)
    }

    /// What the names of this sentence have, and what they are not.
    fn owners(&mut self, finder: &Finder, text: &str, number: u32, tokens: &[Token<'_>]) {
        let own = self.candidates.partition_point(|mention| mention.sentence < number);
        let mut found = self.candidates.split_off(own.min(self.candidates.len()));
        let around = finder.context(text, tokens, number);
        around.without_languages(&mut found);
        around.owners(&mut found);
        around.seats(&mut found);
        around.affiliations(&mut found);
        around.companies(&mut found);
        self.candidates.append(&mut found);
    }

    /// Names of persons before titles and forms of address.
    fn addressed(&mut self, finder: &Finder, text: &str, number: u32, tokens: &[Token<'_>]) {
        let rules = finder.rules;
        for (place, token) in tokens.iter().enumerate() {
            let form = token.span.of(text);
            if !finder.words.is_address(form) {
                continue;
            }
            let before = before_title(rules, text, tokens.get(..place).unwrap_or_default());
            let is_trade = rules.trades.split(' ').any(|trade| trade == form);
            let is_personal = |(at, token): &(usize, &Token<'_>)| {
                let class = token.xpos.unwrap_or(token.upos.tag());
                let is_word = token.origin.is_some() && (rules.is_common_noun)(class) && !self.is_listed(*at);
                !(is_trade && is_word) && (rules.is_personal)(class, token.span.of(text))
            };
            let length = before.iter().enumerate().rev().take(6).take_while(is_personal).count();
            let end = before.len();
            let span = span_of(tokens, end - length, end).filter(|_| length > 0).map(|span| bare(span, text));
            if let Some(span) = span.filter(|span| !span.of(text).is_empty()) {
                let votes = Votes::one(EntityLabel::Person, ADDRESS);
                self.candidates.push(Mention {
                    span,
                    votes,
                    evidence: Evidence::Addressed,
                    sentence: number,
                    fixed: None,
                });
            }
        }
    }

    /// Takes the short forms that something supports: another place where it is sure, or a longer product that ends
    /// in it.
    fn support(&mut self, text: &str) {
        let products = self.candidates.iter().filter(|mention| mention.label() == EntityLabel::Product);
        let mut supported = HashSet::new();
        for form in products.map(|mention| mention.span.of(text)) {
            supported.insert(form.to_owned());
            supported.extend(form.rsplit([' ', '-']).next().map(str::to_owned));
        }
        let unsure = std::mem::take(&mut self.unsure);
        self.candidates.extend(unsure.into_iter().filter(|mention| supported.contains(mention.span.of(text))));
    }
}

/// The span from one token to another (exclusive).
// Not inlined, for the size of the core.
#[inline(never)]
pub fn span_of(tokens: &[Token<'_>], start: usize, end: usize) -> Option<Span> {
    let (first, last) = (tokens.get(start)?, tokens.get(end.checked_sub(1)?)?);
    Some(Span { start: first.span.start, end: last.span.end })
}

/// The tokens before a title, without a country just before it: トランプ in トランプ米大統領.
fn before_title<'t, 'm>(rules: &NameRules, text: &str, before: &'t [Token<'m>]) -> &'t [Token<'m>] {
    match before {
        [rest @ .., country] if rules.countries.split(' ').any(|word| word == country.span.of(text)) => rest,
        _ => before,
    }
}

/// Whether what is taken for a thing or a happening is rather a phrase: it has two particles or more, or one between two
/// names, and no brackets of titles around it.
fn is_phrase(rules: &NameRules, text: &str, tokens: &[Token<'_>], name: &Found, label: EntityLabel) -> bool {
    use EntityLabel::{Event, Facility, Product, Work};
    let inside = tokens.get(name.start..name.end).unwrap_or_default();
    let particles = inside.iter().filter(|token| token.xpos.is_some_and(rules.is_particle)).count();
    let before =
        name.start.checked_sub(1).and_then(|before| tokens.get(before)).map_or("", |token| token.span.of(text));
    // SKハイニックスの郭魯正CEO is a body and a person.
    let is_person = inside
        .last()
        .is_some_and(|token| particles > 0 && rules.addresses.split(' ').any(|address| address == token.span.of(text)));
    let is_many = particles >= 2 || particles == 1 && context::is_pair(rules, text, inside);
    // A Chinese sentence in quotation marks.
    let is_clause = inside.iter().any(|token| matches!(token.span.of(text), "，" | "。"));
    (is_many || is_person || is_clause) && before != "『" && matches!(label, Event | Facility | Product | Work)
}

/// Whether a form can be a name: in most languages Latin words in lower case alone are not.
fn may_be_name(rules: &NameRules, form: &str) -> bool {
    // Neither is an address of mail, nor what ends in one.
    let is_amount = form.contains(['$', '¥', '￥', '€', '£', '@']);
    !is_amount
        && (form
            .chars()
            .any(|character| character.is_alphabetic() && (rules.has_lower_case || !character.is_ascii_lowercase()))
            || form.chars().any(|character| character.is_ascii_digit()))
}

/// The tags beside a name, of which `before` and `after` are the names found last and next: none at the edges of the
/// sentence.
fn beside(name: &Found, before: Option<&Found>, after: Option<&Found>, tokens: usize) -> [Option<usize>; 2] {
    let last = |other: &Found| match other.end - other.start {
        1 => labels::begins(other.label),
        _ => labels::goes_on(other.label),
    };
    let before = before.filter(|other| other.end == name.start).map_or(labels::OUTSIDE, last);
    let after = after.filter(|other| other.start == name.end);
    let after = after.map_or(labels::OUTSIDE, |other| labels::begins(other.label));
    [(name.start > 0).then_some(before), (name.end < tokens).then_some(after)]
}

/// From this strength on, in natural logarithms, a thing that the model finds comes before what a pattern finds in it.
const CLEAR: f32 = 2.5;

/// Who comes first where names overlap; of equals the longer.
fn rank(mention: &Mention) -> u32 {
    match mention.evidence {
        Evidence::Dictionary => 5,
        Evidence::Quoted => 4,
        Evidence::Pattern(_) => 3,
        Evidence::Model => match mention.votes.best() {
            (EntityLabel::Product | EntityLabel::Work | EntityLabel::Event | EntityLabel::Facility, strength)
                if strength >= CLEAR =>
            {
                3
            }
            _ => 2,
        },
        Evidence::Table | Evidence::Addressed | Evidence::Ending | Evidence::Kind => 2,
        _ => 1,
    }
}

/// Whether a mention takes another's voice: what its make shows comes before what the model says of it.
fn hears(mention: &Mention, other: &Mention) -> bool {
    let is_made = matches!(mention.evidence, Evidence::Pattern(_) | Evidence::Quoted);
    !(is_made && other.evidence == Evidence::Model)
}

/// Takes the candidates in the order of their ranks, leaving out those that overlap one taken before. One with the same
/// span adds its voice.
pub fn resolve(mut candidates: Vec<Mention>) -> Vec<Mention> {
    candidates.order_by_key(|mention| {
        (mention.sentence, std::cmp::Reverse((rank(mention), mention.span.len())), mention.span.start)
    });
    let mut taken: Vec<Mention> = Vec::with_capacity(candidates.len());
    // Where those of the sentence begin, with their places: none overlaps another, so the last that begins before the end
    // of a span is the one to ask.
    let mut begins: BTreeMap<u32, usize> = BTreeMap::new();
    for mention in candidates {
        if taken.last().is_some_and(|other| other.sentence != mention.sentence) {
            begins.clear();
        }
        let before = begins.range(..mention.span.end).next_back().map(|(_, place)| *place);
        match before.and_then(|place| taken.get_mut(place)).filter(|other| other.span.overlaps(mention.span)) {
            Some(other) if other.span == mention.span && hears(other, &mention) => other.votes.add(&mention.votes),
            Some(_) => {}
            None => {
                begins.insert(mention.span.start, taken.len());
                taken.push(mention);
            }
        }
    }
    taken.order_by_key(|mention| mention.span);
    taken
}
