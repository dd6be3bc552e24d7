//! What a language's tables of attribution hold.

use crate::letters::{Sieve, beginning};
use crate::report::EntityLabel;
use crate::tags::phrases::{Phrases, Table};

/// How a verb of saying is inflected. Japanese writes the endings straight after the stem.
pub type Endings = &'static [&'static str];

/// How a language puts a source, a verb of saying and what was said together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grammar {
    /// Source, what was said, verb.
    VerbLast(&'static VerbLast),
    /// Source and verb side by side, before, after or within what was said.
    VerbBesideSource(&'static BesideSource),
    /// Source straight before the verb, which what was said follows or goes before.
    VerbAfterSource,
}

/// Words that sentences are read by in which the verb comes last.
#[derive(Debug, PartialEq, Eq)]
pub struct VerbLast {
    /// The particle that ends a sentence after what somebody said, without a verb: って.
    pub trailing: &'static str,
    /// Forms of address in kana after a name, longer ones first.
    pub addresses: &'static [&'static str],
    /// Short names of countries before the name of a company.
    pub countries: &'static str,
    /// Particles that names in kana before a form of address do not go on past.
    pub particles: &'static str,
    /// The particle after what a verb is done to: 無罪を主張した.
    pub object: &'static str,
    /// What turns a sentence round, so that its source comes last: のは.
    pub turning: &'static str,
    /// Copulas that end a sentence, longer ones first.
    pub copulas: &'static [&'static str],
    /// Words for one of many, after what they belong to: 関係者の一人.
    pub one_of: &'static [&'static str],
    /// Characters that people and firms are counted with: 元社員の6人.
    pub counters: &'static str,
    /// Characters after which an ending is followed by another, and what follows: 述べて|いる.
    pub continuing: (&'static str, &'static [&'static str]),
    /// Chinese characters that may follow a whole verb form: 話した|上で.
    pub after_forms: &'static str,
    /// What makes a clause the reason of a charge, a comma behind it: …したとして、乙社を提訴した.
    pub as_reason: &'static str,
    /// What stands between a fact and the report that found it: …ことが、Xの調査で分かった.
    pub fact: &'static str,
    /// Words for others after a name: など.
    pub others: &'static str,
    /// Words for when or which before a report, whose it is not: 今回の調査.
    pub when: &'static [&'static str],
    /// Last characters of times that begin with a digit: 29日の報道.
    pub dated: &'static str,
    /// Last characters of shares of a group: 教員の71%.
    pub shares: &'static str,
    /// The particle after what is quoted.
    pub quoting: &'static str,
    /// Verbs that end a sentence which says no more than who reported the one before: 伝えた.
    pub relaying: &'static [&'static str],
    /// Particles before such a verb that make what stands before it its object, so that no sentence before is reported.
    pub objects: &'static str,
    /// Particles of whom something is told, unless a day stands before them, and the ends of days.
    pub receivers: &'static str,
    /// The last signs of days and hours.
    pub days: &'static str,
    /// What ends before a verb of saying where a manner or a time goes with it: 笑って明かした.
    pub manners: &'static str,
    /// Characters for nobody and nothing: 誰も.
    pub nobody: &'static str,
    /// The endings of words that are quoted before the particle of speech: 来るって言った, but 入って言った.
    pub plain: &'static [&'static str],
    /// Particles after a report that is the source: 一部報道では, longer ones first.
    pub by: &'static [&'static str],
}

/// Words that sentences are read by in which the verb stands beside its source. Openings end in a space where a word does.
#[derive(Debug, PartialEq, Eq)]
pub struct BesideSource {
    /// Words that common nouns begin with, in small letters: the, its.
    pub determiners: &'static [&'static str],
    /// Words within a name that join its parts: of.
    pub joining: &'static [&'static str],
    /// What joins those who speak to how many they are of: 71 percent of Valderians.
    pub share: &'static str,
    /// Titles that a full stop follows.
    pub short_titles: &'static [&'static str],
    /// Words before a source that are none of it: As X argued.
    pub openers: &'static [&'static str],
    /// What stands between a name and the place where it is: in.
    pub in_place: &'static [&'static str],
    /// What times after a verb begin with: on Friday.
    pub times: &'static [&'static str],
    /// Words for those who hear.
    pub hearers: &'static [&'static str],
    /// What else stands between a verb and its clause begins with: told the court that.
    pub asides: &'static [&'static str],
    /// Words for how many of several speak: two of the people.
    pub how_many: &'static [&'static str],
    /// What begins to describe those who speak: people with knowledge of it.
    pub describing: &'static [&'static str],
    /// What begins to say who a source is: according to X, a research firm.
    pub appositions: &'static [&'static str],
    /// What begins the words that are said: that.
    pub clause: &'static str,
    /// Verbs that give a thing a figure, and what stands before it: put the cost at.
    pub estimating: (&'static [&'static str], &'static str),
    /// What stands after a verb that says nobody's words: to.
    pub wordless: &'static [&'static str],
}

/// The tables of a language.
pub struct AttributionRules {
    /// The order of words.
    pub grammar: Grammar,
    /// Stems of verbs of saying and their endings.
    pub verbs: &'static Table<Endings>,
    /// What stands before such a verb where it reports words or a thought.
    pub reporting: &'static [&'static str],
    /// Cues beside the source: によると, according to.
    pub according: &'static Table<()>,
    /// Cues without a source: とされる.
    pub unnamed: &'static Table<()>,
    /// Cues that something was found out, where a report is named before them: ことが分かった.
    pub findings: &'static Table<()>,
    /// Cues that something was found out, after a report: …ことが、Xの調査で分かった.
    pub found_by: &'static Table<()>,
    /// Words after a name with which a statement begins, a space behind them: 甲教授の話　….
    pub statements: &'static [&'static str],
    /// What stands before a cue that is part of a longer verb: 見落とされる.
    pub inside_verbs: &'static str,
    /// What a body did that made a report: 総務省が発表した統計によると.
    pub issued: &'static [&'static str],
    /// Ends of what stands between a source and its words and tells where or to whom they were said: 会見で.
    pub settings: &'static [&'static str],
    /// What makes a quotation before it a name rather than words said: 「X」という店.
    pub namings: &'static [&'static str],
    /// What marks the source, as は does.
    pub topics: &'static [&'static str],
    /// Nouns of sources that a report is made in: 調査, 報道. What owns them is the source, or they are.
    pub reports: &'static [&'static str],
    /// Ends of names of persons: titles and forms of address.
    pub persons: &'static [&'static str],
    /// Ends of names of bodies that speak.
    pub bodies: &'static [&'static str],
    /// Names of bodies and persons of one character.
    pub short_bodies: &'static [&'static str],
    /// Ends of words for things and times, which say nothing though they are what a sentence is about.
    pub things: &'static [&'static str],
    /// Verbs of thinking among those of saying.
    pub thoughts: &'static [&'static str],
    /// Words for the writer, who is no source.
    pub writer: &'static [&'static str],
    /// Words that point back to a person or body named before, by what they point to.
    pub pronouns: &'static [(EntityLabel, &'static [&'static str])],
    /// Titles and words for relatives before a name that words which point back never stand for, separated by spaces: he is no Ms.
    pub never_titled: &'static [(&'static str, &'static str)],
    /// What stands between an owner and what it owns: の.
    pub possessives: &'static [&'static str],
    /// Ends of words for those who speak for what owns them: 広報担当者.
    pub voices: &'static [&'static str],
    /// Words that point on to what follows: こう述べた.
    pub pointing: &'static [&'static str],
    /// What ends a sentence that somebody claims whom it does not name: としている. Looked for where one of `predicates` ends.
    pub claims: &'static [&'static str],
    /// Endings of predicates.
    pub predicates: &'static [&'static str],
    /// What stands between a subject and the words that tell a source: 明かしたところ in Xが明かしたところによると.
    pub revealing: &'static [&'static str],
    /// Verbs that give a thing a name or quality in quotation marks: called the model "a milestone".
    pub calling: &'static [&'static str],
    /// What questions of an interview begin with: ――.
    pub questions: &'static [&'static str],
    /// Words after the name of who is interviewed: に聞く.
    pub interviewed: &'static [&'static str],
    /// What the paragraphs of an answer end in, where the writer would end otherwise, and words of the writer's own.
    pub answering: (&'static [&'static str], &'static [&'static str]),
    /// Verbs at the end of a sentence that give what stands before として as a charge: 提訴した.
    pub charges: &'static [&'static str],
    /// Quotation marks: opening, closing.
    pub quotes: &'static [(char, char)],
}

impl AttributionRules {
    /// What a word points back to, if it is one that does.
    pub fn pronoun(&self, word: &str) -> Option<EntityLabel> {
        self.pronouns
            .iter()
            .find(|(_, words)| words.iter().any(|known| known.eq_ignore_ascii_case(word)))
            .map(|(label, _)| *label)
    }

    /// Whether a cue begins as those do that name nobody.
    pub fn is_unnamed(&self, cue: &str) -> bool {
        self.unnamed.iter().any(|(phrases, ())| phrases.split('|').any(|phrase| cue.starts_with(phrase)))
    }
}

/// The tables of a language, indexed.
pub struct Attributions {
    pub(super) rules: &'static AttributionRules,
    /// What [`reporting`](AttributionRules::reporting) words and the phrases below begin with, but for verbs.
    pub(super) beginnings: Sieve,
    pub(super) verbs: Phrases<Endings>,
    pub(super) according: Phrases<()>,
    pub(super) unnamed: Phrases<()>,
    pub(super) findings: Phrases<()>,
    pub(super) found_by: Phrases<()>,
}

impl Attributions {
    /// Indexes the tables of a language.
    pub fn new(rules: &'static AttributionRules) -> Self {
        let tables =
            [rules.according, rules.unnamed, rules.findings, rules.found_by].map(|table| Phrases::new(&[table]));
        let reporting = rules.reporting.iter().filter_map(|word| beginning(word));
        let beginnings = Sieve::new(tables.iter().flat_map(Phrases::beginnings).chain(reporting));
        let [according, unnamed, findings, found_by] = tables;
        Attributions { rules, beginnings, verbs: Phrases::new(&[rules.verbs]), according, unnamed, findings, found_by }
    }
}
