//! What a language calls the properties that figures are given for, and how it says of what and how they are counted.

use crate::report::QuantityKind::{self, Count, Money, Number, Percent, Rank};

/// What comparing reports asks a language.
pub struct ComparisonRules {
    /// Properties of figures; of two whose words fit, the nearer is taken.
    pub attributes: &'static [Attribute],
    /// Events that have a date.
    pub events: &'static [Event],
    /// Ways to count, which tell figures apart that have one property.
    pub countings: &'static [Counting],
    /// What is written straight after the thing that a sentence speaks of.
    pub topic_marks: &'static [&'static str],
    /// What is written straight after a place at which something is counted.
    pub place_marks: &'static [&'static str],
    /// What is written straight after a whole of which only a part has the property: 1800人のうち600人.
    pub whole_marks: &'static [&'static str],
    /// What is written straight after a test in which something is scored, and straight before one.
    pub test_marks: (&'static [&'static str], &'static [&'static str]),
    /// What is written straight after a test whose score is told.
    pub score_marks: &'static [&'static str],
    /// Words for tests straight before the name of one.
    pub test_nouns: &'static [&'static str],
    /// What is written between a thing and what is its own.
    pub owner_marks: &'static [&'static str],
    /// What the classes of endings of words begin with, which say nothing alone: 員 in 従業員; empty where words have none.
    pub ending_class: &'static str,
    /// What is written straight after an amount for which something is paid: あたり in 100万トークンあたり.
    pub rate_marks: &'static [&'static str],
    /// What is written straight after what a survey asks about.
    pub matter_marks: &'static [&'static str],
    /// What is written straight after a word for founding, before what is not known by its name: " a ".
    pub new_objects: &'static [&'static str],
    /// Nouns that stand for what is spoken of: 会社 in 会社を設立した.
    pub own_nouns: &'static [&'static str],
    /// What is written straight after what is counted, before how many: を in NG80を1536基.
    pub object_marks: &'static [&'static str],
    /// Where things are only ranked or sold, which is none that figures are said of: Xのストア.
    pub venues: &'static [&'static str],
    /// What ends the noun that names such a place.
    pub venue_ends: &'static [char],
    /// What an event's word ends a sentence with as its predicate; none where predicates do not stand last.
    pub predicate_endings: &'static [&'static str],
    /// What is written straight before and straight after what was so before a change: from 15% to 20%.
    pub from_marks: (&'static str, &'static str),
    /// What is written between a figure and the verb by which it is reached.
    pub reached_marks: &'static [&'static str],
    /// What is written straight after a thing that another is compared with.
    pub compared_marks: &'static [&'static str],
    /// What stands straight before one: rivals, more than.
    pub compared_ahead: &'static [&'static str],
    /// What stands for the body and for the thing that is spoken of, in lower case, where they are not named again: the
    /// company, the model.
    pub stand_ins: [&'static [&'static str]; 2],
    /// How many times as much: 倍 in Xの2倍; empty where no such word follows a number.
    pub multiples: &'static [&'static str],
    /// What is written between things that are listed, and after the last before what counts them together.
    pub list_marks: (&'static [&'static str], &'static [&'static str]),
    /// What stands before the first of several things that are only examples of what is counted: including.
    pub list_openers: &'static [&'static str],
    /// What stands before the next of them.
    pub list_joints: &'static [&'static str],
    /// How an age stands beside whose it is.
    pub ages: Ages,
    /// Pronouns of whoever says something, in what it says of itself.
    pub own_pronouns: &'static [&'static str],
    /// What words of saying begin with whose source judges figures that are another's.
    pub judging: &'static [&'static str],
    /// Counters of one meaning, the first of each as it is reported.
    pub counters: &'static [&'static [&'static str]],
    /// Counters of how often something happens.
    pub occasions: &'static [&'static str],
    /// Counters that give a thing its name and count nothing: 号 in 台風14号.
    pub naming_counters: &'static [&'static str],
    /// What makes a number a thing's name: 第 in 第2滑走路 and 第3工場.
    pub naming_prefix: &'static str,
    /// Counters that even so tell a place in an order: 第1位.
    pub order_counters: &'static [&'static str],
    /// What ends a sentence inside what is quoted.
    pub full_stop: char,
    /// What parts the clauses of a sentence.
    pub clause_marks: &'static [char],
    /// Words that do.
    pub joints: &'static [&'static str],
}

/// How an age stands beside the person's name: Zhou, 39, and 39-year-old Zhou.
pub struct Ages {
    /// What ends the text between a name and an age behind it.
    pub between: &'static [&'static str],
    /// What is written straight after such an age.
    pub after: &'static [&'static str],
    /// What stands between an age and the name behind it.
    pub joints: &'static [&'static str],
}

/// One property, and the words that show that a figure is given for it.
pub struct Attribute {
    /// Its name in reports, the same in every language.
    pub name: &'static str,
    /// The kinds of quantities that it can have.
    pub kinds: &'static [QuantityKind],
    /// How its values behave.
    pub nature: Nature,
    /// Words in lower case that stand near the figure.
    pub cues: &'static [&'static str],
    /// Whether how often something happens can be its figure: 260万回.
    pub happens: bool,
    /// What can have it.
    pub owner: Owner,
    /// Words of which one must stand near the figure, too; any will do where there are none.
    pub beside: &'static [&'static str],
    /// Whether it is what something reaches in a test.
    pub is_tested: bool,
    /// Its name where it tells a change; empty where that has none.
    pub moved: &'static str,
}

/// What can have a property.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Owner {
    /// Anything that can have figures.
    Any,
    /// Bodies and places, but no things that are made: employees.
    Body,
    /// Things that are made: parameters.
    Thing,
    /// Persons: ages.
    Person,
}

impl Attribute {
    /// The same, told in how often something happens, too.
    pub const fn happening(self) -> Attribute {
        Attribute { happens: true, ..self }
    }

    /// The same, of bodies alone.
    pub const fn of_bodies(self) -> Attribute {
        Attribute { owner: Owner::Body, ..self }
    }

    /// The same, of things that are made.
    pub const fn of_things(self) -> Attribute {
        Attribute { owner: Owner::Thing, ..self }
    }

    /// The same, of persons alone.
    pub const fn of_persons(self) -> Attribute {
        Attribute { owner: Owner::Person, ..self }
    }

    /// The same, under another name where it tells by how much it is more or less than it was.
    pub const fn moved(self, moved: &'static str) -> Attribute {
        Attribute { moved, ..self }
    }

    /// The same, only where one of these words stands near, too.
    pub const fn beside(self, beside: &'static [&'static str]) -> Attribute {
        Attribute { beside, ..self }
    }

    /// The same, as what is reached in a test.
    pub const fn tested(self) -> Attribute {
        Attribute { is_tested: true, ..self }
    }
}

/// The way to count of what is not there yet, which tells a forecast from a result.
pub const EXPECTED: &str = "expected";

/// The way to count of a time before the one that is spoken of.
pub const PREVIOUS: &str = "previous";

/// The way to count by how much something is more or less than it was.
pub const CHANGE: &str = "change";

/// The way to count a part of a whole that is told before it.
pub const PART: &str = "part";

/// Longer words that hold one of a way to count, and say nothing of it.
pub const NO_COUNTING: &str = "";

/// The ways to count the most or the least there can be.
pub const BOUNDS: [&str; 2] = ["most", "least"];

/// A language whose words for properties are not known.
pub static NO_RULES: ComparisonRules = ComparisonRules {
    attributes: &[],
    events: &[],
    countings: &[],
    topic_marks: &[],
    place_marks: &[],
    whole_marks: &[],
    test_marks: (&[], &[]),
    score_marks: &[],
    test_nouns: &[],
    owner_marks: &[],
    ending_class: "",
    rate_marks: &[],
    matter_marks: &[],
    new_objects: &[],
    own_nouns: &[],
    object_marks: &[],
    venues: &[],
    venue_ends: &[],
    predicate_endings: &[],
    from_marks: ("", ""),
    reached_marks: &[],
    compared_marks: &[],
    compared_ahead: &[],
    stand_ins: [&[], &[]],
    multiples: &[],
    list_marks: (&[], &[]),
    list_openers: &[],
    list_joints: &[],
    ages: Ages { between: &[], after: &[], joints: &[] },
    own_pronouns: &[],
    judging: &[],
    counters: &[],
    occasions: &[],
    naming_counters: &[],
    naming_prefix: "",
    order_counters: &[],
    full_stop: '。',
    clause_marks: &['，', '。'],
    joints: &[],
};

/// How the values of a property behave, which says when two that differ are at odds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nature {
    /// It belongs to a thing and stays.
    Fixed,
    /// It belongs to a thing and changes from day to day.
    Changing,
    /// It belongs to a thing and changes within a day.
    Daily,
    /// It belongs to a thing and to a year or month, and is forecast before it is known.
    Periodic,
    /// It belongs to what has happened, whether that is named beside it or not, and stays.
    Event,
    /// It belongs to what has happened, and grows as more is known.
    Toll,
    /// It belongs to a survey, and each gives its own.
    Surveyed,
    /// Too general to be compared unless it is the same.
    Loose,
}

/// An event that has a date.
pub struct Event {
    /// Its name in reports, the same in every language.
    pub name: &'static str,
    /// What it can happen to.
    pub owner: Owner,
    /// Words in lower case that stand near the date.
    pub cues: &'static [&'static str],
}

/// A way to count.
pub struct Counting {
    /// Its name, the same in every language; [`EXPECTED`] for what is not there yet.
    pub name: &'static str,
    /// Words in lower case in the clause of the figure.
    pub cues: &'static [&'static str],
}

/// One property of a table.
pub const fn attribute(
    name: &'static str,
    kinds: &'static [QuantityKind],
    nature: Nature,
    cues: &'static [&'static str],
) -> Attribute {
    Attribute { name, kinds, nature, cues, happens: false, owner: Owner::Any, beside: &[], is_tested: false, moved: "" }
}

/// Money.
pub const MONEY: &[QuantityKind] = &[Money];
/// Numbers of things.
pub const COUNTS: &[QuantityKind] = &[Count, Number];
/// Bare numbers.
pub const NUMBERS: &[QuantityKind] = &[Number];
/// Shares.
pub const SHARES: &[QuantityKind] = &[Percent];
/// Bare numbers and shares.
pub const SCORES: &[QuantityKind] = &[Number, Percent, QuantityKind::Other];
/// Lengths of time.
pub const TIMES: &[QuantityKind] = &[QuantityKind::Duration];
/// Lengths.
pub const LENGTHS: &[QuantityKind] = &[QuantityKind::Length];

/// The property that a quantity of a kind has where no word names one.
pub fn of_kind(kind: QuantityKind) -> Option<Attribute> {
    if kind == QuantityKind::Age {
        return Some(attribute("age", &[], Nature::Changing, &[]).of_persons());
    }
    let (name, nature) = match kind {
        QuantityKind::Area => ("area", Nature::Loose),
        QuantityKind::Mass => ("weight", Nature::Loose),
        QuantityKind::Volume => ("volume", Nature::Loose),
        QuantityKind::Temperature => ("temperature", Nature::Loose),
        QuantityKind::Speed => ("speed", Nature::Loose),
        QuantityKind::Data => ("data", Nature::Loose),
        QuantityKind::Power => ("power", Nature::Loose),
        QuantityKind::Length => ("length", Nature::Loose),
        Rank => ("rank", Nature::Loose),
        _ => return None,
    };
    Some(attribute(name, &[], nature, &[]))
}
