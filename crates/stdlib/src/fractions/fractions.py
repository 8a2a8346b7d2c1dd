"""Rational numbers of any size."""

import functools
import math
import numbers
import operator
import sys

__all__ = ["Fraction"]

_MODULUS = sys.hash_info.modulus
_INF_HASH = sys.hash_info.inf


@functools.lru_cache(maxsize=1 << 14)
def _hash_algorithm(numerator, denominator):
    # Numbers that are equal have the same hash, whatever their class: that of a fraction is taken
    # modulo the prime that hashes of numbers are taken by.
    try:
        inverse = pow(denominator, -1, _MODULUS)
    except ValueError:
        result = _INF_HASH
    else:
        result = hash(hash(abs(numerator)) * inverse)
    result = result if numerator >= 0 else -result
    return -2 if result == -1 else result


def _digits(text, at):
    """Where the digits end that begin there; single underscores may stand between them."""
    end = at
    while end < len(text) and text[end].isdecimal():
        end += 1
        if text[end:end + 1] == "_" and text[end + 1:end + 2].isdecimal():
            end += 1
    return end


def _parse(text):
    """Numerator and denominator of what stands in a text; None if it is not a number."""
    body = text.strip()
    at, sign = 0, 1
    if body[:1] in ("+", "-") and body:
        sign = -1 if body[0] == "-" else 1
        at = 1
    end = _digits(body, at)
    whole = body[at:end]
    if whole and body[end:].lstrip()[:1] == "/":
        rest = body[end:].lstrip()[1:].lstrip()
        stop = _digits(rest, 0)
        if not stop or stop != len(rest):
            return None
        return sign * int(whole), int(rest)
    decimals, exponent = "", 0
    if body[end:end + 1] == ".":
        start = end + 1
        end = _digits(body, start)
        decimals = body[start:end].replace("_", "")
    if not whole and not decimals:
        return None
    if body[end:end + 1] in ("e", "E") and end < len(body):
        start = end + 1
        signed = body[start:start + 1] in ("+", "-") and start < len(body)
        stop = _digits(body, start + signed)
        if stop == start + signed:
            return None
        exponent, end = int(body[start:stop]), stop
    if end != len(body):
        return None
    numerator, denominator = int(whole or "0"), 1
    if decimals:
        denominator = 10 ** len(decimals)
        numerator = numerator * denominator + int(decimals)
    if exponent >= 0:
        numerator *= 10 ** exponent
    else:
        denominator *= 10 ** -exponent
    return sign * numerator, denominator


def _round_to_exponent(n, d, exponent, no_neg_zero=False):
    """The sign and the significand of a rational as a multiple of a power of ten."""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    # Half of a unit is rounded to even.
    q, r = divmod(n + (d >> 1), d)
    if r == 0 and d & 1 == 0:
        q &= -2
    return (q < 0 if no_neg_zero else n < 0), abs(q)


def _round_to_figures(n, d, figures):
    """The same with a number of significant digits, and the power of ten."""
    if n == 0:
        return False, 0, 1 - figures
    str_n, str_d = str(abs(n)), str(d)
    m = len(str_n) - len(str_d) + (str_d <= str_n)
    exponent = m - figures
    sign, significand = _round_to_exponent(n, d, exponent)
    if len(str(significand)) == figures + 1:
        significand //= 10
        exponent += 1
    return sign, significand, exponent


class _Spec:
    """A format specification of a fraction: in its general form, or that of a float."""

    __slots__ = ("fill", "align", "sign", "no_neg_zero", "alt", "zeropad", "minimumwidth", "sep",
                 "precision", "kind")

    def __init__(self, text):
        self.fill = self.align = None
        at = 0
        if len(text) >= 2 and text[1] in "<>=^":
            self.fill, self.align, at = text[0], text[1], 2
        elif text[:1] in ("<", ">", "=", "^"):
            self.align, at = text[0], 1
        self.sign = "-"
        if text[at:at + 1] in ("+", "-", " "):
            self.sign = text[at]
            at += 1
        self.no_neg_zero = text[at:at + 1] == "z"
        at += self.no_neg_zero
        self.alt = text[at:at + 1] == "#"
        at += self.alt
        # A leading zero pads if the width goes on behind it.
        self.zeropad = text[at:at + 1] == "0" and _is_digit(text[at + 1:at + 2])
        at += self.zeropad
        start = at
        at = _plain_digits(text, at)
        self.minimumwidth = int(text[start:at] or "0")
        self.sep = ""
        if text[at:at + 1] in (",", "_"):
            self.sep = text[at]
            at += 1
        self.precision = None
        if text[at:at + 1] == ".":
            start = at + 1
            at = _plain_digits(text, start)
            self.precision = text[start:at]
        self.kind = text[at:]

    def is_general(self):
        """Whether it asks for numerator and denominator."""
        return (self.kind == "" and not self.no_neg_zero and self.precision is None)

    def is_float(self):
        """Whether it is one of a float."""
        return self.kind in ("e", "E", "f", "F", "g", "G", "%") and self.precision != ""


def _is_digit(char):
    return char != "" and char in "0123456789"


def _plain_digits(text, at):
    """Where a number ends that begins there, which has no needless zeros."""
    if text[at:at + 1] == "0":
        return at + 1
    while _is_digit(text[at:at + 1]):
        at += 1
    return at


def _compare(operator):
    """A comparison with numbers of all kinds."""
    def compare(a, b):
        if isinstance(b, numbers.Rational):
            return operator(a._numerator * b.denominator, a._denominator * b.numerator)
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return operator(0.0, b)
            return operator(a, a.from_float(b))
        return NotImplemented

    return compare


def _operator_fallbacks(monomorphic, fallback, handle_complex=True):
    """A binary operation and its reflection: exact with whole and rational numbers, else that of
    the other kind of number."""
    def forward(a, b):
        if isinstance(b, Fraction):
            return monomorphic(a, b)
        if isinstance(b, int):
            return monomorphic(a, Fraction(b))
        if isinstance(b, float):
            return fallback(float(a), b)
        if handle_complex and isinstance(b, complex):
            return fallback(complex(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return monomorphic(Fraction(a), b)
        if isinstance(a, numbers.Real):
            return fallback(float(a), float(b))
        if handle_complex and isinstance(a, numbers.Complex):
            return fallback(complex(a), float(b))
        return NotImplemented

    forward.__name__ = f"__{fallback.__name__}__"
    forward.__doc__ = monomorphic.__doc__
    reverse.__name__ = f"__r{fallback.__name__}__"
    reverse.__doc__ = monomorphic.__doc__
    return forward, reverse


class Fraction(numbers.Rational):
    """A rational number: of two whole ones, a text, or another number."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, float) or _is_decimal(numerator):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            parsed = _parse(numerator)
            if parsed is None:
                raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            numerator, denominator = parsed
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        g = math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        self._numerator = numerator // g
        self._denominator = denominator // g
        return self

    @classmethod
    def from_float(cls, f):
        """The number that a float stands for."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} "
                            f"({type(f).__name__})")
        return cls._from_coprime_ints(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The number that a decimal stands for."""
        if isinstance(dec, numbers.Integral):
            dec = int(dec)
            return cls(dec)
        if not _is_decimal(dec):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} "
                            f"({type(dec).__name__})")
        return cls._from_coprime_ints(*dec.as_integer_ratio())

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        """One of numbers that are known to be in lowest terms."""
        made = super(Fraction, cls).__new__(cls)
        made._numerator = numerator
        made._denominator = denominator
        return made

    def is_integer(self):
        """Whether it is whole."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """Numerator and denominator."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest one whose denominator is not larger."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The convergents of the continued fraction, as far as the denominator admits.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        # Of the two neighbours the nearer, of equally near ones the simpler.
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._from_coprime_ints(p1, q1)
        return Fraction._from_coprime_ints(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def _format_general(self, spec):
        """Numerator and denominator, padded."""
        n, d = self._numerator, self._denominator
        sign = "-" if n < 0 else spec.sign if spec.sign != "-" else ""
        body = f"{abs(n):{spec.sep}}"
        if d > 1 or spec.alt:
            body += f"/{d:{spec.sep}}"
        return _padded(sign, body, spec.fill or " ", spec.align or ">", spec.minimumwidth)

    def _format_float_style(self, spec):
        """As a float of any precision."""
        fill, align = spec.fill or " ", spec.align or ">"
        zeropad = spec.zeropad
        if spec.fill is None and spec.align is None and zeropad:
            fill, align = "0", "="
        elif zeropad and spec.fill is None:
            fill = "0"
        kind, alternate = spec.kind, spec.alt
        precision = int(spec.precision or "6")
        capital = kind in "EFG"
        if kind in "gG":
            precision = max(precision, 1)
        if kind in "fF%":
            exponent = -precision
            if kind == "%":
                exponent -= 2
            negative, significand = _round_to_exponent(
                self._numerator, self._denominator, exponent, spec.no_neg_zero)
            scientific, point = False, precision
        else:
            figures = precision if kind in "gG" else precision + 1
            negative, significand, exponent = _round_to_figures(
                self._numerator, self._denominator, figures)
            scientific = kind in "eE" or exponent > 0 or exponent + figures <= -4
            point = figures - 1 if scientific else -exponent
        if kind == "%":
            suffix = "%"
        elif scientific:
            suffix = f"{'E' if capital else 'e'}{exponent + point:+03d}"
        else:
            suffix = ""
        digits = f"{significand:0{point + 1}d}"
        whole, decimals = digits[:len(digits) - point], digits[len(digits) - point:]
        if kind in "gG" and not alternate:
            decimals = decimals.rstrip("0")
        sign = "-" if negative else spec.sign if spec.sign != "-" else ""
        separator = "." if decimals or alternate else ""
        trailing = separator + decimals + suffix
        if zeropad:
            # The zeros are part of the number, so that separators stand between them.
            least = spec.minimumwidth - len(sign) - len(trailing)
            whole = whole.zfill(3 * least // 4 + 1 if spec.sep else least)
        if spec.sep:
            lead = 1 + (len(whole) - 1) % 3
            whole = whole[:lead] + "".join(
                spec.sep + whole[at:at + 3] for at in range(lead, len(whole), 3))
        return _padded(sign, whole + trailing, fill, align, spec.minimumwidth)

    def __format__(self, format_spec, /):
        """Numerator and denominator, or what a float's format asks for."""
        spec = _Spec(format_spec)
        if spec.is_general() and not spec.zeropad:
            return self._format_general(spec)
        if spec.is_float():
            # Padding zeros and an alignment exclude each other.
            if spec.align is None or not spec.zeropad:
                return self._format_float_style(spec)
        raise ValueError(
            f"Invalid format specifier {format_spec!r} for object of type "
            f"{type(self).__name__!r}")

    def _add(a, b):
        """a + b"""
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        g = math.gcd(da, db)
        if g == 1:
            return Fraction._from_coprime_ints(na * db + da * nb, da * db)
        s = da // g
        t = na * (db // g) + nb * s
        g2 = math.gcd(t, g)
        return Fraction._from_coprime_ints(t // g2, s * (db // g2))

    __add__, __radd__ = _operator_fallbacks(_add, operator.add)

    def _sub(a, b):
        """a - b"""
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        g = math.gcd(da, db)
        if g == 1:
            return Fraction._from_coprime_ints(na * db - da * nb, da * db)
        s = da // g
        t = na * (db // g) - nb * s
        g2 = math.gcd(t, g)
        return Fraction._from_coprime_ints(t // g2, s * (db // g2))

    __sub__, __rsub__ = _operator_fallbacks(_sub, operator.sub)

    def _mul(a, b):
        """a * b"""
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        g1, g2 = math.gcd(na, db), math.gcd(nb, da)
        return Fraction._from_coprime_ints((na // g1) * (nb // g2), (db // g1) * (da // g2))

    __mul__, __rmul__ = _operator_fallbacks(_mul, operator.mul)

    def _div(a, b):
        """a / b"""
        nb, db = b._numerator, b._denominator
        if nb == 0:
            raise ZeroDivisionError(f"Fraction({db}, 0)")
        na, da = a._numerator, a._denominator
        g1, g2 = math.gcd(na, nb), math.gcd(db, da)
        n, d = (na // g1) * (db // g2), (nb // g1) * (da // g2)
        if d < 0:
            n, d = -n, -d
        return Fraction._from_coprime_ints(n, d)

    __truediv__, __rtruediv__ = _operator_fallbacks(_div, operator.truediv)

    def _floordiv(a, b):
        """a // b"""
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    __floordiv__, __rfloordiv__ = _operator_fallbacks(_floordiv, operator.floordiv, False)

    def _divmod(a, b):
        """(a // b, a % b)"""
        da, db = a.denominator, b.denominator
        div, n_mod = divmod(a.numerator * db, da * b.numerator)
        return div, Fraction(n_mod, da * db)

    __divmod__, __rdivmod__ = _operator_fallbacks(_divmod, divmod, False)

    def _mod(a, b):
        """a % b"""
        da, db = a.denominator, b.denominator
        return Fraction((a.numerator * db) % (b.numerator * da), da * db)

    __mod__, __rmod__ = _operator_fallbacks(_mod, operator.mod, False)

    def __pow__(a, b):
        """a ** b: exact if b is whole, else a float or a complex number."""
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                # A negative number has a complex root.
                return float(a) ** float(b)
            power = b.numerator
            if power >= 0:
                return Fraction._from_coprime_ints(a._numerator ** power, a._denominator ** power)
            if a._numerator > 0:
                return Fraction._from_coprime_ints(a._denominator ** -power, a._numerator ** -power)
            if a._numerator == 0:
                raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
            return Fraction._from_coprime_ints((-a._denominator) ** -power,
                                               (-a._numerator) ** -power)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a):
        """a ** b"""
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        """+a"""
        return Fraction._from_coprime_ints(a._numerator, a._denominator)

    def __neg__(a):
        """-a"""
        return Fraction._from_coprime_ints(-a._numerator, a._denominator)

    def __abs__(a):
        """abs(a)"""
        return Fraction._from_coprime_ints(abs(a._numerator), a._denominator)

    def __int__(a, _index=operator.index):
        """int(a)"""
        if a._numerator < 0:
            return _index(-(-a._numerator // a._denominator))
        return _index(a._numerator // a._denominator)

    def __trunc__(a):
        """math.trunc(a)"""
        if a._numerator < 0:
            return -(-a._numerator // a._denominator)
        return a._numerator // a._denominator

    def __floor__(a):
        """math.floor(a)"""
        return a._numerator // a._denominator

    def __ceil__(a):
        """math.ceil(a)"""
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        """round(self, ndigits): half of a unit to even."""
        if ndigits is None:
            d = self._denominator
            floor, remainder = divmod(self._numerator, d)
            if remainder * 2 < d:
                return floor
            if remainder * 2 > d:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        return _hash_algorithm(self._numerator, self._denominator)

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    __lt__ = _compare(operator.lt)
    __gt__ = _compare(operator.gt)
    __le__ = _compare(operator.le)
    __ge__ = _compare(operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        if type(self) is Fraction:
            return self
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _padded(sign, body, fill, align, width):
    """A number with its sign, padded to a width."""
    padding = fill * (width - len(sign) - len(body))
    if align == ">":
        return padding + sign + body
    if align == "<":
        return sign + body + padding
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return sign + padding + body


def _is_decimal(value):
    """Whether it is a decimal: nothing is, unless the module is imported."""
    decimal = sys.modules.get("decimal")
    return decimal is not None and isinstance(value, decimal.Decimal)
