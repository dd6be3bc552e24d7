//! Why a line has its role, in words a reader understands. This file alone knows the words.

use super::cues::{Cue, NUMBER, Place};
use super::features::{Feature, Trait};
use crate::options::{MessageLanguage, Wording};
use crate::report::Role;

/// One reason.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// A feature of the line.
    Has(Trait),
    /// It is in a run of so many short lines.
    Run(usize),
    /// It holds, or is, the words of a cue.
    Cue(Cue, Place, &'static str),
    /// It stands so many lines below a label, whose words these are.
    Under(String, usize),
    /// The line before has this role.
    After(Role),
    /// A person said so.
    ByHand,
    /// The same line stands above and has this role.
    SameLine,
    /// It stands in the segment of a sponsor.
    Sponsored,
    /// It returns to the subject after such a segment.
    Returned,
    /// A piece of a paragraph that has the form of this role.
    Piece(Role),
    /// A few lines are no page.
    Fragment,
    /// Nothing speaks for another role.
    Default,
}

impl Reason {
    /// The reason in words.
    pub fn text(&self, language: MessageLanguage) -> String {
        let what = match self {
            Reason::Run(length) => length.to_string(),
            Reason::Cue(_, _, words) => words.trim_end().to_owned(),
            Reason::Under(label, _) => label.clone(),
            Reason::After(role) | Reason::Piece(role) => language.of(role_text(*role)).to_owned(),
            _ => String::new(),
        };
        language.with(self.wording(), &[&what])
    }

    fn wording(&self) -> Wording {
        match self {
            Reason::Has(feature) => trait_text(*feature),
            Reason::Run(_) => ("{} short lines in a row without a full stop", "句点のない短い行が{}行続いている"),
            Reason::Cue(_, Place::Whole, words) if words.contains(NUMBER) => {
                ("it says how long the article is", "記事の長さを示している")
            }
            Reason::Cue(_, Place::Whole, _) => ("it is the label “{}”", "見出し語「{}」そのもの"),
            Reason::Cue(_, Place::Label, _) => ("it begins with the label “{}”", "見出し語「{}」で始まる"),
            Reason::Cue(_, Place::Start, _) => ("it begins with “{}”", "「{}」で始まる"),
            Reason::Cue(_, Place::Within, _) => ("it says “{}”", "「{}」を含む"),
            Reason::Under(_, 1) => ("it stands right after “{}”", "「{}」のすぐ後にある"),
            Reason::Under(..) => ("it stands after “{}”", "「{}」の後にある"),
            Reason::After(_) => ("the line before is {}", "前の行が{}"),
            Reason::ByHand => ("set by hand", "手で指定された"),
            Reason::SameLine => ("the same line stands above", "同じ行が上にある"),
            Reason::Sponsored => (
                "it stands between a sponsor's offer and the return to the subject",
                "スポンサーの案内から本題に戻るまでの間にある",
            ),
            Reason::Returned => {
                ("it returns to the subject after a sponsor's segment", "スポンサーの案内の後で本題に戻っている")
            }
            Reason::Piece(_) => ("it has the form of {}", "{}の形をしている"),
            Reason::Fragment => {
                ("a few lines are no page that could have noise", "数行だけなので、ページの一部とはみなさない")
            }
            Reason::Default => ("nothing tells it from running text", "本文と区別するものがない"),
        }
    }
}

/// The reason that a feature gives; `None` for features that say nothing to a reader by themselves.
pub fn of_feature(feature: Trait) -> Option<Reason> {
    (!trait_text(feature).0.is_empty()).then_some(Reason::Has(feature))
}

/// Whether a feature is of the fixed list and counts a run.
pub fn is_run(feature: Feature) -> bool {
    matches!(feature, Feature::Trait(Trait::Run5 | Trait::Run10 | Trait::Run20))
}

fn role_text(role: Role) -> Wording {
    match role {
        Role::Title => ("the title", "タイトル"),
        Role::Byline => ("a byline", "署名"),
        Role::Date => ("a date", "日付"),
        Role::Metadata => ("about the article", "記事の情報"),
        Role::Heading => ("a heading", "見出し"),
        Role::Paragraph => ("running text", "本文"),
        Role::ListItem => ("an item of a list", "箇条書き"),
        Role::Quote => ("a quotation", "引用"),
        Role::Code => ("program code", "コード"),
        Role::Table => ("a row of a table", "表"),
        Role::Caption => ("a caption", "キャプション"),
        Role::Toc => ("a table of contents", "目次"),
        Role::Advertisement => ("an advertisement", "広告"),
        Role::Related => ("a link to another article", "関連記事"),
        Role::References => ("a reference", "参考文献"),
        Role::Disclaimer => ("a notice", "注意書き"),
        Role::Navigation => ("furniture of the page", "ページの部品"),
    }
}

fn trait_text(feature: Trait) -> Wording {
    match feature {
        Trait::Bias => ("", ""),
        Trait::Width8 | Trait::Width20 => ("it is very short", "とても短い"),
        Trait::Width40 | Trait::Width80 => ("it is short", "短い"),
        Trait::Width160 | Trait::Width400 => ("it is long", "長い"),
        Trait::WidthMore => ("it is very long", "とても長い"),
        Trait::EndsStop => ("it ends with a full stop", "句点で終わる"),
        Trait::EndsCry => ("it ends with a question, an exclamation or an ellipsis", "「？」「！」「…」で終わる"),
        Trait::EndsColon => ("it ends with a colon", "コロンで終わる"),
        Trait::EndsComma => ("it ends with a comma", "読点で終わる"),
        Trait::EndsOpen => ("it does not end as a sentence does", "文の終わり方をしていない"),
        Trait::TwoSentences => ("it holds several sentences", "文が二つ以上ある"),
        Trait::Glue => {
            ("it is full of particles and small words, as running text is", "助詞や小さな語が多く、本文らしい")
        }
        Trait::NoGlue => ("it has none of the small words of running text", "助詞などの小さな語がない"),
        Trait::ManyMarks => ("it has many marks", "記号が多い"),
        Trait::Capitals => ("its words are capitalised", "大文字で始まる語が多い"),
        Trait::IsDate => ("it is a date and little else", "ほぼ日付だけ"),
        Trait::HasDate => ("a date stands in it", "日付を含む"),
        Trait::IsNumber => ("it is a number and little else", "ほぼ数字だけ"),
        Trait::IsItem => ("it begins like an item of a list", "箇条書きの書き出し"),
        Trait::IsCode => ("it reads like program code", "プログラムのように見える"),
        Trait::IsRow => ("it shows columns", "列に分かれている"),
        Trait::IsBracketed => ("it stands in brackets from end to end", "全体が括弧に入っている"),
        Trait::IsTrail => ("it is a trail of pages", "パンくずリストの形"),
        Trait::HasAddress => ("an address stands in it", "URLやメールアドレスを含む"),
        Trait::Foreign => ("it is in another language than the article", "本文と言語が違う"),
        Trait::NoWords => ("it holds no words", "語がない"),
        Trait::First => ("it is the first line", "最初の行"),
        Trait::AmongFirst => ("it is among the first lines", "冒頭にある"),
        Trait::Last => ("it is the last line", "最後の行"),
        Trait::AmongLast => ("it is among the last lines", "末尾にある"),
        Trait::Apart => ("blank lines set it apart", "空行で区切られている"),
        Trait::Together => ("no blank line sets it apart from its neighbours", "前後の行と空行で区切られていない"),
        Trait::Prose => ("it reads like running text", "本文らしい文章"),
        Trait::PreviousProse => ("running text stands before it", "前に本文がある"),
        Trait::NextProse | Trait::ShortBeforeProse => ("running text follows it", "後に本文が続く"),
        Trait::ProseAround => ("running text stands around it", "周りに本文がある"),
        Trait::LoneProse => ("it stands alone among short lines", "短い行の中に一つだけある"),
        Trait::InBody | Trait::ProseInBody | Trait::ShortInBody | Trait::LongInBody => {
            ("it stands in the stretch that the article takes", "記事の続く範囲にある")
        }
        Trait::BeforeBody | Trait::JustBeforeBody => ("it stands before the running text", "本文より前にある"),
        Trait::AfterBody | Trait::JustAfterBody => ("it stands after the running text", "本文より後にある"),
        Trait::FirstOfBody => ("the running text begins with it", "本文の始まりにある"),
        Trait::LastOfBody => ("the running text ends with it", "本文の終わりにある"),
        Trait::ProseOutside | Trait::ShortOutside | Trait::LongOutside => {
            ("it stands away from the running text", "本文から離れている")
        }
        Trait::ShortBetweenProse => ("it is short and stands between running text", "本文に挟まれた短い行"),
        Trait::Run5 | Trait::Run10 | Trait::Run20 => ("short lines stand in a row", "短い行が続いている"),
        Trait::DatesAround => ("dates and numbers stand around it", "周りに日付や数字が多い"),
        Trait::AdvertisementsAround => ("words of advertisements stand around it", "周りに広告の言葉が多い"),
        Trait::ButtonsAround => ("buttons and menu items stand around it", "周りにボタンやメニューが多い"),
        Trait::LikeNeighbours => ("its neighbours look the same", "前後の行と同じ形"),
        Trait::RepeatsEarlier => ("the same line stands above", "同じ行が上にある"),
        Trait::RepeatedLater => ("the same line stands again below", "同じ行が下にもある"),
        Trait::RepeatsPrevious => ("it repeats the line before", "前の行の繰り返し"),
        Trait::ListedInContents => ("a list of contents names a heading that follows", "目次が後の見出しを挙げている"),
        Trait::NamedInContents => ("a list of contents above names it", "上の目次にある"),
        Trait::ProseShares => ("the rest of the text uses its words too", "ほかの本文と語が共通する"),
        Trait::ProseAlone => ("the rest of the text uses none of its words", "ほかの本文と語が共通しない"),
        Trait::ShortShares | Trait::LongShares => ("running text uses its words", "本文と語が共通する"),
        Trait::LeadShares => ("the text that follows uses its words", "続く本文と語が共通する"),
        Trait::ProseNoOffer => ("nothing is offered in it", "何かを勧める言葉がない"),
        Trait::LoneItem => {
            ("it is marked as an item, with no other beside it", "行頭に記号があり、前後に同じ形の行がない")
        }
        Trait::IsCell => ("words and figures come back in columns", "語と数値が表の順に繰り返される"),
        Trait::CellsAlike | Trait::ManyCells => ("wide spaces set it into columns", "空白で列に分かれている"),
        Trait::HasKey => ("it is a label, a colon and a value", "項目名とコロンで始まる"),
        Trait::IsSpeech => ("it is a turn of a conversation", "会話の一部"),
        Trait::IsSigned => ("it is in brackets below running text, as a signature", "文章の後の括弧書き"),
        Trait::IsHashtags => ("it is made of hashtags", "ハッシュタグだけ"),
        Trait::IsSaying => ("it is what somebody said, in quotation marks", "かぎ括弧に入った発言"),
        Trait::IsQuoted => ("it begins as mail quotes", "メールの引用の形をしている"),
        Trait::IsCard | Trait::IsTeaser => ("it is of a card of a link", "別のページへのリンクの一部"),
        Trait::OverSentences => ("all lines below it are sentences", "下の行はすべて文で終わる"),
        Trait::Adrift => (
            "it stands below links to other articles and shares few words with the rest",
            "ほかの記事への案内より下にあり、ほかの本文と語があまり共通しない",
        ),
        Trait::IsHead => (
            "a writer or date stands just below, or a date just above the line and its text",
            "すぐ下に筆者か日付がある、または日付と本文に挟まれている",
        ),
        Trait::SharesMost => (
            "of the lines above the text it has most of the text's words",
            "本文より上の行のうち、本文と共通する語が最も多い",
        ),
        Trait::BelowTitle => ("it stands between the title and the text", "タイトルと本文の間にある"),
        Trait::Parted => ("a blank line parts it from the list above", "空行で上のリストと分かれている"),
        Trait::IsUnfinished => ("its last sentence has no full stop", "最後の文に句点がない"),
        Trait::AfterComments => ("it stands below readers' comments", "コメント欄より下にある"),
        Trait::EchoesAround => ("the same short lines come back around it", "周りで同じ短い行が繰り返される"),
        Trait::Resumes => ("the line before says that the article goes on", "前の行が、記事が続くと言っている"),
        Trait::IsCall => ("it is set between slanted strokes, as calls are", "呼びかけの斜線に挟まれている"),
        Trait::MarkupTitle => ("the page marks it as its title", "ページがタイトルとしている"),
        Trait::MarkupHeading => ("the page marks it as a heading", "ページが見出しとしている"),
        Trait::MarkupItem => ("the page marks it as an item of a list", "ページが箇条書きとしている"),
        Trait::MarkupNavigation => ("the page marks it as navigation", "ページがナビゲーションとしている"),
        Trait::MarkupAside => ("the page sets it aside", "ページが余談としている"),
        Trait::MarkupCaption => ("the page marks it as a caption", "ページがキャプションとしている"),
        Trait::MarkupTime => ("the page marks it as a time", "ページが日時としている"),
        Trait::MarkupTable => ("it is a cell of a table", "表のセル"),
        Trait::MarkupQuote => ("the page marks it as a quotation", "ページが引用としている"),
        Trait::MarkupCode => ("the page marks it as code", "ページがコードとしている"),
        Trait::MarkupParagraph => ("the page marks it as a paragraph", "ページが段落としている"),
        Trait::MarkupArticle => ("it stands inside the page's article", "ページの記事部分にある"),
        Trait::MarkupLinks => ("it is made of links", "リンクでできている"),
        Trait::MarkupAdvertisement => ("the page names it an advertisement", "ページが広告と名付けている"),
        Trait::MarkupRelated => ("the page names it related", "ページが関連記事と名付けている"),
        Trait::MarkupByline => ("the page names its author", "ページが著者としている"),
        Trait::MarkupComments => ("the page names it comments", "ページがコメントと名付けている"),
        Trait::MarkupShare => ("the page names it sharing", "ページが共有と名付けている"),
        // These place the article on the page and weigh nothing for a role by themselves.
        _ => ("", ""),
    }
}
