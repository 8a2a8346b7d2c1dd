#!/usr/bin/env bash
# wrapt 2.5.2: a transparent proxy in a match statement.
#
# isinstance sees through the proxy, since it reads __class__; so does a class pattern. Sequence and mapping patterns ask the flags
# of the proxy's own type, and those are not set: a proxied list is an instance of list, matches list(), and does not match [a, b].
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install -q wrapt==2.5.2
env/bin/python > seen <<'PYTHON'
import wrapt
from collections.abc import Mapping, Sequence


def which(value):
    match value:
        case [first, second]:
            return "sequence"
        case {"key": value}:
            return "mapping"
        case list() | dict():
            return "class"
    return "none"


for value in ([1, 2], {"key": 1}):
    proxy = wrapt.ObjectProxy(value)
    print(isinstance(proxy, type(value)), isinstance(proxy, (Sequence, Mapping)), which(value), which(proxy))
PYTHON
cat seen
diff - seen <<'SEEN'
True True sequence class
True True mapping class
SEEN
