//! Lexical diversity: how varied the words of a text are.
//!
//! All measures are over dictionary forms. N is the number of words, V the number of different ones. The formulas
//! without a window are those of Tweedie & Baayen 1998, "How variable may a constant be?", Computers and the
//! Humanities 32:323–352; they fall or rise with the length of the text, so that texts of unlike length should be
//! compared by MATTR, MTLD or HD-D.

use super::vocabulary::Vocabulary;
use std::collections::BTreeMap;

/// A measure's name in the report and its value, `None` for a text that is too short for it.
pub type Named = (&'static str, Option<f64>);

/// Window of [`mattr`], and the least number of words for it and for [`mtld`].
pub const WINDOW: usize = 100;
/// Type-token ratio at which a factor of [`mtld`] is full.
pub const FACTOR: f64 = 0.72;
/// Size of the samples of [`hdd`].
pub const SAMPLE: usize = 42;

/// All measures by their names in the report; `None` for one that the text is too short for.
pub fn measures(vocabulary: &Vocabulary<'_>) -> BTreeMap<String, Option<f64>> {
    let (words, counts) = (&vocabulary.words, &vocabulary.counts);
    let (tokens, types) = (words.len() as f64, counts.len() as f64);
    let table = [
        ("ttr", (tokens > 0.0).then(|| types / tokens)),
        ("guiraud", (tokens > 0.0).then(|| types / tokens.sqrt())),
        ("herdan", (tokens > 1.0).then(|| types.ln() / tokens.ln())),
        ("maas", (tokens > 1.0).then(|| (tokens.ln() - types.ln()) / tokens.ln().powi(2))),
        ("yuleK", yule_k(counts)),
        ("simpsonD", simpson_d(counts)),
        ("mattr", mattr(words)),
        ("mtld", mtld(words)),
        ("hdd", hdd(counts)),
    ];
    table.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn total(counts: &[u32]) -> f64 {
    counts.iter().map(|count| f64::from(*count)).sum()
}

/// Yule's K: 10⁴ · (−1/N + Σ (i/N)² over the types, i their counts). Smaller is more varied. `None` without words.
///
/// ```
/// use article_analyzer::measures::diversity::yule_k;
/// assert_eq!(yule_k(&[1, 1, 1]), Some(0.0));
/// assert_eq!(yule_k(&[]), None);
/// ```
pub fn yule_k(counts: &[u32]) -> Option<f64> {
    let n = total(counts);
    let squares: f64 = counts.iter().map(|count| (f64::from(*count) / n).powi(2)).sum();
    (n > 0.0).then(|| 1e4 * (squares - 1.0 / n))
}

/// Simpson's D: the chance, 0 to 1, that two words drawn without putting back are the same; Σ i/N · (i−1)/(N−1).
/// `None` below two words.
pub fn simpson_d(counts: &[u32]) -> Option<f64> {
    let n = total(counts);
    let same = |count: u32| f64::from(count) / n * (f64::from(count) - 1.0) / (n - 1.0);
    (n > 1.0).then(|| counts.iter().map(|count| same(*count)).sum())
}

/// Moving-average type-token ratio over windows of [`WINDOW`] words, 0 to 1 (Covington & McFall 2010, Journal of
/// Quantitative Linguistics 17:94–100). `None` below one window.
pub fn mattr(words: &[u32]) -> Option<f64> {
    let mut inside = vec![0u32; words.iter().max().map_or(0, |most| *most as usize + 1)];
    let mut types = 0usize;
    let mut sum = 0.0;
    for (index, word) in words.iter().enumerate() {
        types += enter(&mut inside, *word);
        if let Some(left) = index.checked_sub(WINDOW).and_then(|left| words.get(left)) {
            types -= leave(&mut inside, *left);
        }
        if index + 1 >= WINDOW {
            sum += types as f64 / WINDOW as f64;
        }
    }
    let windows = (words.len() + 1).checked_sub(WINDOW).filter(|windows| *windows > 0)?;
    Some(sum / windows as f64)
}

/// Counts a word in; 1 when it is new there.
fn enter(inside: &mut [u32], word: u32) -> usize {
    let Some(count) = inside.get_mut(word as usize) else { return 0 };
    *count += 1;
    usize::from(*count == 1)
}

/// Counts a word out; 1 when none of it is left.
fn leave(inside: &mut [u32], word: u32) -> usize {
    let Some(count) = inside.get_mut(word as usize) else { return 0 };
    *count -= 1;
    usize::from(*count == 0)
}

/// Measure of textual lexical diversity: the mean length in words of the stretches over which the type-token ratio
/// stays above [`FACTOR`], the mean of reading forwards and backwards (McCarthy & Jarvis 2010, Behavior Research
/// Methods 42:381–392). `None` below [`WINDOW`] words.
pub fn mtld(words: &[u32]) -> Option<f64> {
    let mean = (one_way(words.iter()) + one_way(words.iter().rev())) / 2.0;
    (words.len() >= WINDOW).then_some(mean)
}

fn one_way<'w>(words: impl ExactSizeIterator<Item = &'w u32>) -> f64 {
    let length = words.len() as f64;
    // The stretch in which each word was last seen; stretches are numbered from 1.
    let mut seen: Vec<u32> = Vec::new();
    let (mut factors, mut stretch) = (0.0, 1u32);
    let (mut tokens, mut types) = (0.0, 0.0);
    for word in words {
        let place = *word as usize;
        if place >= seen.len() {
            seen.resize(place + 1, 0);
        }
        tokens += 1.0;
        if let Some(last) = seen.get_mut(place).filter(|last| **last != stretch) {
            *last = stretch;
            types += 1.0;
        }
        if types / tokens <= FACTOR {
            factors += 1.0;
            stretch += 1;
            (tokens, types) = (0.0, 0.0);
        }
    }
    if tokens > 0.0 {
        factors += (1.0 - types / tokens) / (1.0 - FACTOR);
    }
    // A text that never repeats itself is one stretch.
    length / if factors > 0.0 { factors } else { 1.0 }
}

/// HD-D: the mean type-token ratio, 0 to 1, of all samples of [`SAMPLE`] words, by the hypergeometric distribution
/// (McCarthy & Jarvis 2007, Language Testing 24:459–488). `None` below one sample.
pub fn hdd(counts: &[u32]) -> Option<f64> {
    let n = total(counts);
    if n < SAMPLE as f64 {
        return None;
    }
    let mut by_count: BTreeMap<u32, u32> = BTreeMap::new();
    for count in counts {
        *by_count.entry(*count).or_insert(0) += 1;
    }
    let absent = |count: u32| {
        (0..SAMPLE)
            .map(|drawn| drawn as f64)
            .fold(1.0, |chance, drawn| chance * (n - f64::from(count) - drawn).max(0.0) / (n - drawn))
    };
    let present = by_count.into_iter().map(|(count, types)| f64::from(types) * (1.0 - absent(count)));
    Some(present.sum::<f64>() / SAMPLE as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &[u32]) -> Vocabulary<'static> {
        let mut counts = vec![0; words.iter().max().map_or(0, |most| *most as usize + 1)];
        words.iter().for_each(|word| counts[*word as usize] += 1);
        Vocabulary { words: words.to_vec(), forms: vec!["".into(); counts.len()], counts }
    }

    fn rounded(words: &[u32]) -> Vec<(String, Option<f64>)> {
        let round = |value: f64| (value * 1e4).round() / 1e4;
        measures(&vocabulary(words)).into_iter().map(|(name, value)| (name, value.map(round))).collect()
    }

    #[test]
    fn too_short() {
        for (name, value) in rounded(&[]) {
            assert_eq!(value, None, "{name}");
        }
        let one = measures(&vocabulary(&[0]));
        assert_eq!((one["ttr"], one["yuleK"]), (Some(1.0), Some(0.0)));
        assert_eq!((one["herdan"], one["maas"], one["simpsonD"], one["mtld"]), (None, None, None, None));
        let short = measures(&vocabulary(&[0; 99]));
        assert!(short["mattr"].is_none() && short["mtld"].is_none() && short["hdd"].is_some());
    }

    // Values of lexicalrichness 0.5.1 on the same words.
    #[test]
    fn known_values() {
        let words: Vec<u32> = {
            let mut order = 0;
            (0..400u32)
                .map(|index| {
                    if index * index % 7 < 3 {
                        index % 19
                    } else {
                        order += 1;
                        19 + order % 83
                    }
                })
                .collect()
        };
        let found = rounded(&words);
        let expected = EXPECTED.map(|(name, value)| (name.to_owned(), Some(value)));
        assert_eq!(found, expected);
    }

    const EXPECTED: [(&str, f64); 9] = [
        ("guiraud", 5.1),
        ("hdd", 0.6469),
        ("herdan", 0.7719),
        ("maas", 0.0381),
        ("mattr", 0.4757),
        ("mtld", 44.7659),
        ("simpsonD", 0.0256),
        ("ttr", 0.255),
        ("yuleK", 255.125),
    ];

    #[test]
    fn linear_in_a_text_without_repetition() {
        let words: Vec<u32> = (0..1000).collect();
        assert_eq!(mtld(&words), Some(1000.0));
        assert_eq!(mattr(&words), Some(1.0));
    }
}
