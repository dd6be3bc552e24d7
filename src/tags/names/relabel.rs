//! What a name rather is than what the model takes it for.

use super::context::{beginning, ends_in, listed};
use super::find::span_of;
use super::model::Found;
use super::patterns::ends_in_year;
use super::rules::NameRules;
use crate::report::EntityLabel::{self, Event, Facility, Location, Organization, Person, Product, Work};
use crate::tags::entities::forms;
use crate::tags::line::{is_han, is_katakana};
use crate::tokens::Token;

/// A name of a sentence and the rules of its language.
#[derive(Clone, Copy)]
pub struct Relabel<'c> {
    /// The rules of its language.
    pub rules: &'c NameRules,
    /// The whole text.
    pub text: &'c str,
    /// The tokens of the sentence.
    pub tokens: &'c [Token<'c>],
    /// The name.
    pub name: &'c Found,
}

impl Relabel<'_> {
    /// Another label than the model's, by the words around or by its own: a product by its last word (H3ロケット), a contest
    /// or test by its year (AIME 2024), a newspaper by its last word (福爾摩沙週報), a place alone in brackets (桜丘学園（愛知）).
    pub fn label(&self, label: EntityLabel) -> Option<EntityLabel> {
        let form = span_of(self.tokens, self.name.start, self.name.end)?.of(self.text);
        self.by_words_around(form, label)
            .or_else(|| self.by_form(form, label))
            .or_else(|| self.is_place_in_brackets(label).then_some(Location))
    }

    fn token(&self, at: Option<usize>) -> Option<&Token<'_>> {
        at.and_then(|at| self.tokens.get(at))
    }

    // Not inlined, for the size of the core.
    #[inline(never)]
    fn is(&self, at: Option<usize>, words: &str) -> bool {
        self.token(at).is_some_and(|token| listed(words, token.span.of(self.text)))
    }

    fn by_words_around(&self, form: &str, label: EntityLabel) -> Option<EntityLabel> {
        let (rules, Found { start, end, .. }) = (self.rules, *self.name);
        let (before, first_before) = (start.checked_sub(1), start.checked_sub(2));
        match label {
            Person if end == start + 1 && forms::is_kanji(form) && self.is_where() => Some(Location),
            // Semiscope, which tracks the industry; H800s
            Person if self.is(Some(end), ",") && self.is(Some(end + 1), rules.of_things) => Some(Organization),
            Person if end == start + 1 && is_code(form) => Some(Product),
            // Kyushu, where something happens
            Person if end == start + 1 && self.is(Some(end), ",") && self.is(Some(end + 1), rules.of_places) => {
                Some(Location)
            }
            // 米ブルックヘイブンで山火事
            Person | Organization if self.is(Some(end), rules.of_places) && self.happens(label, form) => Some(Location),
            // ワシントンの調査会社
            Organization if self.is_seat(form) => Some(Location),
            // The port city of Santa Ines
            Person | Organization
                if self.is(before, rules.place_kinds.1) && self.is(first_before, rules.place_kinds.0) =>
            {
                Some(Location)
            }
            // Chief Executive Shen Jianing
            Organization | Product | Work if end == start + 2 && self.is(before, rules.titles_before) => Some(Person),
            // No person's name has an article.
            Person if end > start + 1 && self.is(Some(start), rules.articles) => Some(Organization),
            Work | Product | Organization if self.is(Some(end), rules.agencies) && self.is(Some(end + 1), "】") => {
                Some(Location)
            }
            _ => None,
        }
    }

    /// Whether something happens behind a name that happens at places alone: of bodies only what befalls, and nothing at what
    /// ends as bodies do, 大学 and 地裁; people grow up and meetings are held in both.
    fn happens(&self, label: EntityLabel, form: &str) -> bool {
        let (befalls, is_held) = self.rules.happenings;
        let happens = |words: &str| beginning(words, self.rest(self.name.end + 1)) > 0;
        if label == Person { happens(befalls) || happens(is_held) } else { happens(befalls) && !form.ends_with(is_han) }
    }

    /// The text from a token on.
    fn rest(&self, at: usize) -> &str {
        self.token(Some(at)).and_then(|token| self.text.get(token.span.start as usize..)).unwrap_or("")
    }

    /// Whether a word for companies follows a word in katakana that the dictionary may have as a place, and ends there.
    fn is_seat(&self, form: &str) -> bool {
        let (rules, Found { start, end, .. }) = (self.rules, *self.name);
        // Dictionaries have cities as places or persons, firms as neither: シーメンスのスタートアップ.
        let may_be = |class: &str| (rules.is_proper)(class) && !(rules.is_general_name)(class);
        let is_place = |at: usize| self.token(Some(at)).is_some_and(|token| token.xpos.is_some_and(may_be));
        let rest = self.rest(end + 1);
        let kind = beginning(rules.introducing, rest);
        let behind = rest.get(kind..).unwrap_or("");
        let goes_on =
            behind.starts_with(rules.possessive) || behind.starts_with(|sign| is_han(sign) || is_katakana(sign));
        let is_word = forms::is_katakana(form) && (start..end).all(is_place);
        is_word && self.is(Some(end), rules.possessive) && kind > 0 && !goes_on
    }

    /// Whether something happens at a name: 小笠原で測定した. Nothing happens at a person, but 会長は山口で says who is one.
    fn is_where(&self) -> bool {
        let (rules, before, end) = (self.rules, self.name.start.checked_sub(1), self.name.end);
        let form_before = self.token(before).map_or("", |token| token.span.of(self.text));
        // 首都圏の小笠原で
        let is_in_place = self.token(self.name.start.checked_sub(2)).is_some_and(|token| {
            let form = token.span.of(self.text);
            token.xpos.is_some_and(rules.is_place) || listed(rules.regions, form) || listed(rules.municipalities, form)
        });
        let is_owned = form_before == rules.possessive && !is_in_place;
        let is_said_to_be = rules.topics.contains(&form_before) || is_owned;
        let goes_on = |next: &Token<'_>| next.span.of(self.text).starts_with(char::is_alphanumeric);
        self.is(Some(end), rules.of_places)
            && !is_said_to_be
            && self.token(Some(end)).is_some_and(|token| token.xpos.is_some_and(rules.is_particle))
            && self.token(Some(end + 1)).is_some_and(goes_on)
    }

    fn by_form(&self, form: &str, label: EntityLabel) -> Option<EntityLabel> {
        let (rules, Found { start, end, .. }) = (self.rules, *self.name);
        let is_quoted = self.is(start.checked_sub(1), "「 『");
        match label {
            Work | Product if ends_in(rules.groups, form) => Some(Organization),
            Work if ends_in(rules.no_works, form) => Some(Product),
            Product if ends_in(rules.laws.0, form) && !ends_in(rules.laws.1, form) => Some(Work),
            Person | Work | Product if ends_in(rules.outlets, form) && !is_quoted => Some(Organization),
            Facility if ends_in(rules.no_facilities, form) => Some(Organization),
            Work | Product if is_of_year(form) => Some(Event),
            Work | Product if end > start + 1 && self.is(end.checked_sub(1), rules.firms) => Some(Organization),
            _ => None,
        }
    }

    fn is_place_in_brackets(&self, label: EntityLabel) -> bool {
        let Found { start, end, .. } = *self.name;
        let is_place = |token: &Token<'_>| token.xpos.is_some_and(self.rules.is_place);
        matches!(label, Organization | Facility)
            && self.tokens.get(start..end).is_some_and(|inside| are_places(self.text, inside, is_place))
            && self.is(start.checked_sub(1), "( （ 、")
            && self.is(Some(end), ") ）")
    }
}

/// Whether a name is a place, or places with marks between: 東京・千代田, 東京・港.
fn are_places(text: &str, inside: &[Token<'_>], is_place: impl Fn(&Token<'_>) -> bool) -> bool {
    let is_mark = |token: &Token<'_>| token.span.of(text) == "・";
    let has_ward = inside.len() == 3 && inside.get(1).is_some_and(is_mark);
    let is_ward = |token: &Token<'_>| has_ward && forms::is_kanji(token.span.of(text));
    inside.first().is_some_and(&is_place)
        && inside.iter().all(|token| is_mark(token) || is_place(token) || is_ward(token))
}

/// Whether a form is a code of capitals and digits, of one thing or several: H100s.
fn is_code(form: &str) -> bool {
    let rest = form.trim_start_matches(|sign: char| sign.is_ascii_uppercase());
    let digits = rest.strip_suffix('s').unwrap_or(rest);
    rest.len() < form.len() && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a form is an acronym and a year.
fn is_of_year(form: &str) -> bool {
    let acronym = form.split_once(' ').map_or("", |(first, _)| first);
    ends_in_year(form) && acronym.len() > 2 && acronym.bytes().all(|byte| byte.is_ascii_uppercase())
}
