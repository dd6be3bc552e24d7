//! What a thing that is named near a figure is there, where the figure is not said of it: a measure for others, a place of
//! sale, a source, one of several that are counted together. And whose an age is, which only stands beside a name.

use super::entities::Mention;
use super::subjects::{Grade, Near, QUOTES, Subject, ends_in_word};
use crate::report::{EntityLabel, Quantity, QuantityKind};
use crate::span::Span;

/// Bytes between a thing that another is compared with and whose it is.
const OWNED: u32 = 48;
/// Bytes between a person and the age.
const FAR_AGE: u32 = 30;
/// A pronoun for whoever says something stands within so many bytes.
const NEAR_PRONOUN: u32 = 32;
/// Characters of the noun that names where something is ranked or sold.
const LONGEST_VENUE: usize = 12;
/// Bytes between whose a source is and the source: の.
const OWNS: u32 = 3;

impl Near<'_> {
    /// Whether it is what a survey asks about: 法案について, 内閣の支持.
    pub(super) fn is_asked_about(&self, mention: &Mention) -> bool {
        let after = self.after(mention);
        self.input.language.comparison.matter_marks.iter().any(|mark| after.starts_with(mark))
    }

    /// Whether it is what is counted or used in so many, which the next figure is not said of: NG80を1536基使い.
    pub(super) fn is_object(&self, mention: &Mention) -> bool {
        let marks = self.input.language.comparison.object_marks.iter();
        let counted = marks.filter_map(|mark| self.after(mention).strip_prefix(mark));
        counted.into_iter().any(|rest| rest.starts_with(|first: char| first.is_numeric()))
    }

    /// Whether so many of it are counted: 「H800」2048枚, 2048枚のH800.
    pub(super) fn is_counted(&self, mention: &Mention) -> bool {
        let quantities = &self.input.report.quantities;
        let after = quantities.partition_point(|quantity| quantity.span.start < mention.span.start);
        let around = quantities.get(after.saturating_sub(1)..(after + 1).min(quantities.len())).unwrap_or(&[]);
        let is_of = |quantity: &Quantity| {
            let follows = self.input.before(quantity.span).trim_end_matches(QUOTES).len() == mention.span.end as usize;
            follows
                || quantity.of.is_some_and(|of| of.overlaps(mention.span)) && quantity.span.end <= mention.span.start
        };
        around.iter().any(|quantity| quantity.kind == QuantityKind::Count && is_of(quantity))
    }

    /// Whether it is only where something is ranked or sold, or has such a place: Xのランキングで.
    pub(super) fn is_venue(&self, mention: &Mention) -> bool {
        let rules = self.input.language.comparison;
        let is_one = |text: &str| rules.venues.iter().any(|venue| text.contains(venue));
        let owned = rules.owner_marks.iter().find_map(|mark| self.after(mention).strip_prefix(mark));
        let noun = |owned: &str| {
            let end = owned.char_indices().take(LONGEST_VENUE).find(|(_, c)| rules.venue_ends.contains(c));
            let cut = end.map(|(end, _)| end).or_else(|| owned.char_indices().nth(LONGEST_VENUE).map(|(end, _)| end));
            is_one(owned.get(..cut.unwrap_or(owned.len())).unwrap_or(""))
        };
        rules.venues.contains(&self.input.slice(mention.span)) || owned.is_some_and(noun)
    }

    /// Whether it is what another thing is compared with, or whose such a thing is: オルタAI in オルタAIの「Alta 5」に匹敵する.
    pub(super) fn is_compared(&self, mention: &Mention) -> bool {
        let rules = self.input.language.comparison;
        let is_measure = |mention: &Mention| {
            let after = self.after(mention);
            let ahead = self.input.before(mention.span).trim_end();
            rules.compared_marks.iter().any(|mark| after.starts_with(mark))
                || rules.compared_ahead.iter().any(|mark| ends_in_word(ahead, mark))
                || self.is_multiplied(after)
        };
        let owns = rules.owner_marks.iter().any(|mark| self.after(mention).starts_with(mark));
        let next = || self.around_place(mention.span, 2).iter().find(|next| next.span.start >= mention.span.end);
        let is_near = |next: &&Mention| {
            let between = self.input.slice(Span { start: mention.span.end, end: next.span.start });
            next.span.start - mention.span.end <= OWNED && !between.contains(rules.clause_marks)
        };
        // Rivals Alta AI's Alta 5
        let before = || self.around_place(mention.span, 1).iter().find(|other| other.span.end <= mention.span.start);
        let is_owner = |other: &&Mention| {
            let between = self.input.slice(Span { start: other.span.end, end: mention.span.start });
            rules.owner_marks.contains(&between.trim_end_matches(QUOTES).trim_end())
        };
        is_measure(mention)
            || owns && next().filter(is_near).is_some_and(is_measure)
            || before().filter(is_owner).is_some_and(is_measure)
    }

    /// Whether a text begins with how many times as much as a thing before it another is: の30分の1.
    pub(super) fn is_multiplied(&self, after: &str) -> bool {
        let rules = self.input.language.comparison;
        let owned = rules.owner_marks.iter().find_map(|mark| after.strip_prefix(mark));
        let times = owned.map(|owned| owned.trim_start_matches(|sign: char| sign.is_numeric() || sign == '.'));
        times.zip(owned).is_some_and(|(times, owned)| {
            times.len() < owned.len() && rules.multiples.iter().any(|multiple| times.starts_with(multiple))
        })
    }

    /// Whether it is one of several things that a figure before which they are listed counts together: H100やH800など計5万枚.
    pub(super) fn is_listed(&self, mention: &Mention) -> bool {
        let rules = self.input.language.comparison;
        let (joins, ends) = rules.list_marks;
        let follows =
            |mention: &Mention, marks: &[&str]| marks.iter().any(|mark| self.after(mention).starts_with(mark));
        let next = || self.around_place(mention.span, 2).iter().find(|next| next.span.start >= mention.span.end);
        // Chips, including H100s and H800s
        let ahead = |mention: &Mention| self.input.before(mention.span).trim_end();
        let opens = |mention: &Mention| rules.list_openers.iter().any(|word| ends_in_word(ahead(mention), word));
        let last = || self.around_place(mention.span, 1).iter().find(|other| other.span.end <= mention.span.start);
        let is_joined = rules.list_joints.iter().any(|joint| ends_in_word(ahead(mention), joint));
        opens(mention)
            || is_joined && last().is_some_and(opens)
            || follows(mention, ends)
            || follows(mention, joins) && next().is_some_and(|next| follows(next, ends))
    }

    /// Whether what follows is said of whoever says it: X said on Tuesday it would.
    pub(super) fn speaks_of_itself(&self, mention: &Mention) -> bool {
        let rules = self.input.language.comparison;
        let end = Span { start: mention.span.end, end: mention.span.end };
        !rules.own_pronouns.is_empty() && self.source_around(mention.span).is_some() && {
            let near = self.input.around(end, NEAR_PRONOUN);
            rules.own_pronouns.iter().any(|pronoun| near.contains(pronoun))
        }
    }

    /// Whether it is named as whoever says something, straight before the word of saying.
    pub(super) fn is_source(&self, mention: &Mention) -> bool {
        if self.speaks_of_itself(mention) {
            return false;
        }
        let cue = self.source_around(mention.span);
        cue.is_some_and(|cue| cue.start >= mention.span.end && cue.start - mention.span.end < 10)
    }

    /// Whether it is whose a source is, or stands in what is added to one: X in Xの甲氏は and in Ann Reed, an analyst at
    /// X, said.
    pub(super) fn is_added(&self, mention: &Mention) -> bool {
        let attributions = &self.input.report.attributions;
        let near = attributions.partition_point(|said| said.cue.start < mention.span.start);
        let around = attributions.get(near.saturating_sub(1)..(near + 1).min(attributions.len())).unwrap_or(&[]);
        around.iter().filter(|said| !said.content.overlaps(mention.span)).any(|said| {
            said.source.span.is_some_and(|source| {
                let owns = source.start.checked_sub(mention.span.end).is_some_and(|gap| gap <= OWNS);
                owns || source.end <= mention.span.start && mention.span.end <= said.cue.start
            })
        })
    }

    /// Whether it is named as whoever judges another's figures: X in Xは費用を13億ドルと試算する.
    pub(super) fn judges(&self, mention: &Mention) -> bool {
        let judging = self.input.language.comparison.judging;
        let cue = self.source_around(mention.span).map(|cue| self.input.slice(cue).to_lowercase());
        cue.is_some_and(|cue| judging.iter().any(|stem| cue.starts_with(stem)))
    }

    /// The word of saying of the attribution whose source stands at a place.
    pub(super) fn source_around(&self, place: Span) -> Option<Span> {
        let attributions = &self.input.report.attributions;
        let near = attributions.partition_point(|said| said.cue.start < place.start);
        let around = attributions.get(near.saturating_sub(2)..(near + 2).min(attributions.len())).unwrap_or(&[]);
        let is_here = |source: Span| source.overlaps(place);
        around.iter().find(|said| said.source.span.is_some_and(is_here)).map(|said| said.cue)
    }

    /// Whose age stands at a place.
    pub(super) fn person(&self, place: Span) -> Option<Subject> {
        let rules = self.input.language.comparison;
        let ages = &rules.ages;
        let is_one_of = |marks: &[&str], fits: &dyn Fn(&str) -> bool| marks.iter().any(|mark| fits(mark));
        let is_near = |from: u32, to: u32| from <= to && to - from <= FAR_AGE;
        let is_before = |mention: &&Mention| {
            let between = self.input.slice(Span { start: mention.span.end, end: place.start.max(mention.span.end) });
            let after = self.input.after(place);
            is_near(mention.span.end, place.start)
                && is_one_of(ages.between, &|mark| between.ends_with(mark))
                && is_one_of(ages.after, &|mark| after.starts_with(mark))
                // 花枝さんの長女（8）: another's age.
                && !rules.owner_marks.iter().any(|mark| between.contains(mark))
                && !between.contains(|sign: char| sign == rules.full_stop || sign.is_numeric())
        };
        let is_after = |mention: &&Mention| {
            let between = self.input.slice(Span { start: place.end, end: mention.span.start.max(place.end) });
            is_near(place.end, mention.span.start) && ages.joints.contains(&between)
        };
        let around = self.around_place(place, 2).iter().filter(|mention| mention.label == EntityLabel::Person);
        let mut persons = around.rev();
        persons
            .find(|mention| is_before(mention) || is_after(mention))
            .map(|person| Subject::thing(person.thing, Grade::Named))
    }
}
