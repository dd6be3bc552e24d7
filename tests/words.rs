//! Words: what sentences are cut into, and models and texts that nobody meant.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a failed test stops"
)]

#[path = "support/damage.rs"]
mod damage;

use article_analyzer::Span;
use article_analyzer::languages;
use article_analyzer::report::Upos;
use article_analyzer::tags::names::Names;
use article_analyzer::tokens::container::{ModelError, ModelKind};
use article_analyzer::tokens::other_cuts::OtherCut;
use article_analyzer::tokens::own::OwnWords;
use article_analyzer::tokens::{Buffers, Models, Token};
use damage::{Damage, Place, file};
use proptest::prelude::*;
use std::path::PathBuf;
use std::sync::LazyLock;

static JAPANESE: LazyLock<Vec<u8>> = LazyLock::new(|| file("ja-words.model"));
static LIGHT: LazyLock<Vec<u8>> = LazyLock::new(|| file("ja-words-light.model"));

static MODELS: LazyLock<Models> = LazyLock::new(|| {
    let mut models = Models::none();
    models.add(&JAPANESE).unwrap();
    models.add(&file("en-words.model")).unwrap();
    models
});

fn tokens<'m>(models: &'m Models, language: &str, text: &str) -> Vec<Token<'m>> {
    let mut tokens = Vec::new();
    models.tokenize(languages::by_code(language).unwrap(), text, 0, &mut Buffers::default(), &mut tokens);
    tokens
}

fn forms(models: &Models, language: &str, text: &str) -> String {
    let tokens = tokens(models, language, text);
    tokens.iter().map(|token| token.span.of(text)).collect::<Vec<_>>().join(" ")
}

#[test]
fn japanese_short_units() {
    let table = [
        ("plain", "昨日は雨が降っていました。", "昨日 は 雨 が 降っ て い まし た 。"),
        ("compound noun", "経済産業省が発表した。", "経済 産業 省 が 発表 し た 。"),
        ("numbers are whole", "2025年10月に1200人が来た", "2025 年 10 月 に 1200 人 が 来 た"),
        ("full width", "ＡＩと２０２５年", "ＡＩ と ２０２５ 年"),
        ("half-width kana", "ｶﾞｲﾄﾞを読む", "ｶﾞｲﾄﾞ を 読む"),
        ("iteration mark", "人々が時々来る", "人々 が 時々 来る"),
        ("address", "詳細はhttps://example.com/aへ。", "詳細 は https://example.com/a へ 。"),
        ("handle and hashtag", "@example_01さん #東京マラソン", "@example_01 さん #東京マラソン"),
        ("emoji sequence", "家族👨\u{200D}👩\u{200D}👧です", "家族 👨\u{200D}👩\u{200D}👧 です"),
        ("white space is no word", "東京\u{3000}大阪 京都", "東京 大阪 京都"),
        ("nothing", "", ""),
    ];
    for (label, text, expected) in table {
        assert_eq!(forms(&MODELS, "ja", text), expected, "{label}");
    }
}

#[test]
fn japanese_classes_and_dictionary_forms() {
    let table = [
        ("verb", "本を読んだ。", 2, "VERB 動詞-一般 読む"),
        ("verbal noun that acts", "会社が発表した。", 2, "VERB 名詞-普通名詞-サ変可能 発表"),
        ("the light verb after it", "会社が発表した。", 3, "AUX 動詞-非自立可能 する"),
        ("adjective", "海はとても青かった。", 3, "ADJ 形容詞-一般 青い"),
        ("number", "人口は350万だ。", 2, "NUM 名詞-数詞 350"),
        ("number that the dictionary has as a name", "明日10時に集まる。", 1, "NUM 名詞-数詞 10"),
        ("the same before people", "約40人が並んだ。", 1, "NUM 名詞-数詞 40"),
        ("place", "大阪へ行く。", 0, "PROPN 名詞-固有名詞-地名-一般 大阪"),
        ("punctuation", "雨だ。", 2, "PUNCT 補助記号-句点 。"),
    ];
    for (label, text, index, expected) in table {
        let tokens = tokens(&MODELS, "ja", text);
        let token = &tokens[index];
        let found = format!("{} {} {}", token.upos.tag(), token.xpos.unwrap_or(""), token.lemma(text));
        assert_eq!(found, expected, "{label}");
    }
}

#[test]
fn old_and_variant_forms() {
    let table = [
        ("old form of a word that is not there", "新聞社會部", "新聞 社會/社会 部"),
        ("old form of a verb", "歸國して聽いた", "歸國 し/する て 聽い/聴く た/た"),
        ("the dictionary has the old form itself", "經濟學の發展", "經濟/経済 學/學 の 發展/發展"),
        ("surname", "渡邉さんと中澤氏", "渡邉/渡邉 さん と 中澤/中澤 氏"),
        ("iteration mark with voicing", "かゞやく星", "かゞやく/かがやく 星"),
        ("iteration mark that the dictionary has", "こゝろの中", "こゝろ/こゝろ の 中"),
        ("iteration mark of kanji", "人々の佐々木", "人々/人々 の 佐々木/佐々木"),
        ("half-width kana", "ｶﾞｲﾄﾞを読む", "ｶﾞｲﾄﾞ/ガイド を 読む/読む"),
        ("full-width letters and digits", "ＡＩは２０年", "ＡＩ/AI は ２０/20 年"),
        ("full-width marks are as they are", "「はい」！", "「 はい 」 ！"),
        ("decomposed kana", "カ\u{3099}イト\u{3099}を読む", "カ\u{3099}イト\u{3099}/ガイド を 読む"),
    ];
    for (label, text, expected) in table {
        let tokens = tokens(&MODELS, "ja", text);
        let expected: Vec<_> = expected.split(' ').map(|word| word.split_once('/').unwrap_or((word, ""))).collect();
        let forms: Vec<_> = tokens.iter().map(|token| token.span.of(text)).collect();
        assert_eq!(forms, expected.iter().map(|(form, _)| *form).collect::<Vec<_>>(), "{label}");
        for (token, (form, lemma)) in tokens.iter().zip(expected).filter(|(_, (_, lemma))| !lemma.is_empty()) {
            assert_eq!(token.lemma(text), lemma, "{label}: {form}");
        }
    }
}

#[test]
fn words_of_the_caller_come_first() {
    let own = [
        ("いろは号", Upos::Propn),
        ("推し活", Upos::Noun),
        ("ぴえん", Upos::Adj),
        ("京都", Upos::Propn),
        ("アイ", Upos::Noun),
        ("ゼノブレ", Upos::Propn),
        ("脳内劇場", Upos::Noun),
        ("北都電機", Upos::Propn),
        ("北都", Upos::Propn),
        ("号7機", Upos::Propn),
        ("GPT-4o", Upos::Propn),
    ];
    let table = [
        ("ja", "between particles", "新しいいろは号が着いた", "新しい いろは号 が 着い た"),
        ("ja", "kanji with kana", "推し活をする", "推し活 を する"),
        ("ja", "hiragana in hiragana", "それはぴえんだった", "それ は ぴえん だっ た"),
        ("ja", "part of another word", "東京都に住む", "東京 都 に 住む"),
        ("ja", "part of another word in katakana", "アイドルとアイコン", "アイドル と アイコン"),
        ("ja", "beside a word in katakana", "ゲームゼノブレの話", "ゲーム ゼノブレ の 話"),
        ("ja", "whole where it would be cut", "脳内劇場という比喩", "脳内劇場 と いう 比喩"),
        ("ja", "the longest", "北都電機と北都の町", "北都電機 と 北都 の 町"),
        ("ja", "kanji beside kanji", "昨年北都電機社長は", "昨年 北都電機 社長 は"),
        ("ja", "letters and digits", "GPT-4oとGPT-4oo", "GPT-4o と GPT - 4 oo"),
        ("ja", "kanji around digits", "第9号7機が飛ぶ", "第 9 号7機 が 飛ぶ"),
        ("ja", "in an address", "https://example.com/北都", "https://example.com/ 北都"),
        ("en", "letters and digits", "Is GPT-4o's price (GPT-4o) fair?", "Is GPT-4o 's price ( GPT-4o ) fair ?"),
        ("zh", "without a model", "使用GPT-4o的人", "使用 GPT-4o 的人"),
    ];
    for (language, label, text, expected) in table {
        let mut buffers = Buffers::with(OwnWords::new(own.into_iter()));
        let mut tokens = Vec::new();
        MODELS.tokenize(languages::by_code(language).unwrap(), text, 0, &mut buffers, &mut tokens);
        let forms: Vec<_> = tokens.iter().map(|token| token.span.of(text)).collect();
        assert_eq!(forms.join(" "), expected, "{label}");
        for token in tokens {
            let form = token.span.of(text);
            if let Some((_, upos)) = own.into_iter().find(|(own, _)| *own == form) {
                assert_eq!((token.upos, token.lemma(text).as_ref()), (upos, form), "{label}");
            }
        }
    }
}

#[test]
fn thousands_of_words_of_the_caller() {
    let words: Vec<String> = (0..5000).map(|number| format!("号{number}機")).collect();
    let mut buffers = Buffers::with(OwnWords::new(words.iter().map(|word| (word.as_str(), Upos::Propn))));
    let text = "号4321機が飛び、号99999機は残った。".repeat(200);
    let mut tokens = Vec::new();
    MODELS.tokenize(languages::by_code("ja").unwrap(), &text, 0, &mut buffers, &mut tokens);
    let found = tokens.iter().filter(|token| token.span.of(&text) == "号4321機").count();
    assert_eq!((found, tokens[0].xpos), (200, Some("名詞-固有名詞-一般")));
}

#[test]
fn a_sentence_without_an_end_takes_bounded_windows() {
    for unit in ["東京都の人口は増えている", "ア", "漢", "a", "9", " ", "https://example.com/"] {
        let text = unit.repeat(30_000 / unit.len());
        let tokens = tokens(&MODELS, "ja", &text);
        let covered: usize = tokens.iter().map(|token| token.span.len()).sum();
        assert_eq!(covered, text.replace(' ', "").len(), "{unit}");
    }
}

#[test]
fn other_files_are_typed_errors() {
    let error = |bytes: &[u8]| Models::none().add(bytes).unwrap_err();
    let with = |at: usize, value: u8| {
        let mut bytes = JAPANESE.clone();
        bytes[at] = value;
        bytes
    };
    assert_eq!(error(b""), ModelError::Foreign);
    assert_eq!(error(b"PK\x03\x04 is another kind of file"), ModelError::Foreign);
    assert_eq!(error(&with(8, 99)), ModelError::Version(99));
    assert_eq!(error(&with(10, 77)), ModelError::Kind(77));
    assert!(matches!(error(&with(44, 1)), ModelError::Damaged(_)), "another length");
    assert_eq!(error(&JAPANESE[..60]), ModelError::Damaged("header"), "more than so few bytes can hold");
    for share in 1..20 {
        assert!(matches!(error(&JAPANESE[..12 + (JAPANESE.len() - 12) * share / 20]), ModelError::Damaged(_)));
    }
    let swapped = [&JAPANESE[..JAPANESE.len() / 2], &LIGHT[LIGHT.len() / 2..]].concat();
    assert!(matches!(error(&swapped), ModelError::Damaged(_)), "half of another model");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_model_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..200), keep in 0usize..60) {
        let bytes = [&JAPANESE[..keep], &bytes].concat();
        prop_assert!(Models::none().add(&bytes).is_err());
    }

    #[test]
    fn a_changed_byte_is_an_error(at in 48usize..1_000_000, change in 1u8..=255) {
        let mut bytes = JAPANESE.clone();
        let at = at % bytes.len();
        bytes[at] ^= change;
        // The hash of the source, bytes 12 to 43, is told and not checked.
        prop_assume!(!(12..44).contains(&at));
        prop_assert!(Models::none().add(&bytes).is_err());
    }

    #[test]
    fn any_sections_are_a_model_or_an_error(
        model in 0usize..4,
        section in any::<Place>(),
        damage in damages(),
        text in "[ぁ-んァ-ヶ一-龠a-z0-9。' ]{0,40}",
    ) {
        let (kind, unpacked) = &UNPACKED[model];
        let bytes = damage::packed(*kind, &damage.apply(unpacked, section));
        let mut models = Models::none();
        if *kind == ModelKind::Names {
            let _ = Names::default().add(&bytes);
        } else if models.add(&bytes).is_ok() {
            for code in ["ja", "en"] {
                check_cover(&text, &tokens(&models, code, &text))?;
            }
        }
    }

    #[test]
    fn any_text_is_covered_in_order(text in "(?s)([ぁ-んァ-ヶ一-龠a-z0-9ｦ-ﾟ。、@#:/. \u{3099}\u{200d}👩🇯]|.){0,120}") {
        check_cover(&text, &tokens(&MODELS, "ja", &text))?;
    }
}

#[test]
fn words_without_readings_are_none() {
    // The section "sets" without most of its end.
    let (kind, unpacked) = &UNPACKED[0];
    let mut models = Models::none();
    models.add(&damage::packed(*kind, &Damage::Cut(1_000, 27_000).apply(unpacked, 5))).unwrap();
    let text = "ow。zfラdわ駊嚼。ぁ'ぺ'3モ";
    check_cover(text, &tokens(&models, "ja", text)).unwrap();
}

/// Tokens follow one another, and nothing but white space is between them.
fn check_cover(text: &str, tokens: &[Token<'_>]) -> Result<(), TestCaseError> {
    let mut end = 0;
    for token in tokens {
        let start = token.span.start as usize;
        prop_assert!(start >= end && token.span.end > token.span.start);
        prop_assert!(text[end..start].chars().all(char::is_whitespace));
        token.lemma(text);
        end = token.span.end as usize;
    }
    prop_assert!(text[end..].chars().all(char::is_whitespace));
    Ok(())
}

fn damages() -> impl Strategy<Value = Damage> {
    let index = any::<Place>;
    prop_oneof![
        proptest::collection::vec((index(), any::<u8>()), 1..20).prop_map(Damage::Change),
        (index(), index()).prop_map(|(from, to)| Damage::Cut(from, to)),
        proptest::collection::vec(any::<u8>(), 0..60).prop_map(Damage::Replace),
        index().prop_map(Damage::End),
    ]
}

static UNPACKED: LazyLock<Vec<(ModelKind, Vec<u8>)>> = LazyLock::new(damage::unpacked);

/// What lost against the cut that was taken of the word at a part of a text.
fn other_cuts(text: &str, part: &str) -> Vec<String> {
    let start = text.find(part).unwrap();
    let whole = Span::new(0, text.len());
    let spans = (whole, Span::new(start, start + part.len()));
    let cuts = MODELS.other_cuts(languages::by_code("ja").unwrap(), text, spans, &mut OwnWords::default());
    assert!(cuts.iter().all(|cut| cut.lost >= 0.0), "{cuts:?}");
    assert!(cuts.windows(2).all(|pair| pair[0].lost <= pair[1].lost), "the best first: {cuts:?}");
    let forms = |cut: &OtherCut| cut.words.iter().map(|word| word.span.of(text)).collect::<Vec<_>>().join(" ");
    cuts.iter().map(forms).collect()
}

#[test]
fn the_best_other_cuts_of_a_stretch() {
    let text = "東京都の人口は増えている。";
    let cuts = other_cuts(text, "東京");
    assert!(cuts.contains(&"東 京都".to_owned()), "{cuts:?}");
    assert!(cuts.iter().all(|cut| !cut.split(' ').any(|word| word == "東京")), "{cuts:?}");
    assert!(other_cuts(text, "京都").is_empty(), "no word was cut there");
    let address = "詳細はhttps://example.com/aへ。";
    assert!(other_cuts(address, "https://example.com/a").is_empty(), "a word by rule has no other cuts");
    let long = "東京都の人口は増えている、".repeat(300);
    assert!(!other_cuts(&long, "東京").is_empty());
}

#[test]
fn models_are_built_from_what_their_card_says() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("models");
    let hashes = std::fs::read_to_string(folder.join("hashes.txt")).unwrap();
    let card = std::fs::read_to_string(folder.join("README.md")).unwrap().replace(',', "");
    let mut checked = 0;
    for line in hashes.lines() {
        let (hash, name) = line.split_once("  ").unwrap();
        let recorded: String = file(name)[12..44].iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(recorded, hash, "{name}");
        let (model, size) = (name.trim_end_matches(".model"), file(name).len());
        let measured = card
            .lines()
            .any(|line| line.starts_with(&format!("| `{model}` | ")) && line.contains(&format!(" {size} ")));
        assert!(measured, "the scores of the card are those of {name} as it is now: cargo xtask evaluate words");
        checked += 1;
    }
    assert_eq!(checked, 3);
}

#[test]
fn english_words() {
    let mut models = Models::none();
    models.add(&file("en-words.model")).unwrap();
    let table = [
        ("contractions", "I don't know what it's worth.", "I do n't know what it 's worth ."),
        ("cannot", "They cannot come", "They can not come"),
        ("words that are written as one", "I'm gonna go. Gonna be late.", "I 'm gon na go . Gon na be late ."),
        ("marks", "\"Yes,\" she said (twice).", "\" Yes , \" she said ( twice ) ."),
        ("figures", "It cost $3.5 million.", "It cost $ 3.5 million ."),
        ("address", "See https://example.com/a.", "See https://example.com/a ."),
        ("a full stop after a common word", "The box was full. I ate.", "The box was full . I ate ."),
        ("the same at the end", "Most came by boat or box.", "Most came by boat or box ."),
        ("brackets", "A record is not a plan [1].", "A record is not a plan [ 1 ] ."),
        ("names with a digit", "The R2D2 poster is on H2O.", "The R2D2 poster is on H2O ."),
        ("a name after an elided word", "Mr. O'Neill is here.", "Mr. O'Neill is here ."),
        ("a unit after a number", "Come at 5pm today.", "Come at 5 pm today ."),
        ("its", "The team lost its lead.", "The team lost its lead ."),
        ("its for it's", "I hear its not open.", "I hear it s not open ."),
    ];
    for (label, text, expected) in table {
        assert_eq!(forms(&models, "en", text), expected, "{label}");
    }
    let text = "The cities were growing.";
    let tokens = tokens(&models, "en", text);
    let found: Vec<_> = tokens.iter().map(|token| format!("{}/{}", token.upos.tag(), token.lemma(text))).collect();
    assert_eq!(found.join(" "), "DET/the NOUN/city AUX/be VERB/grow PUNCT/.");
}

#[test]
fn english_classes() {
    let table = [
        ("a name that is a common word elsewhere", "The Baker family came.", "Baker", Upos::Propn),
        ("the common word", "The baker came.", "baker", Upos::Noun),
        ("a heading in capitals", "Home News", "News", Upos::Noun),
        ("auxiliary", "She had planned to go.", "had", Upos::Aux),
        ("verb of the same form", "She had a box.", "had", Upos::Verb),
        ("conjunction", "He said that it was late.", "that", Upos::Sconj),
        ("determiner", "Read this book.", "this", Upos::Det),
        ("bullet", "• Two boxes", "•", Upos::Punct),
        ("a word that was not learned", "They befriended a gondolier.", "befriended", Upos::Verb),
    ];
    for (label, text, form, expected) in table {
        let tokens = tokens(&MODELS, "en", text);
        let found = tokens.iter().find(|token| token.span.of(text) == form).map(|token| token.upos);
        assert_eq!(found, Some(expected), "{label}");
    }
}

#[test]
fn english_dictionary_forms() {
    let table = [
        ("a number is itself", "He has 3200 sheep.", "3200", "3200"),
        ("commas between thousands are left out", "It has 1,234,500 people.", "1,234,500", "1234500"),
        ("a number with decimals", "It weighs 12.500 tons.", "12.500", "12.500"),
        ("irregular plural", "The mice ate it.", "mice", "mouse"),
        ("irregular past", "They sang a song.", "sang", "sing"),
        ("doubled letter", "She is running late.", "running", "run"),
        ("past of a verb", "The Smiths came.", "came", "come"),
    ];
    for (label, text, form, expected) in table {
        let tokens = tokens(&MODELS, "en", text);
        let token = tokens.iter().find(|token| token.span.of(text) == form).expect(label);
        assert_eq!(token.lemma(text), expected, "{label}");
    }
}

#[test]
fn marks_are_no_words() {
    let table = [
        ("ja", "share", "前年比12%増", "%", Upos::Sym),
        ("ja", "emoji", "眠い😭", "😭", Upos::Sym),
        ("ja", "full stop", "雨だ。", "。", Upos::Punct),
        ("en", "share", "It fell 12% in May.", "%", Upos::Sym),
        ("en", "emoji", "so tired lol 😂", "😂", Upos::Sym),
        ("en", "ampersand", "Smith & Sons closed.", "&", Upos::Sym),
        ("en", "comma", "Yes, it did.", ",", Upos::Punct),
    ];
    for (language, label, text, form, expected) in table {
        let tokens = tokens(&MODELS, language, text);
        let token = tokens.iter().find(|token| token.span.of(text) == form).expect(label);
        assert_eq!(token.upos, expected, "{label}");
    }
}
