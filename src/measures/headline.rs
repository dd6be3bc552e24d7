//! A headline for an article: its own title, or the sentence that says most, shortened where a clause ends.

use super::counted::Passage;
use crate::article::Article;
use crate::options::{MessageLanguage, Wording};
use crate::order::Order;
use crate::report::{Headline, HeadlineSource, Keyword, Metadata, Role, SummarySentence, Time};
use crate::span::Span;
use std::cmp::Reverse;

/// How a language shortens a sentence to a headline.
pub struct HeadlineRules {
    /// The most characters of a headline.
    pub longest: usize,
    /// The least characters of what a clause is cut from.
    pub shortest: usize,
    /// Marks between clauses.
    pub marks: &'static [&'static str],
    /// Ends of opening clauses that a headline does without: sources and circumstances.
    pub loose_ends: &'static [&'static str],
    /// Beginnings of such clauses.
    pub loose_starts: &'static [&'static str],
    /// Ends of clauses that hold what the sentence is about, which are kept though they tell a time.
    pub subjects: &'static [&'static str],
    /// Marks at the end of a sentence that a headline does without.
    pub stops: &'static [char],
}

/// Why the title was taken.
const TITLE: Wording = ("the page's own headline", "ページにある見出し");
/// Why the sentence was taken.
const SENTENCE: Wording = ("the sentence of the summary that says most", "要約の中でいちばん多くを伝える文");
/// What was done to it: an opening clause left out.
const OPENED: Wording = ("the source or time that it opens with is left out", "冒頭の出典や日時を省いた");
/// The end left out.
const ENDED: Wording = ("cut where a clause ends", "節の切れ目までで切った");

/// What marks a headline whose end was left out.
const CUT: &str = "…";

/// The most opening clauses that are left out.
const OPENINGS: usize = 3;

/// The most characters of a title that is a headline and no paragraph.
const LONGEST_TITLE: usize = 120;

/// The headline of an article: its title where that is one, else made of the best sentence of the summary, `None`
/// where there is neither. `times` are those of the article in order.
pub fn headline(
    article: &Article<'_>,
    counted: &[Passage<'_>],
    metadata: &Metadata,
    found: (&[Keyword], &[SummarySentence], &[Time]),
) -> Option<Headline> {
    let (keywords, summary, times) = found;
    let title = metadata.title.as_deref().map(|title| without_site(title, metadata.publisher.as_deref()));
    if let Some(title) = title.filter(|title| is_proper(title, keywords)) {
        let because = vec![article.options.message_language.of(TITLE).to_owned()];
        let (text, span) = (title.to_owned(), place(title, article));
        return Some(Headline { text, span, from: HeadlineSource::Title, because });
    }
    let best = summary.iter().max_by(|a, b| a.score.total_cmp(&b.score).then(b.sentence.cmp(&a.sentence)))?;
    let passage = counted.iter().find(|passage| passage.index == best.sentence)?;
    Some(shortened(passage, times, article.options.message_language))
}

/// A title without the name of its site after a dash, where the page names its publisher so.
fn without_site<'t>(title: &'t str, publisher: Option<&str>) -> &'t str {
    let site = |separator: &str| {
        let (before, after) = title.rsplit_once(separator)?;
        let is_site = publisher.is_some_and(|publisher| publisher.trim() == after.trim());
        (is_site && !before.trim().is_empty()).then(|| before.trim())
    };
    [" - ", " – ", " — ", "：", ": ", " | ", "｜"].into_iter().find_map(site).unwrap_or(title.trim())
}

/// Whether a title says something of its article: it is neither a paragraph nor a word of the page such as 「ニュース」.
fn is_proper(title: &str, keywords: &[Keyword]) -> bool {
    let length = title.chars().count();
    let says = keywords.iter().any(|keyword| title.contains(&keyword.text) && keyword.text != title);
    (4..=LONGEST_TITLE).contains(&length) && (says || length >= 12)
}

/// Where the text of a title stands.
fn place(title: &str, article: &Article<'_>) -> Option<Span> {
    let block = article.blocks.iter().find(|block| block.role == Role::Title)?;
    let at = block.span.of(article.text).find(title)?;
    Some(Span::new(at, at + title.len()).shifted(block.span.start as usize))
}

/// A sentence without what a headline does without.
fn shortened(passage: &Passage<'_>, times: &[Time], language: MessageLanguage) -> Headline {
    let rules = &passage.language.headline;
    let mut because = vec![language.of(SENTENCE).to_owned()];
    let whole = passage.text.trim_end_matches(|c: char| rules.stops.contains(&c) || c.is_whitespace());
    let opened = whole.len() - without_openings(whole, passage, times).len();
    if opened > 0 {
        because.push(language.of(OPENED).to_owned());
    }
    let rest = whole.get(opened..).unwrap_or(whole);
    let kept = within(rest, passage);
    let mut text = kept.to_owned();
    if kept.len() < rest.len() {
        because.push(language.of(ENDED).to_owned());
        text.push_str(CUT);
    }
    let span = Span::new(opened, opened + kept.len()).shifted(passage.start as usize);
    Headline { text, span: Some(span), from: HeadlineSource::Sentence, because }
}

/// What follows opening clauses that tell a source, a time or a circumstance.
fn without_openings<'p>(text: &'p str, passage: &Passage<'_>, times: &[Time]) -> &'p str {
    let rules = &passage.language.headline;
    let mut rest = text;
    for _ in 0..OPENINGS {
        let Some((end, mark)) = first_mark(rest, rules.marks) else { break };
        let (clause, after) = (rest.get(..end).unwrap_or(""), rest.get(end + mark..).unwrap_or("").trim_start());
        let start = passage.start as usize + text.len() - rest.len();
        let span = Span::new(start, start + clause.len());
        let first = times.partition_point(|time| time.span.start < span.start);
        let tells_time =
            times.get(first).is_some_and(|time| span.contains(time.span) && time.span.len() * 2 >= span.len());
        let is_loose = tells_time
            || rules.loose_ends.iter().any(|end| clause.ends_with(end))
            || rules.loose_starts.iter().any(|start| clause.starts_with(start));
        let is_subject = rules.subjects.iter().any(|end| clause.ends_with(end));
        if !is_loose || is_subject || after.chars().count() < rules.shortest {
            break;
        }
        rest = after;
    }
    rest
}

/// Where the first mark between clauses stands, outside quotations, and its length.
fn first_mark(text: &str, marks: &[&str]) -> Option<(usize, usize)> {
    let found = marks.iter().filter_map(|mark| text.find(mark).map(|at| (at, mark.len()))).min()?;
    let quoted = text.find(['「', '『', '“', '"', '（', '(']);
    quoted.is_none_or(|quote| found.0 < quote).then_some(found)
}

/// As much of a text as a headline can have, up to the end of a clause; all of it where no clause ends in time.
fn within<'p>(text: &'p str, passage: &Passage<'_>) -> &'p str {
    let rules = &passage.language.headline;
    let Some((limit, _)) = text.char_indices().nth(rules.longest) else { return text };
    let beginning = text.get(..limit).unwrap_or(text);
    let ends = rules.marks.iter().flat_map(|mark| beginning.match_indices(mark)).map(|(at, _)| at);
    let mut ends: Vec<usize> = ends.collect();
    ends.order_by_key(|end| Reverse(*end));
    let fits = |end: &usize| {
        let kept = text.get(..*end).unwrap_or("");
        let is_closed = |(open, close): &(char, char)| kept.matches(*open).count() == kept.matches(*close).count();
        (rules.shortest..=rules.longest).contains(&kept.chars().count())
            && [('「', '」'), ('『', '』'), ('“', '”'), ('（', '）'), ('(', ')')].iter().all(is_closed)
            && !rules.subjects.iter().any(|subject| kept.ends_with(subject))
    };
    ends.into_iter().find(fits).and_then(|end| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use crate::Options;
    use crate::measures::testing::prose;
    use crate::report::{HeadlineSource, OffsetUnit};

    #[test]
    fn made_of_the_best_sentence() {
        let table = [
            ("市は水素発電所の建設を始めた。", "市は水素発電所の建設を始めた"),
            ("4日、港湾局は古い埠頭の改修工事を始めた。", "港湾局は古い埠頭の改修工事を始めた"),
            ("港湾局によると、古い埠頭の改修工事が来月から始まる。", "古い埠頭の改修工事が来月から始まる"),
            // What the sentence is about stays.
            ("北浜電機は、新しい電池を開発した。", "北浜電機は、新しい電池を開発した"),
            (
                "港湾局は古い埠頭の改修工事を来月から始めることを決め、来年の春に予定していた市場の移転を秋まで延ばす方針を地元の漁業協同組合に伝えた。",
                "港湾局は古い埠頭の改修工事を来月から始めることを決め…",
            ),
            (
                "According to the council, the harbour bridge will close for two years.",
                "the harbour bridge will close for two years",
            ),
        ];
        for (text, expected) in table {
            let report = prose(text, Options { offsets: OffsetUnit::Byte, ..Options::default() });
            let headline = report.headline.unwrap();
            assert_eq!(headline.text, expected, "{headline:?}");
            assert_eq!(headline.span.unwrap().of(text), expected.trim_end_matches('…'));
            assert_eq!(headline.from, HeadlineSource::Sentence);
        }
        assert!(prose("", Options::default()).headline.is_none());
    }

    #[test]
    fn sites_are_no_part_of_titles() {
        let table = [
            ("橋の工事が始まる - 北浜新報", Some("北浜新報"), "橋の工事が始まる"),
            ("橋の工事 - 始まる", Some("北浜新報"), "橋の工事 - 始まる"),
            ("Bridge closes: what now?", None, "Bridge closes: what now?"),
        ];
        for (title, publisher, expected) in table {
            assert_eq!(super::without_site(title, publisher), expected);
        }
    }
}
