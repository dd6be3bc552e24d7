//! The words of a document that people read: one table a language, whole by its type.

use crate::options::MessageLanguage;

/// The fixed words of the documents, in one language.
pub struct Words {
    pub reader: MessageLanguage,
    pub article: &'static str,
    pub key_figures: &'static str,
    pub summary: &'static str,
    pub topics: &'static str,
    pub keywords: &'static str,
    pub names: &'static str,
    pub figures: &'static str,
    pub times: &'static str,
    pub who_said_what: &'static str,
    pub unnamed: &'static str,
    pub text: &'static str,
    pub byline: &'static str,
    pub publisher: &'static str,
    pub published: &'static str,
    pub language: &'static str,
    pub genre: &'static str,
    pub characters: &'static str,
    pub without_line_breaks: &'static str,
    pub without_white_space: &'static str,
    pub left_out: &'static str,
    pub sentences: &'static str,
    pub words: &'static str,
    pub reading_time: &'static str,
    pub minutes: &'static str,
    pub mentions: &'static str,
    pub figure: &'static str,
    pub value: &'static str,
    pub unit: &'static str,
    pub comparison: &'static str,
    pub of: &'static str,
    pub notes: &'static str,
    /// Before the time that a figure is of, and before the day that it was published on.
    pub of_time: &'static str,
    pub published_on: &'static str,
    pub sentence: &'static str,
    pub names_in_common: &'static str,
    pub passages_in_common: &'static str,
    pub quoted_in_several: &'static str,
    pub distinctive_words: &'static str,
    pub only_in_one: &'static str,
    /// What the names of the report are called; where there is none, a name stands for itself.
    labels: &'static [(&'static str, &'static str)],
}

impl Words {
    /// Those of a language.
    pub fn of(language: MessageLanguage) -> &'static Self {
        match language {
            MessageLanguage::En => &ENGLISH,
            MessageLanguage::Ja => &JAPANESE,
        }
    }

    /// What a name of the report is called, such as that of a label or a kind.
    pub fn label<'n>(&self, name: &'n str) -> &'n str {
        self.labels.iter().find(|(known, _)| *known == name).map_or(name, |(_, label)| label)
    }
}

const ENGLISH: Words = Words {
    reader: MessageLanguage::En,
    article: "Article",
    key_figures: "Key figures",
    summary: "Summary",
    topics: "Topics",
    keywords: "Keywords",
    names: "Names",
    figures: "Figures",
    times: "Times",
    who_said_what: "Who said what",
    unnamed: "unnamed",
    text: "Text",
    byline: "Byline",
    publisher: "Publisher",
    published: "Published",
    language: "Language",
    genre: "Genre",
    characters: "Characters",
    without_line_breaks: "without line breaks",
    without_white_space: "without white space",
    left_out: "left out as page noise",
    sentences: "Sentences",
    words: "Words",
    reading_time: "Reading time",
    minutes: "minutes",
    mentions: "mentions",
    figure: "Figure",
    value: "Value",
    unit: "Unit",
    comparison: "Comparison",
    of: "Of",
    notes: "Notes",
    of_time: "of ",
    published_on: "published ",
    sentence: "Sentence",
    names_in_common: "Names in common",
    passages_in_common: "Passages in common",
    quoted_in_several: "Quoted in several",
    distinctive_words: "Distinctive words",
    only_in_one: "Only in one",
    labels: &[
        ("pressRelease", "press release"),
        ("howTo", "how-to"),
        ("norp", "group of people"),
        ("differentSubject", "different subject"),
        ("otherSubject", "another subject"),
        ("subjectUnnamed", "subject not named nearby"),
        ("otherPeriod", "another period"),
        ("otherDay", "published at another time"),
        ("otherSurvey", "another survey"),
        ("countedOtherwise", "counted otherwise"),
        ("alsoGiven", "the same article gives another value too"),
        ("inOtherWords", "in other words"),
    ],
};

const JAPANESE: Words = Words {
    reader: MessageLanguage::Ja,
    article: "記事",
    key_figures: "主な数字",
    summary: "要約",
    topics: "話題",
    keywords: "キーワード",
    names: "名前",
    figures: "数字",
    times: "時",
    who_said_what: "だれが何と言ったか",
    unnamed: "名なし",
    text: "本文",
    byline: "筆者",
    publisher: "発行元",
    published: "公開",
    language: "言語",
    genre: "種類",
    characters: "文字数",
    without_line_breaks: "改行を除く",
    without_white_space: "空白を除く",
    left_out: "ページの雑音として除外",
    sentences: "文",
    words: "語",
    reading_time: "読む時間",
    minutes: "分",
    mentions: "回数",
    figure: "数字",
    value: "値",
    unit: "単位",
    comparison: "比較",
    of: "対象",
    notes: "注",
    of_time: "時点：",
    published_on: "公開：",
    sentence: "文",
    names_in_common: "共通する名前",
    passages_in_common: "共通する文章",
    quoted_in_several: "複数の記事が引く発言",
    distinctive_words: "特徴的な語",
    only_in_one: "一つの記事だけにあるもの",
    labels: &[
        ("person", "人"),
        ("organization", "組織"),
        ("location", "場所"),
        ("facility", "施設"),
        ("product", "製品"),
        ("event", "出来事"),
        ("work", "作品"),
        ("law", "法令"),
        ("language", "言語"),
        ("norp", "民族・集団"),
        ("title", "肩書"),
        ("other", "その他"),
        ("keyword", "キーワード"),
        ("topic", "話題"),
        ("source", "発言者"),
        ("news", "報道"),
        ("pressRelease", "発表文"),
        ("transcript", "聞き書き・書き起こし"),
        ("review", "評価・レビュー"),
        ("howTo", "手順・解説"),
        ("sponsored", "広告・提供記事"),
        ("money", "金額"),
        ("percent", "割合"),
        ("count", "個数"),
        ("duration", "期間"),
        ("votes", "得票"),
        ("prize", "賞金"),
        ("benefit", "給付額"),
        ("dividend", "配当"),
        ("price rise", "値上げ率"),
        ("age", "年齢"),
        ("rank", "順位"),
        ("number", "数"),
        ("length", "長さ"),
        ("area", "面積"),
        ("volume", "体積"),
        ("mass", "重さ"),
        ("temperature", "温度"),
        ("speed", "速さ"),
        ("data", "データ量"),
        ("power", "電力"),
        ("date", "日付"),
        ("time", "時刻"),
        ("set", "繰り返し"),
        ("direct", "直接"),
        ("indirect", "間接"),
        ("cost", "費用"),
        ("price", "価格"),
        ("investment", "投資額"),
        ("revenue", "売上"),
        ("profit", "利益"),
        ("loss", "損失"),
        ("market value", "企業価値"),
        ("subsidy", "補助金"),
        ("funding", "調達額"),
        ("savings", "節約額"),
        ("change of market value", "時価総額の増減"),
        ("age", "年齢"),
        ("share price", "株価の変動"),
        ("input price", "入力の料金"),
        ("output price", "出力の料金"),
        ("active parameters", "アクティブパラメータ数"),
        ("parameters", "パラメータ数"),
        ("users", "利用者"),
        ("employees", "従業員"),
        ("visitors", "来場者"),
        ("population", "人口"),
        ("deaths", "死者"),
        ("injured", "負傷者"),
        ("missing", "行方不明"),
        ("support", "支持"),
        ("opposition", "不支持"),
        ("share", "シェア"),
        ("growth", "増減"),
        ("processors", "演算装置"),
        ("accuracy", "精度"),
        ("magnitude", "マグニチュード"),
        ("deal value", "買収額"),
        ("leaked records", "流出件数"),
        ("victims", "被害者"),
        ("participants", "参加者"),
        ("damage", "被害額"),
        ("salary", "賃金"),
        ("downloads", "ダウンロード数"),
        ("units sold", "販売数"),
        ("production", "生産"),
        ("hires", "雇用"),
        ("job cuts", "人員削減"),
        ("respondents", "回答者"),
        ("evacuees", "避難者"),
        ("arrests", "逮捕者"),
        ("cases", "感染者"),
        ("seats", "議席"),
        ("turnout", "投票率"),
        ("unemployment", "失業率"),
        ("battery life", "電池のもち"),
        ("weight", "重さ"),
        ("release", "発売・公開"),
        ("opening", "開業・開館"),
        ("start", "開始"),
        ("construction", "着工"),
        ("completion", "完成"),
        ("founding", "設立"),
        ("end", "終了"),
        ("occurrence", "発生"),
        ("approximation", "おおよそ"),
        ("probability", "可能性"),
        ("hearsay", "伝聞"),
        ("opinion", "意見"),
        ("condition", "条件"),
        ("agree", "一致"),
        ("compatible", "両立する"),
        ("conflict", "食い違い"),
        ("differentSubject", "対象が違う"),
        ("unclear", "比べられない"),
        ("otherSubject", "別のものについて"),
        ("subjectUnnamed", "何についてかが近くに書かれていない"),
        ("otherPeriod", "別の時期"),
        ("otherDay", "公表の日時が違う"),
        ("otherSurvey", "別の調査"),
        ("countedOtherwise", "数え方が違う"),
        ("alsoGiven", "同じ記事がもう一つの値も挙げる"),
        ("same", "同じ文"),
        ("nearly", "ほぼ同じ文"),
        ("quotation", "同じ引用"),
        ("inOtherWords", "言い換え"),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::{self, comparison::of_kind};
    use crate::report::QuantityKind::{Area, Data, Length, Mass, Power, Rank, Speed, Temperature, Volume};
    use crate::report::*;
    use serde::de::DeserializeOwned;

    /// The names of all variants: serde lists them when it meets one that it does not know.
    fn variants<T: DeserializeOwned>() -> Vec<String> {
        let message = serde_json::from_str::<T>("\"?\"").err().map(|error| error.to_string()).unwrap_or_default();
        message.split('`').skip(3).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn every_name_has_its_japanese() {
        let names = [
            variants::<EntityLabel>(),
            variants::<QuantityKind>(),
            variants::<TimeType>(),
            variants::<AttributionForm>(),
            variants::<HedgeKind>(),
            variants::<GenreKind>(),
            variants::<Relation>(),
            variants::<AsideReason>(),
            variants::<PassageKind>(),
        ];
        assert_eq!(names.each_ref().map(Vec::len), [12, 16, 4, 2, 5, 7, 5, 7, 4]);
        for name in names.concat() {
            assert!(!Words::of(MessageLanguage::Ja).label(&name).is_ascii(), "{name}");
        }
    }

    /// What figures and dates are compared by is called in Japanese, here as on the page.
    #[test]
    fn every_property_has_its_japanese() {
        let strings = ["views", "compare"].map(|part| {
            let file = format!("{}/www/src/strings/ja-{part}.js", env!("CARGO_MANIFEST_DIR"));
            std::fs::read_to_string(file).unwrap()
        });
        let page = strings.concat();
        let kinds = [Area, Mass, Volume, Temperature, Speed, Data, Power, Length, Rank];
        let of_kinds = kinds.into_iter().filter_map(of_kind).map(|attribute| attribute.name);
        let rules = || languages::ALL.into_iter().map(|language| language.comparison);
        let attributes = rules().flat_map(|rules| rules.attributes).map(|attribute| attribute.name);
        let events = rules().flat_map(|rules| rules.events).map(|event| ("event", event.name));
        for (kind, name) in of_kinds.chain(attributes).map(|name| ("attribute", name)).chain(events) {
            let label = Words::of(MessageLanguage::Ja).label(name);
            assert!(!label.is_ascii(), "{name}");
            assert!(page.contains(&format!("\"{kind}.{name}\": \"{label}\"")), "{name}: {label}");
        }
    }
}
