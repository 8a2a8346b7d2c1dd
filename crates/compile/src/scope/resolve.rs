//! Second pass: where each name lives.

use super::{Place, ScopeId, ScopeKind, Scopes};

/// Marks captured names, and gives every frame between a use and its binding a free name.
pub(super) fn resolve(scopes: &mut Scopes) {
    for id in 0..scopes.scopes.len() {
        let names: Vec<Box<str>> = scopes.scopes[id]
            .symbols
            .iter()
            .filter(|(_, symbol)| {
                (!symbol.bound && !symbol.parameter || symbol.nonlocal) && !symbol.global
            })
            .map(|(name, _)| name.clone())
            .collect();
        for name in names {
            capture(scopes, id, &name);
        }
        if let Some(class) = scopes.scopes[id].class_dict {
            scopes.scopes[class].needs_class_dict = true;
            carry(scopes, id, class, CLASS_DICT);
        }
    }
    for id in 0..scopes.scopes.len() {
        let scope = &scopes.scopes[id];
        let captured: Vec<(ScopeId, Box<str>)> = scope
            .symbols
            .iter()
            .filter(|(_, symbol)| symbol.captured)
            .map(|(name, _)| (id, name.clone()))
            .collect();
        let frame = scope.frame;
        scopes.scopes[frame].cells.extend(captured);
    }
}

/// The cell in which the frames inside a class body find its namespace.
pub const CLASS_DICT: &str = "__classdict__";

fn capture(scopes: &mut Scopes, user: ScopeId, name: &str) {
    if decided_by_class(scopes, user, name).is_some() {
        return;
    }
    let Some(binder) = binder(scopes, user, name) else { return };
    let frame = scopes.scopes[user].frame;
    let home = scopes.scopes[binder].frame;
    if frame == home && scopes.scopes[binder].kind != ScopeKind::Class {
        return;
    }
    if scopes.scopes[binder].kind == ScopeKind::Class {
        scopes.scopes[binder].needs_class_cell = true;
        if frame == home {
            return;
        }
    } else if let Some(symbol) = scopes.scopes[binder].symbols.get_mut(name) {
        symbol.captured = true;
    }
    carry(scopes, frame, home, name);
}

/// Gives a free name to every frame from one on outwards to the frame whose cell it is.
fn carry(scopes: &mut Scopes, from: ScopeId, home: ScopeId, name: &str) {
    let mut current = from;
    while current != home {
        scopes.scopes[current].free.insert(name.into());
        let Some(parent) = scopes.scopes[current].parent else { break };
        current = scopes.scopes[parent].frame;
    }
}

/// Where a name lives that the class around decides about, seen from a scope that sees the names of
/// that class first: what the class binds is never a variable of a function around.
fn decided_by_class(scopes: &Scopes, user: ScopeId, name: &str) -> Option<Place> {
    let class = scopes.scopes[user].class_dict?;
    let symbol = scopes.scopes[class].symbols.get(name)?;
    match () {
        () if symbol.global => Some(Place::Global),
        () if symbol.bound && !symbol.nonlocal => Some(Place::ClassDict),
        () => None,
    }
}

/// The scope whose variable a name means, if that is not a global or built-in.
///
/// Class scopes are passed over, except that they provide `__class__`.
fn binder(scopes: &Scopes, user: ScopeId, name: &str) -> Option<ScopeId> {
    let mut current = scopes.scopes[user].parent;
    while let Some(id) = current {
        let scope = &scopes.scopes[id];
        if scope.kind == ScopeKind::Class {
            // A comprehension in the class body itself means what the body means.
            if name == "__class__" && scopes.scopes[user].frame != id {
                return Some(id);
            }
        } else if scope.kind.is_function_like()
            && let Some(symbol) = scope.symbols.get(name)
        {
            if symbol.global {
                return None;
            }
            if (symbol.bound || symbol.parameter) && !symbol.nonlocal {
                return Some(id);
            }
        }
        current = scope.parent;
    }
    None
}

/// See [`Scopes::place`].
pub(super) fn place(scopes: &Scopes, user: ScopeId, name: &str) -> Place {
    let scope = &scopes.scopes[user];
    let symbol = scope.symbols.get(name).copied().unwrap_or_default();
    if symbol.global {
        return Place::Global;
    }
    let bound_here = (symbol.bound || symbol.parameter) && !symbol.nonlocal;
    match scope.kind {
        ScopeKind::Module if scopes.named => return Place::ClassName,
        ScopeKind::Module => return Place::Global,
        ScopeKind::Class if bound_here => return Place::ClassName,
        ScopeKind::Class if !symbol.nonlocal => {
            return match binder(scopes, user, name) {
                Some(_) => Place::ClassNameOrFree,
                None => Place::ClassName,
            };
        }
        _ if bound_here && symbol.captured => return Place::Cell(user),
        _ if bound_here => return Place::Local(user),
        _ => {}
    }
    if let Some(place) = decided_by_class(scopes, user, name) {
        return place;
    }
    match binder(scopes, user, name) {
        None if scope.class_dict.is_some() => Place::ClassDict,
        Some(_) if scope.class_dict.is_some() => Place::ClassDictOrFree,
        // An inlined comprehension sees what the code around it sees.
        None if scopes.named && scopes.scopes[scope.frame].kind == ScopeKind::Module => {
            Place::ClassName
        }
        None => Place::Global,
        Some(id) => {
            let home = &scopes.scopes[id];
            if home.kind == ScopeKind::Class || home.frame != scope.frame {
                return Place::Free;
            }
            match home.symbols.get(name) {
                Some(symbol) if symbol.captured => Place::Cell(id),
                _ => Place::Local(id),
            }
        }
    }
}
