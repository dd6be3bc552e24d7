//! The role of each line: what the model decides over the page, with its reasons.

use super::features::{self, Evidence, Feature};
use super::model::{Model, ROLES, Row};
use super::page::{self, Page};
use super::reasons::{self, Reason};
use super::{head, sights, stretch};
use crate::given::Document;
use crate::languages::Language;
use crate::languages::identify::Reading;
use crate::order::Order;
use crate::report::Role;
use std::sync::LazyLock;

/// A role, how sure it is, and why.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The role.
    pub role: Role,
    /// Its probability, 0 to 1.
    pub confidence: f64,
    /// The strongest reasons, strongest first; at least one.
    pub because: Vec<Reason>,
    /// The line's language.
    pub language: Option<&'static Language>,
}

/// No more reasons than a reader takes in.
const REASONS: usize = 3;

/// The weights that the project carries.
pub static MODEL: LazyLock<Model> = LazyLock::new(|| Model::parse(include_str!("weights.txt")).0);

/// A verdict for each line of the document.
pub fn assign(document: &Document<'_>, readings: &[Reading], body: &'static Language) -> Vec<Verdict> {
    let page = page::read(document, readings, body);
    let evidence = evidence(&page, &stretch::MODEL);
    let (path, marginals) = MODEL.decide(&evidence);
    let mut verdicts = Vec::with_capacity(path.len());
    for (index, role) in path.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|before| path.get(before)).copied();
        let own = evidence.get(index).map_or(&[][..], Vec::as_slice);
        let other = marginals.get(index).map_or(0, |row| runner_up(row, *role));
        verdicts.push(Verdict {
            role: Role::ALL.get(*role).copied().unwrap_or(Role::Paragraph),
            confidence: marginals.get(index).and_then(|row| row.get(*role)).copied().unwrap_or(0.0),
            because: because(document, &page, index, own, (*role, other), previous),
            language: page.places.get(index).and_then(|place| place.language),
        });
    }
    if page.is_fragment {
        verdicts.iter_mut().for_each(keep_fragment);
    }
    verdicts
}

/// The evidence of each line for its role: its own, and where it stands to the stretch that the article takes.
pub fn evidence(page: &Page<'_>, model: &stretch::Model) -> Vec<Vec<Evidence>> {
    let mut lines = own(page);
    let body = if page.is_fragment {
        0..lines.len()
    } else {
        let seen = sights::of_page(page);
        model.scores(lines.iter().zip(&seen).map(|(own, seen)| own.iter().chain(seen))).best()
    };
    let head = head::find(page);
    for (index, line) in lines.iter_mut().enumerate() {
        // The title ends what a label above it opened.
        if head.is_some_and(|head| head.opens(page, index)) {
            line.retain(|piece| !matches!(piece.feature, Feature::Under(_)));
        }
        line.extend(features::of_body(page, index, &body, head));
    }
    lines
}

/// The evidence of each line for the stretch that the article takes: its own, and what it sees around it.
pub fn sighted(page: &Page<'_>) -> Vec<Vec<Evidence>> {
    own(page).into_iter().zip(sights::of_page(page)).map(|(own, seen)| [own, seen].concat()).collect()
}

fn own(page: &Page<'_>) -> Vec<Vec<Evidence>> {
    (0..page.lines.len()).map(|index| features::of_line(page, index)).collect()
}

/// What somebody typed is there to be measured: without a label's words it is no furniture of a page.
fn keep_fragment(verdict: &mut Verdict) {
    let is_labelled = verdict.because.iter().any(|reason| matches!(reason, Reason::Cue(..) | Reason::Under(..)));
    if verdict.role.is_noise() && !is_labelled {
        (verdict.role, verdict.because) = (Role::Paragraph, vec![Reason::Fragment]);
    }
}

fn runner_up(row: &Row, role: usize) -> usize {
    let others = row.iter().enumerate().filter(|(index, _)| *index != role);
    others.max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(index, _)| index)
}

/// The pieces of evidence that speak most for the role against the next likely one.
fn because(
    document: &Document<'_>,
    page: &Page<'_>,
    index: usize,
    evidence: &[Evidence],
    roles: (usize, usize),
    previous: Option<usize>,
) -> Vec<Reason> {
    let lead = |row: &Row| row.get(roles.0).copied().unwrap_or(0.0) - row.get(roles.1).copied().unwrap_or(0.0);
    let mut weighed: Vec<(f64, Reason)> = Vec::new();
    for piece in evidence {
        let gain = MODEL.features.get(piece.feature.index()).map_or(0.0, lead) * piece.strength;
        let reason = reason(document, page, index, piece.feature).filter(|_| gain > 0.2);
        weighed.extend(reason.map(|reason| (gain, reason)));
    }
    let after = previous
        .filter(|previous| *previous < ROLES)
        .and_then(|previous| Some((MODEL.after.get(previous)?, Role::ALL.get(previous)?)));
    weighed.extend(after.map(|(row, role)| (lead(row), Reason::After(*role))).filter(|(gain, _)| *gain > 0.5));
    weighed.order_by(|a, b| b.0.total_cmp(&a.0));
    let mut reasons: Vec<Reason> = Vec::new();
    for (_, reason) in weighed {
        if reasons.len() < REASONS && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    if reasons.is_empty() { vec![Reason::Default] } else { reasons }
}

fn reason(document: &Document<'_>, page: &Page<'_>, index: usize, feature: Feature) -> Option<Reason> {
    let place = page.places.get(index)?;
    match feature {
        feature if reasons::is_run(feature) => Some(Reason::Run(place.run)),
        Feature::Trait(feature) => reasons::of_feature(feature),
        Feature::Cue(cue, at) => {
            let found = page.forms.get(index)?.cues.iter().find(|found| found.cue == cue && found.place == at)?;
            Some(Reason::Cue(cue, at, found.words))
        }
        Feature::Under(_) => {
            let section = place.section?;
            let label = document.lines.get(section.label)?.span.of(&document.text);
            Some(Reason::Under(label.to_owned(), index - section.label))
        }
    }
}
