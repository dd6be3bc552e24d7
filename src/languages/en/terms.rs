//! Which English words can name what an article is about.

use crate::measures::terms::{Part, TermRules};
use crate::report::Upos;
use crate::tokens::Token;

/// The rules for English.
pub const TERMS: TermRules = TermRules { part, empty: EMPTY, longest: 4 };

/// Nouns that say little by themselves, and those of times and measures.
#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "anyone", "anything", "april", "august", "bit", "case", "century", "day", "decade", "december", "dollar", "dr",
    "end", "everyone", "everything", "example", "fact", "february", "first", "friday", "hour", "january", "july",
    "june", "kind", "last", "level", "lot", "man", "midnight", "mile", "minute", "monday", "month", "mr", "mrs", "ms",
    "noon", "nothing", "november", "number", "o'clock", "october", "one", "other", "others", "part", "people",
    "percent", "person", "place", "point", "result", "saturday", "september", "someone", "something", "sort", "state",
    "sunday", "thing", "thursday", "time", "today", "tomorrow", "tuesday", "use", "way", "wednesday", "week", "weekend",
    "while", "woman", "year", "yesterday",
];

/// Words without a class that are in no phrase, sorted.
#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "above", "according", "across", "after", "again", "against", "ago", "all", "almost", "along",
    "already", "also", "although", "always", "am", "among", "an", "and", "another", "any", "are", "around", "as",
    "asked", "at", "away", "back", "be", "became", "because", "become", "been", "before", "began", "being", "below",
    "between", "both", "but", "by", "called", "came", "can", "can't", "come", "could", "did", "didn't", "do", "does",
    "doesn't", "don't", "done", "down", "during", "each", "either", "else", "enough", "even", "ever", "every", "few",
    "find", "for", "found", "from", "gave", "get", "give", "given", "go", "goes", "going", "gone", "good", "got",
    "great", "had", "has", "have", "having", "he", "her", "here", "hers", "herself", "him", "himself", "his", "how",
    "however", "i", "if", "in", "including", "instead", "into", "is", "isn't", "it", "it's", "its", "itself", "just",
    "keep", "kept", "know", "known", "large", "later", "least", "left", "less", "let", "like", "little", "long",
    "look", "made", "make", "makes", "making", "many", "may", "me", "might", "more", "most", "much", "must", "my",
    "near", "need", "never", "new", "next", "no", "nor", "not", "now", "of", "off", "often", "old", "on", "once",
    "only", "or", "our", "out", "over", "own", "per", "perhaps", "put", "quite", "rather", "really", "said", "same",
    "saw", "say", "says", "see", "seem", "seen", "several", "shall", "she", "should", "show", "since", "so", "some",
    "soon", "still", "such", "take", "taken", "tell", "than", "that", "the", "their", "them", "themselves", "then",
    "there", "these", "they", "think", "this", "those", "though", "through", "to", "together", "told", "too", "took",
    "toward", "towards", "two", "under", "until", "up", "upon", "us", "used", "using", "very", "want", "was",
    "wasn't", "we", "well", "went", "were", "what", "when", "where", "whether", "which", "while", "who", "whom",
    "whose", "why", "will", "with", "within", "without", "won't", "would", "yet", "you", "your",
];

/// What a word can do: by its class, or by not being a function word where it has none.
fn part(token: &Token<'_>, form: &str) -> Part {
    let is_wordlike = form.chars().all(|c| c.is_alphanumeric() || "-'’.&+".contains(c));
    match token.upos {
        Upos::Noun | Upos::Propn if is_wordlike => Part::Head,
        Upos::Adj => Part::Modifier,
        Upos::Num => Part::Link,
        Upos::X if is_wordlike && FUNCTION_WORDS.binary_search(&form.to_lowercase().as_str()).is_err() => Part::Head,
        _ if matches!(form, "-" | "–" | "&" | "/") => Part::Link,
        _ => Part::Outside,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn function_words_are_sorted() {
        assert!(super::FUNCTION_WORDS.is_sorted() && super::EMPTY.is_sorted());
    }
}
