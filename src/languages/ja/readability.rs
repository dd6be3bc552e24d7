//! Readability of Japanese.

use super::origins;
use crate::measures::counted::Passage;
use crate::measures::readability::{Cut, Scale};
use crate::measures::scripts::ScriptCounts;
use crate::options::{MessageLanguage, Wording};
use crate::report::{Audience, Origin, Readability};

/// All measures made for Japanese.
pub fn measures(passages: &[Passage<'_>], language: MessageLanguage) -> Vec<Readability> {
    let mut readings = vec![jreadability(passages, language), tateishi(passages, language)];
    let kanji = kanji_share(passages);
    let length = sentence_length(passages);
    readings.extend(KANJI_GUIDES.iter().map(|scale| scale.reading(kanji, None, language)));
    readings.extend(LENGTH_GUIDES.iter().map(|scale| scale.reading(length, None, language)));
    readings
}

static JREADABILITY: Scale = Scale {
    measure: "jReadability",
    language: "ja",
    audience: Audience::Learner,
    meaning: (
        "How easy it is to read for learners of Japanese; the larger, the easier.",
        "日本語を学ぶ人にとっての読みやすさ。値が大きいほど易しい。",
    ),
    source: ("Hasebe & Lee 2015 (jReadability)", "長谷部・李 2015 (jReadability)"),
    levels: &[
        "上級後半より難しい",
        "上級後半",
        "上級前半",
        "中級後半",
        "中級前半",
        "初級後半",
        "初級前半",
        "初級前半より易しい",
    ],
    cuts: &[
        Cut::From(0.5),
        Cut::From(1.5),
        Cut::From(2.5),
        Cut::From(3.5),
        Cut::From(4.5),
        Cut::From(5.5),
        Cut::From(6.5),
    ],
};

/// Why there is no value.
const NO_ORIGINS: Wording = (
    "It can't be computed without the origins of the words (native, from Chinese and others).",
    "語種（和語・漢語など）の情報がないため計算できません。",
);
/// Why the value is approximate; `{}` stands for how many words of how many.
const SOME_ORIGINS: Wording = (
    "Approximate: the origin (native, from Chinese and others) is known of {} words.",
    "概算です。語種（和語・漢語など）が分かった語は {} です。",
);

/// Below this share of tokens whose origin is known, jReadability is called approximate.
const ENOUGH_ORIGINS: f64 = 0.95;

/// What jReadability counts. Marks are tokens too.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Load {
    /// Tokens.
    pub tokens: u32,
    /// Sentences; they end at 。？！． and at the end of a block.
    pub sentences: u32,
    /// 漢語.
    pub sinitic: u32,
    /// 和語.
    pub native: u32,
    /// Verbs but for 非自立可能.
    pub verbs: u32,
    /// Particles.
    pub particles: u32,
    /// Tokens whose origin is known.
    pub origins: u32,
}

impl Load {
    /// Counts the tokens of some sentences.
    pub fn of(passages: &[Passage<'_>]) -> Self {
        let mut load = Load::default();
        let mut blocks = passages.chunk_by(|a, b| a.block.span == b.block.span);
        blocks.by_ref().for_each(|block| load.add_block(block));
        load
    }

    fn add_block(&mut self, block: &[Passage<'_>]) {
        let (mut is_open, mut is_number) = (false, false);
        for passage in block {
            for token in passage.tokens {
                let form = token.span.of(passage.article);
                is_open = !matches!(form, "。" | "？" | "！" | "．");
                // The formula was fitted on counts of a dictionary that reads 日 after every number as か, a native word.
                let is_day = is_number && form == "日";
                self.sentences += u32::from(!is_open);
                let class = token.xpos.unwrap_or("");
                let origin = if is_day { Some(Origin::Native) } else { token.origin };
                is_number = origins::is_number(token);
                self.tokens += 1;
                self.sinitic += u32::from(origin == Some(Origin::Sinitic));
                self.native += u32::from(origin == Some(Origin::Native));
                self.verbs += u32::from(class.starts_with("動詞") && class != "動詞-非自立可能");
                self.particles += u32::from(class.starts_with("助詞"));
                self.origins += u32::from(origin.is_some());
            }
        }
        self.sentences += u32::from(is_open);
    }

    /// 11.724 − 0.056·words per sentence − 0.126·漢語 % − 0.042·和語 % − 0.145·verb % − 0.044·particle %, percent of
    /// all tokens; about 0.5 (hard) to 6.5 (easy). `None` without tokens.
    ///
    /// Hasebe & Lee 2015, "Introducing a readability evaluation system for Japanese language education".
    pub fn jreadability(&self) -> Option<f64> {
        let tokens = f64::from(self.tokens);
        let percent = |count: u32| 100.0 * f64::from(count) / tokens;
        (self.tokens > 0 && self.sentences > 0).then(|| {
            11.724
                - 0.056 * tokens / f64::from(self.sentences)
                - 0.126 * percent(self.sinitic)
                - 0.042 * percent(self.native)
                - 0.145 * percent(self.verbs)
                - 0.044 * percent(self.particles)
        })
    }
}

fn jreadability(passages: &[Passage<'_>], language: MessageLanguage) -> Readability {
    let load = Load::of(passages);
    let (known, all) = (load.origins, load.tokens);
    if known == 0 {
        let note = (all > 0).then(|| language.of(NO_ORIGINS).to_owned());
        return JREADABILITY.reading(None, note, language);
    }
    let share = f64::from(known) / f64::from(all.max(1));
    let told = || format!("{known} / {all} ({:.0} %)", 100.0 * share);
    let note = (share < ENOUGH_ORIGINS).then(|| language.with(SOME_ORIGINS, &[&told()]));
    JREADABILITY.reading(load.jreadability(), note, language)
}

static TATEISHI: Scale = Scale {
    measure: "tateishi",
    language: "ja",
    audience: Audience::Native,
    meaning: (
        "How easy it is to read for native speakers of Japanese (RS′); mean 50, standard deviation 10, the larger, the easier.",
        "日本語を母語とする人にとっての読みやすさ（RS′）。平均 50、標準偏差 10。値が大きいほど易しい。",
    ),
    source: ("Tateishi, Ono & Yamada 1988 (formula of six variables)", "建石・小野・山田 1988（六変数の式）"),
    levels: &["とても難しい", "難しい", "ふつう", "易しい", "とても易しい"],
    cuts: &[Cut::From(30.0), Cut::From(40.0), Cut::From(60.0), Cut::From(70.0)],
};

/// What RS′ is computed from: characters per sentence, mean lengths of runs of one script, and commas per full stop.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Surface {
    /// Characters per sentence, white space left out.
    pub sentence_length: f64,
    /// Mean length of a run of Latin letters; 0 without any.
    pub latin: f64,
    /// Mean length of a run of hiragana.
    pub hiragana: f64,
    /// Mean length of a run of kanji.
    pub kanji: f64,
    /// Mean length of a run of katakana.
    pub katakana: f64,
    /// 読点 per sentence.
    pub commas: f64,
}

impl Surface {
    /// Reads it off some sentences; `None` without any.
    pub fn of(passages: &[Passage<'_>]) -> Option<Self> {
        let mut runs = [Run::default(); 4];
        let (mut characters, mut commas) = (0usize, 0usize);
        for passage in passages {
            let mut last = None;
            for character in passage.text.chars().filter(|c| !c.is_whitespace()) {
                let script = script(character);
                if let Some(run) = script.and_then(|script| runs.get_mut(script)) {
                    run.characters += 1;
                    run.runs += usize::from(script != last);
                }
                last = script;
                characters += 1;
                commas += usize::from(matches!(character, '、' | '，' | ','));
            }
        }
        let sentences = passages.len() as f64;
        let [latin, hiragana, kanji, katakana] = runs.map(Run::mean);
        (!passages.is_empty()).then_some(Surface {
            sentence_length: characters as f64 / sentences,
            latin,
            hiragana,
            kanji,
            katakana,
            commas: commas as f64 / sentences,
        })
    }

    /// RS′ = −0.12·ls − 1.37·la + 7.4·lh − 23.18·lc − 5.4·lk − 4.67·cp + 115.79; mean 50, standard deviation 10,
    /// higher is easier. 建石・小野・山田 1988, 「日本文の読みやすさの評価式」, the form of six variables.
    pub fn tateishi(&self) -> f64 {
        115.79 - 0.12 * self.sentence_length - 1.37 * self.latin + 7.4 * self.hiragana
            - 23.18 * self.kanji
            - 5.4 * self.katakana
            - 4.67 * self.commas
    }
}

/// The runs of one script.
#[derive(Clone, Copy, Default)]
struct Run {
    characters: usize,
    runs: usize,
}

impl Run {
    fn mean(self) -> f64 {
        self.characters as f64 / self.runs.max(1) as f64
    }
}

/// The place of a character's script among the four that have runs.
fn script(character: char) -> Option<usize> {
    let mut counts = ScriptCounts::default();
    counts.add(character);
    [counts.latin, counts.hiragana, counts.kanji, counts.katakana].iter().position(|count| *count > 0)
}

fn tateishi(passages: &[Passage<'_>], language: MessageLanguage) -> Readability {
    TATEISHI.reading(Surface::of(passages).map(|surface| surface.tateishi()), None, language)
}

const KANJI_MEANING: Wording = ("A guide to the share of kanji (%).", "漢字の割合（%）の目安。");
const LENGTH_MEANING: Wording =
    ("A guide to the mean length of a sentence in characters.", "一文の平均の長さ（文字）の目安。");
const MORIOKA: Wording = ("Morioka 1958, after Tateishi et al. 1988", "森岡 1958（建石ほか 1988 による）");
const YASUMOTO: Wording = ("Yasumoto 1983, after Tateishi et al. 1988", "安本 1983（建石ほか 1988 による）");

static KANJI_GUIDES: [Scale; 2] = [
    Scale {
        measure: "kanjiShareMorioka",
        language: "ja",
        audience: Audience::Native,
        meaning: KANJI_MEANING,
        source: MORIOKA,
        levels: &["易しい", "ふつう", "難しい"],
        cuts: &[Cut::UpTo(20.0), Cut::From(35.0)],
    },
    Scale {
        measure: "kanjiShareYasumoto",
        language: "ja",
        audience: Audience::Native,
        meaning: KANJI_MEANING,
        source: YASUMOTO,
        levels: &["少ない", "ふつう", "多い"],
        cuts: &[Cut::UpTo(29.9), Cut::From(40.5)],
    },
];

static LENGTH_GUIDES: [Scale; 2] = [
    Scale {
        measure: "sentenceLengthMorioka",
        language: "ja",
        audience: Audience::Native,
        meaning: LENGTH_MEANING,
        source: MORIOKA,
        levels: &["易しい", "ふつう", "難しい"],
        cuts: &[Cut::UpTo(35.0), Cut::From(60.0)],
    },
    Scale {
        measure: "sentenceLengthYasumoto",
        language: "ja",
        audience: Audience::Native,
        meaning: LENGTH_MEANING,
        source: YASUMOTO,
        levels: &["短い", "ふつう", "長い"],
        cuts: &[Cut::UpTo(35.0), Cut::UpTo(50.0)],
    },
];

/// Kanji in percent of the characters without white space.
fn kanji_share(passages: &[Passage<'_>]) -> Option<f64> {
    let mut counts = ScriptCounts::default();
    passages.iter().flat_map(|passage| passage.text.chars()).for_each(|character| counts.add(character));
    (counts.all() > 0).then(|| 100.0 * f64::from(counts.kanji) / f64::from(counts.all()))
}

fn sentence_length(passages: &[Passage<'_>]) -> Option<f64> {
    let characters: usize = passages.iter().map(Passage::dense_length).sum();
    (!passages.is_empty()).then(|| characters as f64 / passages.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::measures::testing::prose;

    #[test]
    fn published_value_of_jreadability() {
        // おはようございます！今日は天気がいいですね。 as UniDic 2.1.2 cuts it:
        // おはよう|ござい|ます|！ 今日|は|天気|が|いい|です|ね|。 — one 漢語, eight 和語, no verb but ござる, three particles.
        let load = Load { tokens: 12, sentences: 2, sinitic: 1, native: 8, verbs: 0, particles: 3, origins: 12 };
        let value = load.jreadability().unwrap();
        assert!((value - 6.438).abs() < 5e-4, "{value}");
    }

    #[test]
    fn tateishi_by_hand() {
        // 15 characters; runs 彼 は 本 を 読 み 彼女 は テレビ を 見 た: hiragana 6/6, kanji 6/5, katakana 3/1.
        let report = prose("彼は本を読み、彼女はテレビを見た。", Options::default());
        let found = report.readability.iter().find(|entry| entry.measure == "tateishi").unwrap();
        let expected = 115.79 - 0.12 * 17.0 + 7.4 * 1.0 - 23.18 * 1.2 - 5.4 * 3.0 - 4.67;
        assert!((found.value.unwrap() - expected).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn guides() {
        let report = prose("漢字漢字漢字漢かなかな。", Options::default());
        let level = |name: &str| report.readability.iter().find(|entry| entry.measure == name).unwrap().level.clone();
        assert_eq!(level("kanjiShareMorioka").as_deref(), Some("難しい"));
        assert_eq!(level("kanjiShareYasumoto").as_deref(), Some("多い"));
        assert_eq!(level("sentenceLengthMorioka").as_deref(), Some("易しい"));
    }

    #[test]
    fn nothing_for_no_text() {
        let report = prose("", Options::default());
        assert!(report.readability.iter().all(|entry| entry.value.is_none()), "{:?}", report.readability);
    }
}
