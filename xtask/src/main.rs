//! The project's own commands, run as `cargo xtask COMMAND`.
//!
//! Each command sets up what it lacks first: the wasm32 target, the npm packages, browsers. What it cannot set up it
//! names, together with the way to install it.

mod bench;
mod bless;
mod browsers;
mod budget;
mod build;
mod debian;
mod fuzz;
mod licences;
mod models;
mod node;
mod package;
mod process;
mod project;
mod python;
mod readers;
mod scale;
mod serve;
mod settings;
mod summary;
mod test;
mod toolchain;
mod training;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N]   build the page and serve it on 127.0.0.1 (port 8765)
  test [OPTIONS]     run every check, and say in one line what ran
      --only CHECK     only this check and what it needs; may be repeated
      --skip CHECK     all but this check; may be repeated
      --quick          only the native Rust checks: format, clippy, rust, doc
      --list           name the checks
  build              the site, the page as one file and the npm package, into dist/
  bless              run the tests and let golden files take what came out
  bench              speed, start, size and memory beside the peers, in Node and Chromium
  fuzz [OPTIONS]     look for inputs that break something that must hold
      --seconds N      for how long, all targets together (60)
      --target NAME    only this folder of fuzz/corpus; may be repeated
      --minimise       then keep in the tree the smallest set that reaches all that was reached
  scale              run the examples of many articles: Spark, GNU parallel, Parquet
  train ARGS…        train the models (the `training` package)
  evaluate ARGS…     measure them against gold data (the `training` package)
  help               this text

Environment:
  CHROME, FIREFOX                  the Chromium and the Firefox to test in
  ARTICLE_ANALYZER_WASM_TOOLCHAIN  `debian`: compile WebAssembly with Debian's Rust even where rustup has the target
";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut arguments = Parser::from_env();
    let command = match arguments.next()? {
        None | Some(Arg::Long("help") | Arg::Short('h')) => "help".to_owned(),
        Some(Arg::Value(command)) => command.string()?,
        Some(option) => return Err(option.unexpected().into()),
    };
    match command.as_str() {
        "serve" => serve::serve(serve::Options::parse(&mut arguments)?)?,
        "test" => return test::test(&test::Options::parse(&mut arguments)?),
        "build" => {
            no_more(&mut arguments)?;
            build::build()?;
        }
        "bless" => {
            no_more(&mut arguments)?;
            bless::bless()?;
        }
        "bench" => {
            no_more(&mut arguments)?;
            bench::bench()?;
        }
        "fuzz" => fuzz::fuzz(&fuzz::Options::parse(&mut arguments)?)?,
        "scale" => {
            no_more(&mut arguments)?;
            scale::scale()?;
        }
        "train" | "evaluate" => training::run_training(&command, arguments.raw_args()?)?,
        "help" => print!("{HELP}"),
        other => bail!("no command `{other}`; `cargo xtask help` lists them"),
    }
    Ok(ExitCode::SUCCESS)
}

fn no_more(arguments: &mut Parser) -> Result<()> {
    match arguments.next()? {
        None => Ok(()),
        Some(argument) => Err(argument.unexpected().into()),
    }
}
