//! What the names that people give to classes and ids say of an element.

use crate::given::markup::{self, Markup};

/// Words that speak for a mark, each where it is a whole word of a name such as `post-share` or `relatedArticles`.
const HINTS: [(Markup, &[&str]); 8] = [
    (
        markup::ADVERTISEMENT,
        &["ad", "ads", "advert", "advertisement", "advertising", "adsense", "sponsor", "sponsored", "promotion", "dfp"],
    ),
    (
        markup::RELATED,
        &["related", "recommend", "recommended", "recommendation", "recommendations", "ranking", "popular", "trending"],
    ),
    (markup::BYLINE, &["byline", "author", "authors", "writer"]),
    (markup::COMMENTS, &["comment", "comments", "disqus"]),
    (markup::SHARE, &["share", "sharing", "social", "sns"]),
    (
        markup::NAVIGATION,
        &[
            "nav",
            "navbar",
            "navigation",
            "menu",
            "breadcrumb",
            "breadcrumbs",
            "pager",
            "pagination",
            "cookie",
            "newsletter",
            "subscribe",
            "login",
            "topicpath",
            "pankuzu",
            "gnav",
        ],
    ),
    (markup::ASIDE, &["sidebar", "aside", "widget"]),
    (markup::CAPTION, &["caption", "credit", "figcaption"]),
];

/// The same for names that only say something as a whole.
const WHOLE: [(Markup, &[&str]); 3] = [
    (markup::NAVIGATION, &["footer", "site-footer", "global-footer", "site-header", "global-header", "masthead"]),
    (
        markup::TIME,
        &["date", "time", "datetime", "published", "updated", "pubdate", "post-date", "entry-date", "timestamp"],
    ),
    (
        markup::ARTICLE,
        &[
            "articlebody",
            "article-body",
            "article__body",
            "article-content",
            "article-text",
            "entry-content",
            "entry-body",
            "post-content",
            "post-body",
            "story-body",
            "note-common-styles__textnote-body",
        ],
    ),
];

/// Names that say how an element looks or what it lacks, and those that weblogs give an entry for its tags.
const MODIFIERS: [&str; 14] =
    ["has", "no", "with", "without", "is", "js", "tag", "category", "status", "type", "format", "mw", "u", "l"];

/// Last words of names that stand around much else: only their first word says what that is.
const WRAPPERS: [&str; 8] = ["wrap", "wrapper", "container", "layout", "grid", "page", "row", "inner"];

/// Names of what is on the page for screen readers alone.
const UNSEEN: [&str; 6] =
    ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "u-hidden-visually", "is-hidden"];

/// The marks that the names in a `class` or `id` speak for.
pub fn marks(names: &str) -> Markup {
    names.split_ascii_whitespace().take(16).fold(Markup::default(), |marks, name| marks.with(of_name(name)))
}

/// Whether the names say that a reader sees nothing of the element.
pub fn are_unseen(names: &str) -> bool {
    names.split_ascii_whitespace().any(|name| UNSEEN.iter().any(|unseen| unseen.eq_ignore_ascii_case(name)))
}

fn of_name(name: &str) -> Markup {
    let words = words(name);
    let is = |listed: &[&str], word: Option<&String>| word.is_some_and(|word| listed.contains(&word.as_str()));
    if is(&MODIFIERS, words.first()) {
        return Markup::default();
    }
    let is_wrapper = is(&WRAPPERS, words.last());
    let lower = name.to_ascii_lowercase();
    let whole = WHOLE.iter().filter(|(_, listed)| listed.contains(&lower.as_str()));
    let hinted = HINTS
        .iter()
        .filter(|(_, listed)| words.iter().take(if is_wrapper { 1 } else { 8 }).any(|word| is(listed, Some(word))));
    whole.chain(hinted).fold(Markup::default(), |marks, (mark, _)| marks.with(*mark))
}

/// The words of a name such as `post-share`, `post__share` or `postShare`, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for character in name.chars() {
        let begins = was_small && character.is_ascii_uppercase();
        was_small = character.is_ascii_lowercase();
        if begins || !character.is_ascii_alphanumeric() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| character.is_ascii_alphanumeric()) {
            word.push(character.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_their_marks() {
        let table: [(&str, Markup); 15] = [
            ("", Markup::default()),
            ("related-articles", markup::RELATED),
            ("c-ranking__list", markup::RELATED),
            ("p-article__share sns-buttons", markup::SHARE),
            ("has-sidebar", Markup::default()),
            ("tag-comments category-ads", Markup::default()),
            ("header", Markup::default()),
            ("shadow gradient badge", Markup::default()),
            ("wp-caption-text", markup::CAPTION),
            ("entry-content", markup::ARTICLE),
            ("post-date", markup::TIME),
            ("content-sidebar-wrap", Markup::default()),
            ("ad-container", markup::ADVERTISEMENT),
            ("relatedArticles", markup::RELATED),
            ("breadcrumb sidebar", markup::NAVIGATION.with(markup::ASIDE)),
        ];
        for (names, expected) in table {
            assert_eq!(marks(names), expected, "{names}");
        }
        assert!(are_unseen("btn sr-only") && !are_unseen("only"));
    }
}
