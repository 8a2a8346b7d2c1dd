//! What the fuzz targets do, with some hundred inputs each that come out of seeds.

use conformance::fuzzing::ALL;
use conformance::{inside, process};
use programs::choices::Choices;

/// Inputs of each kind.
const INPUTS: u64 = 200;

#[test]
fn inputs_out_of_seeds_do_what_they_should() {
    for (name, target, size) in ALL {
        let seeds: Vec<u64> = (0..INPUTS).collect();
        let problems = process::map_parallel(&seeds, |seed| {
            let mut choices = Choices::of_seed(*seed);
            let length = 1 + choices.below(256) * size / 256;
            let bytes: Vec<u8> = (0..length).map(|_| choices.byte()).collect();
            inside::on_thread(4 << 20, || target(&bytes))
                .err()
                .map(|text| format!("{name} {seed}: {text}"))
        });
        let problems: Vec<_> = problems.into_iter().flatten().take(3).collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}
