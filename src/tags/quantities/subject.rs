//! What a quantity counts or measures: the noun beside it.

use super::UnitRules;
use crate::letters::is_one_of;
use crate::span::Span;
use crate::tags::line::{Line, NONE, is_han, is_hiragana, is_katakana};
use crate::tags::numbers::Number;

/// A noun is no longer than this.
const LONGEST: usize = 24;

/// Characters that nouns are made of.
fn is_noun(character: char) -> bool {
    is_han(character) || is_katakana(character) || character.is_ascii_alphanumeric() || is_one_of(character, "・-")
}

/// The topic of a clause stands no farther before what is said of it.
const FAR: usize = 60;

/// The subject that the quantity between two positions is said of in its clause.
pub fn of_clause(line: &Line, (start, end): (usize, usize), rules: &UnitRules) -> Option<Span> {
    Reader { line, rules }.topic(start, end)
}

/// The noun before a quantity that begins at a position, with its particle or without.
pub fn beside(line: &Line, start: usize, is_length: bool, rules: &UnitRules) -> Option<Span> {
    if rules.of_beside { Reader { line, rules }.noun_before(start, is_length) } else { None }
}

/// The noun that the quantity between two positions says something of: after it, before it with a particle, straight
/// before it, or the subject of its clause. A length of time is of nothing that is only beside it.
// Not inlined, for the size of the core.
#[inline(never)]
pub fn find(line: &Line, (start, end): (usize, usize), is_length: bool, rules: &UnitRules) -> Option<Span> {
    let reader = Reader { line, rules };
    let after = rules.of_after.iter().find_map(|particle| line.after(end, particle));
    // 5万台を超えるGPU: the words of bounds are an adjective of what follows.
    let bound = (rules.of_beside && is_one_of(line.before(end), rules.kana.attributive)).then_some(end);
    if let Some(noun) = after.or(bound).and_then(|position| reader.noun_after(line.skip_spaces(position))) {
        return Some(noun);
    }
    if !rules.of_beside || is_length && line.after(end, rules.kana.within).is_some() {
        return None;
    }
    let noun = reader.noun_before(start, is_length).or_else(|| reader.topic(start, end))?;
    let place = line.position(noun.end);
    // 倉庫に200人が集まった: those who are counted are the subject.
    let is_place =
        line.at(place) == rules.kana.place && place + 1 == start && line.after(end, rules.kana.subject).is_some();
    (!is_place && !reader.is_speaker(&noun_text(line, noun), place, end)).then_some(noun)
}

struct Reader<'a> {
    line: &'a Line,
    rules: &'a UnitRules,
}

impl Reader<'_> {
    /// A noun between two positions, if it is one of which something is measured.
    #[inline(never)]
    fn thing(&self, start: usize, end: usize) -> Option<Span> {
        let text = self.line.text(start, end);
        // 二〇二七年に八二%: a year is of no share.
        let (units, numerals) = self.rules.time_words;
        let is_time = is_one_of(self.line.before(end), units)
            && self.line.between(start, end - 1).iter().all(|c| c.is_ascii_digit() || is_one_of(*c, numerals));
        let is_thing = start < end
            && !is_time
            && !self.line.at(start).is_ascii_digit()
            && !self.rules.of_never.contains(&text.as_str());
        is_thing.then(|| self.line.span(start, end))
    }

    fn noun_after(&self, position: usize) -> Option<Span> {
        let end = self.line.run(position, is_noun).min(position + LONGEST);
        let nominal = self.with_kana(end);
        if nominal > end {
            return self.thing(position, nominal);
        }
        let adjective = self.rules.adjectives.iter().find_map(|ending| self.line.after(end, ending));
        let next = adjective.filter(|next| end > position && is_noun(self.line.at(*next)));
        let (start, end) =
            next.map_or((position, end), |next| (next, self.line.run(next, is_noun).min(next + LONGEST)));
        self.thing(start, self.goes_on(self.with_kana(end)))
    }

    /// Past the kana of a noun that is made of a verb or adjective, where a particle or mark follows: 大きさ, 取り組み.
    fn with_kana(&self, end: usize) -> usize {
        let kana = &self.rules.kana;
        let closes = |place: usize| is_one_of(self.line.at(place), kana.closing) || self.line.at(place) == NONE;
        let mut stop = end;
        for _ in 0..2 {
            if !is_han(self.line.before(stop)) || !is_hiragana(self.line.at(stop)) {
                break;
            }
            let length = (1..=2).find(|length| {
                let inside = *length == 1 && is_han(self.line.at(stop + 1)) && self.is_of_verb(stop);
                // 骨折のけが: a particle is no part of a noun.
                let is_particle = *length == 2 && is_one_of(self.line.at(stop), kana.particles);
                !is_particle
                    && (stop..stop + length).all(|place| is_hiragana(self.line.at(place)))
                    && is_one_of(self.line.before(stop + length), kana.of_verbs)
                    && (closes(stop + length) || inside)
            });
            let Some(length) = length else { break };
            if closes(stop + length) {
                return stop + length;
            }
            stop = self.line.run(stop + length, is_han);
        }
        end
    }

    /// Whether the kana at a position ends a verb rather than an adjective.
    fn is_of_verb(&self, position: usize) -> bool {
        let (ending, verbs) = self.rules.kana.of_adjectives;
        self.line.at(position) != ending || is_one_of(self.line.before(position), verbs)
    }

    /// Back past the verb that a compound begins with: 下げ before 幅.
    fn with_verb(&self, start: usize, end: usize) -> usize {
        if !self.rules.of_heads.contains(&self.line.text(start, end).as_str()) {
            return start;
        }
        let mut first = start;
        for _ in 0..2 {
            let kana = first.saturating_sub(1);
            let is_verb =
                is_one_of(self.line.before(first), self.rules.kana.of_verbs) && is_han(self.line.before(kana));
            if !is_verb || !self.is_of_verb(kana) {
                break;
            }
            first = self.line.run_back(kana, 2, is_han);
        }
        first
    }

    /// Past a space within a name of Latin letters: H800 GPU.
    fn goes_on(&self, end: usize) -> usize {
        let (before, next) = (self.line.before(end), self.line.at(end + 1));
        let word = self.line.text(end + 1, self.line.run(end + 1, is_noun).min(end + LONGEST));
        let ends = self.rules.of_never.contains(&word.as_str()) || word.ends_with("ly");
        let joined = !ends && self.line.at(end) == ' ' && before.is_ascii_alphanumeric() && next.is_ascii_alphabetic();
        if joined { self.line.run(end + 1, is_noun).min(end + LONGEST) } else { end }
    }

    #[inline(never)]
    fn noun_before(&self, start: usize, is_length: bool) -> Option<Span> {
        let line = self.line;
        let end = line.skip_spaces_back(start);
        if !self.rules.of_stops.is_empty() {
            let before = self.rules.of_before.iter().filter_map(|particle| {
                let from = end.checked_sub(particle.chars().count())?;
                (line.after(from, particle) == Some(end)).then_some(from)
            });
            return self.noun_to(before.min()?);
        }
        let gap = line.run_back(end, 6, |c| is_hiragana(c) || c == '、');
        let between = line.text(gap, end);
        let between = between.trim_end_matches('、');
        if between.is_empty() && gap == end || self.rules.of_before.is_empty() {
            return self.noun_to(end).filter(|_| line.before(end) != ')');
        }
        // 医師の証言として、1人が…: no cost that is booked.
        if between == self.rules.kana.manner && line.before(end) == '、' {
            return None;
        }
        if self.rules.of_before.contains(&between) {
            // H800を80時間使った: the time is not the thing's.
            if is_length && self.rules.of_objects.contains(&between) {
                return None;
            }
            let noun = self.noun_to(gap)?;
            let text = noun_text(line, noun);
            let place = self.rules.of_places.iter().any(|ending| text.ends_with(ending));
            return (!(place && self.rules.of_weak.contains(&between))).then_some(noun);
        }
        let particle = self.rules.of_before.iter().find(|particle| between.ends_with(**particle))?;
        self.stem_to(gap + between.chars().count() - particle.chars().count())
    }

    /// Back past a bracket after a noun: 失業率(季節調整値).
    fn before_bracket(&self, end: usize) -> usize {
        if self.line.before(end) != ')' {
            return end;
        }
        let open = self.line.run_back(end - 1, LONGEST, |c| c != '(');
        // 高木氏(54)
        if self.line.between(open, end - 1).iter().all(char::is_ascii_digit) {
            return end;
        }
        if self.line.before(open) == '(' { open - 1 } else { end }
    }

    #[inline(never)]
    fn noun_to(&self, end: usize) -> Option<Span> {
        let end = self.before_bracket(end);
        let start = self.line.run_back(end, LONGEST, |c| is_noun(c) && !is_one_of(c, self.rules.of_stops));
        let first = self.line.run_back(start.saturating_sub(1), LONGEST, |c| c.is_ascii_alphanumeric() || c == '-');
        let named = start < end
            && self.line.before(start) == ' '
            && self.line.at(start).is_ascii_alphanumeric()
            && self.line.at(first).is_ascii_alphabetic()
            && first + 1 < start;
        self.thing(if named { first } else { self.with_verb(start, end) }, end)
    }

    /// A noun that ends in kana at a position: 見積もり, 深さ.
    fn stem_to(&self, end: usize) -> Option<Span> {
        let gap = self.line.run_back(end, 3, is_hiragana);
        let is_stem = (1..=2).contains(&(end - gap)) && is_one_of(self.line.before(end), self.rules.kana.of_verbs);
        if !is_stem {
            return None;
        }
        let kana = &self.rules.kana;
        let inside = |c: char| is_noun(c) || is_one_of(c, kana.of_verbs) || c == kana.inside;
        let from = self.line.run_back(end, LONGEST / 2, inside);
        let from = self.line.run(from, |c| !is_noun(c));
        self.thing(from.min(gap), end).filter(|_| from < gap)
    }

    /// The subject that the quantity is said of, where the clause ends in it: 売上高は前年比5%増の3億円だ.
    fn topic(&self, start: usize, end: usize) -> Option<Span> {
        // 8.1%から9.4%に高まった
        // 三四%だった自給率: what follows is spoken of, not the topic of the sentence.
        let kana = &self.rules.kana;
        let past = kana.past.iter().find_map(|copula| self.line.after(end, copula));
        if past.is_some_and(|next| is_noun(self.line.at(next))) {
            return None;
        }
        let changes = self.line.after(end, kana.from).is_some_and(|next| self.line.at(next).is_ascii_digit());
        if !changes && !self.rules.predicates.iter().any(|word| self.line.after(end, word).is_some()) {
            return None;
        }
        let from = self.line.run_back(start, FAR, |c| !is_one_of(c, "。！？!?「」"));
        let place = (from..start).rev().find(|place| {
            let marked = self.rules.of_topic.iter().any(|topic| self.line.after(*place, topic).is_some());
            marked
                && (is_noun(self.line.before(self.before_bracket(*place)))
                    || self.is_nominal(*place)
                    || self.stem_to(*place).is_some())
        })?;
        // 軽くなったのは: a clause is the subject.
        if self.is_nominal(place) {
            return None;
        }
        let noun = if is_hiragana(self.line.before(place)) { self.stem_to(place)? } else { self.noun_to(place)? };
        let text = noun_text(self.line, noun);
        (!self.rules.of_places.iter().any(|ending| text.ends_with(ending))).then_some(noun)
    }
}

impl Reader<'_> {
    /// Whether the topic of a clause is who says the figure rather than what it is of: ロイターは200人未満だと報じた.
    #[inline(never)]
    fn is_speaker(&self, noun: &str, place: usize, end: usize) -> bool {
        let said = (end..end + 3).find_map(|at| self.line.after(at, self.rules.kana.quotation));
        let is_foreign = |c: char| is_katakana(c) || c.is_ascii_alphabetic() || c == '・';
        let speaks = noun.chars().count() > 2 && noun.chars().all(is_foreign)
            || self.rules.of_speakers.iter().any(|ending| noun.ends_with(ending));
        let is_saying = |at: usize| self.rules.sayings.iter().any(|verb| self.line.after(at, verb).is_some());
        self.line.at(place) == self.rules.kana.topic && speaks && said.is_some_and(is_saying)
    }

    /// Whether a position stands behind the の that makes a noun of a clause: 症状が軽くなったのは.
    fn is_nominal(&self, place: usize) -> bool {
        let (noun, endings) = self.rules.kana.nominal;
        self.line.before(place) == noun && is_one_of(self.line.before(place.saturating_sub(1)), endings)
    }
}

fn noun_text(line: &Line, noun: Span) -> String {
    line.text(line.position(noun.start), line.position(noun.end))
}

/// A short noun joined to a number where a counter would stand, if the number is no year.
pub fn joined_noun(line: &Line, number: &Number) -> Option<(usize, usize)> {
    let start = number.end;
    let looks_like_year = number.digits == 4 && (1800.0..2100.0).contains(&number.low);
    let katakana = line.run(start, is_katakana);
    let han = line.run(start, is_han);
    let latin_before = line.before(line.skip_spaces_back(number.start)).is_ascii_alphabetic();
    if looks_like_year || latin_before {
        return None;
    }
    if katakana > start {
        return (katakana - start > 1 && katakana - start <= 10).then_some((start, katakana));
    }
    (han > start && han - start <= 4 && !is_one_of(line.at(start), "年月日時分秒")).then_some((start, han))
}

/// The next word, where it can be what is counted.
pub fn next_noun(line: &Line, end: usize) -> Option<(usize, usize)> {
    let start = line.skip_spaces(end);
    // 2,048 H800 GPUs: the model's name belongs to what is counted.
    let name = line.run(start, |c| c.is_ascii_alphanumeric() || c == '-');
    let is_model = line.at(start).is_ascii_uppercase() && line.between(start, name).iter().any(char::is_ascii_digit);
    let word = if is_model { line.skip_spaces(name) } else { start };
    let after = line.run(word, |c| c.is_alphabetic() || c == '-');
    let is_plural = line.before(after) == 's' && line.before(after.saturating_sub(1)) != 's' && after - start > 2;
    (start > end && is_plural).then_some((start, after))
}
