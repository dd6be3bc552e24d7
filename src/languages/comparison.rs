//! What a language calls the properties that figures are given for.

/// One property, and the words that show that a figure is given for it.
pub struct Attribute {
    /// Its name in reports, the same in every language.
    pub name: &'static str,
    /// Words in lower case that stand near the figure.
    pub cues: &'static [&'static str],
}
