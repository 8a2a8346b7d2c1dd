#!/usr/bin/env bash
# attrs 26.1.0: classes with slots are made twice.
#
# Slots cannot be added to a class that is there, so @define makes a second one from the first. __init_subclass__ of the base runs for
# both, and both are subclasses of the base until the first is collected: a registry kept in __init_subclass__ holds a class that
# has no fields and that nobody can name. __class__ in methods is that of the second.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install -q attrs==26.1.0
env/bin/python > seen <<'PYTHON'
import gc
from attrs import define, fields_dict


class Base:
    registry = []

    def __init_subclass__(cls):
        Base.registry.append(cls)


@define
class Point(Base):
    x: int = 0

    def own(self):
        return __class__


print([each.__name__ for each in Base.registry], [each is Point for each in Base.registry])
print([hasattr(each, "__attrs_attrs__") for each in Base.registry], Point().own() is Point)
print(len(Base.__subclasses__()))
Base.registry.clear()
gc.collect()
print(len(Base.__subclasses__()))
PYTHON
cat seen
diff - seen <<'SEEN'
['Point', 'Point'] [False, True]
[False, True] True
2
1
SEEN
