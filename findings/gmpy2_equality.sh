#!/usr/bin/env bash
# gmpy2 2.3.2: == between an mpz and the other numbers of Python.
#
# An mpz hashes as the int does and stands for it as a key. It equals the float and the Fraction of its value, but not the
# complex number, though 2 == 2+0j and the hashes are the same; and asking whether it equals a Decimal raises TypeError, so that
# a lookup in a dict raises too, when such a key has the same hash; on the left too, since the Decimal leaves the answer to the mpz.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install -q gmpy2==2.3.2
env/bin/python > seen <<'PYTHON'
from decimal import Decimal
from fractions import Fraction
from gmpy2 import mpz

print(hash(mpz(2)) == hash(2) == hash(2 + 0j) == hash(Decimal(2)))
print(2 == 2 + 0j, mpz(2) == 2 + 0j, 2 + 0j == mpz(2))
print(mpz(2) == 2.0, mpz(2) == Fraction(2))
for ask in (lambda: mpz(2) == Decimal(2), lambda: Decimal(2) == mpz(2), lambda: {Decimal(2): "two"}.get(mpz(2))):
    try:
        print(ask())
    except TypeError as error:
        print("TypeError:", error)
PYTHON
cat seen
diff - seen <<'SEEN'
True
True False False
True True
TypeError: argument must be an integer
TypeError: argument must be an integer
TypeError: argument must be an integer
SEEN
