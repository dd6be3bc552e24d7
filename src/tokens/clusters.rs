//! Groups of words that stand in the same places (Brown clusters), and how often a word begins with a capital.
//!
//! | section | what |
//! | --- | --- |
//! | `clus` | the words in lower case as [`HashedWords`]; what is said of each is how often it begins with a capital |
//! | `cnum` | for each of them the number of its cluster: the low bytes of all, then the high ones |
//! | `path` | the clusters, one a line: the way to it from the root of the tree of clusters, `0` or `1` at each fork; forks of `0` at its end are left out |

use super::container::{Container, ModelError};
use super::hashed_words::HashedWords;
use super::packed;

/// The longest way from the root to a cluster.
const DEEPEST: u32 = 21;
/// How far from the root the branches stand by which words are alike more roughly.
const DEPTHS: [u32; 3] = [4, 6, 10];

/// Words with their clusters.
#[derive(Clone, Debug, Default)]
pub struct Clusters {
    words: HashedWords,
    /// The cluster of each word.
    numbers: Vec<u16>,
    /// The way to each cluster, the first fork in the highest bit.
    paths: Vec<u32>,
}

/// What clusters say of a word; the default says that it has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    /// The cluster itself.
    pub whole: u32,
    /// The branches it is on, the nearest to the root first.
    pub branches: [u32; DEPTHS.len()],
    /// How often the word begins with a capital, in steps.
    pub capitals: u32,
}

impl Clusters {
    /// Reads the sections of a model.
    ///
    /// # Errors
    /// [`ModelError::Damaged`] where one is missing or makes no sense.
    pub fn read(file: &Container) -> Result<Clusters, ModelError> {
        let words = HashedWords::read(file.section("clus")?, "clus")?;
        let numbers: Vec<u16> = packed::list(file.section("cnum")?).collect();
        let paths: Vec<u32> =
            file.text("path")?.lines().map(path).collect::<Option<_>>().ok_or(ModelError::Damaged("path"))?;
        let is_known = |number: &u16| usize::from(*number) < paths.len();
        if numbers.len() != words.len() || !numbers.iter().all(is_known) {
            return Err(ModelError::Damaged("cnum"));
        }
        Ok(Clusters { words, numbers, paths })
    }

    /// What is known of the word in lower case whose hash is told.
    pub fn get(&self, lower: u32) -> Cluster {
        let found = self.words.find(lower).and_then(|(place, capitals)| {
            let path = *self.paths.get(usize::from(*self.numbers.get(place)?))?;
            Some(Cluster {
                whole: path,
                branches: DEPTHS.map(|depth| path >> (DEEPEST - depth) << 5 | depth),
                capitals: u32::from(capitals),
            })
        });
        found.unwrap_or_default()
    }
}

/// A way of forks as bits.
fn path(forks: &str) -> Option<u32> {
    let rest = DEEPEST.checked_sub(u32::try_from(forks.len()).ok()?)?;
    Some(u32::from_str_radix(forks, 2).ok()? << rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_clusters() {
        let table = [
            ("01", Some(0b01 << 19)),
            ("101101", Some(0b10_1101 << 15)),
            ("", None),
            ("102", None),
            ("1111111111111111111111", None),
        ];
        for (forks, expected) in table {
            assert_eq!(path(forks), expected, "{forks}");
        }
    }
}
