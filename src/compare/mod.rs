//! What several reports say of the same things. Nothing here says who is right.

mod distinctive;
mod entities;
mod figures;
mod input;
mod shared;
mod timeline;

use crate::report::{Comparison, Report};
use input::Input;

/// Compares two or more reports, in any unit of offsets; spans of the comparison are in the unit of their report.
/// Nothing comes of fewer than two. Time grows linearly with the text of all.
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
    let inputs: Vec<Input> = reports.iter().map(|report| Input::new(report)).collect();
    let joined = entities::join(&inputs);
    Comparison {
        figures: figures::group(&inputs, &joined),
        shared: shared::passages(&inputs),
        timeline: timeline::timeline(&inputs),
        distinctive: distinctive::terms(&inputs),
        entities: joined.shared,
    }
}
