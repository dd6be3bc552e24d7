//! Pages with labelled lines.

use anyhow::{Context, Result};
use article_analyzer::blocks::cues::Cue;
use article_analyzer::blocks::features::{Evidence, Feature, Trait, role_name};
use article_analyzer::blocks::model::ROLES;
use article_analyzer::blocks::{page, roles, stretch};
use article_analyzer::given::{self, Given};
use article_analyzer::languages::identify::Reading;
use article_analyzer::languages::{self, Language, identify};
use article_analyzer::report::Role;
use flate2::read::GzDecoder;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// The roles that a line may have.
pub type Allowed = [bool; ROLES];

/// What the measure does with a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Gold {
    /// It belongs to the body.
    Body,
    /// It does not.
    Other,
    /// It is not measured.
    Ignored,
}

/// One line.
#[derive(Clone)]
pub struct Line {
    pub text: String,
    /// What the label says, before the evidence narrows it.
    labelled: Allowed,
    pub evidence: Vec<Evidence>,
    pub allowed: Allowed,
    pub gold: Gold,
}

impl Line {
    /// Whether the article's stretch holds it, as its evidence says.
    pub fn is_inside(&self) -> bool {
        self.evidence.iter().any(|piece| piece.feature == Feature::Trait(Trait::InBody))
    }
}

/// One page.
pub struct Page {
    pub name: String,
    pub language: String,
    pub lines: Vec<Line>,
    /// The evidence of each line for the stretch that the article takes.
    pub sighted: Vec<Vec<Evidence>>,
    /// How much it counts in fitting the roles.
    pub weight: f64,
    /// How much it counts in fitting the stretch, beside others.
    pub share: f64,
    /// Whether it is of our own writing, every line with its role.
    pub is_own: bool,
}

impl Page {
    /// The part of the cross-validation that its site falls into.
    pub fn fold(&self, folds: usize) -> usize {
        // The folder that a page lies in says nothing of its site.
        let name = self.name.rsplit('/').next().unwrap_or(&self.name);
        name.bytes().fold(7usize, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte as usize)) % folds
    }
}

const CONTENT: [Role; 7] =
    [Role::Heading, Role::Paragraph, Role::ListItem, Role::Quote, Role::Code, Role::Table, Role::Caption];

/// How much a page of our own counts in fitting.
const OWN_WEIGHT: f64 = 1.0;
/// How much an article without its page counts beside a page in fitting the stretch.
const CROPPED_SHARE: f64 = 0.1;

/// Leaves those of the allowed roles for which something in the evidence speaks, so that a label which allows many
/// does not teach a rare role to stand for a common one.
fn keep_founded(allowed: &mut Allowed, evidence: &[Evidence]) {
    let has = |wanted: &[Trait]| {
        evidence.iter().any(|piece| matches!(piece.feature, Feature::Trait(own) if wanted.contains(&own)))
    };
    let cue = |wanted: Cue| {
        evidence
            .iter()
            .any(|piece| matches!(piece.feature, Feature::Cue(own, _) | Feature::Under(own) if own == wanted))
    };
    let founded = |role: Role| match role {
        Role::Title => has(&[Trait::RepeatsEarlier, Trait::RepeatedLater]) && !has(&[Trait::Prose]),
        Role::Byline => cue(Cue::Byline),
        Role::Date => has(&[Trait::IsDate]) || cue(Cue::Date),
        Role::Metadata => cue(Cue::Metadata),
        Role::Heading => !has(&[Trait::EndsStop, Trait::Width400, Trait::WidthMore]),
        Role::ListItem => has(&[Trait::IsItem]),
        Role::Quote => has(&[Trait::IsBracketed]),
        Role::Code => has(&[Trait::IsCode]),
        Role::Table => has(&[Trait::IsRow]),
        Role::Caption => cue(Cue::Caption) || has(&[Trait::Foreign]),
        Role::Toc => cue(Cue::Toc),
        Role::Advertisement => cue(Cue::Advertisement),
        Role::References => cue(Cue::References),
        Role::Disclaimer => cue(Cue::Disclaimer) || cue(Cue::Copyright),
        Role::Paragraph | Role::Related | Role::Navigation => true,
    };
    let kept: Allowed = std::array::from_fn(|index| allowed[index] && founded(Role::ALL[index]));
    if kept.contains(&true) {
        *allowed = kept;
    }
}

/// Whether a role belongs to the article's body.
pub fn is_body(role: Role) -> bool {
    role.is_body()
}

fn only(roles: &[Role]) -> Allowed {
    std::array::from_fn(|index| roles.contains(&Role::ALL[index]))
}

/// The pages of our own, with a role before each line.
pub fn own(folder: &Path) -> Result<Vec<Page>> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    paths.sort();
    let mut pages = Vec::new();
    for path in paths {
        let table = std::fs::read_to_string(&path)?;
        let mut text = String::new();
        let mut labels = Vec::new();
        for line in table.lines() {
            let Some((role, words)) = line.split_once('\t') else {
                text.push('\n');
                continue;
            };
            let known = Role::ALL.into_iter().find(|known| role_name(*known) == role);
            labels.push(known.with_context(|| format!("{}: {role} is no role", path.display()))?);
            text.push_str(words);
            text.push('\n');
        }
        let gold = |role: Role| if is_body(role) { Gold::Body } else { Gold::Other };
        let labels: Vec<_> = labels.into_iter().map(|role| (only(&[role]), gold(role))).collect();
        pages.push(Page { is_own: true, ..page(&path.display().to_string(), &text, labels, OWN_WEIGHT)? });
    }
    Ok(pages)
}

/// The pages whose lines are labelled by kind; none where the data is absent.
pub fn labelled(data: &Path) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    for language in ["ja", "en"] {
        let Ok(file) = std::fs::File::open(data.join(format!("web-lines/pages-{language}.jsonl.gz"))) else { continue };
        for row in BufReader::new(GzDecoder::new(file)).lines() {
            let row: Value = serde_json::from_str(&row?)?;
            let name = row["id"].as_str().unwrap_or_default();
            let lines = row["lines"].as_array().context("a page without lines")?;
            let mut labels = Vec::new();
            let mut text = String::new();
            for line in lines {
                let words = line[1].as_str().unwrap_or_default();
                // What the core takes for blank or for two lines is one labelled line here.
                let words: String = words.chars().map(|c| if given::is_line_break(c) { ' ' } else { c }).collect();
                if !words
                    .trim_matches(|c: char| {
                        c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}' | '\0')
                    })
                    .is_empty()
                {
                    labels.push(label(line[0].as_str().unwrap_or_default()));
                    text.push_str(&words);
                    text.push('\n');
                }
            }
            let weight = 10.0 / (labels.len() as f64).sqrt() * if language == "ja" { 2.0 } else { 1.0 };
            let mut page = page(name, &text, labels, weight)?;
            page.language = language.to_owned();
            // A page whose selector found nothing has its article among the boilerplate.
            if page.lines.iter().any(|line| line.gold == Gold::Body) {
                pages.push(page);
            }
        }
    }
    Ok(pages)
}

fn label(kind: &str) -> (Allowed, Gold) {
    let all = [true; ROLES];
    match kind {
        "content" => (only(&CONTENT), Gold::Body),
        "boiler" => (std::array::from_fn(|index| !is_body(Role::ALL[index])), Gold::Other),
        "title" => (only(&[Role::Title]), Gold::Other),
        "author" => (only(&[Role::Byline, Role::Metadata, Role::Date]), Gold::Other),
        "date_published" => (only(&[Role::Date, Role::Metadata, Role::Byline]), Gold::Other),
        "dek" => (all, Gold::Other),
        _ => (all, Gold::Ignored),
    }
}

fn page(name: &str, text: &str, labels: Vec<(Allowed, Gold)>, weight: f64) -> Result<Page> {
    let (mut lines, mut sighted, mut language) = (Vec::new(), Vec::new(), "");
    let mut labels = labels.into_iter();
    read(text, |read, texts, body| {
        sighted = roles::sighted(read);
        language = body.code;
        let labelled = texts.iter().zip(&mut labels);
        lines.extend(labelled.map(|(text, (labelled, gold))| Line {
            text: (*text).to_owned(),
            labelled,
            evidence: Vec::new(),
            allowed: labelled,
            gold,
        }));
        anyhow::ensure!(lines.len() == texts.len(), "{name}: {} lines, {} labels", texts.len(), lines.len());
        Ok(())
    })??;
    anyhow::ensure!(labels.next().is_none(), "{name}: more labels than lines");
    let (name, language) = (name.to_owned(), language.to_owned());
    Ok(Page { name, language, lines, sighted, weight, share: 1.0, is_own: false })
}

fn read<T>(text: &str, then: impl FnOnce(&page::Page<'_>, &[&str], &'static Language) -> T) -> Result<T> {
    let document = given::read(Given::Text(text))?;
    let texts: Vec<&str> = document.lines.iter().map(|line| line.span.of(&document.text)).collect();
    let readings: Vec<Reading> = texts.iter().map(|text| Reading::of(text)).collect();
    let body = identify::of_article(&readings).unwrap_or(&languages::ja::LANGUAGE);
    Ok(then(&page::read(&document, &readings, body), &texts, body))
}

impl Page {
    fn text(&self) -> String {
        self.lines.iter().flat_map(|line| [line.text.as_str(), "\n"]).collect()
    }

    /// The page with the evidence for its lines' roles, where the article takes the stretch that the model finds.
    pub fn placed(&self, model: &stretch::Model) -> Result<Page> {
        let mut lines = self.lines.clone();
        read(&self.text(), |read, _, _| {
            for ((line, evidence), place) in lines.iter_mut().zip(roles::evidence(read, model)).zip(&read.places) {
                line.allowed = self.allowed(line, &evidence, place);
                line.evidence = evidence;
            }
        })?;
        let page = Page {
            lines,
            sighted: self.sighted.clone(),
            name: self.name.clone(),
            language: self.language.clone(),
            ..*self
        };
        Ok(page)
    }

    fn allowed(&self, line: &Line, evidence: &[Evidence], place: &page::Place) -> Allowed {
        let mut allowed = line.labelled;
        // Containers of articles hold link lists, tags and buttons too: those may keep their own role.
        let own = match place.section.filter(|_| !place.is_prose()).map(|section| section.cue) {
            Some(Cue::Related) => Some(Role::Related),
            Some(Cue::Metadata) => Some(Role::Metadata),
            Some(Cue::References) => Some(Role::References),
            _ => None,
        };
        if let Some(role) = own.filter(|_| line.gold == Gold::Body) {
            allowed[role as usize] = true;
        }
        if !self.is_own && line.gold != Gold::Ignored {
            keep_founded(&mut allowed, evidence);
        }
        allowed
    }

    /// The article alone, from its title on where that stands near, as somebody pastes it who selects with care.
    pub fn cropped(&self) -> Result<Option<Page>> {
        let body = |line: &Line| line.gold == Gold::Body;
        let Some(first) = self.lines.iter().position(body) else { return Ok(None) };
        let last = self.lines.iter().rposition(body).unwrap_or(first);
        let is_title = |line: &Line| line.labelled == only(&[Role::Title]);
        let near = first.saturating_sub(8);
        let start = self.lines[near..first].iter().position(is_title).map_or(first, |title| near + title);
        let kept = &self.lines[start..=last];
        let text: String = kept.iter().flat_map(|line| [line.text.as_str(), "\n"]).collect();
        let labels = kept.iter().map(|line| (line.labelled, line.gold)).collect();
        let mut page = page(&self.name, &text, labels, self.weight)?;
        page.language.clone_from(&self.language);
        (page.share, page.is_own) = (CROPPED_SHARE, self.is_own);
        Ok(Some(page))
    }
}
