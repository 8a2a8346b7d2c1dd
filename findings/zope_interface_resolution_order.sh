#!/usr/bin/env bash
# zope.interface 8.7: the resolution order of interfaces whose bases cannot be ordered.
#
# Interfaces are ordered by C3, as classes are. Where C3 finds no order, a class statement raises TypeError; an interface is made
# all the same, in an order that breaks the order of bases that was written down: the base that extends the other comes first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install -q zope.interface==8.7
env/bin/python > seen <<'PYTHON'
from zope.interface import Interface


class A: pass
class B(A): pass
try:
    class C(A, B): pass
except TypeError as error:
    print("class:", str(error).splitlines()[0])


class IA(Interface): pass
class IB(IA): pass
class IC(IA, IB): pass
print("interface:", [each.__name__ for each in IC.__bases__], [each.__name__ for each in IC.__iro__])


class IX(Interface): pass
class IY(Interface): pass
class IXY(IX, IY): pass
class IYX(IY, IX): pass
class IBoth(IXY, IYX): pass
print("interface:", [each.__name__ for each in IBoth.__iro__])
PYTHON
cat seen
diff - seen <<'SEEN'
class: Cannot create a consistent method resolution
interface: ['IA', 'IB'] ['IC', 'IB', 'IA', 'Interface']
interface: ['IBoth', 'IXY', 'IYX', 'IY', 'IX', 'Interface']
SEEN
