//! What a page says of itself where no reader sees it: its title, `meta`, JSON-LD.

use super::attributes::{Attribute, Attributes};
use serde_json::Value;

/// What an HTML page says of itself in its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The article's title.
    pub title: Option<String>,
    /// Its author, or several with commas between.
    pub byline: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When, in ISO 8601 as the page writes it.
    pub published: Option<String>,
    /// When it was last changed, in the same way.
    pub updated: Option<String>,
    /// What the first `time` of its text means, in the same way.
    pub first_time: Option<String>,
}

/// The head of a page with what its lines are compared with.
#[derive(Debug, Default)]
pub struct PageHead {
    /// What is reported.
    pub head: Head,
    /// What the title may read like as a line, without spaces and in lower case.
    titles: Vec<String>,
}

impl PageHead {
    /// Whether a line is the title.
    pub fn names(&self, line: &str) -> bool {
        !self.titles.is_empty() && self.titles.contains(&folded(line))
    }
}

fn folded(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Longer scripts are no description of an article.
const LONGEST: usize = 256 << 10;
/// No page describes itself oftener.
const MOST_SCRIPTS: usize = 16;
/// What stands between a title and the name of its site.
const SEPARATORS: [&str; 9] = [" | ", "｜", " - ", " – ", " — ", " : ", " :: ", "|", "：："];

#[derive(Debug, Default, PartialEq, Eq)]
enum Reading {
    #[default]
    Nothing,
    Title,
    Description,
}

/// Reads the head as its tags go by.
#[derive(Debug, Default)]
pub struct HeadReader {
    reading: Reading,
    /// What `meta` and the elements say.
    found: Head,
    described: Head,
    element_title: String,
    scripts: usize,
}

impl HeadReader {
    /// A start tag.
    pub fn open(&mut self, name: &[u8], attributes: &Attributes) {
        self.reading = match name {
            b"title" if self.element_title.is_empty() => Reading::Title,
            b"script" if attributes.get(Attribute::Type) == "application/ld+json" => Reading::Description,
            _ => Reading::Nothing,
        };
        match name {
            b"meta" => self.meta(attributes.get(Attribute::ItemProperty), attributes.get(Attribute::Content)),
            b"time" => {
                let place = match attributes.get(Attribute::ItemProperty) {
                    "datepublished" => &mut self.found.published,
                    "datemodified" => &mut self.found.updated,
                    _ => return,
                };
                put(place, attributes.get(Attribute::DateTime));
            }
            _ => {}
        }
    }

    /// A `time` of the page's text.
    pub fn time(&mut self, attributes: &Attributes) {
        put(&mut self.found.first_time, attributes.get(Attribute::DateTime));
    }

    /// An end tag.
    pub fn close(&mut self, _name: &[u8]) {
        self.reading = Reading::Nothing;
    }

    /// Whether the text that comes now is of the head.
    pub fn takes_text(&self) -> bool {
        self.reading != Reading::Nothing
    }

    /// Text of the title or of a script that describes the page.
    pub fn text(&mut self, text: &str) {
        match self.reading {
            Reading::Title => self.element_title.push_str(text.get(..LONGEST).unwrap_or(text)),
            Reading::Description if text.len() <= LONGEST && self.scripts < MOST_SCRIPTS => {
                self.scripts += 1;
                // What is no JSON describes nothing.
                if let Ok(value) = serde_json::from_str::<Value>(text) {
                    describe(&value, &mut self.described);
                }
            }
            _ => {}
        }
    }

    fn meta(&mut self, name: &str, content: &str) {
        let found = &mut self.found;
        let place = match name {
            "og:title" => &mut found.title,
            "og:site_name" => &mut found.publisher,
            "author" | "article:author" | "dc.creator" if !content.contains("://") => &mut found.byline,
            "article:published_time"
            | "datepublished"
            | "date"
            | "pubdate"
            | "dc.date"
            | "dc.date.issued"
            | "citation_publication_date" => &mut found.published,
            "article:modified_time" | "og:updated_time" | "datemodified" | "last-modified" => &mut found.updated,
            _ => return,
        };
        put(place, content);
    }

    /// What the head said: JSON-LD before `meta`, for it speaks of the article and not of the page.
    pub fn finish(self) -> PageHead {
        let element = trimmed(&self.element_title);
        let parts = || SEPARATORS.iter().filter_map(|separator| Some(element.as_deref()?.rsplit_once(separator)?.0));
        let own = [self.described.title.as_deref(), self.found.title.as_deref(), element.as_deref()];
        let mut titles: Vec<String> = own.into_iter().flatten().chain(parts()).map(folded).collect();
        titles.retain(|title| !title.is_empty());
        let shortest = parts().min_by_key(|part| part.len()).and_then(trimmed);
        let title = self.described.title.or(self.found.title).or(shortest).or(element.clone());
        let date = |described: Option<String>, found: Option<String>| described.or(found).and_then(|date| iso(&date));
        let head = Head {
            title,
            byline: self.described.byline.or(self.found.byline),
            publisher: self.described.publisher.or(self.found.publisher),
            published: date(self.described.published, self.found.published),
            updated: date(self.described.updated, self.found.updated),
            first_time: date(None, self.found.first_time),
        };
        PageHead { head, titles }
    }
}

/// The text without space at its ends, its white space one space each; `None` where nothing is left.
fn trimmed(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// What is said first holds.
fn put(place: &mut Option<String>, text: &str) {
    if place.is_none() {
        *place = trimmed(text);
    }
}

/// Reads JSON-LD: the first article in it.
fn describe(value: &Value, head: &mut Head) {
    // What is nested deeper than the parser allows was no JSON to it; the list of what waits stays small.
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(values) => waiting.extend(values.iter().rev()),
            Value::Object(object) if is_article(object.get("@type")) => {
                let text = |name: &str| object.get(name).and_then(Value::as_str);
                put(&mut head.title, text("headline").unwrap_or(""));
                put(&mut head.published, text("datePublished").unwrap_or(""));
                put(&mut head.updated, text("dateModified").unwrap_or(""));
                put(&mut head.byline, &names(object.get("author")));
                put(&mut head.publisher, &names(object.get("publisher")));
            }
            Value::Object(object) => waiting.extend(object.get("@graph")),
            _ => {}
        }
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    match kind {
        Some(Value::String(kind)) => kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report",
        Some(Value::Array(kinds)) => {
            kinds.iter().any(|kind| matches!(kind, Value::String(_)) && is_article(Some(kind)))
        }
        _ => false,
    }
}

/// The names of persons or organizations, with commas between.
fn names(value: Option<&Value>) -> String {
    let name = |value: &Value| match value {
        Value::String(name) => Some(name.clone()),
        Value::Object(object) => object.get("name").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    };
    match value {
        Some(Value::Array(values)) => values.iter().filter_map(name).collect::<Vec<_>>().join(", "),
        Some(value) => name(value).unwrap_or_default(),
        None => String::new(),
    }
}

/// A date as the report has it: the day, and the time to the minute with its zone where the page says them.
fn iso(written: &str) -> Option<String> {
    let day: jiff::civil::Date = written.get(..10)?.parse().ok()?;
    let time = written.get(11..16).filter(|time| time.parse::<jiff::civil::Time>().is_ok());
    Some(match time {
        Some(time) => format!("{day}T{time}{}", zone(written.get(16..).unwrap_or(""))),
        None => day.to_string(),
    })
}

/// The zone at the end of a time: `Z`, or a distance from it such as `+09:00`.
fn zone(rest: &str) -> &str {
    let start = rest.find(['Z', '+', '-']).unwrap_or(rest.len());
    let zone = rest.get(start..).unwrap_or("");
    let is_zone =
        zone == "Z" || matches!(zone.len(), 5 | 6) && zone.chars().skip(1).all(|c| c.is_ascii_digit() || c == ':');
    if is_zone { zone } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_heads() {
        let table = [
            ("2025-03-04", Some("2025-03-04")),
            ("2025-03-04T18:40:00+09:00", Some("2025-03-04T18:40+09:00")),
            ("2025-03-04T18:40:00.000Z", Some("2025-03-04T18:40Z")),
            ("2025-03-04 18:40", Some("2025-03-04T18:40")),
            ("2025-03-04T99:40", Some("2025-03-04")),
            ("2025-13-04", None),
            ("昨日", None),
        ];
        for (written, expected) in table {
            assert_eq!(iso(written).as_deref(), expected, "{written}");
        }
    }
}
