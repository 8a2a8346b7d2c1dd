//! Properties of the pure rules, each against a model that is simpler than the code.

use objmodel_slots::{
    Attempt, BinaryOp, CallStyle, MroError, ParameterKind, Relation, Signature, SlotId, SlotSet,
    Source, binary_attempts, comparison_attempts, in_place_attempts, linearize, suggest,
    ternary_attempts,
};
use proptest::prelude::*;
use std::collections::HashSet;

/// For each class the bases, which are classes before it. Class 0 has none.
fn hierarchy() -> impl Strategy<Value = Vec<Vec<usize>>> {
    let bases = prop::collection::vec(any::<prop::sample::Index>(), 1..5);
    prop::collection::vec(bases, 1..14).prop_map(|classes| {
        let mut all = vec![Vec::new()];
        for (i, bases) in classes.into_iter().enumerate() {
            let mut seen = HashSet::new();
            let bases = bases.into_iter().map(|base| base.index(i + 1));
            all.push(bases.filter(|base| seen.insert(*base)).collect());
        }
        all
    })
}

/// Whether lists can be merged at all: whether "stands before" is free of cycles.
fn consistent(lists: &[&[usize]], classes: usize) -> bool {
    let mut before = vec![vec![false; classes]; classes];
    for list in lists {
        for (i, &a) in list.iter().enumerate() {
            for &b in &list[i + 1..] {
                before[a][b] = true;
            }
        }
    }
    for k in 0..classes {
        for i in 0..classes {
            for j in 0..classes {
                before[i][j] |= before[i][k] && before[k][j];
            }
        }
    }
    (0..classes).all(|i| !before[i][i])
}

fn keeps_order(order: &[usize], list: &[usize]) -> bool {
    let places: Option<Vec<usize>> =
        list.iter().map(|class| order.iter().position(|c| c == class)).collect();
    places.is_some_and(|places| places.is_sorted())
}

proptest! {
    #[test]
    fn c3_keeps_every_order_or_there_is_none(classes in hierarchy()) {
        let mut orders: Vec<Option<Vec<usize>>> = Vec::new();
        for (class, bases) in classes.iter().enumerate() {
            let mros: Option<Vec<&[usize]>> =
                bases.iter().map(|&base| orders[base].as_deref()).collect();
            let Some(mros) = mros else {
                orders.push(None);
                continue;
            };
            let lists: Vec<&[usize]> = mros.iter().copied().chain([bases.as_slice()]).collect();
            match linearize(class, bases, &mros) {
                Ok(order) => {
                    prop_assert_eq!(order[0], class);
                    let distinct: HashSet<usize> = order.iter().copied().collect();
                    prop_assert_eq!(distinct.len(), order.len());
                    let all: HashSet<usize> = lists.concat().into_iter().chain([class]).collect();
                    prop_assert_eq!(distinct, all);
                    // Local precedence order and monotonicity.
                    for list in lists {
                        prop_assert!(keeps_order(&order, list));
                    }
                    orders.push(Some(order));
                }
                Err(MroError::Inconsistent(heads)) => {
                    prop_assert!(!consistent(&lists, classes.len()));
                    prop_assert!(heads.len() > 1);
                    orders.push(None);
                }
                Err(MroError::DuplicateBase(base)) => prop_assert!(false, "{} twice", base),
            }
        }
    }

    #[test]
    fn c3_takes_any_lists(
        bases in prop::collection::vec(0u8..6, 0..5),
        mros in prop::collection::vec(prop::collection::vec(0u8..6, 0..6), 5),
    ) {
        // A metaclass may give its classes any order, with repetitions.
        let mros: Vec<&[u8]> = mros.iter().take(bases.len()).map(Vec::as_slice).collect();
        let distinct: HashSet<u8> = bases.iter().copied().collect();
        let result = linearize(9, &bases, &mros);
        let twice = matches!(result, Err(MroError::DuplicateBase(_)));
        prop_assert_eq!(twice, distinct.len() < bases.len());
        if let (Ok(order), true) = (result, bases.len() > 1) {
            prop_assert!(mros.concat().iter().chain(&bases).all(|class| order.contains(class)));
        }
    }
}

/// A signature: positional-only with how many defaults, and so on.
#[derive(Debug, Clone)]
struct Shape {
    positional_only: usize,
    by_either: usize,
    defaults: usize,
    keyword_only: Vec<bool>,
    var_positional: bool,
    var_keyword: bool,
}

impl Shape {
    fn text(&self) -> String {
        let positional = self.positional_only + self.by_either;
        let defaults = self.defaults.min(positional);
        let mut items = Vec::new();
        for i in 0..positional {
            let default = if i >= positional - defaults { "=None" } else { "" };
            items.push(format!("p{i}{default}"));
            if i + 1 == self.positional_only {
                items.push("/".to_owned());
            }
        }
        match (self.var_positional, self.keyword_only.is_empty()) {
            (true, _) => items.push("*args".to_owned()),
            (false, false) => items.push("*".to_owned()),
            (false, true) => {}
        }
        for (i, has_default) in self.keyword_only.iter().enumerate() {
            items.push(format!("n{i}{}", if *has_default { "='a, b'" } else { "" }));
        }
        if self.var_keyword {
            items.push("**kwargs".to_owned());
        }
        format!("({})", items.join(", "))
    }
}

fn shape() -> impl Strategy<Value = Shape> {
    let keyword_only = prop::collection::vec(any::<bool>(), 0..7);
    (0..4usize, 0..7usize, 0..6usize, keyword_only, any::<bool>(), any::<bool>()).prop_map(
        |(positional_only, by_either, defaults, keyword_only, var_positional, var_keyword)| Shape {
            positional_only,
            by_either,
            defaults,
            keyword_only,
            var_positional,
            var_keyword,
        },
    )
}

fn keywords() -> impl Strategy<Value = Vec<String>> {
    let name = prop_oneof!["p[0-9]", "n[0-6]", "x[0-2]"];
    prop::collection::hash_set(name, 0..6).prop_map(|names| names.into_iter().collect())
}

/// The language's rule: whether the call fits.
fn fits(signature: &Signature, positional: usize, keywords: &[String]) -> bool {
    let mut by_position = 0;
    for parameter in signature.parameters() {
        let named = keywords.iter().any(|keyword| keyword == parameter.name());
        let ok = match parameter.kind() {
            ParameterKind::PositionalOnly | ParameterKind::PositionalOrKeyword => {
                by_position += 1;
                let by_name = named && parameter.kind() == ParameterKind::PositionalOrKeyword;
                let given = (by_position <= positional) as usize + by_name as usize;
                given == 1 || given == 0 && parameter.has_default()
            }
            ParameterKind::KeywordOnly => named || parameter.has_default(),
            ParameterKind::VarPositional | ParameterKind::VarKeyword => true,
        };
        if !ok {
            return false;
        }
    }
    let known = |keyword: &String| signature.find_keyword(keyword.as_bytes()).is_some();
    (positional <= by_position || signature.var_positional().is_some())
        && (signature.var_keyword().is_some() || keywords.iter().all(known))
}

proptest! {
    #[test]
    fn every_argument_lands_once_or_the_call_fails(
        shape in shape(),
        positional in 0..14usize,
        keywords in keywords(),
        python in any::<bool>(),
    ) {
        let text = shape.text();
        let mut signature = Signature::parse_owned(&text).unwrap();
        prop_assert_eq!(signature.to_string(), text.as_str());
        prop_assert_eq!(&Signature::parse_owned(&signature.to_string()).unwrap(), &signature);
        if python {
            signature = signature.with_style(CallStyle::Python);
        }
        let mut placed = Vec::new();
        let result = signature.bind(positional, &keywords, |i, source| placed.push((i, source)));
        prop_assert_eq!(result.is_ok(), fits(&signature, positional, &keywords), "{}", text);
        if keywords.is_empty() && (signature.is_simple(positional) || signature.is_prefix(positional)) {
            prop_assert!(result.is_ok());
        }
        let Ok(surplus) = result else { return Ok(()) };
        let is_var = |i: &usize| {
            Some(*i) == signature.var_keyword() || Some(*i) == signature.var_positional()
        };
        let mut positions: Vec<usize> = surplus.collect();
        let mut names = Vec::new();
        let mut filled = Vec::new();
        for (i, source) in placed {
            match source {
                Source::Positional(p) => positions.push(p),
                Source::Keyword(j) => {
                    names.push(j);
                    let same = signature.parameters()[i].name() == keywords[j];
                    prop_assert!(same || Some(i) == signature.var_keyword());
                }
                Source::Default => prop_assert!(signature.parameters()[i].has_default()),
            }
            if !is_var(&i) {
                filled.push(i);
            }
        }
        positions.sort_unstable();
        names.sort_unstable();
        filled.sort_unstable();
        prop_assert_eq!(positions, (0..positional).collect::<Vec<_>>());
        prop_assert_eq!(names, (0..keywords.len()).collect::<Vec<_>>());
        let expected: Vec<usize> = (0..signature.len()).filter(|i| !is_var(i)).collect();
        prop_assert_eq!(filled, expected);
    }

    #[test]
    fn texts_are_read_or_refused(text in "\\(?[$*/a-c0=,'\" \\[\\]()<>{}\\\\é]{0,20}\\)?") {
        if let Ok(signature) = Signature::parse_owned(&text) {
            let again = Signature::parse_owned(&signature.to_string());
            prop_assert_eq!(again.as_ref().map(Signature::parameters), Ok(signature.parameters()));
        }
    }

    #[test]
    fn suggestions_are_candidates(
        name in "[a-cA-C]{0,6}|a{30,60}",
        candidates in prop::collection::vec("[a-cA-C]{0,6}|a{30,60}", 0..6),
    ) {
        let found = suggest(name.as_bytes(), candidates.iter().map(String::as_bytes));
        if let Some(found) = found {
            prop_assert!(candidates.iter().any(|candidate| candidate.as_bytes() == found));
            prop_assert_ne!(found, name.as_bytes());
        }
    }
}

fn relation() -> impl Strategy<Value = Relation> {
    prop_oneof![
        Just(Relation::Same),
        Just(Relation::Other),
        any::<bool>().prop_map(|overrides| Relation::RightIsSubclass { overrides }),
    ]
}

fn slots() -> impl Strategy<Value = SlotSet> {
    prop::collection::vec(any::<bool>(), SlotId::ALL.len()).prop_map(|has| {
        SlotId::ALL.into_iter().zip(has).filter(|(_, has)| *has).map(|(slot, _)| slot).collect()
    })
}

proptest! {
    #[test]
    fn operators_ask_each_operand_once(
        op in prop::sample::select(BinaryOp::ALL.to_vec()),
        left in slots(),
        right in slots(),
        relation in relation(),
    ) {
        let attempts = binary_attempts(op, left, right, relation);
        let place = |attempt| attempts.iter().position(|a| *a == attempt);
        prop_assert_eq!(place(Attempt::Left).is_some(), left.has(op.slot()));
        let asks_right = right.has(op.reflected_slot()) && relation != Relation::Same;
        prop_assert_eq!(place(Attempt::Right).is_some(), asks_right);
        if let (Some(l), Some(r)) = (place(Attempt::Left), place(Attempt::Right)) {
            prop_assert_eq!(r < l, relation == Relation::RightIsSubclass { overrides: true });
        }
        // An augmented assignment asks the same operands in the same order, after its own method.
        let in_place = in_place_attempts(op, left, right, relation, false);
        let numbers = |list: &[Attempt]| -> Vec<Attempt> {
            let is_number = |a: &Attempt| matches!(a, Attempt::Left | Attempt::Right);
            list.iter().copied().filter(is_number).collect()
        };
        prop_assert_eq!(numbers(&attempts), numbers(&in_place));
        let first = in_place.first() == Some(&Attempt::InPlace);
        prop_assert_eq!(first, op.in_place_slot().is_some_and(|slot| left.has(slot)));
        for list in [&attempts, &in_place] {
            prop_assert!(!list.spilled());
            let distinct: HashSet<&Attempt> = list.iter().collect();
            prop_assert_eq!(distinct.len(), list.len());
        }
    }

    #[test]
    fn comparisons_ask_both_operands(left: bool, right: bool, relation in relation()) {
        let attempts = comparison_attempts(left, right, relation);
        prop_assert_eq!(attempts.len(), left as usize + right as usize);
        if left && right {
            let right_first = matches!(relation, Relation::RightIsSubclass { .. });
            prop_assert_eq!(attempts[0] == Attempt::Right, right_first);
        }
        let modulus = ternary_attempts(left, right, true, relation);
        prop_assert_eq!(modulus.last(), Some(&Attempt::Modulus));
    }
}
