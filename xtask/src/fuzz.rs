//! Inputs that nobody meant, looked for by libFuzzer with stable Rust: the compiler's own pass notes what an input
//! reaches, and what reaches something new is kept and changed further.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use lexopt::{Arg, Parser, ValueExt};
use serde_json::Value;

use crate::process::{command, output, run};
use crate::project;
use crate::toolchain::{Toolchain, version_field};

/// The names of the folders in `fuzz/corpus`.
const TARGETS: [&str; 7] = ["text", "html", "model", "dictionary", "lines", "options", "compare"];

/// Counters in every edge of the program, and the table by which libFuzzer finds them.
const FLAGS: [&str; 5] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
];

/// The longest input tried, in bytes, and the longest that one may take, in seconds.
const LIMITS: [&str; 3] = ["-max_len=4096", "-timeout=10", "-rss_limit_mb=4096"];

/// What to look for, and how long.
#[derive(Debug)]
pub struct Options {
    seconds: u64,
    targets: Vec<String>,
    minimise: bool,
}

impl Default for Options {
    /// A minute for all targets together.
    fn default() -> Self {
        Self { seconds: 60, targets: TARGETS.map(str::to_owned).into(), minimise: false }
    }
}

impl Options {
    /// Reads the arguments after `fuzz`.
    pub fn parse(arguments: &mut Parser) -> Result<Self> {
        let mut options = Self { targets: Vec::new(), ..Self::default() };
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("seconds") => options.seconds = arguments.value()?.parse()?,
                Arg::Long("target") => options.targets.push(arguments.value()?.string()?),
                Arg::Long("minimise") => options.minimise = true,
                other => return Err(other.unexpected().into()),
            }
        }
        let unknown = options.targets.iter().find(|target| !TARGETS.contains(&target.as_str()));
        ensure!(unknown.is_none(), "no target {unknown:?}; there are {}", TARGETS.join(", "));
        if options.targets.is_empty() {
            options.targets = Self::default().targets;
        }
        Ok(options)
    }
}

/// Looks for as long as the options say, the targets in turn; with `--minimise`, then keeps a small set of inputs
/// that reaches all that was reached.
pub fn fuzz(options: &Options) -> Result<()> {
    let engine = build()?;
    let share = Duration::from_secs(options.seconds) / u32::try_from(options.targets.len())?;
    let mut failed = Vec::new();
    for target in &options.targets {
        let target = Folders::new(target)?;
        let start = Instant::now();
        if let Err(error) = target.look(&engine, share) {
            eprintln!("error: {error:#}");
            failed.push(target.name);
            continue;
        }
        println!("{}: nothing found in {} s", target.name, start.elapsed().as_secs());
        if options.minimise {
            target.minimise(&engine)?;
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    bail!(
        "something that must hold does not, in: {}. The input is named above; put it into fuzz/corpus/TARGET to keep it \
         as a test",
        failed.join(", ")
    )
}

/// Where a target's inputs are.
struct Folders<'a> {
    name: &'a str,
    /// Those in the tree.
    kept: PathBuf,
    /// Those that this machine found, which later runs begin with.
    found: PathBuf,
    /// What stopped the program.
    artifacts: PathBuf,
}

impl<'a> Folders<'a> {
    fn new(name: &'a str) -> Result<Self> {
        let local = project::cache().join("fuzz");
        let folders = Self {
            name,
            kept: project::root().join("fuzz/corpus").join(name),
            found: local.join("found").join(name),
            artifacts: local.join("artifacts").join(name),
        };
        for folder in [&folders.kept, &folders.found, &folders.artifacts] {
            std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        Ok(folders)
    }

    fn engine(&self, engine: &Path) -> Command {
        let mut command = command(&engine.to_string_lossy());
        command.env("FUZZ_TARGET", self.name).args(LIMITS);
        command.arg(format!("-artifact_prefix={}/", self.artifacts.display()));
        command
    }

    /// Whether the program came through what was tried.
    fn look(&self, engine: &Path, time: Duration) -> Result<()> {
        let time = format!("-max_total_time={}", time.as_secs().max(1));
        let mut look = self.engine(engine);
        look.args(["-verbosity=0", "-print_funcs=0", &time]).args([&self.found, &self.kept]);
        run(&mut look).with_context(|| format!("the target `{}`", self.name))
    }

    /// Leaves in the tree few inputs that reach what all inputs reach. How often they reach it does not count: that
    /// would keep thousands. Inputs that a person gave a name stay.
    fn minimise(&self, engine: &Path) -> Result<()> {
        let smallest = self.artifacts.with_extension("smallest");
        if smallest.exists() {
            std::fs::remove_dir_all(&smallest)?;
        }
        std::fs::create_dir_all(&smallest)?;
        let mut merge = self.engine(engine);
        merge.args(["-set_cover_merge=1", "-use_counters=0", "-verbosity=0", "-print_funcs=0"]);
        run(merge.args([&smallest, &self.kept, &self.found]))?;
        let mut named = Vec::new();
        for input in std::fs::read_dir(&self.kept)? {
            let input = input?;
            let name = input.file_name();
            // libFuzzer names an input by its SHA-1.
            if name.len() == 40 && name.to_string_lossy().bytes().all(|byte| byte.is_ascii_hexdigit()) {
                std::fs::remove_file(input.path())?;
            } else {
                named.push(std::fs::read(input.path())?);
            }
        }
        for input in std::fs::read_dir(&smallest)? {
            let input = input?;
            if !named.contains(&std::fs::read(input.path())?) {
                std::fs::copy(input.path(), self.kept.join(input.file_name()))?;
            }
        }
        Ok(std::fs::remove_dir_all(smallest)?)
    }
}

/// The program with the engine in it, built apart from all others, since it counts what it passes.
fn build() -> Result<PathBuf> {
    let host = version_field(&Toolchain::IN_USE, "host")?;
    let mut cargo = command("cargo");
    // With a target named, build scripts and macros are built without the counters.
    cargo.args(["build", "--package", "fuzz", "--bin", "fuzz", "--features", "engine", "--profile", "fuzz"]);
    cargo.args(["--target", &host, "--quiet", "--message-format=json-render-diagnostics"]);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}")).env_remove("RUSTFLAGS");
    if env::var_os("CXX").is_none() && crate::process::on_path("g++").is_none() {
        println!("libFuzzer is C++: where there is no g++, CXX names the compiler");
    }
    let messages = output(&mut cargo)?;
    let mut executable = messages.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        message.get("executable")?.as_str().map(PathBuf::from)
    });
    executable.next_back().context("cargo names no program that it built")
}
