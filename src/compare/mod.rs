//! What several reports say of the same things. Nothing here says who is right.

mod calendar;
mod claims;
mod cues;
mod distinctive;
mod entities;
mod events;
mod figures;
mod groups;
mod input;
mod matters;
mod meaning;
mod only;
mod passing;
mod property;
mod quoted;
mod relation;
mod search;
mod sets;
mod shared;
mod shingles;
mod subjects;
mod timeline;
mod weights;

use crate::report::{Comparison, Report};
use cues::Cues;
use input::Input;
use matters::Matters;

/// Compares two or more reports, in any unit of offsets; spans of the comparison are in the unit of their report.
/// Nothing comes of fewer than two. Time grows linearly with the text of all, but for one look at every pair of reports.
///
/// ```
/// use article_analyzer::{Analyzer, Options, compare::compare};
/// let analyzer = Analyzer::new();
/// let one = analyzer.analyze("市は新しい図書館を来年の春に開くと発表した。", &Options::default())?;
/// let two = analyzer.analyze("市は新しい図書館を来年の春に開くと発表した。", &Options::default())?;
/// assert_eq!(compare(&[&one, &two]).shared.len(), 1);
/// # Ok::<(), article_analyzer::Error>(())
/// ```
pub fn compare(reports: &[&Report]) -> Comparison {
    if reports.len() < 2 {
        return Comparison::default();
    }
    let mut cues = Cues::default();
    let inputs: Vec<Input> = reports.iter().map(|report| Input::new(report, &mut cues)).collect();
    let joined = entities::join(&inputs);
    let mut shared = shared::passages(&inputs);
    let matters = Matters::new(&inputs, &joined, &shared);
    shared.extend(meaning::passages(&inputs, &matters, &shared));
    Comparison {
        figures: figures::figures(&inputs, &joined, &matters),
        dates: figures::dates(&inputs, &joined, &matters),
        timeline: timeline::timeline(&inputs),
        distinctive: distinctive::terms(&inputs),
        quoted: quoted::quoted(&inputs, &joined),
        only_in: only::only_in(&inputs, &joined),
        entities: joined.shared,
        shared,
    }
}
