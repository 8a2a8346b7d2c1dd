#!/usr/bin/env bash
# pyrsistent 0.20.0: operators and equality with the built-in type on the other side.
#
# A PSet takes a set as the right operand of its operators, but a set with a PSet on its right raises TypeError: there are no
# reflected methods, though comparisons work both ways. A pvector equals the list of its items; a plist and a pdeque never do.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install -q pyrsistent==0.20.0
env/bin/python > seen <<'PYTHON'
from pyrsistent import pdeque, plist, pset, pvector

print(pset([1]) | {2}, pset([1]) == {1}, {1} == pset([1]), {1, 2} > pset([1]))
try:
    print({2} | pset([1]))
except TypeError as error:
    print("TypeError:", error)
print(pvector([1, 2]) == [1, 2], plist([1, 2]) == [1, 2], pdeque([1, 2]) == [1, 2], list(plist([1, 2])) == [1, 2])
PYTHON
cat seen
diff - seen <<'SEEN'
pset([1, 2]) True True True
TypeError: unsupported operand type(s) for |: 'set' and 'PSet'
True False False True
SEEN
