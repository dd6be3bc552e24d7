//! What the elements of HTML are to a text: how they break lines, what they mark, what of them is not seen.

use super::attributes::{Attribute, Attributes};
use super::names;
use crate::given::markup::{self, Markup};

/// How an element stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Display {
    /// Its text stays in the line.
    Inline,
    /// It begins and ends lines.
    Block,
    /// The same, with a blank line around it.
    Paragraph,
    /// A row of a table.
    Row,
    /// A cell of a row.
    Cell,
    /// Nothing of it is seen.
    None,
}

/// How an element is shown where nothing else is said of it.
fn usual_display(name: &[u8]) -> Display {
    match name {
        b"p" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"blockquote" | b"ul" | b"ol" | b"dl" | b"pre"
        | b"figure" | b"table" | b"hr" => Display::Paragraph,
        b"html" | b"body" | b"div" | b"section" | b"article" | b"main" | b"header" | b"footer" | b"nav" | b"aside"
        | b"address" | b"center" | b"details" | b"summary" | b"dialog" | b"dir" | b"dd" | b"dt" | b"li" | b"menu"
        | b"fieldset" | b"legend" | b"figcaption" | b"form" | b"hgroup" | b"search" | b"caption" | b"thead"
        | b"tbody" | b"tfoot" | b"option" | b"optgroup" | b"select" | b"listing" | b"xmp" | b"plaintext" => {
            Display::Block
        }
        b"tr" => Display::Row,
        b"td" | b"th" => Display::Cell,
        // `rt` and `rp` are how a word is read, which is written once.
        b"head" | b"script" | b"style" | b"template" | b"noscript" | b"title" | b"rt" | b"rp" | b"rtc" | b"svg"
        | b"iframe" | b"object" | b"video" | b"audio" | b"canvas" | b"textarea" | b"datalist" | b"noframes"
        | b"noembed" | b"annotation" | b"annotation-xml" | b"map" => Display::None,
        _ => Display::Inline,
    }
}

/// How an element with these attributes is shown.
pub fn display(name: &[u8], attributes: &Attributes) -> Display {
    let usual = usual_display(name);
    let is_hidden = attributes.has(Attribute::Hidden) && attributes.get(Attribute::Hidden) != "until-found"
        || attributes.get(Attribute::AriaHidden) == "true"
        || matches!(attributes.style("visibility"), Some("hidden" | "collapse"))
        || name == b"dialog" && !attributes.has(Attribute::Open)
        || names::are_unseen(attributes.get(Attribute::Class));
    if is_hidden || usual == Display::None {
        return Display::None;
    }
    match attributes.style("display") {
        Some("none") => Display::None,
        Some("inline" | "inline-block" | "inline-flex" | "inline-grid" | "contents" | "ruby") => match usual {
            Display::Cell => Display::Cell,
            _ => Display::Inline,
        },
        Some("block" | "flex" | "grid" | "list-item" | "flow-root" | "table") if usual == Display::Inline => {
            Display::Block
        }
        _ => usual,
    }
}

/// Whether what an element holds stands in boxes of its own, one beside the other.
pub fn sets_apart(attributes: &Attributes) -> bool {
    matches!(attributes.style("display"), Some("flex" | "inline-flex" | "grid" | "inline-grid"))
}

/// Whether an element has neither content nor an end tag.
pub fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
            | b"basefont"
            | b"bgsound"
            | b"frame"
            | b"keygen"
    )
}

/// Whether white space of an element's text is as it is written.
pub fn is_preformatted(name: &[u8], attributes: &Attributes) -> Option<bool> {
    match (name, attributes.style("white-space")) {
        (b"pre" | b"listing" | b"xmp" | b"plaintext", None) => Some(true),
        (_, Some(value)) => Some(value.starts_with("pre") || value == "break-spaces"),
        (_, None) => None,
    }
}

/// What an element says of its text by itself. `around` is what those around it say.
pub fn marks(name: &[u8], attributes: &Attributes, around: Markup) -> Markup {
    let by_name = match name {
        b"h1" => markup::TITLE,
        b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"summary" => markup::HEADING,
        b"li" | b"dt" | b"dd" => markup::ITEM,
        b"nav" | b"menu" | b"button" | b"select" => markup::NAVIGATION,
        // Those of an article hold its title, its author and its tags.
        b"header" | b"footer" if !around.has(markup::ARTICLE) => markup::NAVIGATION,
        b"aside" => markup::ASIDE,
        b"figcaption" | b"caption" => markup::CAPTION,
        b"time" => markup::TIME,
        b"blockquote" => markup::QUOTE,
        b"pre" | b"listing" | b"xmp" => markup::CODE,
        b"p" => markup::PARAGRAPH,
        b"article" | b"main" => markup::ARTICLE,
        b"a" if attributes.has(Attribute::Href) => markup::LINKS,
        _ => Markup::default(),
    };
    let named = by_name.with(by_role(attributes)).with(by_property(attributes));
    // The names of a whole page list what it has, not what it is.
    let hints = match name {
        b"html" | b"body" | b"main" => Markup::default(),
        _ => names::marks(attributes.get(Attribute::Class)).with(names::marks(attributes.get(Attribute::Id))),
    };
    named.with(hints)
}

fn by_role(attributes: &Attributes) -> Markup {
    match attributes.get(Attribute::Role) {
        "navigation" | "banner" | "contentinfo" | "search" | "button" | "menu" | "tablist" => markup::NAVIGATION,
        "complementary" => markup::ASIDE,
        "main" | "article" => markup::ARTICLE,
        "heading" => markup::HEADING,
        _ => Markup::default(),
    }
}

fn by_property(attributes: &Attributes) -> Markup {
    let by_property = match attributes.get(Attribute::ItemProperty) {
        "author" => markup::BYLINE,
        "datepublished" | "datemodified" => markup::TIME,
        "articlebody" => markup::ARTICLE,
        _ => Markup::default(),
    };
    let relations = attributes.get(Attribute::Relation).split_ascii_whitespace();
    relations.fold(by_property, |marks, relation| match relation {
        "author" => marks.with(markup::BYLINE),
        "sponsored" => marks.with(markup::ADVERTISEMENT),
        _ => marks,
    })
}

/// Whether marks say that something is no text of the article.
pub fn is_noise(marks: Markup) -> bool {
    let noise =
        [markup::NAVIGATION, markup::ASIDE, markup::RELATED, markup::COMMENTS, markup::SHARE, markup::ADVERTISEMENT];
    noise.iter().any(|mark| marks.has(*mark))
}

/// The marks inside an element: those around it and its own. What is set aside inside an article is none of its text.
pub fn inherited(around: Markup, own: Markup) -> Markup {
    let all = around.with(own);
    if is_noise(all) { all.without(markup::ARTICLE) } else { all }
}
