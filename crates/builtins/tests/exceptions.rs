//! Exceptions through the Rust API.

mod common;

use common::{attribute, runtime};
use objmodel::{CallArgs, Result, Value};

#[test]
fn constructors_keep_their_arguments_and_attributes() -> Result<()> {
    let mut rt = runtime();
    let (seven, text) = (rt.int(7)?, rt.str("gone")?);
    let stop = rt.types().stop_iteration.clone();
    let stop = rt.call(&stop, [seven.as_ref()])?;
    assert_eq!(attribute(&mut rt, &stop, "value")?.as_small_int(), Some(7));
    let class = rt.types().import_error.clone();
    let name = rt.intern("name")?;
    let args = [text.as_ref(), seven.as_ref()];
    let names = [name.as_ref()];
    let error = rt.call_with(class.as_ref(), CallArgs::with_names(&args, &names))?;
    assert_eq!(attribute(&mut rt, &error, "name")?.as_small_int(), Some(7));
    let shown = rt.to_str(&error)?;
    assert_eq!(shown.read(&rt).as_str(), "gone");
    Ok(())
}

#[test]
fn a_cause_hides_the_context_and_notes_collect() -> Result<()> {
    let mut rt = runtime();
    let class = rt.types().value_error.clone();
    let (one, two) = (rt.call(&class, ())?, rt.call(&class, ())?);
    let name = rt.intern("__cause__")?;
    rt.setattr(&one, &name, &two)?;
    let suppressed = attribute(&mut rt, &one, "__suppress_context__")?;
    assert_eq!(objmodel::singletons::as_bool(&suppressed), Some(true));
    let seven = rt.int(7)?;
    assert!(rt.setattr(&one, &name, &seven).is_err());
    let (add, note) = (attribute(&mut rt, &one, "add_note")?, rt.str("look here")?);
    rt.call(&add, [note.as_ref()])?;
    let notes = attribute(&mut rt, &one, "__notes__")?;
    let items = rt.collect(&notes)?;
    assert!(items.len() == 1 && items[0].is(&note));
    Ok(())
}

#[test]
fn except_clauses_match_by_class() -> Result<()> {
    let mut rt = runtime();
    let (key, lookup) = (rt.types().key_error.clone(), rt.types().lookup_error.clone());
    let (value, int) = (rt.types().value_error.clone(), rt.types().int.clone());
    let error = rt.call(&key, ())?;
    assert!(rt.match_exception(error.as_ref(), lookup.as_ref())?);
    assert!(!rt.match_exception(error.as_ref(), value.as_ref())?);
    let both = rt.tuple([Value::clone(&value), Value::clone(&lookup)].into_iter())?;
    assert!(rt.match_exception(error.as_ref(), both.as_ref())?);
    assert!(rt.match_exception(error.as_ref(), int.as_ref()).is_err());
    Ok(())
}
