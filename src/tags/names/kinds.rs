//! Companies by the words beside them: after a word for their kind, by their last word, by what they have.

use super::context::{Context, LONGEST_FIRM, LONGEST_READING, beginning, ends_in, is_generic, is_long_address, listed};
use super::find::span_of;
use super::mention::{Evidence, Mention};
use crate::report::{EntityLabel, Upos};
use crate::tags::entities::forms;

impl Context<'_> {
    /// Adds names straight after a word for their kind: 調査会社トレンドフォース. Words that may be anything count only
    /// where the name stands in brackets after them in Latin letters.
    pub fn kinds(&self, found: &mut Vec<Mention>) {
        found.extend((1..self.tokens.len()).filter_map(|place| self.apposed_kanji(place)));
        for place in (0..self.tokens.len()).filter(|place| self.is_foreign(*place)) {
            let length = (place..self.tokens.len()).take(6).take_while(|at| self.is_foreign(*at)).count();
            let Some(span) = span_of(self.tokens, place, place + length) else { continue };
            let before = place.checked_sub(1).map_or("", |before| self.form(before));
            let kind = self.words.kinds.get(before).copied();
            let label = kind.or_else(|| self.apposed(place, place + length)).or_else(|| self.of_country(place, length));
            let Some(label) = label else {
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

    /// A company in kanji that the words before it say is one, of a word that no dictionary has or of single signs:
    /// 財鏡網 in 中国メディアの財鏡網は.
    fn apposed_kanji(&self, start: usize) -> Option<Mention> {
        if !forms::is_kanji(self.form(start)) || !self.opens_run(start) {
            return None;
        }
        let is_part = |at: &usize| forms::is_kanji(self.form(*at)) || self.is_foreign_ending(*at);
        let length = (start..self.tokens.len()).take(LONGEST_FIRM).take_while(is_part).count();
        let span = span_of(self.tokens, start, start + length)?;
        let is_odd = |at: usize| {
            self.tokens.get(at).is_some_and(|token| token.origin.is_none()) || self.form(at).chars().nth(1).is_none()
        };
        let first = self.tokens.get(start)?.span.start as usize;
        let is_apart = self.text.get(..first)?.ends_with('、');
        let is_mixed = is_apart && self.is_foreign_ending(start + length - 1) && length > 1;
        // 長江芯存: a proper name and a word that no dictionary has.
        let is_known = |at: usize| is_odd(at) || length > 1 && (self.rules.is_proper)(self.class(at));
        let is_odd = (start..start + length).any(is_odd) && (start..start + length).all(is_known);
        let is_name = (is_odd || is_mixed) && (2..=8).contains(&span.of(self.text).chars().count());
        let label = self.apposed(start, start + length).filter(|_| is_name && self.is_topic(start + length))?;
        Some(self.mention(span, label, Evidence::Kind))
    }

    fn is_foreign_ending(&self, place: usize) -> bool {
        listed(self.rules.foreign_endings, self.form(place))
    }

    /// A company by the short name of its country before it: 米ゼフィリス製. Whoever is addressed is none, nor is where
    /// something happens: 米ブルックヘイブンで.
    fn of_country(&self, start: usize, length: usize) -> Option<EntityLabel> {
        let country = start.checked_sub(1).filter(|at| listed(self.rules.countries, self.form(*at)))?;
        let is_new = self.tokens.get(start).is_some_and(|token| token.origin.is_none());
        let next = start + length;
        let is_person = self.words.is_address(self.form(next))
            || self.tokens.get(next).is_some_and(|next| is_long_address(self.rules, self.text, next.span.start));
        let is_one = is_new
            && length == 1
            && self.form(start).chars().nth(2).is_some()
            && !(self.rules.is_place)(self.class(start));
        let after = self.form(next);
        let may_do =
            self.is_topic(next) || self.rules.attributive.contains(&after) || listed(self.rules.trailing, after);
        (is_one && may_do && !is_person && self.opens_run(country)).then_some(EntityLabel::Organization)
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

    /// Whether the topic's particle, a bracket, a comma or what tells a source stands at a token: によると.
    fn is_topic(&self, place: usize) -> bool {
        let form = self.form(place);
        let rest = || self.tokens.get(place).and_then(|token| self.text.get(token.span.start as usize..));
        self.rules.topics.contains(&form)
            || matches!(form, "(" | "（" | "、")
            || rest().is_some_and(|rest| beginning(self.rules.sources, rest) > 0)
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
        // 長江芯存 begins with a place.
        let is_place = (start..end).all(|at| (self.rules.is_place)(self.class(at)));
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
            let length = length.max(self.odd_length(ending));
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

    /// How many tokens before one make up a word in kanji that no dictionary has, alone or with single signs, or of two
    /// such signs at least, and open a run: 月弧 in 月弧智能, 紅杉湾 in 紅杉湾資本.
    fn odd_length(&self, end: usize) -> usize {
        let is_unknown = |at: usize| self.tokens.get(at).is_some_and(|token| token.origin.is_none());
        let is_sign = |at: &usize| {
            let form = self.form(*at);
            let is_number = self.tokens.get(*at).is_some_and(|token| token.upos == Upos::Num);
            let is_single = form.chars().nth(1).is_none() && !is_number && !listed(self.rules.countries, form);
            forms::is_kanji(form) && !self.words.title_parts.contains(form) && (is_single || is_unknown(*at))
        };
        let length = (0..end).rev().take(LONGEST_FIRM).take_while(is_sign).count();
        let start = end - length;
        let is_odd = length > 1 || length == 1 && is_unknown(start);
        if is_odd && self.opens_run(start) { length } else { 0 }
    }

    /// Whether a company's last word stands between two tokens; after an odd word it may be one that other names end
    /// in, too: 紅杉湾資本.
    fn is_firm(&self, start: usize, end: usize) -> bool {
        span_of(self.tokens, start, end).map(|span| span.of(self.text)).is_some_and(|form| {
            self.words.firms.contains(form) || self.words.firms_of_unknown.contains(form) && self.odd_length(start) > 0
        })
    }

    /// Adds whom a person belongs to by its last word: 東都大学 in 東都大学の佐藤健一教授.
    pub fn affiliations(&self, found: &mut Vec<Mention>) {
        let persons =
            found.iter().filter(|mention| mention.sentence == self.sentence && mention.label() == EntityLabel::Person);
        let bodies: Vec<Mention> = persons
            .filter_map(|person| {
                let first = self.tokens.partition_point(|token| token.span.start < person.span.start);
                let end = first.checked_sub(1).filter(|place| self.form(*place) == self.rules.possessive)?;
                let last = end.checked_sub(1)?;
                if !listed(self.rules.wholes, self.form(last)) {
                    return self.unknown_body(end).or_else(|| self.led_body(end, person.span.end));
                }
                let before = (0..last).rev().take(LONGEST_FIRM).take_while(|at| self.is_personal_kanji(*at)).count();
                let is_kind = last.checked_sub(1).is_none_or(|at| listed(self.rules.kinds_of_wholes, self.form(at)));
                let span = span_of(self.tokens, last - before, end).filter(|_| before > 0 && !is_kind)?;
                Some(self.mention(span, EntityLabel::Organization, Evidence::Owner))
            })
            .collect();
        found.extend(bodies);
    }

    /// A name in kanji with a word that no dictionary has, which a person belongs to: 集思諮詢 in 集思諮詢の林子晴アナリスト.
    fn unknown_body(&self, end: usize) -> Option<Mention> {
        let length = (0..end).rev().take(LONGEST_FIRM).take_while(|at| self.is_personal_kanji(*at)).count();
        let start = end - length;
        let is_unknown = (start..end).any(|at| self.tokens.get(at).is_some_and(|token| token.origin.is_none()));
        let span = span_of(self.tokens, start, end).filter(|_| is_unknown && self.opens_run(start))?;
        let is_long = span.of(self.text).chars().nth(2).is_some();
        is_long.then(|| self.mention(span, EntityLabel::Organization, Evidence::Owner))
    }

    /// A name of two words in katakana that the person after it heads: オープンスフィア in オープンスフィアの田中社長.
    fn led_body(&self, end: usize, person: u32) -> Option<Mention> {
        let title = self.text.get(person as usize..)?;
        let leads = beginning(self.rules.offices, title) > 0;
        let length = (0..end).rev().take(LONGEST_FIRM).take_while(|at| self.is_foreign(*at)).count();
        let start = end - length;
        let is_kind = ends_in(self.rules.company_kinds, self.form(end.checked_sub(1)?));
        let span =
            span_of(self.tokens, start, end).filter(|_| leads && length > 1 && !is_kind && self.opens_run(start))?;
        forms::is_katakana(span.of(self.text)).then(|| self.mention(span, EntityLabel::Organization, Evidence::Owner))
    }
}
