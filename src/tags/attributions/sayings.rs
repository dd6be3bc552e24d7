//! Verbs of saying at the end of a clause: which one it is, who says it, and what was said.

use super::verb_last::{FAR, Reader};
use super::{Found, Quote};
use crate::letters::is_one_of;
use crate::report::AttributionForm;
use crate::tags::line::is_hiragana;

/// Quotations that a sentence begins with are somebody's words from so many characters on.
const LONG_SPEECH: usize = 12;
/// A quotation of fewer characters that nobody says is a name for something.
const SHORTEST_SPEECH: usize = 4;

/// Who or what a sentence names as its subject, with where the particle after it ends.
pub(super) type Subject = ((usize, usize), usize);

/// A verb of saying with the particle before it, about to be given its speaker.
struct Saying<'a> {
    /// Where the particle begins and ends, and what it is.
    position: usize,
    after: usize,
    particle: &'static str,
    /// The quotation straight before the particle.
    quote: Option<&'a Quote>,
    /// Who stands between the quotation and the verb.
    far: Option<Subject>,
    /// Where the verb begins and ends.
    verb: usize,
    end: usize,
    /// Whether the verb is one of the language's verbs of saying, rather than whatever follows a quotation.
    is_known: bool,
    /// From where on the speaker may stand.
    from: usize,
}

impl Saying<'_> {
    /// Whether the particle makes what was said an object, which is weaker: 可能性を示唆した.
    fn is_object(&self) -> bool {
        // 「…」と理由を説明した is said whoever says it.
        let is_said = self.quote.is_some() && self.particle.starts_with('と');
        !is_said && (self.particle.ends_with('を') || self.particle.ends_with("とも"))
    }
}

impl Reader<'_> {
    /// …と述べた.
    pub(super) fn verb(&self, position: usize, last: Option<&Found>) -> Option<Found> {
        let saying = self.saying_at(position, last)?;
        let speaker = self.speaker(&saying, last);
        if speaker.is_some_and(|(source, _)| self.is_writer(source)) || !self.is_meant(&saying, speaker) {
            return None;
        }
        let source = speaker.map(|(source, _)| source);
        // 工場に入って話した: without a quotation it is the end of a verb.
        let is_plain = |ending: &&str| self.line.ends_with(position, ending);
        let is_quoted = saying.quote.is_some() || self.words.plain.iter().any(is_plain);
        if saying.particle == self.words.trailing && (source.is_none() || !is_quoted) {
            return None;
        }
        let content = match saying.quote {
            Some(quote) => (quote.open + 1, quote.close),
            None => self.reported(&saying, speaker, last),
        };
        let is_name = saying.quote.is_some_and(|quote| quote.close - quote.open < SHORTEST_SPEECH) && source.is_none();
        // 」と言った: the quotation closed that began in another sentence.
        let is_mark =
            content.0 < content.1 && (content.0..content.1).all(|place| is_one_of(self.line.at(place), "」』"));
        let form = if saying.quote.is_some() { AttributionForm::Direct } else { AttributionForm::Indirect };
        let start = if saying.particle.starts_with('と') { position } else { saying.verb };
        (!is_name && !is_mark).then_some(Found { cue: (start, saying.end), content, source, form })
    }

    /// The verb whose particle begins at a position.
    fn saying_at(&self, position: usize, last: Option<&Found>) -> Option<Saying<'_>> {
        let particles = self.rules.rules.reporting.iter();
        let (after, particle) = particles.filter_map(|word| Some((self.line.after(position, word)?, *word))).max()?;
        let quote = self.sentence.quote_before(position).filter(|quote| quote.close + 1 == position);
        // エヌビディアとの提携も発表した: with whom, not what was said.
        let is_with = particle == "との" && !is_hiragana(self.line.before(position));
        if quote.is_none() && (is_with || particle == "と" && self.is_person(position)) {
            return None;
        }
        let far = quote.and_then(|_| self.far_speaker(after));
        let said = self.saying(after, quote.is_some()).or(far.map(|(_, verb)| verb));
        // 彼は「…」って。
        let trails = quote.is_some() && particle == self.words.trailing && after >= self.end();
        let said = said.or(trails.then_some((position, after)));
        let (verb, end) = said.or_else(|| self.sentence_end(position, quote))?;
        // …だという is nobody's word; 「…」という is.
        if quote.is_none() && self.line.after(verb, "いう").is_some() {
            return None;
        }
        let from = last.map_or(0, |last| last.cue.1).max(position.saturating_sub(FAR));
        let far = far.filter(|(_, verb)| Some(*verb) == said).map(|(speaker, _)| speaker);
        Some(Saying { position, after, particle, quote, far, verb, end, is_known: said.is_some(), from })
    }

    /// Who says it: the nearest to the verb of those who may.
    fn speaker(&self, saying: &Saying<'_>, last: Option<&Found>) -> Option<Subject> {
        let before = self.speaker_before(saying, last);
        let beside = saying.quote.and_then(|quote| self.source_beside(quote.open, saying.from));
        // 甲教授は、乙社の戦略が「…」とみる: the subject within the clause says nothing.
        let is_led =
            before.is_some_and(|(source, _)| self.is_speaker(source.0, source.1) || self.is_named_topic(source));
        let is_within = |(source, _): &Subject| {
            let is_share = self.share_of(source.1).is_some();
            self.line.at(source.1) == 'が' && !is_share && !self.is_speaker(source.0, source.1)
        };
        let beside = beside.filter(|speaker| !(is_led && is_within(speaker)));
        self.turned(saying.end)
            .or_else(|| self.speaker_inside(saying))
            .or(saying.far)
            .or(beside)
            .or(before)
            .or_else(|| self.source_after(saying.after, saying.verb))
    }

    /// Who stands before what was said.
    fn speaker_before(&self, saying: &Saying<'_>, last: Option<&Found>) -> Option<Subject> {
        let end_of_last = last.map_or(0, |last| last.cue.1);
        let from =
            saying.quote.map_or(saying.from, |quote| saying.from.min(quote.open.saturating_sub(FAR).max(end_of_last)));
        self.source(from, saying.quote.map_or(saying.position, |quote| quote.open))
            .or_else(|| self.source(saying.position.saturating_sub(FAR), saying.position))
    }

    /// …、と調査会社は分析する: who stands between the particle and the verb.
    fn speaker_inside(&self, saying: &Saying<'_>) -> Option<Subject> {
        if !saying.is_known || saying.verb <= saying.after + 1 {
            return None;
        }
        let start = self.line.run(saying.after, |c| c == '、').min(saying.after + 1);
        self.subject_at(start).filter(|(_, topic)| *topic <= saying.verb)
    }

    /// Whether somebody says it: 可能性を示唆した and ことを強調した are things' doings too, and only persons and bodies
    /// mean it.
    fn is_meant(&self, saying: &Saying<'_>, speaker: Option<Subject>) -> bool {
        let is_object = saying.is_object();
        // 撤回を求めると表明した: what is asked for is part of what is said.
        if is_object && self.line.at(saying.end) == 'と' {
            return false;
        }
        let is_thought = self.thinks(saying.verb);
        if !is_object && !is_thought && saying.is_known {
            return true;
        }
        let is_clause = is_thought || saying.particle.starts_with("との");
        let is_named = speaker.is_some_and(|(source, _)| {
            let leads = self.is_plain_name(source) && self.line.at(source.1) == 'は';
            // 集思諮詢は…とみる: whether that is a name is seen when it is linked.
            let may_lead = is_thought && self.line.at(source.1) == 'は' && self.is_kanji_topic(source);
            self.is_speaker(source.0, source.1) || is_clause && leads || may_lead
        });
        // 「…」と、少し間を置いて続けた: a sentence that begins with somebody's words.
        let is_speech = saying.quote.is_some_and(|quote| quote.open == 0 && quote.close > LONG_SPEECH);
        is_named || !saying.is_known && (speaker.is_some() || is_speech)
    }

    /// What was said without a quotation: from the speaker to the particle.
    fn reported(&self, saying: &Saying<'_>, speaker: Option<Subject>, last: Option<&Found>) -> (usize, usize) {
        let position = saying.position;
        let before = speaker.filter(|(_, topic)| *topic <= position);
        let start = before.map_or(saying.from, |(_, topic)| topic);
        // 「…」と主張し、…と述べた: what the first verb reports is not of the second.
        let source = speaker.map(|(source, _)| source);
        let same = last.filter(|last| last.form == AttributionForm::Direct && last.source == source);
        let start = same.map_or(start, |last| start.max(last.cue.1)).min(position);
        let start = self.past_setting(self.line.run(start, |c| is_one_of(c, "、, "))).min(position);
        // そう述べた points at what was said elsewhere.
        let start = if self.points(saying.after) { position } else { start };
        // 輸出規制の強化を訴えた: the noun before the particle is what is asked for.
        let is_noun = saying.particle.ends_with('を') && self.line.before(position) == 'の';
        let stop = self.line.run_back(position, 1, |c| c == '、').max(start);
        (start, if is_noun { saying.after - 1 } else { stop })
    }
}
