"""Annotations as text."""

from types import GenericAlias


def format_annotation(annotation, base_module=None):
    """The text of an annotation in a signature: names of built-in classes and those of
    `base_module` without their module's, and what is of `typing` too."""
    if getattr(annotation, "__module__", None) == "typing":
        return _without_typing(repr(annotation))
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _without_typing(text):
    """The text with `typing.` gone wherever a dotted name begins with it."""
    parts, at = [], 0
    while (start := text.find("typing.", at)) >= 0:
        before = text[start - 1:start]
        inside = before and (before in "._" or before.isalnum())
        parts.append(text[at:start])
        if inside:
            parts.append("typing.")
        at = start + len("typing.")
    return "".join(parts) + text[at:]
