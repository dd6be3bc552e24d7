//! Names.

mod clusters;
mod corpus;
mod crf;
mod pack;
mod score;
mod seeds;

use anyhow::Result;
use article_analyzer::languages::ja;
use article_analyzer::tags::names::attributes::Lexicon;
use article_analyzer::tags::names::gazetteer::{self, Gazetteer};
use article_analyzer::tags::names::labels::TAGS;
use article_analyzer::tags::names::model::{NameModel, Weights};
use article_analyzer::tokens::container::ModelKind;
use std::collections::HashMap;
use std::path::Path;

pub fn main() -> Result<()> {
    if let Ok(folder) = std::env::var("SEEDS") {
        let model = NameModel::from_bytes(&std::fs::read(std::env::var("OUT")?)?)?;
        let names = article_analyzer::tags::names::Names::new(vec![model]);
        return seeds::evaluate(Path::new(&folder), &article_analyzer::Analyzer::new().with_names(names));
    }
    let dir = std::env::var("DIR").unwrap();
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
    let clusters = if num("CLUS", 1.0) > 0.0 {
        let raw = std::fs::read_to_string("/work/cache/teacher.txt")?;
        clusters::of_words(raw.lines().map(|line| {
            line.split('\u{1e}').skip(1).filter_map(|word| word.split('\u{1f}').next()).filter(|word| !word.trim().is_empty()).collect()
        }))
    } else {
        HashMap::new()
    };
    let mut model = NameModel {
        rules,
        lexicon: Lexicon::new(rules),
        gazetteer,
        clusters,
        weights: Weights::new(1.0, [[0; TAGS]; TAGS], [0; TAGS], &[]),
    };
    let settings = crf::Settings { epochs: num("EPOCHS", 8.0) as usize, rate: num("RATE", 0.03), l1: num("L1", 5e-6), at_least: num("CUT", 2.0) as u32 };
    let sets = [(gsd.as_slice(), num("WG", 1.0)), (&stock, num("WS", 1.0)), (&wac, num("WW", 1.0))];
    let trainer = crf::Trainer::new(&sets, model.lists(), settings.at_least, num("OWN", 0.0) > 0.0);
    let blend = [num("BG", 0.4), num("BS", 0.6), num("BW", 0.2)];
    let trained = trainer.train(settings).blended(&blend);
    for prune in [0.0, 0.02, 0.04] {
        let sections = pack::sections(&ja::LANGUAGE, &trained, &model.gazetteer, &model.clusters, prune);
        let file = crate::pack::file(ModelKind::Names, [0; 32], &sections, false)?;
        eprintln!("prune {prune} file {} brotli {}", file.len(), crate::pack::brotli_size(&sections)?);
        (_, model) = NameModel::from_bytes(&file)?;
        for (examples, convention) in &devs {
            let counts = score::by_label(&model, examples, convention);
            let micro = score::micro(&counts);
            print!("{:10} micro {:.3}", convention.name, micro.f1());
            for (label, count) in &counts {
                print!(" {label:?} {:.3} ({}/{}/{})", count.f1(), count.right, count.found, count.gold);
            }
            println!();
        }
        if prune == num("PRUNE", 0.02) {
            std::fs::write(std::env::var("OUT").unwrap_or("/work/cache/names/out.bin".into()), &file)?;
        }
    }
    Ok(())
}
