//! The allocator of what is shipped, which all these tests run on: memory is used again, however
//! it was cut up.

use std::arch::wasm32::memory_size;
use wasm_bindgen_test::wasm_bindgen_test;

#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// One round: blocks of many sizes, every second given back, the gaps filled with others.
fn round(seed: usize) -> usize {
    let size = |index: usize| 1 + (index * 7919 + seed * 104_729) % 4000;
    let mut blocks: Vec<Vec<u8>> = (0..2000).map(|index| vec![1; size(index)]).collect();
    for index in (0..2000).step_by(2) {
        blocks[index] = Vec::new();
    }
    for index in (0..2000).step_by(2) {
        blocks[index] = vec![1; size(index + 1) / 2 + 1];
    }
    blocks.iter_mut().for_each(|block| block.extend([1; 100]));
    let sum = |block: &Vec<u8>| block.iter().map(|&byte| usize::from(byte)).sum::<usize>();
    blocks
        .iter()
        .map(|block| sum(block).abs_diff(block.len()))
        .sum()
}

#[wasm_bindgen_test]
fn memory_that_was_cut_up_is_used_again() {
    assert_eq!((0..10).map(round).sum::<usize>(), 0);
    let before = memory_size::<0>();
    assert_eq!((0..100).map(round).sum::<usize>(), 0);
    // A page of 64 KiB or two may be wanted where blocks lie otherwise, of the six MB of a round.
    assert!(memory_size::<0>() - before <= 4);
}
