//! A NewsArticle of schema.org. Never a ClaimReview: nobody checked the facts.

use super::{Settings, json};
use crate::report::{Entity, EntityLabel, Report};
use serde_json::{Map, Value, json};

/// Writes a report in bytes. What the report does not know is left out.
pub fn write(report: &Report, settings: &Settings) -> String {
    let metadata = &report.metadata;
    let mut article = Map::new();
    let mut set = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            article.insert(name.to_owned(), value);
        }
    };
    let named = |kind: &str, name: &Option<String>| name.as_ref().map(|name| json!({"@type": kind, "name": name}));
    set("@context", Some(json!("https://schema.org")));
    set("@type", Some(json!("NewsArticle")));
    set("url", settings.source.as_ref().map(|source| json!(source)));
    set(
        "headline",
        metadata.title.as_ref().or(report.headline.as_ref().map(|headline| &headline.text)).map(|title| json!(title)),
    );
    set("genre", report.genre.as_ref().map(|genre| json!(super::rows::genre(genre.id))));
    set("author", named("Person", &metadata.byline));
    set("publisher", named("Organization", &metadata.publisher));
    set("datePublished", metadata.published.as_ref().map(|date| json!(date)));
    set("dateModified", metadata.updated.as_ref().map(|date| json!(date)));
    set("inLanguage", (report.language != "und").then(|| json!(report.language)));
    set("wordCount", Some(json!(report.statistics.words)));
    set("timeRequired", Some(json!(format!("PT{}M", report.statistics.reading_minutes.typical.ceil()))));
    set("abstract", summary(report));
    set("keywords", list(report.keywords.iter().map(|keyword| json!(keyword.text))));
    set(
        "about",
        list(report.topics.iter().map(|topic| json!({"@type": "Thing", "identifier": topic.id, "name": topic.label}))),
    );
    set("mentions", list(report.entities.iter().map(mention)));
    set("articleBody", Some(json!(body(report))));
    json(&Value::Object(article), serde_json::to_string_pretty)
}

fn list(items: impl Iterator<Item = Value>) -> Option<Value> {
    let items: Vec<Value> = items.collect();
    (!items.is_empty()).then_some(Value::Array(items))
}

fn summary(report: &Report) -> Option<Value> {
    let sentences = report.summary.iter().filter_map(|chosen| report.sentences.get(chosen.sentence as usize));
    let text: Vec<&str> = sentences.map(|sentence| sentence.span.of(&report.text)).collect();
    (!text.is_empty()).then(|| json!(text.join(if report.language == "en" { " " } else { "" })))
}

fn mention(entity: &Entity) -> Value {
    let kind = match entity.label {
        EntityLabel::Person => "Person",
        EntityLabel::Organization => "Organization",
        EntityLabel::Location | EntityLabel::Facility => "Place",
        EntityLabel::Product => "Product",
        EntityLabel::Event => "Event",
        EntityLabel::Work => "CreativeWork",
        EntityLabel::Law => "Legislation",
        EntityLabel::Language => "Language",
        EntityLabel::Norp | EntityLabel::Title | EntityLabel::Other => "Thing",
    };
    json!({"@type": kind, "name": entity.name, "alternateName": entity.aliases})
}

fn body(report: &Report) -> String {
    let counted = report.blocks.iter().filter(|block| block.counted);
    counted.map(|block| block.span.of(&report.text)).collect::<Vec<_>>().join("\n")
}
