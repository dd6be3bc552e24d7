//! Each format against its golden file, and read back where a public reader exists. `BLESS=1` writes the golden files
//! anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a failed test stops"
)]

mod support;

use article_analyzer::formats::{Format, Settings, write};
use article_analyzer::options::MessageLanguage;
use article_analyzer::report::*;
use article_analyzer::{Analyzer, Options, Span};
use proptest::prelude::*;
use std::path::Path;

const TEXT: &str =
    "=新しい電池💛の話\n\n2025年3月4日\n\n北浜電機は電池を開発した。<b>約30万円</b>になるという。\n関連記事\n";

/// A report with one tag of each kind, set by hand so that it does not change with the models.
fn report() -> Report {
    let options = Options { offsets: OffsetUnit::Byte, ..Options::default() };
    let mut report = Analyzer::new().analyze(TEXT, &options).unwrap();
    let span = |part: &str| Span::new(TEXT.find(part).unwrap(), TEXT.find(part).unwrap() + part.len());
    let roles = [Role::Title, Role::Date, Role::Paragraph, Role::Related];
    for (block, role) in report.blocks.iter_mut().zip(roles) {
        (block.role, block.counted, block.confidence) = (role, Role::COUNTED.contains(&role), 0.9);
        block.because = vec!["set by hand".to_owned()];
    }
    report.tokens = words(&[
        ("北浜", Upos::Propn, "名詞-固有名詞-地名-一般", "北浜"),
        ("電機", Upos::Noun, "名詞-普通名詞-一般", "電機"),
        ("は", Upos::Adp, "助詞-係助詞", "は"),
        ("電池", Upos::Noun, "名詞-普通名詞-一般", "電池"),
        ("を", Upos::Adp, "助詞-格助詞", "を"),
        ("開発", Upos::Verb, "名詞-普通名詞-サ変可能", "開発"),
        ("した", Upos::Aux, "動詞-非自立可能", "する"),
        ("。", Upos::Punct, "補助記号-句点", "。"),
    ]);
    report.metadata = Metadata {
        title: Some("=新しい電池💛の話".into()),
        published: Some("2025-03-04".into()),
        ..Metadata::default()
    };
    report.entities = vec![Entity {
        name: "北浜電機".into(),
        label: EntityLabel::Organization,
        mentions: vec![span("北浜電機")],
        aliases: vec![],
        because: vec!["it ends in 電機".into()],
    }];
    report.quantities = vec![Quantity {
        span: span("約30万円"),
        kind: QuantityKind::Money,
        value: Interval { lower: Some(3e5), upper: Some(3e5), lower_inclusive: true, upper_inclusive: true },
        unit: "JPY".into(),
        approximate: true,
        base: None,
        of: None,
        because: vec!["money".into()],
    }];
    let date = span("2025年3月4日");
    report.times = vec![Time {
        span: date,
        kind: TimeType::Date,
        value: Some("2025-03-04".into()),
        anchor: None,
        modifier: None,
        quantifier: None,
        frequency: None,
        range: None,
        because: vec!["a day".into()],
    }];
    report.attributions = vec![Attribution {
        cue: span("という"),
        content: span("<b>約30万円</b>になる"),
        source: Source { span: None, name: None, entity: None },
        form: AttributionForm::Indirect,
    }];
    report.hedges = vec![Hedge { span: span("という"), kind: HedgeKind::Hearsay, scope: None }];
    report.keywords = vec![Keyword { text: "電池".into(), score: 1.5, spans: vec![span("電池")] }];
    report.summary =
        vec![SummarySentence { sentence: 2, score: 0.5, because: vec!["記事の冒頭にある".into()] }];
    report.topics = vec![Topic {
        id: "medtop:20000256".into(),
        label: "エネルギー・資源".into(),
        score: 0.5,
        because: vec!["電池".into()],
        top: Some("medtop:04000000".into()),
    }];
    report.genre =
        Some(Genre { id: GenreKind::News, score: 0.5, because: vec!["報道の言い回し: という".into()] });
    report.headline = Some(Headline {
        text: "=新しい電池💛の話".into(),
        span: Some(span("=新しい電池💛の話")),
        from: HeadlineSource::Title,
        because: vec!["ページの見出し".into()],
    });
    report.key_figures =
        vec![KeyFigure { quantity: 0, sentence: 4, score: 1.0, because: vec!["記事の冒頭にある".into()] }];
    report.style.clear();
    report.statistics.diversity = [("ttr".to_owned(), Some(0.875)), ("mattr".to_owned(), None)].into();
    report.statistics.shares = [("politeEndings".to_owned(), Some(0.25))].into();
    report.readability = vec![Readability {
        measure: "jReadability".into(),
        value: Some(3.25),
        level: Some("中級後半".into()),
        language: "ja".into(),
        note: None,
        audience: Audience::Learner,
        meaning: "日本語を学ぶ人にとっての読みやすさ。".into(),
        source: "長谷部・李 2015".into(),
        bands: vec![Band {
            label: "中級後半".into(),
            range: Interval { lower: Some(2.5), upper: Some(3.5), lower_inclusive: true, upper_inclusive: false },
        }],
    }];
    report
}

/// Words as they follow one another in the text.
fn words(table: &[(&str, Upos, &str, &str)]) -> Vec<Token> {
    let mut end = TEXT.find("北浜").unwrap();
    let rows = table.iter().map(|(form, upos, xpos, lemma)| {
        let start = end + TEXT[end..].find(form).unwrap();
        end = start + form.len();
        let (xpos, lemma) = (Some((*xpos).to_owned()), (*lemma).to_owned());
        Token { span: Span::new(start, end), upos: *upos, xpos, lemma, origin: None }
    });
    rows.collect()
}

fn golden(name: &str, content: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(name);
    assert!(
        support::is_golden(&path, content),
        "{name} is not as its golden file has it; `cargo xtask bless` writes it anew:\n{content}"
    );
}

#[test]
fn golden_files() {
    for format in Format::ALL {
        for file in write(&report(), format, &Settings::default()) {
            golden(&format!("{}.{}", format.name(), file.extension), &file.content);
        }
    }
    let settings = Settings { language: MessageLanguage::Ja, ..Settings::default() };
    for (format, name) in [(Format::Markdown, "markdown-ja.md"), (Format::Html, "html-ja.html")] {
        golden(name, &write(&report(), format, &settings).remove(0).content);
    }
}

#[test]
fn the_unit_of_the_report_makes_no_difference() {
    let mut utf16 = report();
    article_analyzer::offsets::convert(&mut utf16, OffsetUnit::Utf16);
    for format in Format::ALL.into_iter().filter(|format| !matches!(format, Format::Json | Format::JsonLines)) {
        let settings = Settings::default();
        assert_eq!(write(&report(), format, &settings), write(&utf16, format, &settings), "{format:?}");
    }
}

#[test]
fn tables_are_read_back() {
    let settings = Settings { byte_order_mark: true, ..Settings::default() };
    for (format, delimiter) in [(Format::Csv, b','), (Format::Tsv, b'\t')] {
        let content = write(&report(), format, &settings).remove(0).content;
        let content = content.strip_prefix('\u{feff}').expect("the mark that was asked for");
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(content.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
        assert_eq!(rows.len(), 4 + 6);
        let characters: Vec<char> = TEXT.chars().collect();
        for row in &rows {
            let (start, end): (usize, usize) = (row[1].parse().unwrap(), row[2].parse().unwrap());
            let text: String = characters[start..end].iter().collect();
            assert_eq!(row[3].trim_start_matches('\''), text, "{row:?}");
        }
    }
}

#[test]
fn json_is_read_back() {
    for format in [Format::Json, Format::JsonLines] {
        let content = write(&report(), format, &Settings::default()).remove(0).content;
        assert_eq!(serde_json::from_str::<Report>(&content).unwrap(), report());
    }
}

#[test]
fn nothing_pasted_is_markup() {
    let html = write(&report(), Format::Html, &Settings::default()).remove(0).content;
    assert!(html.contains("&lt;b&gt;") && !html.contains("<b>") && !html.contains("<script"), "{html}");
}

#[test]
fn annotations_quote_what_they_point_at() {
    let page = write(&report(), Format::WebAnnotation, &Settings::default()).remove(0).content;
    let page: serde_json::Value = serde_json::from_str(&page).unwrap();
    let characters: Vec<char> = TEXT.chars().collect();
    let items = page["items"].as_array().unwrap();
    assert_eq!(items.len(), 4 + 6);
    for item in items {
        let selector = &item["target"]["selector"];
        let at = |name: &str| usize::try_from(selector[0][name].as_u64().unwrap()).unwrap();
        let exact: String = characters[at("start")..at("end")].iter().collect();
        assert_eq!(selector[1]["exact"], exact);
        let around =
            [&selector[1]["prefix"], &selector[1]["exact"], &selector[1]["suffix"]].map(|part| part.as_str().unwrap());
        assert!(TEXT.contains(&around.concat()), "{item}");
    }
}

/// Lines of stand-off annotation as brat's manual has them: a text-bound annotation is a number, a type with the first and
/// the last place in code points of each of its parts, none of which holds a line break, and their texts, a space between; a
/// note has a number, says what it is a note to, and is one line, too.
fn check_brat(text: &str, annotations: &str) -> usize {
    let characters: Vec<char> = text.chars().collect();
    let mut known = std::collections::BTreeSet::new();
    for line in annotations.lines() {
        let [id, middle, last] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (kind, rest) = middle.split_once(' ').unwrap();
        assert!(id[1..].parse::<u32>().is_ok(), "{line}");
        match (&id[..1], kind) {
            ("#", "AnnotatorNotes") => assert!(known.contains(rest) && !last.is_empty(), "{line}"),
            ("T", _) => {
                assert!(kind.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-".contains(letter)), "{line}");
                let parts = rest.split(';').map(|part| {
                    let (start, end) = part.split_once(' ').unwrap();
                    characters[start.parse::<usize>().unwrap()..end.parse().unwrap()].iter().collect::<String>()
                });
                let parts: Vec<String> = parts.collect();
                assert!(parts.iter().all(|part| !part.contains('\n')), "{line}");
                assert_eq!(last, parts.join(" ").replace(['\r', '\t'], " "), "{line}");
                assert!(known.insert(id.to_owned()), "{line}");
            }
            _ => panic!("{line}"),
        }
    }
    known.len()
}

#[test]
fn brat_is_as_its_manual_has_it() {
    let files = write(&report(), Format::Brat, &Settings::default());
    let [text, annotations] = &files[..] else { panic!("{files:?}") };
    assert_eq!(text.content, TEXT);
    assert_eq!(check_brat(&text.content, &annotations.content), 5);
    let mut report = report();
    report.hedges[0].span = Span::new(TEXT.find("という").unwrap(), TEXT.find("連記事").unwrap());
    let files = write(&report, Format::Brat, &Settings::default());
    assert!(files[1].content.ends_with("T5\tHedge_Hearsay 50 54;55 56\tという。 関\n"), "{}", files[1].content);
    check_brat(TEXT, &files[1].content);
    let analyzer = Analyzer::new();
    for path in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")).unwrap() {
        let path = path.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let report = analyzer.analyze(&std::fs::read_to_string(path).unwrap(), &Options::default()).unwrap();
            let files = write(&report, Format::Brat, &Settings::default());
            let [text, annotations] = &files[..] else { panic!("{files:?}") };
            assert!(check_brat(&text.content, &annotations.content) > 10);
        }
    }
}

/// What Universal Dependencies ask of a sentence, as far as its columns are filled.
fn check_sentence(sentence: &str) {
    let (comments, rows): (Vec<_>, Vec<_>) = sentence.lines().partition(|line| line.starts_with("# "));
    let text = comments.iter().find_map(|line| line.strip_prefix("# text = ")).unwrap();
    assert!(comments.iter().any(|line| line.starts_with("# sent_id = ")), "{sentence}");
    let mut spelled = String::new();
    for (number, row) in (1..).zip(rows) {
        let columns: Vec<_> = row.split('\t').collect();
        let [id, form, lemma, upos, xpos, feats, head, relation, graph, misc] = columns[..] else { panic!("{row}") };
        assert_eq!(id, number.to_string(), "{row}");
        assert!(Upos::TAGS.contains(&upos), "{row}");
        assert!(columns.iter().all(|column| !column.is_empty() && column.trim() == *column), "{row}");
        assert!(!xpos.contains(' ') && !misc.contains(' ') && !lemma.contains("  "), "{row}");
        assert_eq!([feats, head, relation, graph], ["_"; 4], "{row}");
        spelled.push_str(form);
        spelled.push_str(if misc == "SpaceAfter=No" { "" } else { " " });
    }
    assert_eq!(spelled.trim_end(), text);
}

/// Sentences with names of their own, each of them valid.
fn check_conllu(text: &str) {
    let report = Analyzer::new().analyze(text, &Options::default()).unwrap();
    let written = write(&report, Format::ConllU, &Settings::default()).remove(0).content;
    assert!(written.is_empty() || written.ends_with("\n\n"), "{written}");
    let sentences: Vec<_> = written.split_terminator("\n\n").collect();
    sentences.iter().for_each(|sentence| check_sentence(sentence));
    let names: std::collections::BTreeSet<_> =
        sentences.iter().filter_map(|sentence| sentence.lines().next()).collect();
    assert_eq!(names.len(), sentences.len(), "{written}");
}

#[test]
fn conllu_is_valid() {
    let table = [
        ("nothing", ""),
        ("spaces of all kinds", "東京 \u{3000}大阪。\n\n価格は\t100円です。"),
        ("marks that mean something in the columns", "_ は # text = | と \\ です。_"),
        ("contractions", "They don't know what it's worth.\n\nIt cost $3.5 million (twice)."),
        ("sequences", "家族👨\u{200D}👩\u{200D}👧と\u{200B}\u{FEFF}か\u{3099}"),
    ];
    for (label, text) in table {
        println!("{label}");
        check_conllu(text);
    }
    for path in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")).unwrap() {
        let path = path.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            check_conllu(&std::fs::read_to_string(path).unwrap());
        }
    }
}

/// What another reader of CoNLL-U finds in what was written is what the report says of its words.
#[test]
fn conllu_is_read_by_others() {
    let text = "町の図書館は、約3万冊の本を持つ。\n\nThe café doesn't open on Mondays.";
    let report = Analyzer::new().analyze(text, &Options { offsets: OffsetUnit::Byte, ..Options::default() }).unwrap();
    let written = write(&report, Format::ConllU, &Settings::default()).remove(0).content;
    let sentences: Vec<_> = conllu::io::Reader::new(written.as_bytes()).into_iter().map(Result::unwrap).collect();
    assert_eq!(sentences.len(), report.sentences.len(), "{written}");
    let words = sentences.iter().flat_map(|sentence| sentence.iter().filter_map(|node| node.token()));
    let read: Vec<_> = words.map(|word| [Some(word.form()), word.lemma(), word.upos(), word.xpos()]).collect();
    let told: Vec<_> = report
        .tokens
        .iter()
        .map(|word| {
            let upos = Upos::TAGS[word.upos as usize];
            [Some(word.span.of(text)), Some(word.lemma.as_str()), Some(upos), word.xpos.as_deref()]
        })
        .collect();
    assert_eq!(read, told);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn conllu_of_any_text_is_valid(text in "(?s)([ぁ-んァ-ヶ一-龠a-z0-9。、#_|\\\\ \t\n\u{3000}\u{200d}]|.){0,80}") {
        check_conllu(&text);
    }
}
