//! Names.

mod corpus;
mod crf;
mod score;

use article_analyzer::languages::ja;
use article_analyzer::tags::names::attributes::Lexicon;
use article_analyzer::tags::names::gazetteer::{self, Gazetteer};
use article_analyzer::tags::names::labels::TAGS;
use article_analyzer::tags::names::model::{NameModel, Weights};
use std::collections::HashMap;
use std::path::Path;

pub fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let dir = Path::new(&dir);
    let num = |name: &str, default: f32| std::env::var(name).ok().map_or(default, |v| v.parse().unwrap());
    let rules = ja::LANGUAGE.names;
    let all = |_| true;
    let gsd = corpus::read(&dir.join("ja-gsd-ne.train.tok"), &corpus::GSD, all);
    let stock = corpus::read(&dir.join("ja-stockmark-ner.train.tok"), &corpus::STOCKMARK, all);
    let wac = corpus::read(&dir.join("ja-wac.train.tok"), &corpus::WAC, all);
    let devs = [
        (corpus::read(&dir.join("ja-gsd-ne.dev.tok"), &corpus::GSD, all), &corpus::GSD),
        (corpus::read(&dir.join("ja-stockmark-ner.dev.tok"), &corpus::STOCKMARK, all), &corpus::STOCKMARK),
        (corpus::read(&dir.join("ja-wac.dev.tok"), &corpus::WAC, all), &corpus::WAC),
    ];
    let mut names: HashMap<String, u8> = HashMap::new();
    let which = num("GAZ", 7.0) as u8;
    for line in std::fs::read_to_string(dir.join("ipadic.tsv")).unwrap().lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        if fields[0].chars().count() < 2 {
            continue;
        }
        let list = if fields[4].contains("固有名詞,組織") {
            1
        } else if fields[4].contains("固有名詞,地域") {
            2
        } else if fields[4].contains("固有名詞,人名") {
            4
        } else {
            continue;
        };
        if list & which != 0 {
            *names.entry(fields[0].to_owned()).or_default() |= list;
        }
    }
    let gazetteer = Gazetteer::new(names.iter().map(|(name, lists)| gazetteer::entry(name, *lists)).collect());
    eprintln!("gazetteer {}", gazetteer.entries().len());
    let mut model = NameModel {
        rules,
        lexicon: Lexicon::new(rules),
        gazetteer,
        clusters: HashMap::new(),
        weights: Weights::new(1.0, [[0; TAGS]; TAGS], [0; TAGS], &[]),
    };
    let settings = crf::Settings { epochs: num("EPOCHS", 8.0) as usize, rate: num("RATE", 0.03), l1: num("L1", 5e-6), at_least: 2 };
    let start = std::time::Instant::now();
    let trainer = crf::Trainer::new(&[(&gsd, num("WG", 1.0)), (&stock, num("WS", 1.0)), (&wac, num("WW", 1.0))], model.lists(), settings.at_least, num("OWN", 0.0) > 0.0);
    let state = trainer.train(settings);
    eprintln!("{:?}", start.elapsed());
    for blend in [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.5, 0.5, 0.0], [0.33, 0.33, 0.33], [0.4, 0.6, 0.2], [0.5, 0.5, 0.5]] {
    if num("OWN", 0.0) == 0.0 && blend[0] > 0.0 { break }
    println!("{blend:?}");
    let trained = state.blended(&blend);
    for prune in [0.0, 0.02, 0.04] {
    if num("PRUNE", 0.0) == 0.0 && prune > 0.0 { break }
    model.weights = quantise(&trained, prune);
    for (examples, convention) in &devs {
        let counts = score::by_label(&model, examples, convention);
        let micro = score::micro(&counts);
        print!("{:10} micro {:.3}", convention.name, micro.f1());
        for (label, count) in &counts {
            print!(" {label:?} {:.3} ({}/{}/{})", count.f1(), count.right, count.found, count.gold);
        }
        println!();
    }
    }
    }
}

fn quantise(trained: &crf::Trained, prune: f32) -> Weights {
    let largest = trained.features.iter().flat_map(|(_, row)| row).fold(0f32, |most, weight| most.max(weight.abs()));
    let scale = 961.0 / largest;
    let level = |weight: f32| {
        let level = (weight.abs() * scale).sqrt().round() as i16;
        if weight < 0.0 { -level * level } else { level * level }
    };
    let features: Vec<_> = trained
        .features
        .iter()
        .map(|(hash, row)| {
            let values = row.iter().enumerate().filter(|(_, weight)| weight.abs() > prune);
            (*hash, values.map(|(tag, weight)| (tag as u8, level(*weight))).filter(|(_, weight)| *weight != 0).collect::<Vec<_>>())
        })
        .filter(|(_, values)| !values.is_empty())
        .collect();
    let nonzero: usize = features.iter().map(|(_, values)| values.len()).sum();
    eprintln!("largest {largest}, {} features, {nonzero} weights", features.len());
    let step = |weight: f32| (weight * scale).round() as i32;
    Weights::new(scale, trained.transitions.map(|row| row.map(step)), trained.start.map(step), &features)
}
