//! The article with its tags marked, as a page that stands alone.

use super::rows::{self, Row, rows};
use super::words::Words;
use crate::options::MessageLanguage;
use crate::order::Order;
use crate::report::{Block, Report, Role};
use crate::span::Span;
use maud::{DOCTYPE, Markup, html};

const STYLE: &str = "
:root { color-scheme: light dark; font-family: 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans JP', system-ui, sans-serif; }
body { max-width: 42em; margin: 2rem auto; padding: 0 1rem; line-height: 1.9; }
.noise { opacity: .55; font-size: .85em; }
mark { background: none; color: inherit; text-decoration: underline; text-underline-offset: .25em; }
.quantity { text-decoration-style: double; } .time { text-decoration-style: dotted; }
.attribution { text-decoration-style: dashed; } .hedge { text-decoration-style: wavy; }
table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid; padding: .2em .5em; text-align: start; }
";

/// Writes a report in bytes. The page holds no script and asks for nothing.
pub fn write(report: &Report, language: MessageLanguage) -> String {
    let words = Words::of(language);
    let headline = report.headline.as_ref().map(|headline| headline.text.as_str());
    let title = report.metadata.title.as_deref().or(headline).unwrap_or(words.article);
    let marks = marks(report);
    let lang = rows::name_of(&language);
    let page = html! {
        (DOCTYPE)
        html lang=(report.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (title) }
                style { (maud::PreEscaped(STYLE)) }
            }
            body {
                (about(report, &lang, words))
                main { @for block in &report.blocks { (of_block(report, block, &marks, words)) } }
                (figures(report, &lang, words))
            }
        }
    };
    page.into_string() + "\n"
}

/// What the article is about: its topics and its kind of text.
fn about(report: &Report, lang: &str, words: &Words) -> Markup {
    let topics = report.topics.iter().filter(|topic| topic.top.is_none()).map(|topic| topic.label.clone());
    let genre = report.genre.iter().map(|genre| words.label(&rows::genre(genre.id)).to_owned());
    let all: Vec<String> = genre.chain(topics).collect();
    html! { @if !all.is_empty() { p class="about" lang=(lang) { (all.join(" · ")) } } }
}

/// The tags that are marked in the text, in order, none overlapping another: the first and longest wins.
fn marks(report: &Report) -> Vec<Row<'_>> {
    let mut all: Vec<Row<'_>> =
        rows(report).into_iter().filter(|row| matches!(row.list, "entity" | "quantity" | "time" | "hedge")).collect();
    all.order_by_key(|row| (row.span.start, std::cmp::Reverse(row.span.end)));
    let mut end = 0;
    all.retain(|row| {
        let is_free = row.span.start >= end && !row.span.is_empty();
        if is_free {
            end = row.span.end;
        }
        is_free
    });
    all
}

fn of_block(report: &Report, block: &Block, marks: &[Row<'_>], words: &Words) -> Markup {
    let first = marks.partition_point(|row| row.span.start < block.span.start);
    let inside = marks.get(first..).unwrap_or(&[]).iter().take_while(|row| row.span.end <= block.span.end);
    let content = marked(report, block.span, inside, words);
    let class = rows::role(block.role);
    html! {
        @match block.role {
            Role::Title => h1 { (content) },
            Role::Heading => h2 { (content) },
            role if role.is_noise() => p class=(format!("{class} noise")) { (content) },
            _ => p class=(class) { (content) },
        }
    }
}

fn marked<'m, 'r: 'm>(report: &Report, span: Span, marks: impl Iterator<Item = &'m Row<'r>>, words: &Words) -> Markup {
    let mut at = span.start;
    let mut pieces = Vec::new();
    for row in marks {
        let title = [words.label(&row.label), row.value.as_str(), row.unit].join(" ");
        pieces.push(html! {
            (Span { start: at, end: row.span.start }.of(&report.text))
            mark class=(row.list) title=(title.trim()) { (row.span.of(&report.text)) }
        });
        at = row.span.end;
    }
    html! { @for piece in &pieces { (piece) } (Span { start: at, end: span.end }.of(&report.text)) }
}

fn figures(report: &Report, lang: &str, words: &Words) -> Markup {
    let quantities: Vec<Row<'_>> = rows(report).into_iter().filter(|row| row.list == "quantity").collect();
    html! {
        @if !quantities.is_empty() {
            table lang=(lang) {
                tr { th { (words.figure) } th { (words.value) } th { (words.unit) } }
                @for row in &quantities {
                    tr { td { (row.span.of(&report.text)) } td { (row.value) } td { (row.unit) } }
                }
            }
        }
    }
}
