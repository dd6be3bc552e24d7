//! Fits and measures the roles of lines.

mod adam;
mod fit;
mod measure;
mod pages;
mod stretch;

use anyhow::Result;
use article_analyzer::blocks::model::Model;
use article_analyzer::blocks::stretch::Model as StretchModel;
use pages::Page;
use std::path::Path;

/// Weights set by hand, from which fitting starts and to which it is drawn.
const PRIOR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/zones/prior.txt");
const STRETCH_PRIOR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/zones/stretch-prior.txt");
const STRETCH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/blocks/stretch.txt");
/// Where the fitted weights go.
const WEIGHTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/blocks/weights.txt");
const OWN_PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/zones/pages");
/// Pages of our own that nothing is fitted on.
const KEPT_PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/zones");
/// So many folds that each is measured by weights fitted on most of the few pages there are.
const FOLDS: usize = 12;

fn prior() -> Result<(Model, StretchModel)> {
    let (roles, unknown) = Model::parse(&std::fs::read_to_string(PRIOR)?);
    anyhow::ensure!(unknown.is_empty(), "prior.txt names what nobody knows: {unknown:?}");
    let (stretch, unknown) = StretchModel::parse(&std::fs::read_to_string(STRETCH_PRIOR)?);
    anyhow::ensure!(unknown.is_empty(), "stretch-prior.txt names what nobody knows: {unknown:?}");
    Ok((roles, stretch))
}

/// Fits both models on pages: first the stretch that the article takes, then the roles, given that stretch.
fn fit_both(prior: &(Model, StretchModel), pages: &[&Page]) -> Result<(Model, StretchModel)> {
    let mut cropped = Vec::new();
    for page in pages {
        cropped.extend(page.cropped()?);
    }
    let stretch = stretch::fit(&prior.1, &pages.iter().copied().chain(&cropped).collect::<Vec<_>>());
    let placed: Vec<Page> = pages.iter().map(|page| page.placed(&stretch)).collect::<Result<_>>()?;
    Ok((fit::fit(&prior.0, &placed.iter().collect::<Vec<_>>()), stretch))
}

/// Fits the weights on all pages and writes them into the core.
pub fn train(data: &Path) -> Result<()> {
    let mut pages = pages::own(Path::new(OWN_PAGES))?;
    pages.extend(pages::labelled(data)?);
    let (roles, stretch) = fit_both(&prior()?, &pages.iter().collect::<Vec<_>>())?;
    let head = "# Weights of the roles of lines: a feature, and what it weighs for each role. Written by `training train zones`;\n# what is set by hand is in training/zones/prior.txt.\n";
    std::fs::write(WEIGHTS, format!("{head}{}", roles.table()))?;
    let head = "# Weights of the stretch that the article takes: a feature, and what it weighs inside and around the first and\n# the last line. Written by `training train zones`; what is set by hand is in training/zones/stretch-prior.txt.\n";
    std::fs::write(STRETCH, format!("{head}{}", stretch.table()))?;
    println!("{} pages; weights written", pages.len());
    Ok(())
}

/// Prints the roles that the core gives the lines of a text file.
pub fn show(path: &Path) -> Result<()> {
    let text = std::fs::read_to_string(path)?;
    let options = article_analyzer::Options {
        offsets: article_analyzer::report::OffsetUnit::Byte,
        tokens: false,
        ..Default::default()
    };
    let report =
        article_analyzer::Analyzer::new().analyze(&text, &options).map_err(|error| anyhow::anyhow!("{error}"))?;
    for block in &report.blocks {
        let line: String = block.span.of(&report.text).chars().take(60).collect();
        let role = article_analyzer::blocks::features::role_name(block.role);
        println!("{role:13} {:.2} {} {line}  <- {}", block.confidence, block.language, block.because.join("; "));
    }
    println!("{:#?}", report.metadata);
    Ok(())
}

/// Prints F1 of the body's characters, macro over pages, each page predicted by weights fitted without its site.
pub fn evaluate(data: &Path, arguments: &[String]) -> Result<()> {
    let own = pages::own(Path::new(OWN_PAGES))?;
    let gold = pages::labelled(data)?;
    if gold.is_empty() {
        println!("zones: {} is not there; nothing is measured", data.join("web-lines").display());
        return Ok(());
    }
    let prior = prior()?;
    let asks = |word: &str| arguments.iter().any(|argument| argument == word);
    if asks("--kept") {
        let (roles, stretch) = fit_both(&prior, &own.iter().chain(&gold).collect::<Vec<_>>())?;
        let mut kept = measure::Roles::default();
        for page in pages::own(Path::new(KEPT_PAGES))? {
            kept.add(&roles, &page.placed(&stretch)?, asks("--lines"));
        }
        kept.print("own pages kept apart");
        return Ok(());
    }
    if let Some(site) = arguments.iter().position(|word| word == "--show").and_then(|at| arguments.get(at + 1)) {
        if let Some(shown) = gold.iter().chain(&own).find(|page| page.name.contains(site.as_str())) {
            let rest: Vec<&Page> = own.iter().chain(&gold).filter(|page| page.name != shown.name).collect();
            let (roles, stretch) = fit_both(&prior, &rest)?;
            measure::show(&roles, &shown.placed(&stretch)?);
        }
        return Ok(());
    }
    let (mut results, mut own_results) = (Vec::new(), measure::Roles::default());
    for fold in 0..FOLDS {
        let in_fold = |page: &&Page| page.fold(FOLDS) == fold;
        let rest: Vec<&Page> = own.iter().chain(&gold).filter(|page| !in_fold(page)).collect();
        let (roles, stretch) = fit_both(&prior, &rest)?;
        for page in gold.iter().filter(in_fold) {
            results.push(measure::page(&roles, &page.placed(&stretch)?));
        }
        for page in own.iter().filter(in_fold) {
            own_results.add(&roles, &page.placed(&stretch)?, asks("--lines"));
        }
    }
    measure::print(&results, asks("--pages"), asks("--lines"));
    own_results.print("own pages, cross-validated");
    Ok(())
}
