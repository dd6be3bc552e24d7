//! What the page says of itself, read off its blocks.

use super::cues::{self, Cue, Imprint, Place};
use super::dates;
use crate::given::Document;
use crate::languages;
use crate::options::Options;
use crate::report::{Block, Metadata, Role};
use jiff::civil::Date;

/// Title, byline, publisher and dates; the page's own count is measured later. Where an HTML page says of itself when
/// it was published and by whom, that holds before its lines, which are written for the eye; its title is the line, and
/// what it says of itself where no line is one.
pub fn read(document: &Document<'_>, blocks: &[Block], options: &Options) -> Metadata {
    let (text, head) = (&*document.text, &document.head);
    let lines: Vec<(Role, &str)> = blocks.iter().map(|block| (block.role, block.span.of(text))).collect();
    let (title, site) = surest_title(text, blocks).map_or((None, None), |block| split_title(block.span.of(text)));
    let reference = options.reference_date.as_deref().and_then(|date| date.parse().ok());
    let (published, updated) = published(&lines, reference);
    Metadata {
        title: title.or(head.title.clone()),
        byline: head.byline.clone().or_else(|| byline(&lines)),
        publisher: head.publisher.clone().or_else(|| lines.iter().rev().find_map(|(_, line)| copyright(line))).or(site),
        published: head.published.clone().or(published).or_else(|| head.first_time.clone()),
        updated: head.updated.clone().or(updated),
        printed_count: None,
    }
}

/// The title that is surest to be one: the name of the page may stand above it, and what stands twice is no such name.
fn surest_title<'b>(text: &str, blocks: &'b [Block]) -> Option<&'b Block> {
    let titles: Vec<&Block> = blocks.iter().filter(|block| block.role == Role::Title).collect();
    let count = |line: &str| titles.iter().filter(|title| title.span.of(text) == line).count();
    // The letterhead of a release, which its first sentence repeats.
    let speaks =
        |name: &str| blocks.iter().any(|block| block.role == Role::Paragraph && block.span.of(text).starts_with(name));
    // The writer's name may stand twice below the title, too.
    let longest = titles.iter().map(|title| title.span.len()).max().unwrap_or(0);
    let is_twice = |line: &str| count(line) > 1 && line.len() * 3 > longest;
    let sureness = |title: &Block| {
        let line = title.span.of(text);
        title.confidence
            + if speaks(line) {
                -TWICE
            } else if is_twice(line) {
                TWICE
            } else {
                0.0
            }
    };
    // Of two lines, one straight below the other, the second says more of the first.
    let is_below = |upper: &Block, lower: &Block| {
        let between = text.get(upper.span.end as usize..lower.span.start as usize).unwrap_or("");
        between.trim().is_empty() && upper.confidence >= LIKELY && !is_twice(lower.span.of(text))
    };
    titles
        .iter()
        .take(TITLES)
        .copied()
        .reduce(|best, next| if sureness(next) > sureness(best) + ALIKE && !is_below(best, next) { next } else { best })
}

/// From this probability on a line is likely a title.
const LIKELY: f64 = 0.6;

/// How much surer a title is that stands twice.
const TWICE: f64 = 0.2;
/// Of titles as sure as each other the first is taken.
const ALIKE: f64 = 0.05;
/// More lines than this are no titles of one article.
const TITLES: usize = 8;

/// A title and the name of the site that pages set after a bar.
fn split_title(line: &str) -> (Option<String>, Option<String>) {
    // The marks of Markdown are no part of a title.
    let line = line.trim_start_matches('#').trim_start();
    let cut = line.rsplit_once(['|', '｜']).map(|(title, site)| (title.trim(), site.trim()));
    match cut.filter(|(title, site)| !title.is_empty() && !site.is_empty() && site.chars().count() <= 30) {
        Some((title, site)) => (Some(title.to_owned()), Some(site.to_owned())),
        None => (Some(line.to_owned()), None),
    }
}

/// The byline without its label; where the label stands alone, the line after it.
fn byline(lines: &[(Role, &str)]) -> Option<String> {
    let bylines: Vec<&str> = lines.iter().filter(|(role, _)| *role == Role::Byline).map(|(_, line)| *line).collect();
    // What stands between dashes or in quotation marks is a second title.
    let is_label = |line: &&&str| {
        line.starts_with(['～', '〜', '―', '—', '─', '「', '『'])
            || has_clock(line)
            || cues::find(line).iter().any(|found| found.cue == Cue::Byline && found.place == Place::Whole)
    };
    let line = bylines.iter().find(|line| !is_label(line))?;
    // 聞き手・構成：甲 has two labels.
    let name = (0..LABELS).fold(*line, |line, _| without_label(line));
    let inside = name.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    let name = inside.filter(|name| !name.contains(['（', '('])).unwrap_or(name);
    let names = past_places(name);
    let name = names.as_str();
    let date = dates::find(name).map_or(name.len(), |found| found.range.start);
    let name = name.get(..date).unwrap_or(name).trim_end_matches(|c: char| c.is_whitespace() || ",、|｜・".contains(c));
    (!name.is_empty()).then(|| name.to_owned())
}

/// Whether a line has a time of day or the length of a video: 18:42.
fn has_clock(line: &str) -> bool {
    line.split(':').zip(line.split(':').skip(1)).any(|(before, after)| {
        before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// No more labels than this stand before a writer.
const LABELS: usize = 2;

/// A byline without the label that it begins with and the marks around.
fn without_label(line: &str) -> &str {
    let label = cues::find(line).into_iter().find(|found| found.cue == Cue::Byline && found.place == Place::Start);
    let rest = label.and_then(|found| {
        let length = found.words.chars().count();
        let end = line.char_indices().nth(length).map_or(line.len(), |(offset, _)| offset);
        line.get(end..)
    });
    rest.unwrap_or(line).trim_matches(|c: char| c.is_whitespace() || "：:／/=＝・|｜《》".contains(c))
}

/// Writers without the places that newspapers set before them: 上海＝高見沢浩、台北＝林. In katakana the sign joins one
/// name.
fn past_places(names: &str) -> String {
    let is_katakana = |c: char| matches!(c, 'ァ'..='ー');
    let past = |name: &str| {
        let writer = name.split_once(['＝', '=']).map(|(_, writer)| writer.trim());
        writer.filter(|writer| !writer.is_empty() && !writer.starts_with(is_katakana)).map(str::to_owned)
    };
    let parts: Option<Vec<String>> = names.split(['、', ',']).map(past).collect();
    parts.map(|parts| parts.join("、")).or_else(|| past(names)).unwrap_or_else(|| names.to_owned())
}

/// The holder that a copyright notice names.
fn copyright(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    let mark = ["©", "(c)", "（c）", "ⓒ", "copyright"].into_iter().find(|mark| lower.starts_with(mark))?;
    if line.chars().count() > 90 || lower.len() != line.len() {
        return None;
    }
    let mut rest = line.get(mark.len()..)?.trim();
    for mark in ["©", "(C)", "(c)", "（C）", "（c）"] {
        rest = rest.strip_prefix(mark).unwrap_or(rest).trim();
    }
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || "-–—,.".contains(c));
    let rest = first_sentence(rest);
    let lower = rest.to_lowercase();
    let end = imprints()
        .flat_map(|imprint| imprint.notices)
        .filter_map(|notice| lower.find(*notice))
        .min()
        .unwrap_or(rest.len());
    let name = rest.get(..end).unwrap_or(rest).trim_matches(|c: char| c.is_whitespace() || ",.".contains(c));
    (!name.is_empty()).then(|| name.to_owned())
}

/// What stands before a sentence on the same line: BBC. 外部サイトの内容には責任を負いません。
fn first_sentence(line: &str) -> &str {
    let Some(end) = line.find('。') else { return line };
    let before = line.get(..end).unwrap_or(line);
    let space = before.find(". ").map(|point| point + 1).or_else(|| before.find(['　', ' ']));
    space.and_then(|space| before.get(..space)).unwrap_or(line)
}

/// What the pages of any language print: their language is not known before the article is.
fn imprints() -> impl Iterator<Item = &'static Imprint> {
    languages::ALL.into_iter().map(|language| &language.zones.imprint)
}

/// So many lines below a title are read for a date whatever they look like, in a menu that goes on around it.
const BELOW_TITLE: usize = 12;

/// Publication and change: the first date that no label of a change stands before, and the first that one does. Lines
/// of dates are asked first, then what else speaks of the article, then times of day just below the title.
fn published(lines: &[(Role, &str)], reference: Option<Date>) -> (Option<String>, Option<String>) {
    let mut found = (None, None);
    for roles in [&[Role::Date][..], &[Role::Byline, Role::Metadata]] {
        for (_, line) in lines.iter().filter(|(role, _)| roles.contains(role)) {
            read_dates(line, reference, &mut found);
        }
        if found.0.is_some() {
            return found;
        }
    }
    let title = lines.iter().position(|(role, _)| *role == Role::Title).map_or(lines.len(), |title| title + 1);
    let below = lines.iter().skip(title).take(BELOW_TITLE).take_while(|(role, _)| *role != Role::Paragraph);
    for (_, line) in below.filter(|(role, _)| *role == Role::Navigation) {
        let mut own = (None, None);
        read_dates(line, reference, &mut own);
        if own.0.as_ref().is_some_and(|date: &String| date.contains('T')) {
            return own;
        }
    }
    let first = lines.iter().find(|(role, _)| *role == Role::Paragraph);
    found.0 = first.and_then(|(_, line)| dates::of_dateline(line)).and_then(|value| value.resolve(reference));
    found
}

/// The dates of one line, of publication and change, where none is known yet.
fn read_dates(line: &str, reference: Option<Date>, (published, updated): &mut (Option<String>, Option<String>)) {
    let mut from = 0;
    for found in dates::find_all(line) {
        let label = line.get(from..found.range.start).unwrap_or("").to_lowercase();
        let rest = line.get(found.range.end..).unwrap_or("");
        // A label with a colon, or set apart from the date, is that of the next; not one that a bracket closes.
        let is_joined = line.get(..found.range.end).is_some_and(|before| !before.ends_with(char::is_whitespace));
        let follows = |word: &str| {
            rest.trim_start().strip_prefix(word).is_some_and(|after| match after.chars().next() {
                Some(')' | '）') => true,
                next => rest.starts_with(word) && is_joined && !matches!(next, Some(':' | '：' | '日')),
            })
        };
        let after = imprints().flat_map(|imprint| imprint.after_date).find(|(word, _)| follows(word));
        let space = rest.len() - rest.trim_start().len();
        from = found.range.end + after.map_or(0, |(word, _)| space + word.len());
        let is_labelled = imprints().flat_map(|imprint| imprint.changes).any(|word| label.contains(word));
        let is_change = after.map_or(is_labelled, |(_, is_change)| *is_change);
        let value = found.value.resolve(reference);
        let place = if is_change { &mut *updated } else { &mut *published };
        *place = place.take().or(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn of_several_titles_the_surest() {
        type Titles = [(&'static str, f64)];
        let table: [(&str, &Titles, &str); 5] = [
            (
                "the writer's name twice below it",
                &[("島の子どもたちが海岸で拾った瓶の話", 0.6), ("森あや", 0.5), ("森あや", 0.6)],
                "島の子どもたちが海岸で拾った瓶の話",
            ),
            ("one", &[("町の火事", 0.4)], "町の火事"),
            (
                "the page's name above one that stands twice",
                &[("島だより", 0.6), ("町の火事", 0.5), ("町の火事", 0.4)],
                "町の火事",
            ),
            ("a surer one", &[("島だより", 0.5), ("町の火事", 0.9)], "町の火事"),
            ("as sure as each other", &[("町の火事", 0.8), ("消えた倉庫", 0.82)], "町の火事"),
        ];
        for (what, lines, expected) in table {
            let text: String = lines.iter().flat_map(|(line, _)| [line, "\n"]).collect();
            let mut start = 0;
            let blocks: Vec<Block> = lines
                .iter()
                .map(|(line, confidence)| {
                    let span = Span::new(start, start + line.len());
                    start += line.len() + 1;
                    Block {
                        span,
                        role: Role::Title,
                        language: "ja".to_owned(),
                        confidence: *confidence,
                        counted: false,
                        duplicate_of: None,
                        because: Vec::new(),
                    }
                })
                .collect();
            assert_eq!(surest_title(&text, &blocks).unwrap().span.of(&text), expected, "{what}");
        }
        assert!(surest_title("", &[]).is_none());
    }

    #[test]
    fn names() {
        assert_eq!(copyright("© 2025 みなと新報").as_deref(), Some("みなと新報"));
        assert_eq!(
            copyright("Copyright (C) 2024 Harbour Daily. All Rights Reserved.").as_deref(),
            Some("Harbour Daily")
        );
        assert_eq!(
            copyright("Copyright © 東湾新聞社 No reproduction without permission.").as_deref(),
            Some("東湾新聞社")
        );
        assert_eq!(copyright("無断転載を禁じます"), None);
        assert_eq!(byline(&[(Role::Byline, "動画の長さ 18:42")]), None);
        assert_eq!(split_title("# 町の火事｜島だより"), (Some("町の火事".to_owned()), Some("島だより".to_owned())));
        assert_eq!(byline(&[(Role::Byline, "取材・文／編集部")]).as_deref(), Some("編集部"));
        assert_eq!(byline(&[(Role::Byline, "（稲葉ゆい）")]).as_deref(), Some("稲葉ゆい"));
        assert_eq!(byline(&[(Role::Byline, "（上海＝高見沢浩）")]).as_deref(), Some("高見沢浩"));
        assert_eq!(byline(&[(Role::Byline, "（上海＝高見沢浩、台北＝林悠）")]).as_deref(), Some("高見沢浩、林悠"));
        assert_eq!(byline(&[(Role::Byline, "聞き手・構成：本多 祐")]).as_deref(), Some("本多 祐"));
        assert_eq!(byline(&[(Role::Byline, "文：マリ＝クレール・ボワ")]).as_deref(), Some("マリ＝クレール・ボワ"));
        assert_eq!(
            byline(&[(Role::Byline, "By the transport desk, March 4, 2025")]).as_deref(),
            Some("the transport desk")
        );
        assert_eq!(
            byline(&[(Role::Byline, "～働く人の声を集めて～"), (Role::Byline, "文：林あおい")]).as_deref(),
            Some("林あおい")
        );
        assert_eq!(split_title("海の話 | 島だより").1.as_deref(), Some("島だより"));
    }

    #[test]
    fn publication_and_change() {
        let lines = [(Role::Date, "公開日：2025年3月4日 18:40 更新：2025年3月5日")];
        assert_eq!(published(&lines, None), (Some("2025-03-04T18:40".to_owned()), Some("2025-03-05".to_owned())));
        let lines = [(Role::Date, "2024/11/08 17:25更新 2024/11/08 06:00公開")];
        assert_eq!(published(&lines, None), (Some("2024-11-08T06:00".to_owned()), Some("2024-11-08T17:25".to_owned())));
        let lines = [(Role::Date, "2025年9月12日 9:30 (2025年9月12日 14:05 更新)")];
        assert_eq!(published(&lines, None), (Some("2025-09-12T09:30".to_owned()), Some("2025-09-12T14:05".to_owned())));
        let menu = [
            (Role::Title, "港の工場に620億円"),
            (Role::Navigation, "九州"),
            (Role::Navigation, "2026年3月3日 18:00 (2026年3月4日 5:12更新) [会員限定記事]"),
            (Role::Paragraph, "港の工場を広げる。"),
        ];
        assert_eq!(published(&menu, None), (Some("2026-03-03T18:00".to_owned()), Some("2026-03-04T05:12".to_owned())));
        let lines = [(Role::Date, "3時間前")];
        assert_eq!(published(&lines, Date::new(2025, 3, 4).ok()).0.as_deref(), Some("2025-03-04"));
        assert_eq!(published(&lines, None).0, None);
    }
}
