//! What test runners print about themselves, read back as counts.

use std::ops::AddAssign;

/// How many tests ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// Ended well.
    pub passed: usize,
    /// Did not.
    pub failed: usize,
    /// Were not run.
    pub skipped: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Sums the lines `test result: ok. 12 passed; 0 failed; 1 ignored; …` of `cargo test`.
pub fn of_cargo(output: &str) -> Counts {
    let mut counts = Counts::default();
    for result in output.lines().filter_map(|line| line.strip_prefix("test result: ")) {
        for part in result.split(['.', ';']) {
            counts += number_of(part);
        }
    }
    counts
}

/// Sums the lines `12 passed (3.4s)`, `1 failed`, `2 skipped` at the end of Playwright's report.
pub fn of_playwright(output: &str) -> Counts {
    let mut counts = Counts::default();
    for line in output.lines() {
        counts += number_of(line.split('(').next().unwrap_or_default());
    }
    counts
}

/// Sums the lines `ℹ pass 12`, `ℹ fail 1`, `ℹ skipped 2` at the end of the report of Node's test runner. One that was
/// cancelled or is yet to be written counts like Playwright's.
pub fn of_node(output: &str) -> Counts {
    let mut counts = Counts::default();
    for (word, number) in output.lines().filter_map(|line| line.strip_prefix("ℹ ")?.split_once(' ')) {
        let word = match word {
            "pass" => "passed",
            "fail" | "cancelled" => "failed",
            "skipped" | "todo" => "skipped",
            _ => continue,
        };
        counts += number_of(&format!("{number} {word}"));
    }
    counts
}

/// Nothing unless the text is a number and one of the words, and no more.
fn number_of(text: &str) -> Counts {
    let Some((number, word)) = text.trim().split_once(' ') else { return Counts::default() };
    let Ok(number) = number.parse() else { return Counts::default() };
    match word {
        "passed" => Counts { passed: number, ..Counts::default() },
        // Passed at a second try: not good enough.
        "failed" | "flaky" | "interrupted" => Counts { failed: number, ..Counts::default() },
        "ignored" | "skipped" | "did not run" => Counts { skipped: number, ..Counts::default() },
        _ => Counts::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARGO: &str = "
running 3 tests
test pace::tests::says_10_passed ... ok

test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s
12 passed in a message of a test

test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 4 filtered out; finished in 1.50s
";

    const PLAYWRIGHT: &str = "
Running 48 tests using 1 worker
  ✓  1 page.test.js:3:1 › counts what passed (1.2s)
  1 failed
    page.test.js:9:1 › a title ───
  2 skipped
  3 did not run
  42 passed (31.2s)
";

    const NODE: &str = "
▶ the page
  ✔ says pass 12 (2.1ms)
ℹ tests 9
ℹ suites 1
ℹ pass 5
ℹ fail 1
ℹ cancelled 1
ℹ skipped 1
ℹ todo 1
ℹ duration_ms 36407.5
";

    #[test]
    fn node() {
        assert_eq!(of_node(NODE), Counts { passed: 5, failed: 2, skipped: 2 });
        assert_eq!(of_node("Could not find 'tests/firefox.js'"), Counts::default());
    }

    #[test]
    fn cargo() {
        assert_eq!(of_cargo(CARGO), Counts { passed: 14, failed: 3, skipped: 1 });
        assert_eq!(of_cargo(""), Counts::default());
    }

    #[test]
    fn playwright() {
        assert_eq!(of_playwright(PLAYWRIGHT), Counts { passed: 42, failed: 1, skipped: 5 });
        assert_eq!(of_playwright("Error: No tests found"), Counts::default());
    }
}
