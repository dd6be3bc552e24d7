//! Claims of one property, put together by what they are said of, and how they stand to each other.

use super::calendar;
use super::claims::Claim;
use super::matters::Matters;
use super::relation;
use super::sets::Sets;
use super::subjects::{Grade, Key};
use crate::languages::comparison::{BOUNDS, EXPECTED, Nature};
use crate::order::Order;
use crate::report::{AsideReason, Relation};
use std::collections::{BTreeMap, BTreeSet};

/// Claims of one property that one report can bring; further ones are left out, so that time stays linear.
const MOST: usize = 24;

/// Claims of one thing.
pub struct Group {
    pub key: Key,
    pub relation: Relation,
    /// The claims that are compared, then those beside them.
    pub members: Vec<(Claim, Option<AsideReason>)>,
}

/// How two claims of different reports stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Stand {
    Agree,
    Compatible,
    Conflict,
    Aside(AsideReason),
}

/// Groups of the claims of articles of one matter, by property and unit, conflicts first, of each relation what most reports
/// give first.
pub fn group(claims: Vec<Claim>, matters: &Matters) -> Vec<Group> {
    let mut alike: BTreeMap<(usize, String, String), Vec<Claim>> = BTreeMap::new();
    for claim in claims {
        let matter = matters.group(claim.report);
        alike.entry((matter, claim.attribute.clone(), claim.class.clone())).or_default().push(claim);
    }
    let mut groups: Vec<Group> =
        alike.into_values().flat_map(|claims| of_property(without_repeats(claims), matters)).collect();
    groups.order_by_key(|group| {
        let rank = match group.relation {
            Relation::Conflict => 0,
            Relation::Compatible => 1,
            Relation::Agree => 2,
            Relation::DifferentSubject => 3,
            Relation::Unclear => 4,
        };
        let compared = group.members.iter().filter(|(_, aside)| aside.is_none()).map(|(claim, _)| claim);
        (rank, std::cmp::Reverse(reports(compared)))
    });
    groups
}

/// Each value of a report once: the one whose subject is surest, and of dates the most exact.
fn without_repeats(claims: Vec<Claim>) -> Vec<Claim> {
    let mut kept: Vec<Claim> = Vec::new();
    let mut of_report = 0;
    for claim in claims {
        if kept.last().is_some_and(|last| last.report != claim.report) {
            of_report = 0;
        }
        let from = kept.len() - of_report;
        let own = kept.get_mut(from..).unwrap_or(&mut []);
        if let Some(same) = own.iter_mut().find(|other| is_repeat(other, &claim)) {
            let is_narrower = claim.is_date && width(&claim) < width(same);
            if is_narrower || !claim.is_date && claim.subject.grade > same.subject.grade {
                *same = claim;
            }
        } else if of_report < MOST {
            kept.push(claim);
            of_report += 1;
        }
    }
    kept
}

/// Whether two claims of one report say the same.
fn is_repeat(one: &Claim, other: &Claim) -> bool {
    let is_one_value = if one.is_date {
        relation::overlap(&one.comparable, &other.comparable)
    } else {
        relation::agree(&one.comparable, &other.comparable, one.approximate || other.approximate)
    };
    let is_one_thing =
        one.subject.key == other.subject.key || one.subject.grade.min(other.subject.grade) == Grade::Guessed;
    is_one_value && is_one_thing
}

/// How many days a date covers, less one.
fn width(claim: &Claim) -> f64 {
    claim.comparable.upper.unwrap_or(0.0) - claim.comparable.lower.unwrap_or(0.0)
}

fn of_property(mut claims: Vec<Claim>, matters: &Matters) -> Vec<Group> {
    if reports(claims.iter()) < 2 {
        return Vec::new();
    }
    translate_subjects(&mut claims, matters);
    settle_subjects(&mut claims, matters);
    let mut by_key: BTreeMap<Key, Vec<Claim>> = BTreeMap::new();
    for claim in claims {
        by_key.entry(claim.subject.key.clone()).or_default().push(claim);
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut left: Vec<(Claim, AsideReason)> = Vec::new();
    for (key, claims) in by_key {
        of_subject(&key, claims, matters, &mut groups, &mut left);
    }
    let left = together(left, &mut groups);
    place_beside(left, &mut groups);
    groups.retain(|group| {
        group.relation != Relation::Unclear || group.members.iter().all(|(claim, _)| claim.nature != Nature::Loose)
    });
    groups
}

/// Gives claims of articles in another language the subject of an earlier one with the same value: names that neither letters
/// nor sounds join, 東雲精機 and Shinonome Seiki.
fn translate_subjects(claims: &mut [Claim], matters: &Matters) {
    for index in 0..claims.len() {
        let Some(claim) = claims.get(index).filter(|claim| is_told_apart(claim)) else { continue };
        let fits = |other: &&Claim| {
            other.language != claim.language
                && is_told_apart(other)
                && are_held(claim, other, matters)
                && stand(claim, other) == Stand::Agree
        };
        let key = claims.iter().take(index).find(fits).map(|other| other.subject.key.clone());
        if let Some((key, claim)) = key.zip(claims.get_mut(index)) {
            claim.subject.key = key;
        }
    }
}

/// Whether a claim is of a named thing, with a value that another's hardly is by chance.
fn is_told_apart(claim: &Claim) -> bool {
    matches!(claim.subject.key, Key::Thing(_))
        && !claim.is_date
        && (claim.nature != Nature::Loose || relation::is_telling(&claim.comparable))
}

/// Gives claims whose subject is not sure that of a claim of another report with the same value.
fn settle_subjects(claims: &mut [Claim], matters: &Matters) {
    for index in 0..claims.len() {
        let Some(claim) = claims.get(index).filter(|claim| is_open(claim)) else { continue };
        let fits = |(place, other): &(usize, &Claim)| {
            (other.subject.grade == Grade::Named || *place < index) && stand(claim, other) == Stand::Agree
        };
        let found = claims.iter().enumerate().filter(|(_, other)| are_held(claim, other, matters)).find(fits);
        let key = found.map(|(_, other)| other.subject.key.clone());
        if let Some((key, claim)) = key.zip(claims.get_mut(index)) {
            claim.subject.key = key;
        }
    }
}

/// Whether a claim can be given the subject of another with its value. Small numbers are the same by chance.
fn is_open(claim: &Claim) -> bool {
    let is_event = matches!(claim.nature, Nature::Event | Nature::Toll);
    let is_telling = claim.nature != Nature::Loose || relation::is_telling(&claim.comparable);
    claim.subject.grade < Grade::Named && !is_event && is_telling
}

/// Whether two claims are held against each other: those of two reports of one matter.
fn are_held(one: &Claim, other: &Claim, matters: &Matters) -> bool {
    one.report != other.report && matters.are_one(one.report, other.report)
}

/// How claims stand to each other, whatever they are said of.
fn stand(a: &Claim, b: &Claim) -> Stand {
    if relation::agree(&a.comparable, &b.comparable, a.approximate || b.approximate) {
        return Stand::Agree;
    }
    let surveyed_apart = a.nature == Nature::Surveyed;
    let days = (a.published.as_deref(), b.published.as_deref());
    let is_daily = a.nature == Nature::Daily || b.nature == Nature::Daily;
    let changes = match a.nature {
        // A toll grows from morning to evening.
        Nature::Toll => days.0.is_none() || days.0 != days.1,
        // 17日の株価: whenever that is told.
        _ if is_daily && a.day.is_some() && b.day.is_some() => a.day != b.day,
        _ if is_daily => !calendar::are_of_one_day(days.0, days.1),
        Nature::Changing => !calendar::are_near(days.0, days.1),
        _ => false,
    };
    if !are_counted_alike(a, b) {
        Stand::Aside(AsideReason::CountedOtherwise)
    } else if !is_one_period(a.period.as_deref(), b.period.as_deref()) {
        Stand::Aside(AsideReason::OtherPeriod)
    } else if surveyed_apart {
        Stand::Aside(AsideReason::OtherSurvey)
    } else if relation::overlap(&a.comparable, &b.comparable) {
        Stand::Compatible
    } else if changes {
        Stand::Aside(AsideReason::OtherDay)
    } else if !(a.is_sure() && b.is_sure()) || a.nature == Nature::Loose {
        Stand::Aside(AsideReason::SubjectUnnamed)
    } else {
        Stand::Conflict
    }
}

/// Whether two claims count in one way. What is expected is told from what is only where there are results: the cost of what
/// is planned is one with its expected cost.
fn are_counted_alike(a: &Claim, b: &Claim) -> bool {
    let is_bound = |claim: &Claim| claim.value.lower.is_none() || claim.value.upper.is_none();
    let has_bound = is_bound(a) || is_bound(b);
    // 最大4万件 is a bound by its value already.
    let counts =
        |name: &&&str| (a.nature == Nature::Periodic || **name != EXPECTED) && !(has_bound && BOUNDS.contains(*name));
    a.countings.iter().filter(counts).eq(b.countings.iter().filter(counts))
}

/// Whether two times can be one: unknown ones can be any, a month lies in its year.
fn is_one_period(a: Option<&str>, b: Option<&str>) -> bool {
    a.zip(b).is_none_or(|(a, b)| a.starts_with(b) || b.starts_with(a))
}

/// The groups of claims of one thing: first those with one value, then those that can be held against each other.
fn of_subject(
    key: &Key,
    claims: Vec<Claim>,
    matters: &Matters,
    groups: &mut Vec<Group>,
    left: &mut Vec<(Claim, AsideReason)>,
) {
    let mut sets = Sets::new(claims.len());
    let pairs: Vec<(usize, usize, Stand)> = pairs(&claims, matters);
    for (a, b, _) in pairs.iter().filter(|(_, _, stand)| *stand == Stand::Agree) {
        sets.join(*a, *b);
    }
    attach(&claims, &pairs, &mut sets);
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for number in 0..claims.len() {
        members.entry(sets.root(number)).or_default().push(number);
    }
    for numbers in members.into_values() {
        let own: Vec<&Claim> = numbers.iter().filter_map(|number| claims.get(*number)).collect();
        if reports(own.iter().copied()) < 2 {
            let reason = |number: &usize| {
                let stands = pairs.iter().filter(|(a, b, _)| a == number || b == number).map(|(_, _, stand)| stand);
                stands.filter_map(|stand| if let Stand::Aside(reason) = stand { Some(*reason) } else { None }).next()
            };
            let reasons = numbers.iter().map(|number| reason(number).unwrap_or(AsideReason::OtherSubject));
            left.extend(own.into_iter().cloned().zip(reasons));
            continue;
        }
        let inside = |number: &usize| numbers.contains(number);
        let stands = pairs.iter().filter(|(a, b, _)| inside(a) && inside(b)).map(|(_, _, stand)| *stand);
        let relation = match stands.filter(|stand| !matches!(stand, Stand::Aside(_))).max() {
            Some(Stand::Conflict) => Relation::Conflict,
            Some(Stand::Compatible) => Relation::Compatible,
            _ => Relation::Agree,
        };
        let members = own.into_iter().map(|claim| (claim.clone(), None)).collect();
        groups.push(Group { key: key.clone(), relation, members });
    }
}

/// All pairs of claims that are held against each other.
fn pairs(claims: &[Claim], matters: &Matters) -> Vec<(usize, usize, Stand)> {
    let all = claims.iter().enumerate().flat_map(|(index, a)| {
        let others = claims.iter().enumerate().skip(index + 1).filter(|(_, b)| are_held(a, b, matters));
        others.map(move |(other, b)| (index, other, stand(a, b)))
    });
    all.collect()
}

/// Puts the claims that agree with no other beside those that they can be held against: a claim compatible with another
/// always, one that conflicts only where its report has no other there.
fn attach(claims: &[Claim], pairs: &[(usize, usize, Stand)], sets: &mut Sets) {
    let agreeing: BTreeSet<usize> =
        pairs.iter().filter(|(_, _, stand)| *stand == Stand::Agree).flat_map(|(a, b, _)| [*a, *b]).collect();
    for wanted in [Stand::Compatible, Stand::Conflict] {
        for (a, b, _) in
            pairs.iter().filter(|(a, b, stand)| *stand == wanted && !(agreeing.contains(a) && agreeing.contains(b)))
        {
            let (one, other) = (sets.root(*a), sets.root(*b));
            if one == other {
                continue;
            }
            let members = |root: usize, sets: &mut Sets| -> BTreeSet<u32> {
                let own = claims.iter().enumerate().filter(|(number, _)| sets.root(*number) == root);
                own.map(|(_, claim)| claim.report).collect()
            };
            let clash = !members(one, sets).is_disjoint(&members(other, sets));
            if wanted == Stand::Compatible || !clash {
                sets.join(one, other);
            }
        }
    }
}

/// Puts what several reports say of one thing together, though no two of it can be held against each other. Gives the rest.
fn together(left: Vec<(Claim, AsideReason)>, groups: &mut Vec<Group>) -> Vec<(Claim, AsideReason)> {
    let mut by_key: BTreeMap<Key, Vec<(Claim, AsideReason)>> = BTreeMap::new();
    for (claim, reason) in left {
        by_key.entry(claim.subject.key.clone()).or_default().push((claim, reason));
    }
    let mut rest = Vec::new();
    for (key, claims) in by_key {
        let is_known = key == Key::Matter || groups.iter().any(|group| group.key == key);
        if is_known || reports(claims.iter().map(|(claim, _)| claim)) < 2 {
            rest.extend(claims);
            continue;
        }
        let members = claims.into_iter().map(|(claim, reason)| (claim, Some(reason))).collect();
        groups.push(Group { key, relation: Relation::Unclear, members });
    }
    rest
}

/// Puts what is left beside the group of its own thing, else the first group; where there is none, together where several
/// reports have some.
fn place_beside(left: Vec<(Claim, AsideReason)>, groups: &mut Vec<Group>) {
    if groups.is_empty() {
        groups.extend(apart(left));
        return;
    }
    for (claim, reason) in left {
        let own = groups.iter().position(|group| group.key == claim.subject.key);
        if let Some(group) = groups.get_mut(own.unwrap_or(0)) {
            let is_given = group.members.iter().any(|(other, aside)| aside.is_none() && other.report == claim.report);
            let reason = match (own, reason) {
                (None, _) if claim.subject.key == Key::Matter => AsideReason::SubjectUnnamed,
                (None, _) => AsideReason::OtherSubject,
                (Some(_), AsideReason::OtherSubject | AsideReason::SubjectUnnamed) if is_given => {
                    AsideReason::AlsoGiven
                }
                (Some(_), AsideReason::OtherSubject) => AsideReason::SubjectUnnamed,
                (Some(_), reason) => reason,
            };
            group.members.push((claim, Some(reason)));
        }
    }
}

/// Claims of which no two can be held against each other.
fn apart(left: Vec<(Claim, AsideReason)>) -> Option<Group> {
    let is_loose = left.iter().any(|(claim, _)| claim.nature == Nature::Loose);
    if is_loose || reports(left.iter().map(|(claim, _)| claim)) < 2 {
        return None;
    }
    let keys: BTreeSet<&Key> = left.iter().map(|(claim, _)| &claim.subject.key).collect();
    let all_named = left.iter().all(|(claim, _)| claim.is_sure() && claim.subject.key != Key::Matter);
    let key = keys.first().copied().cloned()?;
    let relation = if keys.len() == 1 || !all_named { Relation::Unclear } else { Relation::DifferentSubject };
    let members = left
        .into_iter()
        .map(|(claim, reason)| {
            let is_unnamed = reason == AsideReason::OtherSubject && !claim.is_sure();
            (claim, Some(if is_unnamed { AsideReason::SubjectUnnamed } else { reason }))
        })
        .collect();
    Some(Group { key, relation, members })
}

fn reports<'c>(claims: impl Iterator<Item = &'c Claim>) -> usize {
    claims.map(|claim| claim.report).collect::<BTreeSet<u32>>().len()
}
