//! Operators over random classes: what the library does, what it tells of it, and what the data model
//! says. Every method that is asked is compared, in its order.

use objmodel::explain::{Explained, Explanation};
use objmodel::slots::{SpecialId, UnaryOp};
use objmodel::testing::model::{self, Expected};
use objmodel::testing::{Behaviour, ClassGraph, Operand, class_graph, operand};
use objmodel::{BinaryOp, CompareOp, Result, Runtime, Value};
use proptest::prelude::*;

fn runtime() -> Runtime {
    let mut rt = Runtime::builder().build();
    objmodel_builtins::install(&mut rt).expect("memory for the built-in types");
    rt
}

/// Does an operation, does it explained, and compares both with what is expected.
fn check(
    graph: &ClassGraph,
    operands: [Operand; 2],
    expected: &Expected,
    plain: impl FnOnce(&mut Runtime, &Value, &Value) -> Result,
    explained: impl FnOnce(&mut Explained<'_>, &Value, &Value) -> Result,
) -> std::result::Result<Explanation, TestCaseError> {
    let mut rt = runtime();
    let built = graph.build(&mut rt).expect("classes that can be made");
    let [left, right] =
        operands.map(|operand| built.operand(&mut rt, operand).expect("memory for an instance"));
    let (outcome, log) = built.observe(&mut rt, |rt| plain(rt, &left, &right));
    prop_assert_eq!(&outcome, &expected.outcome, "plain");
    prop_assert_eq!(&log, &expected.run, "plain");
    let mut told = Explanation::default();
    let (outcome, log) = built.observe(&mut rt, |rt| {
        let (answer, explanation) = rt.explain(|rt| explained(rt, &left, &right));
        told = explanation;
        answer
    });
    prop_assert_eq!(&outcome, &expected.outcome, "explained:\n{}", told);
    prop_assert_eq!(&log, &expected.run, "explained:\n{}", told);
    let methods: Vec<&str> = told.methods().collect();
    prop_assert_eq!(&methods, &expected.asked, "{}", told);
    Ok(told)
}

/// A graph with methods of these names and two of its operands.
fn with_operands(names: Vec<SpecialId>) -> impl Strategy<Value = (ClassGraph, [Operand; 2])> {
    class_graph(names).prop_flat_map(|graph| {
        let classes = graph.classes.len();
        (Just(graph), [operand(classes), operand(classes)])
    })
}

fn binary_operation() -> impl Strategy<Value = (BinaryOp, ClassGraph, [Operand; 2])> {
    prop::sample::select(&BinaryOp::ALL[..]).prop_flat_map(|op| {
        let mut names = vec![op.special(), op.reflected_special()];
        names.extend(op.in_place_special());
        with_operands(names).prop_map(move |(graph, operands)| {
            // `type` has a native `__or__`.
            let instance = |operand| match operand {
                Operand::Class(class) if op == BinaryOp::Or => Operand::Instance(class),
                operand => operand,
            };
            (op, graph, operands.map(instance))
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn binary_operators_ask_whom_the_rules_name((op, graph, operands) in binary_operation()) {
        let [left, right] = operands;
        let expected = model::binary(&graph, op, false, left, right);
        check(
            &graph,
            operands,
            &expected,
            |rt, left, right| rt.binary(op, left, right),
            |rt, left, right| rt.binary(op, left, right),
        )?;
    }

    #[test]
    fn in_place_operators_ask_whom_the_rules_name((op, graph, operands) in binary_operation()) {
        let [left, right] = operands;
        prop_assume!(op != BinaryOp::DivMod);
        let expected = model::binary(&graph, op, true, left, right);
        check(
            &graph,
            operands,
            &expected,
            |rt, left, right| rt.in_place(op, left, right),
            |rt, left, right| rt.in_place(op, left, right),
        )?;
    }

    #[test]
    fn comparisons_ask_whom_the_rules_name(
        op in prop::sample::select(&CompareOp::ALL[..]),
        (graph, operands) in with_operands(CompareOp::ALL.map(CompareOp::special).to_vec()),
    ) {
        // A class compared with itself is one object.
        prop_assume!(operands[0] != operands[1] || matches!(operands[0], Operand::Instance(_)));
        let expected = model::comparison(&graph, op, operands[0], operands[1]);
        check(
            &graph,
            operands,
            &expected,
            |rt, left, right| rt.compare(op, left, right),
            |rt, left, right| rt.compare(op, left, right),
        )?;
    }

    #[test]
    fn pow_with_three_operands_asks_the_left_one(
        (graph, operands) in with_operands(vec![SpecialId::Pow, SpecialId::RPow]),
    ) {
        let expected = model::power(&graph, operands[0], operands[1]);
        check(
            &graph,
            operands,
            &expected,
            |rt, left, right| {
                let modulus = rt.int(7)?;
                rt.pow(left.as_ref(), right.as_ref(), modulus.as_ref())
            },
            |rt, left, right| rt.pow(left, right, 7),
        )?;
    }

    #[test]
    fn unary_operators_ask_the_class(
        op in prop::sample::select(&UnaryOp::ALL[..]),
        (graph, operands) in with_operands(UnaryOp::ALL.map(UnaryOp::special).to_vec()),
    ) {
        let expected = model::unary(&graph, op, operands[0]);
        check(
            &graph,
            operands,
            &expected,
            |rt, operand, _| rt.unary(op, operand),
            |rt, operand, _| rt.unary(op, operand),
        )?;
    }
}

#[test]
fn an_explanation_says_why() {
    let plan = |bases: &[usize], methods: &[(SpecialId, Behaviour)]| {
        let (bases, methods) = (bases.to_vec(), methods.to_vec());
        objmodel::testing::ClassPlan { bases, methods, ..Default::default() }
    };
    let (add, radd) = (BinaryOp::Add.special(), BinaryOp::Add.reflected_special());
    let graph = ClassGraph {
        classes: vec![
            plan(&[], &[(add, Behaviour::Answers)]),
            plan(&[0], &[(radd, Behaviour::Passes)]),
        ],
        ..ClassGraph::default()
    };
    let operands = [Operand::Instance(0), Operand::Instance(1)];
    let expected = model::binary(&graph, BinaryOp::Add, false, operands[0], operands[1]);
    let told = check(
        &graph,
        operands,
        &expected,
        |rt, left, right| rt.add(left, right),
        |rt, left, right| rt.binary(BinaryOp::Add, left, right),
    )
    .expect("as expected");
    let lines = [
        "<C0> + <C1> -> 'C0.__add__'",
        "  C1 derives from C0 and has a __radd__ of its own: it goes first",
        "  C1.__radd__(<C1>, <C0>) -> NotImplemented",
        "  C0.__add__(<C0>, <C1>) -> 'C0.__add__'",
        "",
    ];
    assert_eq!(told.to_string(), lines.join("\n"));
}
