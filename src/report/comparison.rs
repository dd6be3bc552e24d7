//! What a comparison of reports gives: part of the same contract.

use super::{AttributionForm, EntityLabel, HedgeKind, Interval};
use crate::span::Span;
use serde::{Deserialize, Serialize};

plain! {
/// What several reports say of the same things; never a verdict on who is right.
#[derive(Default)]
pub struct Comparison {
    /// Entities joined across reports.
    pub entities: Vec<SharedEntity>,
    /// Quantities of like kind, unit, subject and attribute.
    pub figures: Vec<FigureGroup>,
    /// Passages that stand in more than one report.
    pub shared: Vec<SharedPassage>,
    /// All resolved times, earliest first.
    pub timeline: Vec<TimelinePoint>,
    /// What sets each report apart.
    pub distinctive: Vec<DistinctiveTerms>,
    /// Dates of one event of one thing.
    pub dates: Vec<DateGroup>,
    /// Persons and bodies whose words several reports give.
    pub quoted: Vec<QuotedSource>,
    /// What one report alone has, one entry a report.
    pub only_in: Vec<OnlyIn>,
}
}

plain! {
/// An entity as several reports have it.
pub struct SharedEntity {
    /// The fullest form found.
    pub name: String,
    /// What kind of thing it is.
    pub label: EntityLabel,
    /// Where it stands.
    pub reports: Vec<EntityInReport>,
    /// Why it was taken for one thing.
    pub because: Vec<JoinReason>,
    /// Where its name stands in reports that have no entity of it.
    pub also: Vec<SpanInReport>,
}
}

plain! {
/// Why entities of two reports are taken for one thing.
pub enum JoinReason {
    /// They have one name.
    SameName,
    /// They have one name but for case, width, and the marks between words.
    SameSpelling,
    /// A shorter or other form of one is a form of the other.
    OtherForm,
    /// One is written in katakana and the other in Latin letters, and they sound alike.
    OtherScript,
}
}

plain! {
/// An entity of one report.
pub struct EntityInReport {
    /// Index of the report.
    pub report: u32,
    /// Index of the entity in it.
    pub entity: u32,
    /// How often it is mentioned there.
    pub mentions: u32,
}
}

plain! {
/// How values of one thing stand to each other.
pub enum Relation {
    /// Equal within rounding and approximation.
    Agree,
    /// Their intervals overlap, or one contains the other.
    Compatible,
    /// Their intervals are disjoint.
    Conflict,
    /// They speak of different things.
    DifferentSubject,
    /// Nothing can be said.
    Unclear,
}
}

plain! {
/// Quantities that several places give for one thing.
pub struct FigureGroup {
    /// Of what; where scores are reached in a test, with its name in brackets.
    pub subject: String,
    /// Which property of it.
    pub attribute: String,
    /// The common unit.
    pub unit: String,
    /// How the values stand to each other.
    pub relation: Relation,
    /// The values; those that say most of the group first.
    pub values: Vec<FigureValue>,
    /// How many times the smallest value the largest is, of those compared; `None` where they agree, or have no bounds
    /// above zero.
    pub gap: Option<f64>,
}
}

plain! {
/// Why a value is shown beside the others and not compared with them.
pub enum AsideReason {
    /// It is said of something else.
    OtherSubject,
    /// What it is said of is not named near it.
    SubjectUnnamed,
    /// It is of another year, month or term.
    OtherPeriod,
    /// It was published at another time, and such values change.
    OtherDay,
    /// Another survey gives it.
    OtherSurvey,
    /// It is counted in another way: a month's against a total, expected against reached, with tax against without.
    CountedOtherwise,
    /// Its report gives another value too, which is the one that is compared.
    AlsoGiven,
}
}

plain! {
/// One value of a figure.
pub struct FigureValue {
    /// Index of the report.
    pub report: u32,
    /// Index of the quantity in it.
    pub quantity: u32,
    /// Its value between bounds.
    pub value: Interval,
    /// The unit of this value: as its report writes it, or the group's base unit where the reports write different ones.
    pub unit: String,
    /// Whether the text calls it approximate.
    pub approximate: bool,
    /// On whose word.
    pub source: Option<String>,
    /// The sentence that gives it.
    pub sentence: String,
    /// What this value is said of.
    pub subject: Option<String>,
    /// The time that it is of, as a TIMEX3 value.
    pub period: Option<String>,
    /// When its report was published, ISO 8601.
    pub published: Option<String>,
    /// What holds it back.
    pub hedges: Vec<HedgeKind>,
    /// Why it is not compared with the others; `None` for those that are.
    pub aside: Option<AsideReason>,
}
}

plain! {
/// Dates that several reports give for one event.
pub struct DateGroup {
    /// Of what.
    pub subject: String,
    /// What happens then: `release`, `construction`, `founding`, ….
    pub attribute: String,
    /// How the dates stand to each other.
    pub relation: Relation,
    /// The dates.
    pub values: Vec<DateValue>,
}
}

plain! {
/// One date of an event.
pub struct DateValue {
    /// Index of the report.
    pub report: u32,
    /// Index of the time in it.
    pub time: u32,
    /// TIMEX3 value.
    pub value: String,
    /// The sentence that gives it.
    pub sentence: String,
    /// What it is said of.
    pub subject: Option<String>,
    /// Why it is not compared with the others; `None` for those that are.
    pub aside: Option<AsideReason>,
}
}

plain! {
/// A passage that stands in more than one report.
pub struct SharedPassage {
    /// Indices of the reports.
    pub reports: Vec<u32>,
    /// Where it stands.
    pub spans: Vec<SpanInReport>,
    /// How alike the places are, 0 to 1.
    pub similarity: f64,
    /// In what way they are alike.
    pub kind: PassageKind,
}
}

plain! {
/// In what way passages are alike.
pub enum PassageKind {
    /// Word for word.
    Same,
    /// Nearly word for word.
    Nearly,
    /// The words of one speaker.
    Quotation,
    /// One meaning in other words, as far as words and numbers show it.
    InOtherWords,
}
}

plain! {
/// A place in one report.
pub struct SpanInReport {
    /// Index of the report.
    pub report: u32,
    /// Where in it.
    pub span: Span,
}
}

plain! {
/// All that is said of one time.
pub struct TimelinePoint {
    /// TIMEX3 value.
    pub value: String,
    /// Who says it.
    pub entries: Vec<TimelineEntry>,
}
}

plain! {
/// One place that speaks of a time.
pub struct TimelineEntry {
    /// Index of the report.
    pub report: u32,
    /// Index of the time in it.
    pub time: u32,
    /// The sentence around.
    pub sentence: String,
}
}

plain! {
/// What sets one report apart from the others.
pub struct DistinctiveTerms {
    /// Index of the report.
    pub report: u32,
    /// Its terms, strongest first.
    pub terms: Vec<DistinctiveTerm>,
}
}

plain! {
/// A term that one report uses more than the others.
pub struct DistinctiveTerm {
    /// As it is written.
    pub text: String,
    /// Its log-likelihood.
    pub score: f64,
    /// How large the difference is: the binary logarithm of its share here over its share in the others; a word that
    /// the others lack counts as half a word there (Hardie 2014).
    pub log_ratio: f64,
    /// How often it stands here.
    pub count: u32,
    /// How often it stands in the others.
    pub elsewhere: u32,
}
}

plain! {
/// A person or body whose words several reports give.
pub struct QuotedSource {
    /// The fullest name found.
    pub name: String,
    /// Where the words stand.
    pub quotations: Vec<Quotation>,
}
}

plain! {
/// Words of a source in one report.
pub struct Quotation {
    /// Index of the report.
    pub report: u32,
    /// Index of the attribution in it.
    pub attribution: u32,
    /// Quoted or reported.
    pub form: AttributionForm,
}
}

plain! {
/// What one report alone has.
pub struct OnlyIn {
    /// Index of the report.
    pub report: u32,
    /// Indices of its entities that no other report names, most mentions first.
    pub entities: Vec<u32>,
    /// Its keywords that stand in no other report, best first.
    pub keywords: Vec<String>,
    /// Indices of its sources that no other report quotes, as attributions, in order.
    pub attributions: Vec<u32>,
    /// Indices of its topics that no other report has, best first.
    pub topics: Vec<u32>,
}
}
