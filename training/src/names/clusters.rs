//! Groups of words that stand in the same places: exchange clustering (Martin, Liermann and Ney 1998; Uszkoreit and
//! Brants 2008), over the words before and the words after.

use article_analyzer::tags::names::attributes::{fold, group_key, hash};
use std::collections::HashMap;

/// How many groups there are.
const GROUPS: usize = 256;
/// Words seen less often are left out.
const AT_LEAST: u32 = 6;
/// The most words that are grouped.
const WORDS: usize = 16_000;
const ROUNDS: usize = 8;

/// Counts of what stands on one side of the words.
struct Side {
    /// For each word its neighbours and how often.
    neighbours: Vec<Vec<(u32, u32)>>,
    /// For each neighbour and group how often the neighbour stands beside the group's words.
    beside: Vec<u32>,
}

/// Groups the words of sentences: the group of each word, by its key.
pub fn of_words(sentences: &[Vec<String>]) -> HashMap<u32, u16> {
    let words = vocabulary(sentences);
    let numbers: HashMap<&str, u32> = words.iter().copied().zip(0..).collect();
    let edge = words.len() as u32;
    let (mut before, mut after) = (HashMap::new(), HashMap::new());
    let mut totals = vec![0u32; words.len()];
    for sentence in sentences {
        let mut last = edge;
        for word in sentence {
            let number = numbers.get(word.as_str()).copied().unwrap_or(edge);
            if number != edge {
                totals[number as usize] += 1;
                *before.entry((number, last)).or_insert(0u32) += 1;
            }
            if last != edge {
                *after.entry((last, number)).or_insert(0u32) += 1;
            }
            last = number;
        }
    }
    let mut groups: Vec<usize> = (0..words.len()).map(|number| number % GROUPS).collect();
    let mut sides = [side(before, &groups), side(after, &groups)];
    let mut sums = vec![0u32; GROUPS];
    for (number, group) in groups.iter().enumerate() {
        sums[*group] += totals[number];
    }
    for round in 0..ROUNDS {
        let moved =
            (0..words.len()).filter(|word| exchange(*word, &mut groups, &mut sides, &mut sums, &totals)).count();
        eprintln!("groups of words, round {round}: {moved} moved");
        if moved < words.len() / 200 {
            break;
        }
    }
    words.iter().zip(&groups).map(|(word, group)| (group_key(hash(word.chars().map(fold))), *group as u16)).collect()
}

fn vocabulary(sentences: &[Vec<String>]) -> Vec<&str> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for word in sentences.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<(&str, u32)> = counts.into_iter().filter(|(_, count)| *count >= AT_LEAST).collect();
    words.sort_by(|left, right| right.1.cmp(&left.1).then(left.0.cmp(right.0)));
    words.into_iter().take(WORDS).map(|(word, _)| word).collect()
}

fn side(counts: HashMap<(u32, u32), u32>, groups: &[usize]) -> Side {
    let mut neighbours = vec![Vec::new(); groups.len()];
    let mut beside = vec![0; (groups.len() + 1) * GROUPS];
    for ((word, neighbour), count) in counts {
        neighbours[word as usize].push((neighbour, count));
        beside[neighbour as usize * GROUPS + groups[word as usize]] += count;
    }
    // Sums of fractions come out the same in one order only.
    neighbours.iter_mut().for_each(|of_word| of_word.sort_unstable());
    Side { neighbours, beside }
}

fn information(count: u32) -> f64 {
    if count == 0 { 0.0 } else { f64::from(count) * f64::from(count).ln() }
}

/// Moves a word to the group that makes its neighbours most predictable; whether it moved.
fn exchange(word: usize, groups: &mut [usize], sides: &mut [Side; 2], sums: &mut [u32], totals: &[u32]) -> bool {
    let from = groups[word];
    place(word, from, sides, sums, totals, false);
    let mut gains = vec![0f64; GROUPS];
    for side in sides.iter() {
        for (neighbour, count) in &side.neighbours[word] {
            let row = &side.beside[*neighbour as usize * GROUPS..][..GROUPS];
            for (gain, beside) in gains.iter_mut().zip(row) {
                *gain +=
                    if *beside == 0 { information(*count) } else { information(beside + count) - information(*beside) };
            }
        }
    }
    for (gain, sum) in gains.iter_mut().zip(sums.iter()) {
        *gain -= 2.0 * (information(sum + totals[word]) - information(*sum));
    }
    let to = (0..GROUPS).fold(from, |best, group| if gains[group] > gains[best] + 1e-9 { group } else { best });
    place(word, to, sides, sums, totals, true);
    groups[word] = to;
    to != from
}

/// Puts a word into a group, or takes it out.
fn place(word: usize, group: usize, sides: &mut [Side; 2], sums: &mut [u32], totals: &[u32], into: bool) {
    let change = |value: &mut u32, count: u32| *value = if into { *value + count } else { *value - count };
    change(&mut sums[group], totals[word]);
    for Side { neighbours, beside } in sides {
        for (neighbour, count) in &neighbours[word] {
            change(&mut beside[*neighbour as usize * GROUPS + group], *count);
        }
    }
}
