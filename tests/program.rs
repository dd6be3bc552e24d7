//! The command-line program, as a person or a pipe runs it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failed test stops"
)]

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn program(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_article-analyzer"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it reads");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || {
        // The program may end before it has read all.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input was written");
    output
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("the output is UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn one_text_gives_one_report() {
    let output = program(&["analyze", "--format", "jsonl", "-"], "題\n\n本文です。次の文です。\n".as_bytes());
    assert!(output.status.success(), "{}", errors(&output));
    let report = &lines(&output)[0];
    assert_eq!(report["schema"], 1);
    assert_eq!(report["offsets"], "utf16");
    assert_eq!(report["statistics"]["pasted"]["all"], 15);
    assert_eq!(report["metadata"]["title"], "題");
}

#[test]
fn offsets_are_in_the_unit_asked_for() {
    for (unit, end) in [("utf16", 4), ("codepoint", 3), ("byte", 10)] {
        let output = program(&["analyze", "--format", "jsonl", "--offsets", unit, "-"], "𠮷野家".as_bytes());
        let report = &lines(&output)[0];
        assert_eq!((&report["offsets"], &report["blocks"][0]["span"]["end"]), (&json!(unit), &json!(end)));
    }
}

#[test]
fn several_files_give_a_line_each_and_a_missing_one_is_told() {
    let folder = std::env::temp_dir().join(format!("article-analyzer-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the files");
    let (utf8, sjis) = (folder.join("utf8.txt"), folder.join("sjis.txt"));
    std::fs::write(&utf8, "日本語の文です。").expect("a file");
    // 「日本語の文章を読みます。」 in Shift_JIS.
    std::fs::write(
        &sjis,
        b"\x93\xfa\x96{\x8c\xea\x82\xcc\x95\xb6\x8f\xcd\x82\xf0\x93\xc7\x82\xdd\x82\xdc\x82\xb7\x81B",
    )
    .expect("a file");
    let missing = folder.join("missing.txt");
    let paths = [&utf8, &missing, &sjis].map(|path| path.to_str().expect("a plain path"));
    let output = program(&["analyze", "--no-tokens", paths[0], paths[1], paths[2]], b"");
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    assert_eq!(output.status.code(), Some(1));
    let found: Vec<_> = lines(&output).iter().map(|line| line["report"]["text"].clone()).collect();
    assert_eq!(found, ["日本語の文です。", "日本語の文章を読みます。"]);
    let errors = errors(&output);
    assert!(errors.contains("missing.txt could not be read") && errors.contains("Shift_JIS"), "{errors}");
}

#[test]
fn lines_come_back_in_order_and_bad_ones_are_told() {
    let mut input = String::new();
    for index in 0..200 {
        // Long and short by turns, so that workers overtake each other.
        let text = "一文です。".repeat(if index % 7 == 0 { 2000 } else { 1 });
        input += &format!("{}\n", json!({"id": index, "text": text}));
    }
    input +=
        "no JSON\n\n{\"id\": \"x\", \"txt\": 1}\n{\"id\": \"last\", \"text\": \"a\\ud800\", \"language\": \"tlh\"}\n";
    input += "{\"text\": \"b\\ud800\"}";
    let output = program(&["analyze", "--jsonl", "--no-tokens", "--jobs", "3", "-"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    assert_eq!(lines.len(), 204);
    for (index, line) in lines.iter().take(200).enumerate() {
        assert_eq!(line["id"], index);
        assert!(line["report"]["sentences"].as_array().is_some_and(|list| !list.is_empty()));
    }
    let codes: Vec<_> =
        lines[200..].iter().map(|line| (&line["id"], &line["error"]["line"], &line["error"]["code"])).collect();
    assert_eq!(codes[0], (&json!(null), &json!(201), &json!("invalid-line")));
    assert_eq!(codes[1], (&json!("x"), &json!(203), &json!("invalid-line")));
    assert_eq!(codes[2], (&json!("last"), &json!(204), &json!("invalid-option")));
    assert_eq!(lines[203]["report"]["text"], "b\u{fffd}");
    assert!(errors(&output).contains("line 201"), "{}", errors(&output));
}

#[test]
fn files_of_a_format_go_where_they_are_wanted() {
    let folder = std::env::temp_dir().join(format!("article-analyzer-out-{}", std::process::id()));
    let path = folder.to_str().expect("a plain path");
    let output = program(&["analyze", "--format", "brat", "--output", path, "-"], "本文です。".as_bytes());
    assert!(output.status.success(), "{}", errors(&output));
    let text = std::fs::read_to_string(folder.join("article.txt")).expect("the text");
    assert_eq!(text, "本文です。");
    assert!(folder.join("article.ann").exists());
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    let output = program(&["analyze", "--format", "markdown", "-"], "本文です。".as_bytes());
    assert!(String::from_utf8_lossy(&output.stdout).contains("本文です。"));
}

#[test]
fn articles_are_compared() {
    let folder = std::env::temp_dir().join(format!("article-analyzer-compare-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the files");
    let paths = ["one.txt", "two.txt"].map(|name| folder.join(name).to_str().expect("a plain path").to_owned());
    std::fs::write(&paths[0], "市は新しい図書館を来年の春に開くと発表した。費用は未定だ。").expect("a file");
    std::fs::write(&paths[1], "担当者が取材に答えた。市は新しい図書館を来年の春に開くと発表した。").expect("a file");
    let output = program(&["compare", &paths[0], &paths[1]], b"");
    let missing = program(&["compare", &paths[0], "no-such-file.txt"], b"");
    let table = program(&["compare", "--format", "csv", &paths[0], &paths[1]], b"");
    let document = program(&["compare", "--format", "markdown", &paths[0], &paths[1]], b"");
    let japanese = program(&["compare", "--format", "markdown", "--messages", "ja", &paths[0], &paths[1]], b"");
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    let comparison: Value = serde_json::from_slice(&output.stdout).expect("a comparison");
    assert_eq!(comparison["shared"][0]["reports"], json!([0, 1]));
    assert_eq!(comparison["shared"][0]["spans"][1]["span"]["start"], 11);
    let table = String::from_utf8_lossy(&table.stdout).into_owned();
    assert!(table.starts_with("list,entry,article,") && table.contains("passage,1,B,"), "{table}");
    let document = String::from_utf8_lossy(&document.stdout).into_owned();
    assert!(document.contains("## Passages in common\n\n- A: same · 市は新しい"), "{document}");
    let document = String::from_utf8_lossy(&japanese.stdout).into_owned();
    assert!(document.contains("## 共通する文章\n\n- A: 同じ文 · 市は新しい"), "{document}");
    assert_eq!(missing.status.code(), Some(1));
    assert!(missing.stdout.is_empty() && errors(&missing).contains("no-such-file.txt"));
}

#[test]
fn questions_about_words() {
    let text = "The old mill stands by the river. Nobody has used the old mill since the flood of that year.";
    let table: [(&[&str], usize, &str, Value); 5] = [
        (&[], 14, "/0/lemma", json!("the")),
        (&["--ngrams", "3"], 1, "/0/text", json!("The old mill")),
        (&["--concordance", "old mill"], 2, "/1/left", json!("Nobody has used the ")),
        (&["--concordance", "old mill", "--sort", "right"], 2, "/0/right", json!(" since the flood of that year.")),
        (&["--collocates", "river"], 5, "/0/together", json!(1)),
    ];
    for (query, length, pointer, expected) in table {
        let arguments = [&["words", "-"], query].concat();
        let output = program(&arguments, text.as_bytes());
        assert!(output.status.success(), "{query:?}: {}", errors(&output));
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(answer.as_array().map(Vec::len), Some(length), "{query:?}: {answer}");
        assert_eq!(answer.pointer(pointer), Some(&expected), "{query:?}: {answer}");
    }
    for wrong in [&["words"][..], &["words", "-", "--ngrams", "0"], &["words", "-", "--sort", "left"]] {
        assert_eq!(program(wrong, b"").status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn wrong_arguments_say_what_to_give() {
    let table: [(&[&str], &str); 6] = [
        (&["analyze", "--reference-date", "yesterday", "-"], "2025-03-04"),
        (&["analyze", "--language", "tlh", "-"], "ja, en or zh"),
        (&["analyze"], "FILE"),
        (&["analyze", "--format", "doc", "-"], "markdown"),
        (&["analyze", "--format", "brat", "-"], "--output"),
        (&["analyze", "--format", "html", "a.txt", "b.txt"], "--output"),
    ];
    for (arguments, advice) in table {
        let output = program(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(errors(&output).contains(advice), "{}", errors(&output));
    }
}

#[test]
fn html_is_read_for_its_text() {
    let page = "<!doctype html><title>題｜局</title><h1>題</h1><p>本文です。<script>印()</script></p>";
    let output = program(&["analyze", "--format", "jsonl", "-"], page.as_bytes());
    assert_eq!(lines(&output)[0]["text"], "題\n\n本文です。", "by its beginning");
    let output = program(&["analyze", "--format", "jsonl", "--html", "-"], "<p>一つ。<p>二つ。".as_bytes());
    assert_eq!(lines(&output)[0]["text"], "一つ。\n\n二つ。", "by the argument");
    let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode("<html><meta charset=\"shift_jis\"><p>海の話です。");
    let output = program(&["analyze", "--format", "jsonl", "-"], &shift_jis);
    assert_eq!(lines(&output)[0]["text"], "海の話です。", "in the encoding that it names");
    let rows = [json!({"id": 1, "html": "<p>一つ。"}), json!({"id": 2}), json!({"id": 3, "text": "a", "html": "b"})];
    let rows = rows.map(|row| row.to_string() + "\n").concat();
    let output = program(&["analyze", "--jsonl", "-"], rows.as_bytes());
    let found = lines(&output);
    assert_eq!(found[0]["report"]["text"], "一つ。");
    for row in &found[1..] {
        assert_eq!(row["error"]["code"], "invalid-line", "{row}");
    }
}

#[test]
fn models_of_a_folder_replace_those_built_in() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/models");
    let text = "会社が発表した。".as_bytes();
    let arguments = ["analyze", "--format", "conllu", "-"];
    let built_in = program(&arguments, text);
    assert!(built_in.status.success(), "{}", errors(&built_in));
    let from_folder = program(&[&arguments[..3], &["--models", folder, "-"]].concat(), text);
    assert_eq!(from_folder.stdout, built_in.stdout, "{}", errors(&from_folder));
    for (folder, problem) in [(concat!(env!("CARGO_MANIFEST_DIR"), "/tests"), ".model"), ("/nowhere", "No such file")] {
        let output = program(&["analyze", "--models", folder, "-"], text);
        assert_eq!(output.status.code(), Some(2));
        assert!(errors(&output).contains(problem), "{}", errors(&output));
    }
}
