//! What `re.Scanner` needs: many patterns as the alternatives of one.

use objmodel::{Args, Borrowed, Result, Runtime};

use super::compile::compile;
use super::parse::{Parsed, parse};
use super::pattern::{pattern, points, refused};
use super::reader::Read;
use super::tree::{Node, Sequence};

/// `lexicon(phrases, flags, error, warn)`: a pattern of which each phrase is a group, and no phrase
/// an alternative unless the ones before do not match.
pub(super) fn make(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [phrases, flags, error, _] = args.take();
    let flags = rt.index_as_size(flags, |rt, _| rt.overflow_error("flags are too large"))? as u32;
    let phrases = rt.collect(phrases)?;
    let none = objmodel::singletons::none();
    let mut branches = Vec::new();
    let mut is_text = true;
    for (number, phrase) in phrases.iter().enumerate() {
        let Some((points, text)) = points(rt, phrase.as_ref()) else {
            return Err(rt.type_error("first argument must be string or compiled pattern"));
        };
        is_text = text;
        match parse(rt, points, text, flags, &mut Vec::new()) {
            Ok(parsed) => branches.push(Sequence::new(vec![Node::Group {
                number: Some(number as u32 + 1),
                add: 0,
                remove: 0,
                body: parsed.tree,
            }])),
            Err(refusal) => {
                return Err(refused(rt, &error.to_value(), refusal, phrase.as_ref()));
            }
        }
    }
    let groups = branches.len() as u32;
    let tree = Sequence::new(vec![Node::Branch(branches)]);
    match combined(rt, tree, flags, groups, is_text) {
        Ok((parsed, program)) => pattern(rt, none.as_ref(), error, parsed, program, is_text),
        Err(refusal) => Err(refused(rt, &error.to_value(), refusal, Borrowed::from(&none))),
    }
}

fn combined(
    rt: &Runtime,
    tree: Sequence,
    flags: u32,
    groups: u32,
    is_text: bool,
) -> Read<(Parsed, super::program::Program)> {
    let program = compile(rt, &tree, flags, groups, is_text)?;
    Ok((Parsed { tree, flags, groups, names: Vec::new() }, program))
}
