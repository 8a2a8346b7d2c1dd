//! `frame` and `traceback`: where an exception passed (data model, "Frame objects", "Traceback
//! objects").

use objmodel::objects::code::flags::OPTIMIZED;
use objmodel::objects::frame::{Frame, FrameObject};
use objmodel::objects::traceback::{Traceback, TracebackObject};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Result, Runtime, Type, Value, singletons,
};

use crate::receiver::receiver;

fn frame(rt: &Runtime, own: Borrowed<'_>) -> Result<Frame> {
    receiver(rt, own, "frame")
}

/// The line that a frame is at.
fn line_of(rt: &Runtime, frame: &Frame) -> i64 {
    let instruction = rt.frame_instruction(frame);
    let frame = frame.read(rt);
    match frame.code.frozen().body.position(instruction) {
        Some(position) => position.line.into(),
        None => frame.code.frozen().first_line.into(),
    }
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let frame = frame(rt, own)?;
    let code = frame.read(rt).code.clone();
    let code = code.frozen();
    let text = format!(
        "<frame at {:#x}, file '{}', line {}, code {}>",
        own.address().unwrap_or_default(),
        code.filename.read(rt).as_str(),
        line_of(rt, &frame),
        code.name.read(rt).as_str()
    );
    rt.str(&text).map(Gc::into_value)
}

fn back(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let frame = frame(rt, own)?;
    let back = rt.frame_back(&frame)?;
    Ok(back.map_or_else(singletons::none, Gc::into_value))
}

fn code(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(frame(rt, own)?.read(rt).code.clone().into_value())
}

fn globals(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(frame(rt, own)?.read(rt).globals.clone().into_value())
}

fn builtins(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
    Ok(rt.builtins().clone().into_value())
}

fn locals(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let frame = frame(rt, own)?;
    if frame.read(rt).code.frozen().flags & OPTIMIZED != 0 {
        return crate::frame_locals::of(rt, frame);
    }
    // A comprehension that runs in the frame of a module or class body has variables of its own.
    if comprehension_runs(rt, &frame) {
        return crate::frame_locals::of(rt, frame);
    }
    match rt.frame_namespace(&frame) {
        Some(locals) => Ok(locals),
        None => Ok(Value::clone(&frame.read(rt).globals)),
    }
}

fn comprehension_runs(rt: &Runtime, frame: &Frame) -> bool {
    let code = frame.read(rt).code.clone();
    let own = ["__class__", "__classdict__"];
    let free = code.frozen().freevars.read(rt).items();
    let mut variables = code.frozen().body.variables().iter();
    variables.any(|variable| {
        !own.contains(&&*variable.name.read(rt).as_str())
            && !free.iter().any(|free| free.is(&variable.name))
            && rt.frame_variable(frame, variable.place).is_some()
    })
}

fn last_instruction(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let frame = frame(rt, own)?;
    // None of them before a generator starts.
    match rt.frame_instruction(&frame) {
        u32::MAX => rt.int(-1),
        instruction => rt.int(instruction.into()),
    }
}

fn line(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let frame = frame(rt, own)?;
    rt.int(line_of(rt, &frame))
}

/// Where code goes on is not for others to say.
fn set_line(rt: &mut Runtime, _: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    Err(match value {
        Some(line) if !rt.type_of(line).is(&rt.types().int) => {
            rt.value_error("lineno must be an integer")
        }
        Some(_) => rt.value_error("f_lineno can only be set in a trace function"),
        None => rt.attribute_error("cannot delete attribute"),
    })
}

fn trace(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let trace = frame(rt, own)?.read(rt).trace.clone();
    Ok(trace.unwrap_or_else(singletons::none))
}

fn set_trace(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let value = value.filter(|value| !singletons::is_none(value)).map(Borrowed::to_value);
    let old = std::mem::replace(&mut frame(rt, own)?.write(rt).trace, value);
    drop(old);
    Ok(())
}

fn trace_lines(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(singletons::bool(frame(rt, own)?.read(rt).traces.0))
}

fn trace_opcodes(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(singletons::bool(frame(rt, own)?.read(rt).traces.1))
}

fn truth(rt: &Runtime, value: Option<Borrowed<'_>>) -> Result<bool> {
    let Some(value) = value else {
        return Err(rt.type_error("can't delete numeric/char attribute"));
    };
    singletons::as_bool(&value.to_value())
        .ok_or_else(|| rt.type_error("attribute value type must be bool"))
}

fn set_trace_lines(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let truth = truth(rt, value)?;
    frame(rt, own)?.write(rt).traces.0 = truth;
    Ok(())
}

fn set_trace_opcodes(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let truth = truth(rt, value)?;
    frame(rt, own)?.write(rt).traces.1 = truth;
    Ok(())
}

fn clear(rt: &mut Runtime, args: Args<'_>) -> Result {
    let frame = frame(rt, args.at(0))?;
    if rt.frame_executes(&frame) {
        return Err(rt.runtime_error("cannot clear an executing frame"));
    }
    if frame.read(rt).suspended {
        return Err(rt.runtime_error("cannot clear a suspended frame"));
    }
    let old = frame.write(rt).clear_locals();
    drop(old);
    Ok(singletons::none())
}

/// The table of `frame`.
pub(crate) const FRAME: ClassSpec = ClassSpec {
    name: "frame",
    subclassable: false,
    slots: &[(SlotId::TpRepr, SlotFn::Unary(repr))],
    methods: &[
        crate::SIZEOF,
        MethodSpec::method("clear", "($self, /)", clear)
            .doc("Clear all references held by the frame."),
    ],
    getset: &[
        GetSetSpec::read_only("f_back", back),
        GetSetSpec::read_only("f_code", code),
        GetSetSpec::read_only("f_globals", globals),
        GetSetSpec::read_only("f_builtins", builtins),
        GetSetSpec::read_only("f_locals", locals),
        GetSetSpec::read_only("f_lasti", last_instruction),
        GetSetSpec::writable("f_lineno", line, set_line),
        GetSetSpec::writable("f_trace", trace, set_trace),
        GetSetSpec {
            member: true,
            ..GetSetSpec::writable("f_trace_lines", trace_lines, set_trace_lines)
        },
        GetSetSpec::writable("f_trace_opcodes", trace_opcodes, set_trace_opcodes),
    ],
    ..ClassSpec::DEFAULT
}
.checked();

fn traceback(rt: &Runtime, own: Borrowed<'_>) -> Result<Traceback> {
    receiver(rt, own, "traceback")
}

fn new_traceback<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters =
        Parameters::new("traceback", "(tb_next, tb_frame, tb_lasti, tb_lineno)", 4, 4);
    let [Some(next), Some(frame_given), Some(last), Some(line)] = PARAMETERS.bind(rt, args)? else {
        return Err(rt.type_error("traceback() takes exactly 4 arguments"));
    };
    if !frame_given.is_payload::<FrameObject>() {
        let class = rt.type_name(frame_given);
        return Err(
            rt.type_error(format!("traceback() argument 'tb_frame' must be frame, not {class}"))
        );
    }
    let frame = frame(rt, frame_given)?;
    let overflow = |rt: &Runtime, _: Borrowed<'_>| {
        rt.overflow_error("Python int too large to convert to C int")
    };
    let instruction = rt.index_as_size(last, overflow)? as u32;
    let line = rt.index_as_size(line, overflow)? as u32;
    if !singletons::is_none(&next) && !next.is_payload::<TracebackObject>() {
        let class = rt.type_name(next);
        let message = format!("expected traceback object or None, got '{class}'");
        return Err(rt.type_error(message));
    }
    let next = next_of(rt, next)?;
    rt.alloc(class, TracebackObject { next, frame, instruction, line }).map(Gc::into_value)
}

fn next_of(rt: &Runtime, value: Borrowed<'_>) -> Result<Option<Traceback>> {
    if singletons::is_none(&value) {
        return Ok(None);
    }
    match value.typed::<TracebackObject>() {
        Some(next) => Ok(Some(next.to_gc())),
        None => {
            let class = rt.type_name(value);
            Err(rt.type_error(format!("expected traceback object, got '{class}'")))
        }
    }
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let next = traceback(rt, own)?.read(rt).next.clone();
    Ok(next.map_or_else(singletons::none, Gc::into_value))
}

fn set_next(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let Some(value) = value else {
        return Err(rt.type_error("can't delete tb_next attribute"));
    };
    let own = traceback(rt, own)?;
    let next = next_of(rt, value)?;
    let mut link = next.clone();
    while let Some(entry) = link {
        if entry.is(&own) {
            return Err(rt.value_error("traceback loop detected"));
        }
        link = entry.read(rt).next.clone();
    }
    let old = std::mem::replace(&mut own.write(rt).next, next);
    drop(old);
    Ok(())
}

fn frame_of(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(traceback(rt, own)?.read(rt).frame.clone().into_value())
}

fn traceback_instruction(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let instruction = traceback(rt, own)?.read(rt).instruction;
    rt.int(instruction.into())
}

fn traceback_line(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let traceback = traceback(rt, own)?;
    match traceback.read(rt).line {
        0 => {
            let frame = traceback.read(rt).frame.clone();
            rt.int(line_of(rt, &frame))
        }
        line => rt.int(line.into()),
    }
}

fn dir(rt: &mut Runtime, _: Args<'_>) -> Result {
    let names = ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"];
    let names: Vec<Value> =
        names.iter().map(|name| rt.intern(name).map(Gc::into_value)).collect::<Result<_>>()?;
    rt.list(names).map(Gc::into_value)
}

/// The table of `traceback`.
pub(crate) const TRACEBACK: ClassSpec = ClassSpec {
    name: "traceback",
    doc: Some("Create a new traceback object."),
    text_signature: Some("(tb_next, tb_frame, tb_lasti, tb_lineno)"),
    subclassable: false,
    slots: &[(SlotId::TpNew, SlotFn::New(new_traceback))],
    methods: &[MethodSpec::method("__dir__", "($self, /)", dir)],
    getset: &[
        GetSetSpec::writable("tb_next", next, set_next),
        GetSetSpec::member("tb_frame", frame_of),
        GetSetSpec::member("tb_lasti", traceback_instruction),
        GetSetSpec::read_only("tb_lineno", traceback_line),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
