//! The engine: runs the target that `FUZZ_TARGET` names, with libFuzzer's own arguments.
#![no_main]

use fuzz::{Target, by_name, insert_piece};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use std::sync::LazyLock;

static TARGET: LazyLock<&Target> = LazyLock::new(|| {
    let name = std::env::var("FUZZ_TARGET").expect("FUZZ_TARGET names what to run");
    by_name(&name).expect("a target of that name")
});

fuzz_target!(|data: &[u8]| (TARGET.run)(data));

// Every other change puts in something that means something; libFuzzer's own know only bytes.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    match seed % 2 {
        0 => insert_piece(TARGET.pieces, data, size, max_size, seed / 2).unwrap_or(size),
        _ => fuzzer_mutate(data, size, max_size),
    }
});
