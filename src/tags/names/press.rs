//! Names by the forms that the press has for them: where a report is from and who writes it, the company's form before
//! its name, its seat in brackets, examples of a kind, titles before names, titles of works in quotation marks.

use super::context::{Context, beginning, ends_in, listed};
use super::find::span_of;
use super::mention::{Evidence, Mention, Votes};
use crate::report::EntityLabel;
use crate::span::Span;
use crate::tags::entities::forms;

/// How strongly these forms speak, in natural logarithms: more than a model that has never met the name.
const STRENGTH: f32 = 8.0;
/// The most tokens of a place or a person between the marks of a dateline.
const LONGEST_PART: usize = 6;
/// The most words of a person's name after a title.
const LONGEST_PERSON: usize = 4;
/// The most tokens of a company's name after its form.
const LONGEST_NAME: usize = 10;
/// A bracket that tells a company's seat tells it within so many characters.
const FAR_SEAT: usize = 40;
/// The most tokens of an example before the word that says it is one.
const LONGEST_EXAMPLE: usize = 4;
/// The fewest words of a title in quotation marks: two with capitals may be anything.
const SHORTEST_TITLE: usize = 3;
/// The most words of a title in quotation marks.
const LONGEST_TITLE: usize = 9;

impl Context<'_> {
    /// Adds names by these forms.
    pub fn press(&self, found: &mut Vec<Mention>) {
        let forms: [fn(&Self, usize) -> Option<Mention>; 4] =
            [Self::founded, Self::exemplified, Self::titled_before, Self::quoted_title];
        for place in 0..self.tokens.len() {
            self.dateline(place, found);
            found.extend(forms.into_iter().filter_map(|form| form(self, place)));
        }
    }

    /// How many tokens before one are in kanji, katakana or Latin letters, up to a limit.
    // Not inlined, for the size of the core.
    #[inline(never)]
    fn parts_back(&self, end: usize, limit: usize) -> usize {
        (0..end).rev().take(limit).take_while(|at| self.is_part(*at)).count()
    }

    /// How many tokens from one on are.
    #[inline(never)]
    fn parts_ahead(&self, start: usize, limit: usize) -> usize {
        (start..self.tokens.len()).take(limit).take_while(|at| self.is_part(*at)).count()
    }

    fn is_part(&self, place: usize) -> bool {
        let form = self.form(place);
        forms::is_kanji(form) || self.is_foreign(place) && !matches!(form, "＝" | "=")
    }

    fn strong(&self, span: Span, label: EntityLabel, evidence: Evidence) -> Mention {
        Mention { votes: Votes::one(label, STRENGTH), ..self.mention(span, label, evidence) }
    }

    /// The place and the writer of a report: 【上海＝三枝光】, （北京＝呉美蘭）.
    fn dateline(&self, place: usize, found: &mut Vec<Mention>) {
        if !matches!(self.form(place), "＝" | "=") {
            return;
        }
        let (before, after) = (self.parts_back(place, LONGEST_PART), self.parts_ahead(place + 1, LONGEST_PART));
        let (start, end) = (place - before, place + 1 + after);
        let opens = start.checked_sub(1).is_some_and(|at| matches!(self.form(at), "【" | "（" | "("));
        let closes = matches!(self.form(end), "】" | "）" | ")");
        let is_place = (start..place).all(|at| (self.rules.is_place)(self.class(at)) || self.is_foreign(at));
        let (Some(from), Some(writer)) = (span_of(self.tokens, start, place), span_of(self.tokens, place + 1, end))
        else {
            return;
        };
        if !opens || !closes || !is_place || before == 0 {
            return;
        }
        found.push(self.strong(from, EntityLabel::Location, Evidence::Pattern("dateline")));
        let form = writer.of(self.text);
        let is_agency = listed(self.rules.agencies, form) || ends_in(self.rules.company_forms, form);
        let is_person = !is_agency && (2..=LONGEST_NAME).contains(&form.chars().count());
        found.extend(is_person.then(|| self.strong(writer, EntityLabel::Person, Evidence::Pattern("dateline"))));
    }

    /// A company whose form stands before its name and whose seat or head stands in brackets after it, whatever words it is
    /// made of: 株式会社ことのは研究所（本社：…）.
    fn founded(&self, place: usize) -> Option<Mention> {
        let start = self.tokens.get(place)?.span.start;
        let form = beginning(self.rules.forms_before, self.text.get(start as usize..)?) as u32;
        let first = self.tokens.partition_point(|token| token.span.start < start + form);
        let ends = |at: &usize| matches!(self.form(*at), "（" | "(" | "、" | "「" | "。" | "」" | "");
        let end = (first..first + LONGEST_NAME).find(ends).filter(|end| form > 0 && *end > first)?;
        let span = span_of(self.tokens, place, end)?;
        self.has_seat(span).then(|| self.strong(span, EntityLabel::Organization, Evidence::Kind))
    }

    /// Whether the brackets after a name tell where a company sits: （ジャンシン・ストレージ、本社・武漢）.
    pub(super) fn has_seat(&self, name: Span) -> bool {
        let rest = self.text.get(name.end as usize..).unwrap_or("");
        let Some(inside) = rest.strip_prefix(['（', '(']) else { return false };
        let close = inside.char_indices().take(FAR_SEAT).find(|(_, sign)| matches!(sign, '）' | ')'));
        let end = close.map_or_else(|| inside.char_indices().nth(FAR_SEAT).map(|(at, _)| at), |(at, _)| Some(at));
        let inside = inside.get(..end.unwrap_or(inside.len())).unwrap_or("");
        self.rules.seats.split_whitespace().any(|word| inside.contains(word))
    }

    /// Adds the voice of the seat in brackets after a name.
    pub fn seats(&self, found: &mut Vec<Mention>) {
        let bodies: Vec<Mention> = found
            .iter()
            .filter(|mention| mention.sentence == self.sentence && mention.label() != EntityLabel::Organization)
            .filter(|mention| self.has_seat(mention.span))
            .map(|mention| self.strong(mention.span, EntityLabel::Organization, Evidence::Owner))
            .collect();
        found.extend(bodies);
    }

    /// A company that is an example of companies: 玄鳥AI in 玄鳥AIなど大手.
    fn exemplified(&self, place: usize) -> Option<Mention> {
        if !listed(self.rules.examples, self.form(place)) {
            return None;
        }
        let next = self.tokens.get(place + 1)?.span.start;
        let kinds = beginning(self.rules.company_kinds, self.text.get(next as usize..)?);
        let length = self.parts_back(place, LONGEST_EXAMPLE);
        let start = place - length;
        let span = span_of(self.tokens, start, place).filter(|_| kinds > 0 && self.opens_run(start))?;
        let is_name = |at: usize| {
            (self.rules.is_proper)(self.class(at)) || self.tokens.get(at).is_some_and(|token| token.origin.is_none())
        };
        let is_place = (start..place).any(|at| (self.rules.is_place)(self.class(at)));
        // 玄鳥AI: of words that dictionaries have, one in kanji and one in Latin letters.
        let is_mixed = length > 1 && forms::is_kanji(self.form(start)) && forms::is_latin(self.form(place - 1));
        let named = (start..place).any(is_name) || is_mixed;
        (named && !is_place).then(|| self.mention(span, EntityLabel::Organization, Evidence::Kind))
    }

    /// A person after a title that stands before names: Piotr Zielinski in Chief Financial Officer Piotr Zielinski.
    fn titled_before(&self, place: usize) -> Option<Mention> {
        let is_word = |at: &usize| {
            let form = self.form(*at);
            form.starts_with(char::is_uppercase) && form.contains(char::is_lowercase) && forms::is_latin(form)
        };
        let is_part = |at: usize| listed(self.rules.parts_of_titles, self.form(at));
        // Few words begin with a capital, and every token is asked.
        if !is_word(&place) {
            return None;
        }
        // Director General Rafael Grosvenor
        let last = place.checked_sub(1)?;
        let title = if is_part(last) { last.checked_sub(1)? } else { last };
        let is_title = |at: usize| self.is_title_before(at) || is_part(at);
        if !self.is_title_before(title)
            || !self.form(title).starts_with(char::is_uppercase)
            || listed(self.rules.small_words, &self.form(place).to_lowercase())
        {
            return None;
        }
        let length = (place..self.tokens.len()).take(LONGEST_PART).take_while(is_word).count();
        let is_proper = (place..place + length).any(|at| (self.rules.is_proper)(self.class(at)));
        // One word may name a thing after it: President Hotel.
        let is_name = is_proper && (2..=LONGEST_PERSON).contains(&length) && !(place..place + length).any(is_title);
        let span = span_of(self.tokens, place, place + length).filter(|_| is_name)?;
        let last = self.form(place + length - 1);
        let is_body = ends_in(self.rules.company_forms, last) || ends_in(self.rules.heads, last);
        (!is_body).then(|| self.strong(span, EntityLabel::Person, Evidence::Addressed))
    }

    fn is_title_before(&self, place: usize) -> bool {
        listed(self.rules.titles_before, self.form(place))
    }

    /// A work whose title stands in quotation marks, its words with capitals: “The Salt Ledger”. What somebody says has
    /// words without, and a nickname stands between names.
    fn quoted_title(&self, open: usize) -> Option<Mention> {
        if self.rules.small_words.is_empty() || !matches!(self.form(open), "“" | "\"" | "``" | "‘") {
            return None;
        }
        let closes = |at: &usize| matches!(self.form(*at), "”" | "\"" | "''" | "’");
        let close = (open + 1..self.tokens.len()).take(LONGEST_TITLE).find(closes)?;
        let comma = matches!(self.form(close - 1), "," | ".");
        let end = close - usize::from(comma);
        let is_capital = |at: usize| self.form(at).starts_with(char::is_uppercase);
        let is_part = |at: usize| is_capital(at) || listed(self.rules.small_words, self.form(at));
        let capitals = (open + 1..end).filter(|at| is_capital(*at)).count();
        let next = self.class(close + 1);
        let is_said = comma && (next.starts_with("PRP") || next.starts_with("VB") || next.starts_with("NNP"));
        let is_nickname = (self.rules.is_proper)(next)
            && open.checked_sub(1).is_some_and(|before| (self.rules.is_proper)(self.class(before)));
        // “Made in Valderia” policy
        let is_attribute = matches!(next, "NN" | "NNS") && !listed(self.rules.after_titles, self.form(close + 1));
        let has_lower = (open + 1..end).any(|at| self.form(at).contains(char::is_lowercase));
        let is_title = capitals > 1
            && end - open > SHORTEST_TITLE
            && has_lower
            && is_capital(open + 1)
            && (open + 1..end).all(is_part)
            && !is_said
            && !is_nickname
            && !is_attribute;
        let span = span_of(self.tokens, open + 1, end).filter(|_| is_title)?;
        Some(self.strong(span, EntityLabel::Work, Evidence::Quoted))
    }
}
