//! Which rules of style look at an article.

use crate::languages;
use crate::report::Report;
use serde::Serialize;

/// A rule of style that a language of the article has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StyleRule {
    /// Its name, as the options and the notes have it.
    pub rule: &'static str,
    /// BCP 47 code of the language that it looks at.
    pub language: &'static str,
    /// Whether it looks unless it is switched off; the others look only where they are switched on.
    pub on: bool,
}

/// The rules of the languages that the counted blocks are in, in the order in which a reader would learn them; none
/// without such a block.
pub fn style_rules(report: &Report) -> Vec<StyleRule> {
    let is_in = |code: &str| report.blocks.iter().any(|block| block.counted && block.language == code);
    let own = languages::ALL.iter().filter(|language| is_in(language.code));
    let rules = own.flat_map(|language| language.style.iter().map(|rule| (language.code, rule)));
    rules.map(|(language, rule)| StyleRule { rule: rule.name, language, on: rule.on }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::report;
    use super::*;

    #[test]
    fn rules_of_the_languages_that_are_counted() {
        let of = |text: &str| style_rules(&report(text));
        let has =
            |rules: &[StyleRule], name: &str, on: bool| rules.iter().any(|rule| rule.rule == name && rule.on == on);
        let japanese = of("港でボートを買った。");
        assert!(has(&japanese, "ra-nuki", true) && has(&japanese, "repeated-particle", false), "{japanese:?}");
        assert!(japanese.iter().all(|rule| rule.language == "ja"));
        let english = of("The boat was bought in the harbour.");
        assert!(has(&english, "repeated-word", true) && !has(&english, "ra-nuki", true), "{english:?}");
        assert!(of("").is_empty());
    }
}
