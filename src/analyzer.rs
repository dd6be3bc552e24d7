//! An analyzer: the models that all its analyses share.

use crate::error::Error;
use crate::given::Given;
use crate::languages::{ALL, Language, identify};
use crate::offsets::Offsets;
use crate::options::Options;
use crate::pace::{self, Pace, Steady};
use crate::pipeline;
use crate::report::{EntityLabel, OffsetUnit, Report, Token};
use crate::span::Span;
use crate::tags::names::Names;
use crate::tags::names::explain::Reason;
use crate::tokens::columns::Columns;
use crate::tokens::container::{ModelError, ModelKind};
use crate::tokens::other_cuts::OtherCut;
use crate::tokens::{self, Models};
use std::sync::{Arc, LazyLock};

/// Analyses articles. Make one and keep it: it holds what all analyses share.
#[derive(Clone, Debug, Default)]
pub struct Analyzer {
    words: Arc<Models>,
    names: Arc<Names>,
}

/// Unpacked once for the whole program.
static BUILT_IN: LazyLock<Analyzer> = LazyLock::new(|| Analyzer {
    words: Arc::new(Models::built_in().unwrap_or_default()),
    names: Arc::new(Names::built_in().unwrap_or_default()),
});

impl Analyzer {
    /// An analyzer with the models that are built in. Where there are none, words are cut at Unicode's boundaries, no
    /// model looks for names, and reports say so in their warnings.
    pub fn new() -> Self {
        BUILT_IN.clone()
    }

    /// An analyzer without models.
    pub fn without_models() -> Self {
        Analyzer::default()
    }

    /// Adds the model of a file; one for the same use and language is replaced.
    ///
    /// # Errors
    /// [`ModelError`] where the bytes are no model that can be read. The analyzer is then as it was.
    pub fn add_model(&mut self, bytes: &[u8]) -> Result<(), ModelError> {
        match ModelKind::of(bytes)? {
            ModelKind::Names => Arc::make_mut(&mut self.names).add(bytes),
            ModelKind::Lattice | ModelKind::Linear => Arc::make_mut(&mut self.words).add(bytes),
        }
    }

    /// Names of the models that would serve a text and are not there: `ja-words`, `ja-names` and so on, for every
    /// language that a good part of it is in. Whether such a model exists is not known here.
    pub fn missing_models(&self, text: &str, options: &Options) -> Vec<String> {
        let named = options.language.as_deref().and_then(crate::languages::by_code);
        let found = identify::languages_of(text.lines());
        let used = ALL.into_iter().filter(|language| {
            let is = |other: &&'static Language| other.code == language.code;
            named.as_ref().is_some_and(is) || found.iter().any(is)
        });
        used.flat_map(|language| {
            let words = (!self.words.has(language.code)).then(|| format!("{}-words", language.code));
            let names = self.names.model(language).is_none().then(|| format!("{}-names", language.code));
            [words, names].into_iter().flatten()
        })
        .collect()
    }

    /// Why the model of names takes what stands at `span`, in the unit of `options.offsets`, for a name of `label`:
    /// every weight that spoke, the strongest first. Empty where no word begins or ends there, or where the language
    /// has no model.
    ///
    /// # Errors
    /// Those of [`analyze`](Analyzer::analyze).
    pub fn explain(&self, text: &str, options: &Options, span: Span, label: EntityLabel) -> Result<Vec<Reason>, Error> {
        pace::run(pipeline::explain_name(&self.words, &self.names, text, options, (span, label)))
    }

    /// The best other ways to cut what stands around the word at `span`, and by how much each lost; spans are in the unit
    /// of `options.offsets`. Empty where no word has that span, or where the language has no lattice of words.
    ///
    /// # Errors
    /// Those of [`analyze`](Analyzer::analyze).
    pub fn explain_word(&self, text: &str, options: &Options, span: Span) -> Result<Vec<OtherCut>, Error> {
        pace::run(pipeline::explain_word(&self.words, text, options, span))
    }

    /// Cuts a text into words, without looking for anything else; spans are in the unit of `options.offsets`. Every line
    /// is read by itself.
    ///
    /// ```
    /// use article_analyzer::{Analyzer, Options};
    /// let words = Analyzer::new().words("図書館で本を借りた。", &Options::default())?;
    /// let lemmas: Vec<&str> = words.iter().map(|word| word.lemma.as_str()).collect();
    /// assert_eq!(lemmas, ["図書", "館", "で", "本", "を", "借りる", "た", "。"]);
    /// # Ok::<(), article_analyzer::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`analyze`](Analyzer::analyze).
    pub fn words(&self, text: &str, options: &Options) -> Result<Vec<Token>, Error> {
        pipeline::words(&self.words, text, options, |words| to_report(words, text, options.offsets))
    }

    /// What `keep` makes of the columns of a text's words; else as [`words`](Analyzer::words).
    ///
    /// # Errors
    /// Those of [`analyze`](Analyzer::analyze).
    pub fn words_to_columns<W>(
        &self,
        text: &str,
        options: &Options,
        keep: impl FnOnce(Columns<'_>) -> W,
    ) -> Result<W, Error> {
        let offsets = Offsets::new(text, OffsetUnit::Byte, options.offsets);
        pipeline::words(&self.words, text, options, |words| keep(Columns::new(words, text, &offsets)))
    }

    /// Analyses a pasted text. Any text gives a report; time and memory are linear in it.
    ///
    /// # Errors
    /// [`Error::InputTooLarge`] past [`given::LIMIT`](crate::given::LIMIT); [`Error::InvalidOption`] for options that
    /// mean nothing.
    pub fn analyze(&self, text: &str, options: &Options) -> Result<Report, Error> {
        self.analyze_given(Given::Text(text), options)
    }

    /// Analyses HTML, a whole page or a piece of one. The report's text is what a reader sees of it.
    ///
    /// # Errors
    /// Those of [`analyze`](Analyzer::analyze).
    pub fn analyze_html(&self, html: &str, options: &Options) -> Result<Report, Error> {
        self.analyze_given(Given::Html(html), options)
    }

    /// Analyses what was given.
    ///
    /// # Errors
    /// Those of [`analyze`](Analyzer::analyze).
    pub fn analyze_given(&self, given: Given<'_>, options: &Options) -> Result<Report, Error> {
        pace::run(self.analyze_paced(given, options, &Steady))
    }

    /// Analyses what was given, resting between pieces of work as `pace` asks.
    ///
    /// # Errors
    /// Those of [`analyze`](Analyzer::analyze), and whatever `pace` stops it with.
    pub async fn analyze_paced(&self, given: Given<'_>, options: &Options, pace: &impl Pace) -> Result<Report, Error> {
        let keep = |words: &[tokens::Token<'_>], text: &str| to_report(words, text, options.offsets);
        let (report, tokens) = pipeline::run((&self.words, &self.names), given, options, pace, keep).await?;
        Ok(Report { tokens, ..report })
    }

    /// The report without its words, and what `keep` makes of those as columns; else as
    /// [`analyze_paced`](Analyzer::analyze_paced).
    ///
    /// # Errors
    /// Those of [`analyze_paced`](Analyzer::analyze_paced).
    pub async fn analyze_to_columns<W>(
        &self,
        given: Given<'_>,
        options: &Options,
        pace: &impl Pace,
        keep: impl FnOnce(Columns<'_>) -> W,
    ) -> Result<(Report, W), Error> {
        let columns = |words: &[tokens::Token<'_>], text: &str| {
            keep(Columns::new(words, text, &Offsets::new(text, OffsetUnit::Byte, options.offsets)))
        };
        pipeline::run((&self.words, &self.names), given, options, pace, columns).await
    }
}

/// The words of a text as a report has them.
fn to_report(words: &[tokens::Token<'_>], text: &str, unit: OffsetUnit) -> Vec<Token> {
    let offsets = Offsets::new(text, OffsetUnit::Byte, unit);
    words.iter().map(|word| Token { span: offsets.span(word.span), ..word.report(text) }).collect()
}
