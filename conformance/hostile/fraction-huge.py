# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
from fractions import Fraction
for work in (lambda: Fraction('1e1000000000'), lambda: Fraction(3, 7) ** 10**9, lambda: Fraction('1/' + '9' * 5000), lambda: Fraction(1, 3) ** Fraction(1, 10**9), lambda: format(Fraction(1, 3), '.100000000f'), lambda: format(Fraction(1, 3), '1000000000'), lambda: Fraction(10**100000, 3).limit_denominator(10**50000), lambda: hash(Fraction(1, 10**300000)), lambda: float(Fraction(10**400000, 1)), lambda: round(Fraction(1, 3), 10**9), lambda: round(Fraction(10**10, 3), -10**9)):
    try: work()
    except (MemoryError, OverflowError, ValueError, ZeroDivisionError) as e: print(type(e).__name__)
