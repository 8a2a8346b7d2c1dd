//! Finds a small program that still does what a large one does (delta debugging).

use crate::program::Program;

/// A program with fewer blocks, parts and lines for which `keeps` still holds. `keeps` is asked at most `most` times.
///
/// The outcome is small, not the smallest.
pub fn minimize(
    program: &Program,
    most: usize,
    mut keeps: impl FnMut(&Program) -> bool,
) -> Program {
    let mut left = most;
    let mut ask = |program: &Program| {
        left = left.saturating_sub(1);
        left > 0 && keeps(program)
    };
    let mut best = program.clone();
    loop {
        let before = best.clone();
        let blocks = fewer(&best.blocks, &mut |blocks| ask(&Program { blocks: blocks.to_vec() }));
        best.blocks = blocks;
        for index in 0..best.blocks.len() {
            let block = best.blocks[index].clone();
            let parts = fewer(&block.parts, &mut |parts| {
                let mut with = best.clone();
                with.blocks[index].parts = parts.to_vec();
                ask(&with)
            });
            best.blocks[index].parts = parts;
            for part in 0..best.blocks[index].parts.len() {
                let lines: Vec<String> = best.blocks[index].parts[part]
                    .split_inclusive('\n')
                    .map(String::from)
                    .collect();
                let lines = fewer(&lines, &mut |lines| {
                    let mut with = best.clone();
                    with.blocks[index].parts[part] = lines.concat();
                    ask(&with)
                });
                best.blocks[index].parts[part] = lines.concat();
            }
        }
        if best == before {
            return best;
        }
    }
}

/// Fewer of `items` for which `keeps` holds: leaves out runs of them, long ones first.
fn fewer<T: Clone>(items: &[T], keeps: &mut impl FnMut(&[T]) -> bool) -> Vec<T> {
    let mut best = items.to_vec();
    let mut run = best.len();
    while run > 0 {
        let mut at = 0;
        while at < best.len() {
            let end = (at + run).min(best.len());
            let rest = [&best[..at], &best[end..]].concat();
            match keeps(&rest) {
                true => best = rest,
                false => at = end,
            }
        }
        run /= 2;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Block;

    #[test]
    fn what_does_not_matter_goes() {
        let part = |text: &str| text.to_owned();
        let block = |head: &str, parts: &[&str]| Block {
            head: part(head),
            parts: parts.iter().map(|text| part(text)).collect(),
            tail: String::new(),
        };
        let blocks = vec![
            block("a\n", &["1\n2\n", "3\n"]),
            block("b\n", &["4\nx\n5\n", "6\n"]),
            block("c\n", &[]),
            block("d\n", &["y\n"]),
        ];
        let keeps = |program: &Program| {
            let text: String = program.blocks.iter().map(ToString::to_string).collect();
            text.contains('x') && text.contains('y')
        };
        let least = minimize(&Program { blocks: blocks.clone() }, 1000, keeps);
        assert_eq!(least.blocks, [block("b\n", &["x\n"]), block("d\n", &["y\n"])]);
        assert_eq!(minimize(&Program { blocks: blocks.clone() }, 1, keeps).blocks, blocks);
    }
}
