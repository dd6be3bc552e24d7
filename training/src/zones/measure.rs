//! How well the body is found.

use super::pages::{Gold, Page, is_body};
use article_analyzer::blocks::features::role_name;
use article_analyzer::blocks::model::{Model, Row};
use article_analyzer::report::Role;

/// What was found on one page.
pub struct Result {
    name: String,
    language: String,
    /// F1 of the body's characters; `None` for a page without a body.
    body: Option<f64>,
    /// The same for the whole stretch that the article takes.
    stretch: Option<f64>,
    /// The same for the blocks that statistics count.
    counted: Option<f64>,
    /// A rule of thumb: Japanese lines with a full stop, others of more than 80 characters.
    thumb: Option<f64>,
    /// The same where each line counts as far as it is likely of the body: it moves little where a doubtful line tips over.
    expected: Option<f64>,
    /// The lines told wrongly: what each is, what it is told to be, and its words.
    wrong: Vec<String>,
}

fn roles(model: &Model, page: &Page) -> Vec<Role> {
    let lines: Vec<_> = page.lines.iter().map(|line| line.evidence.clone()).collect();
    model.decide(&lines).0.into_iter().map(|role| Role::ALL[role]).collect()
}

/// Measures one page.
pub fn page(model: &Model, page: &Page) -> Result {
    let roles = roles(model, page);
    let thumb = |text: &str| if page.language == "ja" { text.contains('。') } else { text.chars().count() > 80 };
    Result {
        name: page.name.clone(),
        language: page.language.clone(),
        body: f1(page, |index| is_body(roles[index])),
        stretch: f1(page, |index| page.lines[index].is_inside()),
        counted: f1(page, |index| Role::COUNTED.contains(&roles[index])),
        thumb: f1(page, |index| thumb(&page.lines[index].text)),
        expected: expected(model, page),
        wrong: wrong(page, &roles),
    }
}

fn expected(model: &Model, page: &Page) -> Option<f64> {
    let scores: Vec<Row> = page.lines.iter().map(|line| model.scores(&line.evidence)).collect();
    let (mut both, mut gold, mut found) = (0.0, 0.0, 0.0);
    for (line, likely) in page.lines.iter().zip(model.marginals(&scores)).filter(|(line, _)| line.gold != Gold::Ignored)
    {
        let body = Role::ALL.iter().zip(&likely).filter(|(role, _)| is_body(**role)).map(|(_, share)| share);
        let (length, share) = (line.text.chars().count() as f64, body.sum::<f64>());
        found += share * length;
        if line.gold == Gold::Body {
            (both, gold) = (both + share * length, gold + length);
        }
    }
    (gold > 0.0).then(|| 2.0 * both / (gold + found))
}

/// The lines told wrongly, each with its number, length and surroundings in the stretch.
fn wrong(page: &Page, roles: &[Role]) -> Vec<String> {
    let lines = page.lines.iter().zip(roles).enumerate().filter(|(_, (line, _))| line.gold != Gold::Ignored);
    let wrong = lines.filter(|(_, (line, role))| (line.gold == Gold::Body) != is_body(**role));
    wrong
        .map(|(index, (line, role))| {
            let gold = if line.gold == Gold::Body { "body" } else { "other" };
            let place = if line.is_inside() { "inside" } else { "outside" };
            let (length, told) = (line.text.chars().count(), role_name(*role));
            let words: String = line.text.chars().take(90).collect();
            format!("{:4} {length:5} {gold} told {told}, {place}: {words}", index + 1)
        })
        .collect()
}

fn f1(page: &Page, predicted: impl Fn(usize) -> bool) -> Option<f64> {
    let (mut both, mut only_gold, mut only_found) = (0, 0, 0);
    for (index, line) in page.lines.iter().enumerate().filter(|(_, line)| line.gold != Gold::Ignored) {
        let length = line.text.chars().count();
        match (line.gold == Gold::Body, predicted(index)) {
            (true, true) => both += length,
            (true, false) => only_gold += length,
            (false, true) => only_found += length,
            (false, false) => {}
        }
    }
    (both + only_gold > 0).then(|| 2.0 * both as f64 / (2 * both + only_gold + only_found) as f64)
}

/// Prints the means, and each page and its wrong lines where asked.
pub fn print(results: &[Result], each: bool, lines: bool) {
    if each {
        let mut sorted: Vec<&Result> = results.iter().filter(|result| result.body.is_some()).collect();
        sorted.sort_by(|a, b| a.body.unwrap_or(0.0).total_cmp(&b.body.unwrap_or(0.0)));
        for result in sorted {
            println!(
                "  {:.3} {:.3} {:.3} {:.3} {} {}",
                result.body.unwrap_or(0.0),
                result.stretch.unwrap_or(0.0),
                result.counted.unwrap_or(0.0),
                result.thumb.unwrap_or(0.0),
                result.language,
                result.name
            );
            result.wrong.iter().filter(|_| lines).for_each(|line| println!("      {line}"));
        }
    }
    for language in ["ja", "en"] {
        let of: Vec<&Result> =
            results.iter().filter(|result| result.language == language && result.body.is_some()).collect();
        let mean = |value: fn(&Result) -> Option<f64>| {
            of.iter().filter_map(|result| value(result)).sum::<f64>() / of.len().max(1) as f64
        };
        println!(
            "zones {language}: F1 of the body's characters {:.3} (expected {:.3}; the whole stretch {:.3}; counted blocks alone {:.3}; rule of thumb {:.3}), macro over {} pages, cross-validated over sites",
            mean(|result| result.body),
            mean(|result| result.expected),
            mean(|result| result.stretch),
            mean(|result| result.counted),
            mean(|result| result.thumb),
            of.len()
        );
    }
}

/// The measures of pages of our own, every line of which has its role.
#[derive(Default)]
pub struct Roles {
    pages: usize,
    bodies: f64,
    expected: f64,
    rights: f64,
}

impl Roles {
    /// Measures a page and prints it, and its wrong lines where asked.
    pub fn add(&mut self, model: &Model, page: &Page, lines: bool) {
        let roles = roles(model, page);
        let (result, mut wrong) = (self::page(model, page), 0);
        for (line, role) in page.lines.iter().zip(&roles).filter(|(line, role)| !line.allowed[**role as usize]) {
            wrong += 1;
            if lines {
                let gold = Role::ALL.into_iter().find(|gold| line.allowed[*gold as usize]).map_or("", role_name);
                println!("      {gold} told {}: {}", role_name(*role), line.text.chars().take(60).collect::<String>());
            }
        }
        let (body, right) = (result.body.unwrap_or(0.0), 1.0 - wrong as f64 / page.lines.len() as f64);
        let name = page.name.rsplit('/').next().unwrap_or_default();
        println!("  {body:.3} (stretch {:.3}) roles {right:.3} {name}", result.stretch.unwrap_or(0.0));
        (self.pages, self.bodies, self.rights) = (self.pages + 1, self.bodies + body, self.rights + right);
        self.expected += result.expected.unwrap_or(0.0);
    }

    /// Prints the means.
    pub fn print(&self, what: &str) {
        let count = self.pages.max(1) as f64;
        println!(
            "zones, {what}: F1 of the body's characters {:.3} (expected {:.3}), lines with their very role {:.3}, macro over {} pages",
            self.bodies / count,
            self.expected / count,
            self.rights / count,
            self.pages
        );
    }
}

/// Prints the roles of one page beside what the labels say.
pub fn show(model: &Model, page: &Page) {
    for (line, role) in page.lines.iter().zip(roles(model, page)) {
        let gold = match line.gold {
            Gold::Body => "body",
            Gold::Other => "-",
            Gold::Ignored => "?",
        };
        let wrong = (line.gold == Gold::Body) != is_body(role) && line.gold != Gold::Ignored;
        println!(
            "{}{gold:5}{:14}{}",
            if wrong { "! " } else { "  " },
            role_name(role),
            line.text.chars().take(90).collect::<String>()
        );
    }
}
