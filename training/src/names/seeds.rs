//! Whole articles with their entities listed by hand: whether each is found, with a label that is accepted and all its
//! forms.

use anyhow::{Context, Result};
use article_analyzer::report::{Entity, EntityLabel};
use article_analyzer::{Analyzer, Options, Report};
use std::path::Path;

/// Prints what of the gold in a folder (`gold.json`, and texts that begin with its keys) is found.
pub fn evaluate(folder: &Path, analyzer: &Analyzer) -> Result<()> {
    let path = folder.join("gold.json");
    let gold = std::fs::read(&path).with_context(|| format!("gold is needed: {}", path.display()))?;
    let gold: serde_json::Value = serde_json::from_slice(&gold)?;
    let (mut right, mut all) = (0, 0);
    for (key, article) in gold.as_object().context("an object")? {
        let Some(expected) = article.get("entities").and_then(|entities| entities.as_object()) else { continue };
        let report = analyzer.analyze(&text(folder, key)?, &Options::default())?;
        println!("{key}: {} entities", report.entities.len());
        for (name, row) in expected {
            let labels = row.get(0).and_then(|labels| labels.as_str()).unwrap_or("");
            let forms = row.get(1).and_then(|forms| forms.as_str()).unwrap_or("");
            let verdict = verdict(&report, name, labels, forms);
            all += 1;
            right += usize::from(verdict.is_none());
            if let Some(wrong) = verdict {
                println!("  {name} ({labels}): {wrong}");
            }
        }
        for entity in &report.entities {
            println!("    {:?} {} ×{} {:?}", entity.label, entity.name, entity.mentions.len(), entity.aliases);
        }
    }
    println!("{right} of {all} entities found with an accepted label and all forms");
    Ok(())
}

fn text(folder: &Path, key: &str) -> Result<String> {
    let files: Vec<_> = std::fs::read_dir(folder)?.filter_map(|file| Some(file.ok()?.path())).collect();
    let is_text = |path: &&std::path::PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(key))
            && path.extension().is_some_and(|extension| extension == "txt")
    };
    let path = files.iter().find(is_text).with_context(|| format!("no text for {key}"))?;
    Ok(std::fs::read_to_string(path)?)
}

/// What is wrong with the entity of a name; `None` where nothing is.
fn verdict(report: &Report, name: &str, labels: &str, forms: &str) -> Option<String> {
    let has = |entity: &&Entity| entity.name == name || entity.aliases.iter().any(|alias| alias == name);
    let Some(entity) = report.entities.iter().find(has) else { return Some("not found".to_owned()) };
    if !labels.split(' ').any(|label| accepted(label) == Some(entity.label)) {
        return Some(format!("labelled {:?}", entity.label));
    }
    let holds = |form: &str| entity.name.contains(form) || entity.aliases.iter().any(|alias| alias.contains(form));
    forms.split(' ').find(|form| !holds(form)).map(|form| format!("without its form {form}"))
}

fn accepted(label: &str) -> Option<EntityLabel> {
    Some(match label {
        "PERSON" => EntityLabel::Person,
        "ORG" => EntityLabel::Organization,
        "LOC" | "GPE" => EntityLabel::Location,
        "FAC" => EntityLabel::Facility,
        "PRODUCT" => EntityLabel::Product,
        "EVENT" => EntityLabel::Event,
        "WORK" => EntityLabel::Work,
        _ => return None,
    })
}
