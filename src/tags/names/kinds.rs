//! Companies by the words beside them: after a word for their kind, by their last word, by what they have.

use super::context::{Context, LONGEST_FIRM, LONGEST_READING, ends_in, is_generic, is_long_address, listed};
use super::find::span_of;
use super::mention::{Evidence, Mention};
use crate::report::EntityLabel;
use crate::tags::entities::forms;

impl Context<'_> {
    /// Adds names straight after a word for their kind: 調査会社トレンドフォース. Words that may be anything count only
    /// where the name stands in brackets after them in Latin letters.
    pub fn kinds(&self, found: &mut Vec<Mention>) {
        for place in (0..self.tokens.len()).filter(|place| self.is_foreign(*place)) {
            let length = (place..self.tokens.len()).take(6).take_while(|at| self.is_foreign(*at)).count();
            let Some(span) = span_of(self.tokens, place, place + length) else { continue };
            let before = place.checked_sub(1).map_or("", |before| self.form(before));
            let kind = self.words.kinds.get(before).copied();
            let Some(label) = kind.or_else(|| self.apposed(place, place + length)) else {
                found.extend(self.unknown_owner(place, place + length));
                continue;
            };
            // What no dictionary has is a name there, too.
            let is_proper = (place..place + length).any(|at| {
                let is_unknown = self.tokens.get(at).is_some_and(|token| token.origin.is_none());
                is_unknown || (self.rules.is_proper)(self.class(at)) || forms::is_latin(self.form(at))
            });
            let glossed = matches!(self.form(place + length), "(" | "（")
                && forms::sound_alike(span.of(self.text), self.form(place + length + 1));
            let is_compound = || length > 1 && listed(self.rules.introducing, before) && self.is_topic(place + length);
            if is_proper || glossed || is_compound() {
                found.push(self.mention(span, label, Evidence::Kind));
            }
        }
    }

    /// A word in katakana that no dictionary has, or with its name at home in brackets, and that has what bodies have:
    /// トークリンク（通聯思維）の本社.
    fn unknown_owner(&self, start: usize, end: usize) -> Option<Mention> {
        let span = span_of(self.tokens, start, end)?;
        let is_open = matches!(self.form(end), "(" | "（") && forms::is_kanji(self.form(end + 1));
        let closes = (end..end + LONGEST_READING).find(|at| matches!(self.form(*at), ")" | "）"));
        let bracket = closes.filter(|_| is_open).and_then(|close| span_of(self.tokens, close, close + 1));
        let is_unknown = end == start + 1 && self.tokens.get(start).is_some_and(|token| token.origin.is_none());
        let is_new =
            (is_unknown || bracket.is_some()) && forms::is_katakana(span.of(self.text)) && self.opens_run(start);
        let owns = is_new && self.owns(bracket.unwrap_or(span));
        owns.then(|| self.mention(span, EntityLabel::Organization, Evidence::Owner))
    }

    /// Whether the topic's particle, a bracket or a comma stands at a token.
    fn is_topic(&self, place: usize) -> bool {
        let form = self.form(place);
        self.rules.topics.contains(&form) || matches!(form, "(" | "（" | "、")
    }

    /// A company that the words before it say is one: スタートアップ、ルミナリア; 投資会社のルミナリアは. Whoever is
    /// addressed is none, nor is a place.
    fn apposed(&self, start: usize, end: usize) -> Option<EntityLabel> {
        let before = self.tokens.get(start).and_then(|token| self.text.get(..token.span.start as usize))?;
        let mut links = self.rules.apposing.iter();
        let (_, needs_topic) = links.find(|(link, _)| {
            let kind = before.strip_suffix(link);
            kind.is_some_and(|kind| ends_in(self.rules.company_kinds, kind))
        })?;
        let next = self.form(end);
        let is_topic = self.is_topic(end);
        let is_person = self.words.is_address(next)
            || self.tokens.get(end).is_some_and(|next| is_long_address(self.rules, self.text, next.span.start));
        let is_place = (start..end).any(|at| (self.rules.is_place)(self.class(at)));
        let form = span_of(self.tokens, start, end)?.of(self.text);
        let is_name = !is_person && !is_place && !is_generic(self.rules, form, EntityLabel::Organization);
        (is_name && (is_topic || !needs_topic)).then_some(EntityLabel::Organization)
    }

    /// Adds companies and newspapers by their last words: 森永製粉, 石川新報. A country before one names no company.
    pub fn firms(&self, found: &mut Vec<Mention>) {
        for end in 2..=self.tokens.len() {
            let goes_on = (self.rules.in_run)(self.class(end), self.form(end));
            if goes_on && !self.words.is_address(self.form(end)) {
                continue;
            }
            let Some(ending) = (end - 2..end).rev().find(|start| self.is_firm(*start, end)) else { continue };
            let is_unknown = |at: usize| self.tokens.get(at).is_some_and(|token| token.origin.is_none());
            let is_kanji = |at: usize| forms::is_kanji(self.form(at));
            let is_named = |at: &usize| {
                (self.rules.is_proper)(self.class(*at)) || self.is_foreign(*at) || is_unknown(*at) && is_kanji(*at)
            };
            let length = (0..ending).rev().take(LONGEST_FIRM).take_while(is_named).count();
            let length = if length == 0 && self.is_owner(ending, end) { 1 } else { length };
            let is_country = length == 1 && (self.rules.is_country)(self.class(ending - 1));
            let span = span_of(self.tokens, ending - length, end).filter(|_| length > 0 && !is_country);
            found.extend(span.map(|span| self.mention(span, EntityLabel::Organization, Evidence::Ending)));
        }
    }

    /// Whether a word in kanji with a company's last word has what bodies have: 山本製鋼 in 山本製鋼の社長.
    fn is_owner(&self, ending: usize, end: usize) -> bool {
        let Some(before) = ending.checked_sub(1) else { return false };
        let form = self.form(before);
        forms::is_kanji(form)
            && !self.words.title_parts.contains(form)
            && span_of(self.tokens, before, end).is_some_and(|span| self.owns(span))
    }

    fn is_firm(&self, start: usize, end: usize) -> bool {
        span_of(self.tokens, start, end).is_some_and(|span| self.words.firms.contains(span.of(self.text)))
    }
}
