//! HTML pages: their lines and the roles of these. `BLESS=1 cargo test --test html` writes the tables anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failed test stops"
)]

#[path = "support/html_pieces.rs"]
mod html_pieces;
#[path = "support/soundness.rs"]
mod soundness;
mod support;

use article_analyzer::given::{self, Given};
use article_analyzer::report::{OffsetUnit, Report};
use article_analyzer::{Analyzer, Options};
use proptest::prelude::*;
use std::path::Path;

fn analyze(html: &str) -> Report {
    let options = Options { offsets: OffsetUnit::Byte, ..Options::default() };
    Analyzer::without_models().analyze_html(html, &options).expect("any HTML gives a report")
}

/// The text of a piece of HTML, `/` for a line break.
fn text(html: &str) -> String {
    given::read(Given::Html(html)).unwrap().text.replace('\n', "/").replace('\t', "»")
}

/// The role and the text of each line, and what the page says of itself.
fn table(report: &Report) -> String {
    let metadata = &report.metadata;
    let parts = [&metadata.title, &metadata.byline, &metadata.publisher, &metadata.published, &metadata.updated]
        .map(|part| part.as_deref().unwrap_or("-"));
    let lines = report.blocks.iter().map(|block| {
        let role = serde_json::to_value(block.role).unwrap();
        format!("{}\t{}\n", role.as_str().unwrap(), block.span.of(&report.text))
    });
    format!("# {}\n{}", parts.join(" · "), lines.collect::<String>())
}

#[test]
fn pages_give_their_lines_and_roles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html");
    let mut pages: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "html"));
    pages.sort();
    assert!(!pages.is_empty());
    let mut different = Vec::new();
    for path in pages {
        let found = table(&analyze(&std::fs::read_to_string(&path).unwrap()));
        let expected = path.with_extension("tsv");
        if !support::is_golden(&expected, &found) {
            different.push(format!("{}\n{found}", path.display()));
        }
    }
    assert!(different.is_empty(), "run with BLESS=1 and look at the difference:\n{}", different.join("\n"));
}

#[test]
fn text_as_it_is_seen() {
    let table = [
        ("nothing", "", ""),
        ("white space folds", "<p> a \n b </p>", "a b"),
        ("a space between elements is one", "<b>a</b> <i>b</i>", "a b"),
        ("blocks are lines", "<div>a</div><div>b</div>", "a/b"),
        ("paragraphs stand apart", "<p>a</p><p>b</p>", "a//b"),
        ("left-out end tags", "<p>a<p>b<ul><li>c<li>d</ul>", "a//b//c/d"),
        ("br", "<p>a<br>b<br><br>c</p>", "a/b//c"),
        ("ruby is read once", "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</ruby>を", "漢字を"),
        ("ruby without end tags", "<ruby>東<rt>とう<rb>京<rt>きょう</ruby>へ", "東京へ"),
        ("cells of a row", "<table><tr><th>a<th>b<tr><td>1<td>2</table>", "a»b/1»2"),
        ("paragraphs in cells", "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", "a»b"),
        ("a table that lays out a page", "<table><tr><td><p>m</p><p>n</p></td><td><p>b</p></td></table>", "m//n//b"),
        ("preformatted", "<pre>a  b\n  c\n\nd</pre>", "a  b/  c//d"),
        ("hidden by attribute", "<p hidden>a</p><p aria-hidden='true'>b</p><p>c</p>", "c"),
        ("hidden by style", "<p style='color:red; display:none'>a</p><i style='visibility:hidden'>b</i>c", "c"),
        ("hidden by a name", "<span class='sr-only'>a</span>b", "b"),
        (
            "no text of the page",
            "<script>a<p></script><style>p{}</style><noscript>b</noscript><template>c</template>d",
            "d",
        ),
        ("character references", "&lt;p&gt;&nbsp;&amp;&#x3042;&hellip;", "<p>\u{a0}&あ…"),
        ("an end tag that ends nothing", "a</section></p></b>b", "ab"),
        ("an inline element left open", "<p><a href=x>a</p><p>b</p>", "a//b"),
        ("a head without end tag", "<head><title>t</title><p>a", "a"),
        ("a block by style", "<span style='display:block'>a</span><span style='display:block'>b</span>", "a/b"),
        ("a line by style", "<div style='display:inline'>a</div><div style='display:inline'>b</div>", "ab"),
        ("boxes side by side", "<div style='display:flex'><a>a</a><time>b</time></div>", "a/b"),
        ("comments and declarations", "<!doctype html><!-- a --><?b?>c", "c"),
    ];
    for (what, html, expected) in table {
        assert_eq!(text(html), expected, "{what}");
    }
}

#[test]
fn pages_and_texts_are_told_apart() {
    for html in [
        "<!DOCTYPE html><p>",
        "\u{feff}\n<html lang=ja>",
        "<!-- saved --><!doctype html>",
        "<?xml version='1.0'?>\n<html>",
    ] {
        assert!(given::looks_like_html(html), "{html}");
    }
    for text in ["", "本文です。<p>", "<p>とは段落の要素です。", "<htmlx>", "<!-- 注 -->"] {
        assert!(!given::looks_like_html(text), "{text}");
    }
    let is_structured = |html| given::is_structured(&given::read(Given::Html(html)).unwrap());
    assert!(is_structured("<meta charset=utf-8><h2>題</h2><p>本文</p>"));
    assert!(!is_structured(
        "<div style='white-space: pre'><div><span style='color:#000'>let x = 1;</span></div></div>"
    ));
}

/// What a page says of itself: title, author, publisher, publication, change.
#[test]
fn metadata_of_pages() {
    let body = "<p>橋の工事が始まった。川の両岸で、朝から音が続いている。</p>";
    let table = [
        ("nothing", "", ["-", "-", "-", "-", "-"]),
        ("a title with its site", "<title>橋の工事 | 川辺だより</title>", ["橋の工事", "-", "-", "-", "-"]),
        (
            "meta",
            "<meta property='og:title' content='橋の工事'><meta name=author content='川瀬 透'><meta property='og:site_name' content='川辺だより'><meta property='article:published_time' content='2025-03-04T08:00:00+09:00'>",
            ["橋の工事", "川瀬 透", "川辺だより", "2025-03-04T08:00+09:00", "-"],
        ),
        (
            "JSON-LD before meta",
            "<meta name=date content='2020-01-01'><script type='application/ld+json'>[{\"@type\":[\"Thing\",\"BlogPosting\"],\"datePublished\":\"2025-03-04\",\"dateModified\":\"2025-03-06\",\"author\":{\"name\":\"川瀬 透\"}}]</script>",
            ["-", "川瀬 透", "-", "2025-03-04", "2025-03-06"],
        ),
        (
            "broken JSON-LD",
            "<script type='application/ld+json'>{\"@type\":\"Article\",</script>",
            ["-", "-", "-", "-", "-"],
        ),
        (
            "a time whose words say less",
            "<time datetime='2025-03-04T08:00'>3時間前</time>",
            ["-", "-", "-", "2025-03-04T08:00", "-"],
        ),
        (
            "a time of another article",
            "<nav><time datetime='2019-03-04'>3時間前</time></nav>",
            ["-", "-", "-", "-", "-"],
        ),
    ];
    for (what, head, expected) in table {
        let metadata = analyze(&format!("{head}{body}{body}")).metadata;
        let parts = [metadata.title, metadata.byline, metadata.publisher, metadata.published, metadata.updated];
        assert_eq!(parts.map(|part| part.unwrap_or("-".to_owned())), expected, "{what}");
    }
}

/// Bombs, each of them larger than any page that is meant to be read.
#[test]
fn bombs_end_in_a_warning() {
    let nested = |tag: &str| format!("<p>始まり。</p>{}<p>終わり。</p>", format!("<{tag}>").repeat(100_000));
    let table = [
        ("nested elements", nested("div"), "html-too-deep"),
        ("nested inline elements", nested("b"), "html-too-deep"),
        ("nested lists", nested("ul><li"), "html-too-deep"),
        ("nested tables", nested("table><tr><td"), "html-too-deep"),
        ("too many lines", "<p>x</p>".repeat(2_500_000), "html-cut"),
    ];
    for (what, html, code) in table {
        let document = given::read(Given::Html(&html)).unwrap();
        assert!(document.warnings.iter().any(|warning| warning.code == code), "{what}: {:?}", document.warnings);
        assert!(!document.lines.is_empty(), "{what}");
    }
    let deep = analyze(&nested("div"));
    assert_eq!(deep.text, "始まり。\n\n終わり。");
    assert_eq!(deep.warnings.iter().filter(|warning| warning.code == "html-too-deep").count(), 1);
}

/// Pieces of this list, one after another.
fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(html_pieces::PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

fn check(html: &str) {
    soundness::check(&analyze(html));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_string_is_html(html in any::<String>()) {
        check(&html);
    }

    #[test]
    fn any_pieces_are_html(html in pieces()) {
        check(&html);
    }

    #[test]
    fn any_bytes_are_html(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&String::from_utf8_lossy(&bytes));
    }
}
