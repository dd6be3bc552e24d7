//! What the words around a name say of it: whom a title follows, what owns whom, what kind of thing is named.

use super::attributes::fold;
use super::edges::is_said;
use super::find::span_of;
use super::mention::{Evidence, Mention, Votes};
use super::model::Found;
use super::rules::NameRules;
use crate::report::{EntityLabel, Upos};
use crate::span::Span;
use crate::tags::entities::forms;
use crate::tokens::Token;
use std::collections::{HashMap, HashSet};

/// How strongly the words around speak, in natural logarithms.
const STRENGTH: f32 = 4.0;
/// How many tokens a person's name before a title has at most.
const LONGEST_PERSON: usize = 5;
/// How many tokens stand before the last word of a company's name at most.
pub(super) const LONGEST_FIRM: usize = 4;
/// How many tokens the reading of a person's name has at most.
pub(super) const LONGEST_READING: usize = 6;
/// How many tokens on each side of a thing say what it is.
const FAR_WORDS: usize = 40;
/// How many tokens stand between an owner and the title of its head at most.
const FAR: usize = 8;

/// Words of a language that every token is asked for.
#[derive(Clone, Debug)]
pub struct Words {
    addresses: HashSet<&'static str>,
    pub(super) title_parts: HashSet<&'static str>,
    pub(super) kinds: HashMap<&'static str, EntityLabel>,
    pub(super) firms: HashSet<&'static str>,
    /// Last words of companies after a word that no dictionary has.
    pub(super) firms_of_unknown: HashSet<&'static str>,
    of_works: HashSet<&'static str>,
    of_products: HashSet<&'static str>,
    pub(super) titles_before: HashSet<&'static str>,
    /// The first characters of the titles of more than one word.
    long_titles: Vec<char>,
    /// The first characters of the forms of companies before their names.
    pub(super) forms_before: Vec<char>,
}

impl Words {
    /// Indexes the words of a language.
    pub fn new(rules: &'static NameRules) -> Words {
        let kinds = rules.kinds.iter().flat_map(|(label, words)| words.split_whitespace().map(|word| (word, *label)));
        Words {
            addresses: rules.addresses.split_whitespace().collect(),
            title_parts: rules.title_parts.split_whitespace().collect(),
            kinds: kinds.collect(),
            firms: rules.firms.split_whitespace().collect(),
            firms_of_unknown: [rules.firms_of_unknown, rules.company_forms]
                .into_iter()
                .flat_map(str::split_whitespace)
                .collect(),
            of_works: rules.of_works.split_whitespace().collect(),
            of_products: rules.of_products.split_whitespace().collect(),
            titles_before: rules.titles_before.split_whitespace().collect(),
            long_titles: firsts(rules.long_addresses),
            forms_before: firsts(rules.forms_before),
        }
    }

    /// Whether a form is a title or form of address that follows names.
    pub fn is_address(&self, form: &str) -> bool {
        self.addresses.contains(form)
    }
}

fn firsts(words: &str) -> Vec<char> {
    words.split_whitespace().filter_map(|word| word.chars().next()).collect()
}

/// A sentence and the rules of its language.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// The rules of its language.
    pub rules: &'c NameRules,
    /// Its words.
    pub words: &'c Words,
    /// The whole text.
    pub text: &'c str,
    /// Its tokens.
    pub tokens: &'c [Token<'c>],
    /// Its number.
    pub sentence: u32,
}

/// Whether a word is one of a list of words separated by spaces.
// Not inlined, for the size of the core.
#[inline(never)]
pub fn listed(words: &str, form: &str) -> bool {
    words.split_whitespace().any(|word| word == form)
}

impl Context<'_> {
    /// Leaves out the places and peoples in the names of languages, and whom a licence or an index is called after: 中国 in
    /// 中国語, MIT in MITライセンス. What the caller lists stays.
    pub fn without_languages(&self, found: &mut Vec<Mention>) {
        found.retain(|mention| {
            let after = self.tokens.partition_point(|token| token.span.start < mention.span.end);
            let is_next = |next: &&Token<'_>| {
                let between = Span { start: mention.span.end, end: next.span.start };
                between.of(self.text).trim().is_empty()
            };
            let next = self.tokens.get(after).filter(is_next);
            let is_place = matches!(mention.label(), EntityLabel::Location | EntityLabel::Norp);
            let is_language =
                is_place && next.is_some_and(|next| listed(self.rules.of_languages, next.span.of(self.text)));
            let is_called_after = next.is_some_and(|next| listed(self.rules.no_names, next.span.of(self.text)))
                && !self.is_in_run(after + 1);
            let is_licence = || self.is_said_of_no_name(mention.span);
            mention.evidence == Evidence::Dictionary || !(is_language || is_called_after || is_licence())
        });
    }

    /// Whether a name is what a licence is said to be: MIT in ライセンスはMITで.
    fn is_said_of_no_name(&self, span: Span) -> bool {
        let first = self.tokens.partition_point(|token| token.span.start < span.start);
        let next = self.tokens.partition_point(|token| token.span.start < span.end);
        let [thing, topic] = [2, 1].map(|back| first.checked_sub(back).map_or("", |place| self.form(place)));
        !thing.is_empty()
            && self.rules.topics.first() == Some(&topic)
            && ends_in(self.rules.licences, thing)
            && listed(self.rules.copulas, self.form(next))
    }

    /// Whether a word at a token goes on with what stands before it.
    fn is_in_run(&self, place: usize) -> bool {
        let form = self.form(place);
        form.contains(char::is_alphanumeric) && (self.rules.in_run)(self.class(place), form)
    }

    #[inline(never)]
    pub(super) fn form(&self, place: usize) -> &str {
        self.tokens.get(place).map_or("", |token| token.span.of(self.text))
    }

    #[inline(never)]
    pub(super) fn class(&self, place: usize) -> &str {
        self.tokens.get(place).map_or("", |token| token.xpos.unwrap_or(token.upos.tag()))
    }

    #[inline(never)]
    pub(super) fn mention(&self, span: Span, label: EntityLabel, evidence: Evidence) -> Mention {
        Mention { span, votes: Votes::one(label, STRENGTH), evidence, sentence: self.sentence, fixed: None }
    }

    /// Whether a thing is a work or a product, as its quotation marks or the words around say; none where the language
    /// does not tell.
    pub fn work_or_product(&self, name: &Found) -> Option<EntityLabel> {
        if self.words.of_works.is_empty() {
            return None;
        }
        let around = name.start.saturating_sub(FAR_WORDS)..(name.end + FAR_WORDS).min(self.tokens.len());
        let has = |words: &HashSet<&str>| {
            let outside = around.clone().filter(|place| !(name.start..name.end).contains(place));
            outside.into_iter().any(|place| words.contains(self.form(place)))
        };
        let is_title = name.start.checked_sub(1).is_some_and(|before| self.form(before) == "『");
        let is_periodical = name.end < self.tokens.len() && listed(self.rules.periodicals, self.form(name.end));
        let is_work = is_title || is_periodical || has(&self.words.of_works) && !has(&self.words.of_products);
        Some(if is_work { EntityLabel::Work } else { EntityLabel::Product })
    }

    /// Adds names in kanji before a title: 入山章栄 in 早稲田大学の入山章栄教授, whatever the model says of them.
    pub fn addressed(&self, found: &mut Vec<Mention>) {
        for place in 1..self.tokens.len() {
            if !self.words.is_address(self.form(place)) {
                continue;
            }
            let end = if self.form(place - 1) == "・" { place - 1 } else { place };
            let before = (0..end).rev().take(LONGEST_PERSON).take_while(|at| self.is_personal_kanji(*at));
            let start = end - before.count();
            let opens = start == 0 || listed("の 、 , 「 『 （ ( ・ や と", self.form(start - 1));
            let Some(span) = span_of(self.tokens, start, end).filter(|_| opens) else { continue };
            let length = span.of(self.text).chars().count();
            let named = (start..end).any(|at| (self.rules.is_proper)(self.class(at)));
            let worded = (start..end).any(|at| self.is_word(at));
            let is_polite = end == place && self.is_polite(start, place);
            let is_long = (2..=5).contains(&length) && (named || length >= 3 && end - start > 1 && !worded);
            if is_long || is_polite {
                let mention = self.mention(span, EntityLabel::Person, Evidence::Addressed);
                // No model knows such names.
                let votes = if is_polite { Votes::one(EntityLabel::Person, 2.0 * STRENGTH) } else { mention.votes };
                found.push(Mention { votes, ..mention });
            }
        }
    }

    /// Adds names before a title of more than one word: 森山 in 森山幹事長, 呉永明 in 呉永明(ウー・ヨンミン)最高経営責任者.
    pub fn titled(&self, found: &mut Vec<Mention>) {
        for place in 1..self.tokens.len() {
            let start = self.tokens.get(place).map_or(0, |token| token.span.start);
            let first = self.form(place).chars().next();
            let may_begin = first.is_some_and(|first| self.words.long_titles.contains(&first));
            let (end, is_read) = self.before_reading(place);
            let end = if end == place && place > 1 && self.form(place - 1) == "・" { place - 1 } else { end };
            let name = if may_begin && is_long_address(self.rules, self.text, start) {
                self.family_name(end).or_else(|| self.kanji_name(end, is_read))
            } else if self.rules.topics.contains(&self.form(place)) && self.is_of_family(place - 1) {
                span_of(self.tokens, place - 1, place)
            } else if is_read && (self.is_read_apart(end, place) || self.words.is_address(self.form(place))) {
                self.kanji_name(end, is_read)
            } else {
                None
            };
            found.extend(name.map(|span| self.mention(span, EntityLabel::Person, Evidence::Addressed)));
        }
    }

    /// Whether the reading in brackets between two tokens has a dot between family and given name: 羅思遠（ルオ・スーユエン）.
    fn is_read_apart(&self, open: usize, end: usize) -> bool {
        (open..end).any(|at| self.form(at).contains('・'))
    }

    /// Whether a word that no dictionary has is a family name of one sign with a given name: 魏承は.
    fn is_of_family(&self, place: usize) -> bool {
        let form = self.form(place);
        let is_unknown = self.tokens.get(place).is_some_and(|token| token.origin.is_none());
        let is_name = is_unknown && forms::is_kanji(form) && matches!(form.chars().count(), 2 | 3);
        is_name && form.starts_with(|sign| self.rules.families.contains(sign)) && self.opens_run(place)
    }

    /// Where a name before a title ends that has its reading in brackets, and whether it has.
    fn before_reading(&self, place: usize) -> (usize, bool) {
        let closes = place.checked_sub(1).filter(|at| matches!(self.form(*at), ")" | "）"));
        let inside = |at: &usize| {
            let form = self.form(*at);
            forms::is_katakana(form) || forms::is_latin(form) || form.contains('・') || matches!(form, "=" | "＝")
        };
        let open = closes.and_then(|close| {
            let length = (0..close).rev().take(LONGEST_READING).take_while(inside).count();
            (close - length).checked_sub(1).filter(|open| length > 0 && matches!(self.form(*open), "(" | "（"))
        });
        open.map_or((place, false), |open| (open, true))
    }

    /// A name of one word that ends before a token.
    fn family_name(&self, end: usize) -> Option<Span> {
        let at = end.checked_sub(1)?;
        let (form, class) = (self.form(at), self.class(at));
        let is_name = (self.rules.is_proper)(class) && forms::is_kanji(form) || forms::is_katakana(form);
        let opens = self.opens_run(at);
        (is_name && opens && !(self.rules.is_country)(class)).then(|| span_of(self.tokens, at, end)).flatten()
    }

    /// A name in kanji of more words, of which one is a person's, or that has its reading, or the family name of one sign.
    #[inline(never)]
    fn kanji_name(&self, end: usize, is_read: bool) -> Option<Span> {
        let length = (0..end).rev().take(LONGEST_PERSON).take_while(|at| self.is_personal_kanji(*at)).count();
        let start = end - length;
        let span = span_of(self.tokens, start, end).filter(|_| length > 0 && self.opens_run(start))?;
        let signs = span.of(self.text).chars().count();
        let is_family = (self.rules.is_proper)(self.class(start)) && self.form(start).chars().nth(1).is_none();
        let is_given = (start..end).any(|at| (self.rules.is_personal)(self.class(at), self.form(at)));
        let is_body = forms::without_company_form(span.of(self.text), self.rules.company_forms).len() < span.len();
        // 羅季川: a family and a given name that the dictionary cuts elsewhere.
        let is_cut = signs == 3
            && (self.rules.is_place)(self.class(start))
            && (self.rules.is_common_noun)(self.class(end - 1))
            && !listed(self.rules.municipalities, self.form(end - 1));
        let named = is_given || is_read || is_family && signs == 3 || is_cut;
        (named && length > 1 && !is_body && (2..=5).contains(&signs)).then_some(span)
    }

    /// Whether no word of the same run stands before a token.
    #[inline(never)]
    pub(super) fn opens_run(&self, start: usize) -> bool {
        let before = start.checked_sub(1);
        before.is_none_or(|at| !(self.rules.in_run)(self.class(at), self.form(at)))
    }

    /// Whether a name is so short that only a polite address shows it: 梁さん, 雷軍さん.
    fn is_polite(&self, start: usize, place: usize) -> bool {
        let is_country = |at: usize| (self.rules.is_country)(self.class(at));
        let is_number = |at: usize| self.tokens.get(at).is_some_and(|token| token.upos == Upos::Num);
        let is_sign = |at: usize| {
            self.form(at).chars().nth(1).is_none() && (self.rules.is_head)(self.class(at)) && !is_number(at)
        };
        let is_name = match place - start {
            1 => is_sign(start) && (is_country(start) || self.rules.families.contains(self.form(start))),
            2 => is_sign(start) && is_sign(start + 1),
            _ => false,
        };
        is_name && listed(self.rules.polite, self.form(place))
    }

    #[inline(never)]
    pub(super) fn is_personal_kanji(&self, place: usize) -> bool {
        let form = self.form(place);
        forms::is_kanji(form) && !self.words.title_parts.contains(form) && !self.words.is_address(form)
    }

    /// Whether a token is a common noun of more than one sign: 談合 and 事件 before 市長 name nobody.
    fn is_word(&self, place: usize) -> bool {
        (self.rules.is_common_noun)(self.class(place)) && self.form(place).chars().nth(1).is_some()
    }

    /// Adds the voice of what a name owns: X is a body in Xの株価 and in XのY社長. A country has such things too.
    pub fn owners(&self, found: &mut Vec<Mention>) {
        if self.rules.possessive.is_empty() {
            return;
        }
        let owners: Vec<Mention> = found
            .iter()
            .filter(|mention| mention.sentence == self.sentence && self.owns(mention.span))
            .filter(|mention| mention.label() != EntityLabel::Organization && !self.is_known_place(mention))
            .map(|mention| self.mention(mention.span, EntityLabel::Organization, Evidence::Owner))
            .collect();
        found.extend(owners);
    }

    /// Whether a name is taken for a place and has a word that the dictionary has as one, or is in kanji.
    fn is_known_place(&self, mention: &Mention) -> bool {
        let first = self.tokens.partition_point(|token| token.span.start < mention.span.start);
        let inside = (first..self.tokens.len()).take_while(|at| self.begins_before(*at, mention.span.end));
        let is_place = |at: usize| (self.rules.is_place)(self.class(at)) || !self.is_foreign(at);
        mention.label() == EntityLabel::Location && inside.into_iter().any(is_place)
    }

    fn begins_before(&self, place: usize, end: u32) -> bool {
        self.tokens.get(place).is_some_and(|token| token.span.start < end)
    }

    #[inline(never)]
    pub(super) fn owns(&self, span: Span) -> bool {
        let next = self.tokens.partition_point(|token| token.span.start < span.end);
        if self.form(next) != self.rules.possessive {
            return false;
        }
        let ahead = (next + 1..self.tokens.len()).take(FAR);
        let is_part =
            |place: &usize| !self.class(*place).starts_with("助") && !self.class(*place).starts_with("補助記号");
        let mut noun = String::new();
        for place in ahead.take_while(is_part) {
            noun.push_str(self.form(place));
            if listed(self.rules.belongings, &noun) {
                return true;
            }
        }
        self.rules.offices.split_whitespace().any(|office| noun.len() > office.len() && noun.ends_with(office))
    }

    #[inline(never)]
    pub(super) fn is_foreign(&self, place: usize) -> bool {
        let form = self.form(place);
        let is_capital = forms::is_latin(form) && form.chars().next().is_some_and(char::is_uppercase);
        matches!(form, "・" | "＝" | "=") || is_capital || forms::is_katakana(form)
    }
}

/// Whether a title of more than one word begins at a byte of the text.
#[inline(never)]
pub fn is_long_address(rules: &NameRules, text: &str, start: u32) -> bool {
    beginning(rules.long_addresses, Span { start, end: text.len() as u32 }.of(text)) > 0
}

/// The length in bytes of the longest word of a list separated by spaces that a text begins with; 0 where there is none.
#[inline(never)]
pub fn beginning(words: &str, text: &str) -> usize {
    words.split_whitespace().filter(|word| text.starts_with(word)).map(str::len).max().unwrap_or(0)
}

/// Whether a form is none of a language's names: a word such as AI or 大手, or a title alone.
pub fn is_generic(rules: &NameRules, form: &str, label: EntityLabel) -> bool {
    // ＩＰＯ is IPO in wide letters.
    let folded: String = form.chars().map(fold).collect();
    let form = folded.as_str();
    let is_title = || listed(rules.addresses, form) || listed(rules.offices, form);
    let is_kind = || rules.kinds.iter().any(|(_, words)| listed(words, form));
    // 4800 TOPS is an amount.
    let unit = form.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, ' ' | ',' | '.'));
    let is_amount = unit.len() < form.len() && listed(rules.amounts, unit);
    listed(rules.generic, form)
        || is_amount
        || is_kind()
        || is_title()
        || label == EntityLabel::Organization && ends_in(rules.no_organizations, form)
}

/// Whether a form ends in one of a list of words separated by spaces.
#[inline(never)]
pub fn ends_in(endings: &str, form: &str) -> bool {
    endings.split_whitespace().any(|ending| form.ends_with(ending))
}

/// Whether a name is none by its last word: MITライセンス, or where that is counted: 三町. What stands in quotation marks
/// is a title.
pub fn is_no_name(rules: &NameRules, text: &str, tokens: &[Token<'_>], name: &Found) -> bool {
    let form = |place: Option<usize>| place.and_then(|place| tokens.get(place)).map_or("", |token| token.span.of(text));
    let is_counted = match tokens.get(name.start..name.end) {
        Some([numbers @ .., last]) if !numbers.is_empty() => {
            numbers.iter().all(|token| token.upos == Upos::Num) && listed(rules.municipalities, last.span.of(text))
        }
        _ => false,
    };
    let is_none = is_counted || ends_in(rules.no_names, form(name.end.checked_sub(1)));
    is_none && !matches!(form(name.start.checked_sub(1)), "「" | "『" | "“") || is_said(rules, text, tokens, name)
}

/// Whether a form is two names that a particle joins, the latter in Latin letters: DeepSeekとOpenAI, グーグルのGemini.
pub fn is_pair(rules: &NameRules, text: &str, inside: &[Token<'_>]) -> bool {
    inside.windows(3).any(|three| match three {
        [left, between, right] => {
            between.xpos.is_some_and(rules.is_particle)
                && is_foreign(text, left)
                && forms::is_latin(right.span.of(text))
        }
        _ => false,
    })
}

/// Whether a token is in katakana or Latin letters.
#[inline(never)]
pub fn is_foreign(text: &str, token: &Token<'_>) -> bool {
    let form = token.span.of(text);
    forms::is_katakana(form) || forms::is_latin(form)
}

/// Whether what is taken for a person is the beginning of a title: 董 in 董事長.
pub fn begins_title(rules: &NameRules, text: &str, span: Span, label: EntityLabel) -> bool {
    let rest = Span { start: span.start, end: text.len() as u32 }.of(text);
    let title = beginning(rules.addresses, rest).max(beginning(rules.offices, rest));
    label == EntityLabel::Person && title > span.len()
}
