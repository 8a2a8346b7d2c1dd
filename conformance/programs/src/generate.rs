//! Generates a program: metaclasses, classes, objects, actions, the end.

use crate::choices::Choices;
use crate::program::{Block, Program};
use crate::scope::Scope;

/// Programs of the seeds below this one are recorded, and stay as they were: they have not all families.
const FIRST_WIDE: u64 = 5000;

/// Most actions of a program.
const MOST_ACTIONS: usize = 24;

impl Program {
    /// The program of a seed.
    pub fn of_seed(seed: u64) -> Program {
        generate(Choices::of_seed(seed), seed >= FIRST_WIDE)
    }

    /// The program that bytes spell; few bytes make a short one. Bytes that are kept go on spelling the same
    /// program, so that it has not all families either.
    pub fn of_bytes(bytes: &[u8]) -> Program {
        generate(Choices::of_bytes(bytes), false)
    }
}

fn generate(choices: Choices<'_>, wide: bool) -> Program {
    let mut scope = Scope::new(choices, wide);
    let mut blocks = Vec::new();
    for _ in 0..[0, 0, 1, 2][scope.choices.below(4)] {
        blocks.push(scope.metaclass());
    }
    for _ in 0..1 + scope.choices.below(5) {
        blocks.push(scope.class_block());
        // Objects between classes, so that classes can refer to objects.
        if scope.chance(128) {
            blocks.push(scope.object_block());
        }
    }
    for _ in 0..1 + scope.choices.below(4) {
        blocks.push(scope.object_block());
    }
    for _ in 0..1 + scope.choices.below(MOST_ACTIONS) {
        if scope.choices.is_spent() {
            break;
        }
        blocks.push(scope.action());
    }
    blocks.push(end(&scope));
    Program { blocks }
}

/// Deletes what the program made, one after the other, and collects.
fn end(scope: &Scope<'_>) -> Block {
    let names = (0..scope.objects).map(|n| format!("o{n}")).collect::<Vec<_>>().join("', '");
    Block {
        head: format!(
            "v0 = v1 = v2 = act = None\nfor name in ['{names}']:\n    fuel = 40\n    print('del', name)\n    globals().pop(name, None)\nprint('end')\nfuel = 40\nL.clear()\nD.clear()\nS.clear()\ngc.collect()\nprint([r() is None for r in refs])\n"
        ),
        ..Block::default()
    }
}
