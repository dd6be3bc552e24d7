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
    let why = language.of(match join {
        Join::Dictionary => ("your dictionary says so", "あなたの辞書による"),
        Join::Table => ("the built-in list of names says so", "内蔵の名称表による"),
        Join::Brackets => ("one stands in brackets after the other", "一方がもう一方の後の括弧の中にある"),
        Join::Initials => ("one is the initials of the other", "一方がもう一方の頭文字"),
        Join::ShortForm => ("one is short for the other", "一方がもう一方を略した形"),
        Join::OtherScript => ("they sound alike in two scripts", "文字は違うが音が同じ"),
    });
    language.with(("“{}” and “{}” are one: {}", "「{}」と「{}」は同じもの：{}"), &[one, other, why])
}

/// What found so many of the mentions.
pub fn evidence(evidence: Evidence, count: u32, language: MessageLanguage) -> String {
    let found = language.of(match evidence {
        Evidence::Dictionary => ("your dictionary lists it", "あなたの辞書にある"),
        Evidence::Table => ("the built-in list of names has it", "内蔵の名称表にある"),
        Evidence::Model => ("it is used as names are, by the words around", "語と前後の語が、名前の使われ方をしている"),
        Evidence::Pattern(name) => match name {
            "model number" => ("it has the form of a model number", "型番の形をしている"),
            "letter with a version" => ("it is a letter with a version number", "文字に版の番号が付いた形"),
            "name with a version" => ("it is a name with a version number", "名前に版の番号が付いた形"),
            "dateline" => ("it stands where a report says whence and by whom it is", "発信地や筆者を示す形の中にある"),
            _ => ("it has the form of a name", "名前らしい形をしている"),
        },
        Evidence::Quoted => (
            "it is in quotation marks, named before or written as titles are",
            "種類を示す語の後か題名の形で、かぎ括弧などの中にある",
        ),
        Evidence::Addressed => ("a title or form of address stands beside it", "敬称か肩書きが隣にある"),
        Evidence::Owner => {
            ("it has what a body has, such as a share price or a president", "株価や社長など、組織が持つものが続く")
        }
        Evidence::Kind => ("a word for its kind stands beside it", "種類を示す語が隣にある"),
        Evidence::Ending => ("it ends as towns or companies do", "「市」「区」や会社名の終わり方をしている"),
        Evidence::Bracketed => ("it is in brackets after another form of it", "別の形の後の括弧の中にある"),
        Evidence::Enumerated => ("it is in a row of names", "名前の並びの中にある"),
        Evidence::Initials => ("it is the initials of a name in the article", "記事にある名前の頭文字"),
        Evidence::Repeated => ("it is a name elsewhere in the article", "記事の別の所で名前として出てくる"),
        Evidence::Anaphor => ("a word stands for it", "この名前を指す語"),
    });
    let places =
        if count == 1 { ("{} ({} place)", "{}（{}か所）") } else { ("{} ({} places)", "{}（{}か所）") };
    language.with(places, &[found, &count.to_string()])
}

/// The strength of a sign that is neither weak nor strong, in natural logarithms.
const FAIR: f64 = 1.5;

/// What all places say together, with the number in natural logarithms.
pub fn strength(label: EntityLabel, strength: f32, language: MessageLanguage) -> String {
    let kind = language.of(match label {
        EntityLabel::Person => ("a person", "人"),
        EntityLabel::Organization => ("an organization", "組織"),
        EntityLabel::Location => ("a place", "場所"),
        EntityLabel::Facility => ("a facility", "施設"),
        EntityLabel::Product => ("a product", "製品"),
        EntityLabel::Event => ("an event", "出来事"),
        EntityLabel::Work => ("a work", "作品"),
        EntityLabel::Law => ("a law", "法令"),
        EntityLabel::Language => ("a language", "言語"),
        EntityLabel::Norp => ("a people or group", "民族・集団"),
        EntityLabel::Title => ("a title", "肩書"),
        EntityLabel::Other => ("another thing", "その他のもの"),
    });
    let signs = language.strength(f64::from(strength), FAIR);
    let told =
        ("all places together: {} signs that it is {} ({})", "すべての出現を合わせると、{}手がかりがある：{}（{}）");
    language.with(told, &[signs, kind, &format!("{strength:.1}")])
}
