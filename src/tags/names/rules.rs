//! What a language tells the search for names.

use super::attributes::Attribute;
use super::gazetteer::LISTS;
use crate::options::Wording;
use crate::report::EntityLabel;

/// A feature: what is looked at, each at so many tokens, two at most, from the one that is judged.
pub type Template = &'static [(i8, Attribute)];

/// The names part of a language.
#[derive(Debug)]
pub struct NameRules {
    /// What the model looks at.
    pub templates: &'static [Template],
    /// Classes of words that stand beside names, inside them or at their ends; at most 32. A word may be in several.
    pub lexicon: &'static [WordClass],
    /// What the lists of known names hold, in the order of their bits.
    pub lists: [Wording; LISTS],
    /// Whether a token, by its part of speech and form, can be inside a name: runs of such tokens are looked at as
    /// one.
    pub in_run: fn(&str, &str) -> bool,
    /// Whether a token, by its part of speech and form, marks what stands before it as the topic.
    pub is_topic_marker: fn(&str, &str) -> bool,
    /// Whether a token, by its part of speech, can be the head of the predicate that says what the topic is.
    pub is_head: fn(&str) -> bool,
    /// Whether a token, by its part of speech, is a particle.
    pub is_particle: fn(&str) -> bool,
    /// Whether a token, by its part of speech, is a proper noun.
    pub is_proper: fn(&str) -> bool,
    /// Whether a part of speech is that of names of no kind, as of firms and products.
    pub is_general_name: fn(&str) -> bool,
    /// Whether a token, by its part of speech, is the name of a place.
    pub is_place: fn(&str) -> bool,
    /// Whether a token, by its part of speech, is the name of a country.
    pub is_country: fn(&str) -> bool,
    /// Names that show by their make.
    pub patterns: &'static [NamePattern],
    /// Whether a token, by its part of speech and form, can begin a name that a number ends: a product and its version.
    pub begins_product: fn(&str, &str) -> bool,
    /// Whether names that the model finds may be in lower case.
    pub has_lower_case: bool,
    /// What follows a number that counts or measures: a regular expression for the text after it.
    pub counted: &'static str,
    /// What stands before a short form that is a name: a regular expression for the text before it.
    pub introduces_short: &'static str,
    /// What stands after a short form that is a name: a regular expression for the text after it.
    pub follows_short: &'static str,
    /// Words with a number after them that are no names, separated by spaces.
    pub not_products: &'static str,
    /// Words before a quotation that say what the name in it is.
    pub introductions: &'static [(EntityLabel, &'static str)],
    /// Titles and forms of address that follow the names of persons, separated by spaces.
    pub addresses: &'static str,
    /// Those of them that follow common words as well, separated by spaces: テニス選手, スタッフさん.
    pub trades: &'static str,
    /// Titles before the names of persons that are none of the name, separated by spaces: Mr., Dr.
    pub honorifics: &'static str,
    /// Titles of more than one word that follow the names of persons and never those of places, separated by spaces:
    /// 官房長官.
    pub long_addresses: &'static str,
    /// Forms of address that make a person of a name as short as one sign, separated by spaces: 梁さん.
    pub polite: &'static str,
    /// Family names of one sign, as Chinese names have them. Empty where none shows a person.
    pub families: &'static str,
    /// Words between a word for a kind and the name of one: a nurse named Adaeze. Separated by spaces.
    pub naming: &'static str,
    /// What befalls places and no bodies, and what happens in both, separated by spaces: ブルックヘイブンで山火事, 京都で育った.
    pub happenings: (&'static str, &'static str),
    /// Articles of what is not known yet, separated by spaces.
    pub indefinite: &'static str,
    /// Letters that begin a question or an answer, separated by spaces: the A of "A. R1は".
    pub answers: &'static str,
    /// Whether a token, by its part of speech and form, can be part of a person's name before such a title.
    pub is_personal: fn(&str, &str) -> bool,
    /// Titles of those who lead a body: X in XのY社長 is one. Separated by spaces.
    pub offices: &'static str,
    /// What belongs to a body that has it: Xのアナリスト, Xの時価総額. Separated by spaces.
    pub belongings: &'static str,
    /// What stands in brackets before the short form that a name will have: 以下, hereafter.
    pub short_forms: &'static [&'static str],
    /// What stands between an owner and what it owns.
    pub possessive: &'static str,
    /// What is written on a name that owns what follows, separated by spaces: Nvidia's.
    pub genitives: &'static str,
    /// What firms alone own, what they own on markets, and what that does there, separated by spaces: Neogrid's shares fell.
    pub owned_by_firms: (&'static str, &'static str, &'static str),
    /// Last words of places before such a sign that only say where a body is from, separated by spaces: China's.
    pub homes: &'static str,
    /// Words after a comma that go on to speak of a thing and never of a person, separated by spaces: which.
    pub of_things: &'static str,
    /// What may stand before a title and is no name: 副, 元. Separated by spaces.
    pub title_parts: &'static str,
    /// Words for kinds of things that a name follows without anything between: 半導体大手インテル.
    pub kinds: &'static [(EntityLabel, &'static str)],
    /// Short names of countries that stand before names that are not theirs: 米エヌビディア. Separated by spaces.
    pub countries: &'static str,
    /// Countries that names of companies begin with, separated by spaces: 日本マイクロソフト.
    pub home: &'static str,
    /// Forms that are no names though they look like some, separated by spaces.
    pub generic: &'static str,
    /// Endings of what is no organization, separated by spaces.
    pub no_organizations: &'static str,
    /// Last words of what is no name, separated by spaces: MITライセンス.
    pub no_names: &'static str,
    /// Which of them are said to be somebody's, separated by spaces: ライセンスはMITで.
    pub licences: &'static str,
    /// What stands straight after what something is said to be, separated by spaces: で in ライセンスはMITで.
    pub copulas: &'static str,
    /// What makes the name of a place or a people that of a language, separated by spaces: 語 in 中国語.
    pub of_languages: &'static str,
    /// Words after the name of a place that belong to it, separated by spaces: 地方 in 東海地方.
    pub regions: &'static str,
    /// Endings of laws, and longer ones of what is none, separated by spaces: 著作権法, but 治療法.
    pub laws: (&'static str, &'static str),
    /// Endings of the names of newspapers and broadcasters, separated by spaces.
    pub outlets: &'static str,
    /// Endings of products that look like titles of works, separated by spaces: H3ロケット.
    pub no_works: &'static str,
    /// Words around works, separated by spaces: 放送, 原作. Empty where the model tells works from products.
    pub of_works: &'static str,
    /// Words around products, separated by spaces: 搭載, 性能.
    pub of_products: &'static str,
    /// Words before a name at the beginning of a sentence that are no part of it, separated by spaces: In June.
    pub openers: &'static str,
    /// Words after a name that are no part of it, separated by spaces: チーム after the name of a company.
    pub trailing: &'static str,
    /// News agencies after the place that a report is from, separated by spaces: 共同 in 【北京共同】.
    pub agencies: &'static str,
    /// Words for periodicals that follow their names in foreign letters, separated by spaces: Nature誌.
    pub periodicals: &'static str,
    /// Whether a token, by its part of speech, is a common noun, which alone names no person.
    pub is_common_noun: fn(&str) -> bool,
    /// What of a company is spoken of before its name, separated by spaces, and the word between: Shares of Nvidia.
    pub holdings: (&'static str, &'static str),
    /// Words straight after a company's name for what it has, separated by spaces: Valka shares. None where names are not
    /// told by their class.
    pub owned: &'static str,
    /// Words for companies, separated by spaces, at the end of what one is said to be: SemiScope, a research firm.
    pub company_kinds: &'static str,
    /// Words that go on after such a word, separated by spaces: SemiScope, a research firm that.
    pub goes_on: &'static str,
    /// Words for companies that stand straight before a name of one word, separated by spaces: AI lab Corvane, 調査会社
    /// before one in katakana.
    pub introducing: &'static str,
    /// Words for those who work at a body and for parts of it, separated by spaces, and the word between: an analyst at
    /// SemiScope, shares in Zephyris.
    pub employees: &'static [(&'static str, &'static str)],
    /// What follows the name of the place where something sits: -based.
    pub based: &'static str,
    /// What stands between such a word and the name of a company that is one, and whether the topic's particle or a bracket
    /// must follow the name: スタートアップ、X; 企業であるX; 投資会社のXは.
    pub apposing: &'static [(&'static str, bool)],
    /// Particles after the name of a place where something happens, separated by spaces: で.
    pub of_places: &'static str,
    /// What follows the name by which a speaker begins, separated by spaces: です.
    pub introducing_self: &'static str,
    /// Units in capitals that with a number before them are amounts and no names, separated by spaces.
    pub amounts: &'static str,
    /// Endings of what several bodies are called together, separated by spaces: AI六小虎.
    pub groups: &'static str,
    /// Words for kinds of places, separated by spaces, and what stands between them and the name of one: city of Santa Ines.
    pub place_kinds: (&'static str, &'static str),
    /// What says before a body that somebody belonged to it once, separated by spaces: 元.
    pub former: &'static str,
    /// What stands behind the words of somebody in quotation marks, and what goes on behind it where they are a title after
    /// all, separated by spaces: 「…だ」と, but 「…だ」という曲.
    pub quotative: (&'static str, &'static str),
    /// What follows a source, separated by spaces: によると.
    pub sources: &'static str,
    /// Articles, separated by spaces.
    pub articles: &'static str,
    /// Endings of what is no facility but a body, separated by spaces.
    pub no_facilities: &'static str,
    /// Facilities, and things with a number, that only the model speaks for, once, outside quotation marks and not as
    /// strongly as this, are left out; in natural logarithms.
    pub faint: f32,
    /// Particles of topics and subjects, the topic's own first.
    pub topics: &'static [&'static str],
    /// Particles after a name that only says more of the word that follows.
    pub attributive: &'static [&'static str],
    /// Particles after a name that is neither topic nor subject.
    pub oblique: &'static [&'static str],
    /// Words that stand for the nearest fitting name before them.
    pub anaphors: &'static [Anaphor],
    /// What makes the name of a place another word than a name of it, separated by spaces: 語 in 日本語.
    pub derivations: &'static str,
    /// What ends the names of municipalities and is no person's name, separated by spaces: 市 in 若草市.
    pub municipalities: &'static str,
    /// Words that end a whole organization though departments of it may follow, separated by spaces.
    pub wholes: &'static str,
    /// Last words of organizations, and what they are clipped to: 大 in 東都大 for 大学.
    pub clipped: &'static [(&'static str, &'static str)],
    /// What says before such a word what kind it is and names none, separated by spaces: 国立 in 国立大学.
    pub kinds_of_wholes: &'static str,
    /// What ends the name of a prize or a contest after that of a person, separated by spaces: 賞 in 直木賞.
    pub honours: &'static str,
    /// What makes a house of the name of a family or of where it is from, separated by spaces: 家 in 島津家.
    pub houses: &'static str,
    /// What makes the title of its head of the name of a department: 長 in 経理部長.
    pub heads_of: &'static str,
    /// Endings of such departments, separated by spaces.
    pub departments: &'static str,
    /// The sign that any body's name may end in: 社.
    pub body_sign: Option<char>,
    /// What organizations may have before or after their names without being others.
    pub company_forms: &'static str,
    /// Last words of bodies that may stand for the whole, separated by spaces: Commission.
    pub heads: &'static str,
    /// Last words of companies' and newspapers' names that, after a name and with nothing of a name behind them, end
    /// nothing else, separated by spaces: 製粉 in 森永製粉.
    pub firms: &'static str,
    /// Words in other letters that names of companies in kanji end in, separated by spaces: 玄鳥AI.
    pub foreign_endings: &'static str,
    /// Last words of companies' names after a word that no dictionary has, besides their forms, separated by spaces: 資本.
    pub firms_of_unknown: &'static str,
    /// Forms of companies that stand before their names, separated by spaces: 株式会社.
    pub forms_before: &'static str,
    /// What brackets after a company's name say of its seat or shares, separated by spaces: 本社.
    pub seats: &'static str,
    /// What stands between an example and its kind, separated by spaces: など in アリババなど大手.
    pub examples: &'static str,
    /// Last words of titles that stand before the names of persons, separated by spaces: Officer in Chief Executive Officer.
    pub titles_before: &'static str,
    /// Words that such titles begin with or go on with, separated by spaces: General in Director General.
    pub parts_of_titles: &'static str,
    /// Words that titles of works have without capitals, separated by spaces. Empty where titles have none.
    pub small_words: &'static str,
    /// Words straight after the title of a work in quotation marks, separated by spaces: film. Another common noun makes
    /// what is quoted no title: the “Made in Valderia” policy.
    pub after_titles: &'static str,
    /// Names without words; none where a model finds them.
    pub runs: Option<&'static RunRules>,
    /// Last words of names of more than one word that are never surnames, separated by spaces, with what they name.
    pub last_words: &'static [(EntityLabel, &'static str)],
}

/// What names are known by in a language whose words are not told apart.
#[derive(Debug)]
pub struct RunRules {
    /// Titles straight before the names of persons, separated by spaces.
    pub titles: &'static str,
    /// Family names of one sign.
    pub families: &'static str,
    /// What may follow the name of a person, separated by spaces.
    pub after_persons: &'static str,
    /// Last words of bodies, separated by spaces.
    pub bodies: &'static str,
    /// Titles of heads, before which a clause begins with any body's name.
    pub offices: &'static str,
    /// Endings of the names of newspapers.
    pub outlets: &'static str,
    /// What begins no name of a body, separated by spaces.
    pub no_beginnings: &'static str,
}

/// A word that stands for the nearest fitting name before it.
#[derive(Debug)]
pub struct Anaphor {
    /// The word.
    pub word: &'static str,
    /// The label of the name.
    pub label: EntityLabel,
    /// How the name ends, one of these separated by spaces; empty where any will do.
    pub endings: &'static str,
    /// How it never ends, separated by spaces: no ministry is 同社.
    pub never: &'static str,
}

/// A class of words.
#[derive(Debug)]
pub struct WordClass {
    /// What its words are, as a reason shows it.
    pub name: &'static str,
    /// The same in Japanese.
    pub japanese: &'static str,
    /// The words, separated by spaces.
    pub words: &'static str,
}

/// A pattern of names.
#[derive(Debug)]
pub struct NamePattern {
    /// What a reason calls it.
    pub name: &'static str,
    /// The regular expression.
    pub regex: &'static str,
    /// What such a name is.
    pub label: EntityLabel,
    /// Whether something else must say that it is a name.
    pub needs_support: bool,
}
