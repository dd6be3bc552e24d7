//! What the markup around a line says of it.

/// Marks of HTML elements and of their class names, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Markup(u32);

impl Markup {
    /// Whether all marks of `other` are set.
    pub fn has(self, other: Markup) -> bool {
        self.0 & other.0 == other.0 && other.0 != 0
    }

    /// This set and another.
    #[must_use]
    pub fn with(self, other: Markup) -> Markup {
        Markup(self.0 | other.0)
    }

    /// This set without the marks of another.
    #[must_use]
    pub fn without(self, other: Markup) -> Markup {
        Markup(self.0 & !other.0)
    }

    /// Every mark there is, each alone.
    pub fn each() -> impl Iterator<Item = Markup> {
        (0..COUNT).map(|place| Markup(1 << place))
    }
}

/// How many marks there are.
pub const COUNT: usize = 18;

/// `h1`, or what repeats the title that the page gives itself.
pub const TITLE: Markup = Markup(1);
/// `h2` to `h6`, `summary`.
pub const HEADING: Markup = Markup(1 << 1);
/// `li`, `dt`, `dd`.
pub const ITEM: Markup = Markup(1 << 2);
/// `nav`, `menu`, `button`, `select`; `header` and `footer` of the page, but not of an article.
pub const NAVIGATION: Markup = Markup(1 << 3);
/// `aside`.
pub const ASIDE: Markup = Markup(1 << 4);
/// `figcaption`, `caption`; a class names a caption or a credit.
pub const CAPTION: Markup = Markup(1 << 5);
/// `time`; a class names a date.
pub const TIME: Markup = Markup(1 << 6);
/// Cells of a table stand side by side, or under a head.
pub const TABLE: Markup = Markup(1 << 7);
/// `blockquote`.
pub const QUOTE: Markup = Markup(1 << 8);
/// `pre`.
pub const CODE: Markup = Markup(1 << 9);
/// `p`, but inside an item, a caption, a cell, a quotation or code.
pub const PARAGRAPH: Markup = Markup(1 << 10);
/// `article`, `main`; a class names the article's body.
pub const ARTICLE: Markup = Markup(1 << 11);
/// Most of the text is inside links.
pub const LINKS: Markup = Markup(1 << 12);
/// A class or id names an advertisement.
pub const ADVERTISEMENT: Markup = Markup(1 << 13);
/// A class or id names related articles or rankings.
pub const RELATED: Markup = Markup(1 << 14);
/// A class, id or `rel` names an author.
pub const BYLINE: Markup = Markup(1 << 15);
/// A class or id names comments.
pub const COMMENTS: Markup = Markup(1 << 16);
/// A class or id names sharing.
pub const SHARE: Markup = Markup(1 << 17);
