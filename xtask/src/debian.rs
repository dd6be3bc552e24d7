//! Debian's Rust as a toolchain for wasm32, for machines that reach Debian's packages and crates.io but not rustup's
//! server.
//!
//! The packages are unpacked into this user's cache folder and not installed; the standard library is compiled for
//! wasm32 once (some two minutes) and the result is linked into rustup. Debian's own wasm32 library is no use: it lacks
//! the bitcode that link-time optimization needs.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::process::{command, output, run, succeeds};
use crate::project;
use crate::toolchain::{TARGET, Toolchain, version_field};

const NAME: &str = "article-analyzer-wasm";

/// Compiler, cargo, clippy, the library for the host, and the library's source. Those named `web` are the current
/// release, kept for browsers, in a distribution whose other Rust is older.
const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-clippy", "libstd-rust-web-dev", "rust-web-src"];

const PROGRAMS: [&str; 5] = ["rustc", "rustdoc", "cargo", "cargo-clippy", "clippy-driver"];

/// A package with nothing in it: building it with `-Z build-std` builds the standard library.
const EMPTY_PACKAGE: &str = r#"[package]
name = "empty"
version = "0.0.0"
edition = "2024"

[profile.release]
codegen-units = 1
panic = "abort"
lto = "off"

[workspace]
"#;

fn folder() -> PathBuf {
    project::cache().join("toolchain")
}

/// Written last: without it the folder is half done.
fn mark() -> PathBuf {
    folder().join("complete")
}

/// The toolchain, if an earlier run finished it.
pub fn built_before() -> Option<Toolchain> {
    let toolchain = Toolchain::named(NAME);
    (mark().exists() && toolchain.has_target()).then_some(toolchain)
}

/// The toolchain, built if it was not before.
pub fn toolchain() -> Result<Toolchain> {
    if let Some(toolchain) = built_before() {
        return Ok(toolchain);
    }
    set_up().context(
        "could not set up Rust for WebAssembly.\n\
         Install it yourself with `rustup target add wasm32-unknown-unknown`, or make Debian's packages rustc-web, \
         cargo-web, rust-web-clippy and rust-web-src available to apt-get",
    )
}

fn set_up() -> Result<Toolchain> {
    ensure!(cfg!(target_os = "linux"), "Debian's packages run on Linux only");
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let unpacked = folder.join("unpacked");
    fs::create_dir_all(&unpacked)?;
    download_and_unpack(&unpacked)?;

    let sysroot = folder.join("sysroot");
    let host = version_field(&Toolchain::IN_USE, "host")?;
    assemble(&unpacked.join("usr"), &sysroot, &host)?;
    run(command("rustup").args(["toolchain", "link", NAME]).arg(&sysroot))?;

    let toolchain = Toolchain::named(NAME);
    build_library(&toolchain, &folder, &sysroot)?;
    ensure!(toolchain.has_target(), "the library for {TARGET} is not where rustc looks for it");
    for leftover in [unpacked, folder.join("library")] {
        fs::remove_dir_all(leftover)?;
    }
    fs::write(mark(), version_field(&toolchain, "release")?)?;
    Ok(toolchain)
}

/// Fetches the packages and those of their dependencies that this machine lacks, and installs none.
fn download_and_unpack(unpacked: &Path) -> Result<()> {
    println!("fetching Debian's Rust (about 150 MB)");
    if !has_packages() {
        // Only root may refresh the lists; what is missing then is said below.
        let _ = run(command("apt-get").args(["-qq", "update"]));
    }
    let mut list = command("apt-get");
    list.args(["install", "--print-uris", "--reinstall", "--no-install-recommends", "-qq", "-y"]).args(PACKAGES);
    let uris = output(&mut list).context("apt-get does not know the packages")?;
    // One a line: 'URI' name_version_architecture.deb size hash
    let names: Vec<&str> = uris.lines().filter_map(|line| line.split_whitespace().nth(1)?.split('_').next()).collect();
    run(command("apt-get")
        .current_dir(unpacked)
        .args(["-qq", "-o", "APT::Sandbox::User=root", "download"])
        .args(names))?;
    for file in fs::read_dir(unpacked)? {
        let file = file?.path();
        if file.extension().is_some_and(|extension| extension == "deb") {
            run(command("dpkg-deb").arg("--extract").args([&file, unpacked]))?;
            fs::remove_file(file)?;
        }
    }
    Ok(())
}

fn has_packages() -> bool {
    succeeds(command("apt-cache").args(["show", "--quiet"]).args(PACKAGES))
}

/// Moves what was unpacked into the layout of a rustup toolchain.
fn assemble(usr: &Path, sysroot: &Path, host: &str) -> Result<()> {
    let library = sysroot.join("lib");
    fs::create_dir_all(sysroot.join("bin"))?;
    fs::create_dir_all(&library)?;
    for program in PROGRAMS {
        move_to(&usr.join("bin").join(program), &sysroot.join("bin"))?;
    }
    move_to(&usr.join("lib/rustlib"), &library)?;
    // rustc takes the folder above its own shared library for its sysroot, so the libraries go straight into `lib`.
    for folder in fs::read_dir(usr.join("lib"))? {
        let folder = folder?.path();
        if !folder.is_dir() || !folder.to_string_lossy().contains("-linux-gnu") {
            continue;
        }
        for file in fs::read_dir(folder)? {
            let file = file?.path();
            if file.to_string_lossy().contains(".so") {
                move_to(&file, &library)?;
            }
        }
    }
    move_source(usr, &library.join("rustlib/src"))?;
    link_linker(&library.join("rustlib").join(host).join("bin"), host)
}

fn move_to(from: &Path, folder: &Path) -> Result<()> {
    let to = folder.join(from.file_name().unwrap_or_default());
    fs::rename(from, &to).with_context(|| format!("Debian's packages hold no {}", from.display()))
}

/// From `src/rustc-VERSION` to where `-Z build-std` looks, `rustlib/src/rust`.
fn move_source(usr: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for source in fs::read_dir(usr.join("src"))? {
        let source = source?.path();
        if source.join("library").is_dir() {
            fs::rename(source, folder.join("rust"))?;
            return Ok(());
        }
    }
    bail!("rust-web-src holds no source of the standard library")
}

/// rustup's toolchain brings a linker for WebAssembly; Debian's would be another hundred megabytes.
fn link_linker(folder: &Path, host: &str) -> Result<()> {
    let in_use = output(command("rustc").args(["--print", "sysroot"]))?;
    let linker = Path::new(&in_use).join("lib/rustlib").join(host).join("bin/rust-lld");
    ensure!(linker.exists(), "there is no {}; use a toolchain that rustup installed", linker.display());
    fs::create_dir_all(folder)?;
    symlink(linker, folder.join("rust-lld"))?;
    Ok(())
}

fn build_library(toolchain: &Toolchain, folder: &Path, sysroot: &Path) -> Result<()> {
    println!("compiling the standard library for {TARGET}, once; about two minutes");
    let package = folder.join("library");
    fs::create_dir_all(package.join("src"))?;
    fs::write(package.join("Cargo.toml"), EMPTY_PACKAGE)?;
    fs::write(package.join("src/lib.rs"), "#![no_std]\n")?;

    let source = sysroot.join("lib/rustlib/src/rust");
    let hash = version_field(toolchain, "commit-hash")?;
    // Bitcode for link-time optimization; and the paths that official builds name in panic messages.
    let flags = format!("-Cembed-bitcode=yes\u{1f}--remap-path-prefix={}=/rustc/{hash}", source.display());
    let mut cargo = toolchain.cargo();
    cargo.current_dir(&package).env("RUSTC_BOOTSTRAP", "1").env("CARGO_ENCODED_RUSTFLAGS", flags);
    cargo.args(["build", "--release", "--quiet", "--target", TARGET, "--target-dir", "target"]);
    cargo.args(["-Z", "build-std=core,alloc,std,proc_macro,test,panic_abort"]);
    run(&mut cargo)?;

    let to = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&to)?;
    for file in fs::read_dir(package.join("target").join(TARGET).join("release/deps"))? {
        let file = file?.path();
        let is_library = file.extension().is_some_and(|extension| extension == "rlib" || extension == "rmeta");
        if is_library && !file.to_string_lossy().contains("libempty") {
            move_to(&file, &to)?;
        }
    }
    fs::remove_dir_all(source).context("cannot remove the source of the standard library")
}
