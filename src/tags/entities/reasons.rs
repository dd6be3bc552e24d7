//! Why forms are names, and why they are one thing, in words a reader understands.

use crate::options::MessageLanguage;
use crate::report::EntityLabel;
use crate::tags::names::mention::Evidence;

/// Why two forms are one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// The caller's dictionary says so.
    Dictionary,
    /// The table of names says so.
    Table,
    /// One stands in brackets after the other.
    Brackets,
    /// One is the initials of the other.
    Initials,
    /// One is a part of the other.
    ShortForm,
    /// They sound alike in katakana and in Latin letters.
    OtherScript,
}

/// Why the first form and the second are one thing.
pub fn join(join: Join, one: &str, other: &str, language: MessageLanguage) -> String {
    let what = match (join, language) {
        (Join::Dictionary, MessageLanguage::En) => "your dictionary",
        (Join::Dictionary, MessageLanguage::Ja) => "あなたの辞書",
        (Join::Table, MessageLanguage::En) => "the table of names",
        (Join::Table, MessageLanguage::Ja) => "名称表",
        (Join::Brackets, MessageLanguage::En) => "brackets",
        (Join::Brackets, MessageLanguage::Ja) => "括弧書き",
        (Join::Initials, MessageLanguage::En) => "initials",
        (Join::Initials, MessageLanguage::Ja) => "頭文字",
        (Join::ShortForm, MessageLanguage::En) => "short form",
        (Join::ShortForm, MessageLanguage::Ja) => "略した形",
        (Join::OtherScript, MessageLanguage::En) => "the same sounds in another script",
        (Join::OtherScript, MessageLanguage::Ja) => "別の文字での同じ音",
    };
    match language {
        MessageLanguage::En => format!("{what}: {one} = {other}"),
        MessageLanguage::Ja => format!("{what}：{one} = {other}"),
    }
}

/// What found so many of the mentions.
pub fn evidence(evidence: Evidence, count: u32, language: MessageLanguage) -> String {
    match language {
        MessageLanguage::En => {
            let places = if count == 1 { "1 place".to_owned() } else { format!("{count} places") };
            format!("{}: {places}", english(evidence))
        }
        MessageLanguage::Ja => format!("{}：{count}か所", japanese(evidence)),
    }
}

fn english(evidence: Evidence) -> String {
    match evidence {
        Evidence::Dictionary => "your dictionary lists it",
        Evidence::Table => "the table of names lists it",
        Evidence::Model => "the model, by its words and those around",
        Evidence::Pattern(name) => return format!("pattern “{name}”"),
        Evidence::Quoted => "in quotation marks after a word that says what it is",
        Evidence::Addressed => "a title or form of address follows",
        Evidence::Owner => "it has what a body has, such as a share price or a president",
        Evidence::Kind => "a word for its kind stands before it",
        Evidence::Ending => "its ending is that of a town or of a company",
        Evidence::Bracketed => "in brackets after another form of it",
        Evidence::Enumerated => "in a row of names",
        Evidence::Initials => "initials of a name in the article",
        Evidence::Repeated => "the same form is a name elsewhere in the article",
        Evidence::Anaphor => "a word that stands for the nearest fitting name",
    }
    .to_owned()
}

fn japanese(evidence: Evidence) -> String {
    match evidence {
        Evidence::Dictionary => "あなたの辞書にある",
        Evidence::Table => "名称表にある",
        Evidence::Model => "モデルが語と前後の語から判断",
        Evidence::Pattern(name) => return format!("型「{name}」に合う"),
        Evidence::Quoted => "種類を示す語のあとの引用符の中",
        Evidence::Addressed => "敬称か肩書きが続く",
        Evidence::Owner => "株価や社長など、組織が持つものが続く",
        Evidence::Kind => "種類を示す語が前にある",
        Evidence::Ending => "末尾が市・区などや企業のもの",
        Evidence::Bracketed => "別の形のあとの括弧の中",
        Evidence::Enumerated => "名前の並びの中",
        Evidence::Initials => "記事にある名前の頭文字",
        Evidence::Repeated => "同じ形が記事の別の場所で名前",
        Evidence::Anaphor => "直前の合う名前を指す語",
    }
    .to_owned()
}

/// What all places say together, in natural logarithms.
pub fn strength(label: EntityLabel, strength: f32, language: MessageLanguage) -> String {
    let shown = match (label, language) {
        (_, MessageLanguage::En) => {
            return format!("all places together: {}, {strength:.1}", format!("{label:?}").to_lowercase());
        }
        (EntityLabel::Person, _) => "人物",
        (EntityLabel::Organization, _) => "組織",
        (EntityLabel::Location, _) => "場所",
        (EntityLabel::Facility, _) => "施設",
        (EntityLabel::Product, _) => "製品",
        (EntityLabel::Event, _) => "出来事",
        (EntityLabel::Work, _) => "作品",
        (EntityLabel::Law, _) => "法令",
        (EntityLabel::Language, _) => "言語",
        (EntityLabel::Norp, _) => "国民・集団",
        (EntityLabel::Title, _) => "肩書き",
        (EntityLabel::Other, _) => "その他",
    };
    format!("すべての場所を合わせて：{shown}、{strength:.1}")
}
