#!/usr/bin/env bash
# multidict 7.2.1: how many keys a MultiDict has, and when two are equal.
#
# len() counts pairs, iteration gives each key once: len(m) is not len(list(m)), although both are those of a Mapping. Equality
# compares the pairs in order, also of different keys, so that what equals as dict may differ as MultiDict.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install -q multidict==7.2.1
env/bin/python > seen <<'PYTHON'
from collections.abc import Mapping
from multidict import MultiDict

m = MultiDict([("a", 1), ("a", 2), ("b", 3)])
print(isinstance(m, Mapping), len(m), list(m), len(m.keys()), len(m.items()))
print(MultiDict(a=1, b=2) == MultiDict(b=2, a=1), dict(a=1, b=2) == dict(b=2, a=1))
print(MultiDict(a=1, b=2) == {"b": 2, "a": 1})
PYTHON
cat seen
diff - seen <<'SEEN'
True 3 ['a', 'b'] 2 3
False True
True
SEEN
