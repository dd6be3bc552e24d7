//! Companies by what stands straight beside them in a language that tells names by their class: Valka shares, OpenMind CEO,
//! SemiScope, a research firm.

use super::context::{Context, listed};
use super::find::span_of;
use super::mention::{Evidence, Mention, Votes};
use crate::report::EntityLabel;

/// How many words a company's name has at most.
const LONGEST: usize = 4;
/// How strongly a word for its kind straight before a company speaks, in natural logarithms.
const CERTAIN: f32 = 8.0;
/// How many words stand between the article and the word for a company at most.
const FAR: usize = 6;
/// How many words stand between the article and such a word that names follow at most, and the article.
const NEAR_ARTICLE: usize = 3;

impl Context<'_> {
    /// Adds companies by what they own and by what they are said to be. What is taken for a place stays one: U.S. stocks.
    pub fn companies(&self, found: &mut Vec<Mention>) {
        if self.rules.owned.is_empty() {
            return;
        }
        for place in 1..self.tokens.len() {
            found.extend(self.introduced(place));
            found.extend(self.named(place).or_else(|| self.whole_of(place)));
            // At the beginning of a sentence a name may look like a word: Luminary, a maker of models.
            let opens = place == 1 && self.is_apposed(place);
            let end = place - usize::from(self.is_owned_by_firm(place));
            if !opens && !end.checked_sub(1).is_some_and(|last| (self.rules.is_proper)(self.class(last))) {
                continue;
            }
            found.extend(self.based(place));
            let evidence = if listed(self.rules.owned, self.form(place)) {
                Evidence::Owner
            } else if self.is_apposed(place) {
                Evidence::Kind
            } else {
                continue;
            };
            let length = (0..end).rev().take(LONGEST).take_while(|at| (self.rules.is_proper)(self.class(*at))).count();
            let Some(span) = span_of(self.tokens, end - length.max(usize::from(opens)), end) else { continue };
            let is_place = |mention: &Mention| mention.span.overlaps(span) && mention.label() == EntityLabel::Location;
            if !found.iter().any(is_place) {
                found.push(self.mention(span, EntityLabel::Organization, evidence));
            }
        }
    }

    /// Whether a firm alone can own what stands at a token: Neogrid's CEO, and shares as markets tell of them. Hale's shares
    /// were worth much.
    fn is_owned_by_firm(&self, place: usize) -> bool {
        let (things, traded, moves) = self.rules.owned_by_firms;
        let (thing, next) = (self.form(place), self.form(place + 1));
        let is_own = listed(things, thing) || listed(traded, thing) && listed(moves, next);
        is_own && listed(self.rules.genitives, self.form(place - 1))
    }

    /// Whether a word for a company stands at a token, also one in parts: start-up.
    fn is_company_kind(&self, place: usize) -> bool {
        let part = || span_of(self.tokens, place.checked_sub(2)?, place + 1).map(|span| span.of(self.text));
        listed(self.rules.company_kinds, self.form(place))
            || part().is_some_and(|form| form.contains('-') && listed(self.rules.company_kinds, form))
    }

    /// Whether ", a research firm," begins at a token: a comma, an article, and words of which the last is one for a company.
    fn is_apposed(&self, place: usize) -> bool {
        if self.form(place) != "," || !listed(self.rules.articles, self.form(place + 1)) {
            return false;
        }
        let words = place + 2..place + 2 + FAR;
        let kind = words.into_iter().find(|at| self.is_company_kind(*at));
        kind.map(|kind| self.form(kind + 1))
            .is_some_and(|next| matches!(next, "," | "." | "") || listed(self.rules.goes_on, next))
    }

    /// A company of one word straight after a word for its kind, and one that somebody works at: AI lab Corvane, an analyst
    /// at SemiScope.
    fn introduced(&self, place: usize) -> Option<Mention> {
        let length = self.propers(place);
        if length == 0 {
            return None;
        }
        let before = self.form(place - 1);
        let belongs =
            |(words, link): &(&str, &str)| before == *link && place > 1 && listed(words, self.form(place - 2));
        let works = self.rules.employees.iter().any(belongs);
        let is_kind = listed(self.rules.introducing, before) && length == 1;
        let span = span_of(self.tokens, place, place + length).filter(|_| works || is_kind)?;
        let votes = Votes::one(EntityLabel::Organization, CERTAIN);
        Some(Mention { votes, ..self.mention(span, EntityLabel::Organization, Evidence::Kind) })
    }

    /// How many proper nouns stand from a token on.
    // Not inlined, for the size of the core.
    #[inline(never)]
    fn propers(&self, start: usize) -> usize {
        (start..self.tokens.len()).take(LONGEST).take_while(|at| (self.rules.is_proper)(self.class(*at))).count()
    }

    /// What a word says that the name after it names: a nurse named Adaeze, an app called Receiptly.
    fn named(&self, place: usize) -> Option<Mention> {
        let kind = self.form(place.checked_sub(2)?);
        let is_naming = listed(self.rules.naming, self.form(place - 1));
        let says = |(_, words): &&(EntityLabel, &str)| listed(words, kind);
        let label = self.rules.introductions.iter().filter(|_| is_naming).find(says)?.0;
        // The company named Maria Lopez as chief executive: who does it stands with another article.
        let words = (0..place - 2).rev().take(NEAR_ARTICLE);
        let is_new = words.into_iter().any(|at| listed(self.rules.indefinite, self.form(at)));
        let span = span_of(self.tokens, place, place + self.propers(place)).filter(|_| is_new)?;
        let votes = Votes::one(label, CERTAIN);
        Some(Mention { votes, ..self.mention(span, label, Evidence::Kind) })
    }

    /// University of Edinburgh: what such words end, and here begin, is one body with the name behind "of".
    fn whole_of(&self, place: usize) -> Option<Mention> {
        let is_of = self.form(place) == self.rules.place_kinds.1;
        let after = self.propers(place + 1);
        let span = span_of(self.tokens, place - 1, place + 1 + after)?;
        let is_whole = is_of && after > 0 && listed(self.rules.wholes, self.form(place - 1));
        let votes = Votes::one(EntityLabel::Organization, CERTAIN);
        is_whole.then(|| Mention { votes, ..self.mention(span, EntityLabel::Organization, Evidence::Kind) })
    }

    /// The place in Chengdu-based.
    fn based(&self, end: usize) -> Option<Mention> {
        let span = span_of(self.tokens, end - 1, end)?;
        let is_based = self.text.get(span.end as usize..)?.starts_with(self.rules.based);
        is_based.then(|| self.mention(span, EntityLabel::Location, Evidence::Kind))
    }
}
