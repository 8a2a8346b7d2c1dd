"""Averages, spread and relations of numbers, exact as far as the numbers are."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from functools import reduce
from itertools import count, groupby, repeat
from math import (
    acos, asin, atan, cos, cosh, erf, erfc, exp, fabs, fsum, hypot, isinf, isfinite, isnan, log, pi,
    sin, sqrt, sumprod, tan, tau)
from numbers import Real

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean",
           "geometric_mean", "harmonic_mean", "kde", "kde_random", "linear_regression", "mean",
           "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev",
           "pvariance", "quantiles", "stdev", "variance"]

_SQRT2 = sqrt(2.0)


class StatisticsError(ValueError):
    """There are too few numbers, or they are not fit."""


# Exact sums.


def _exact_ratio(x):
    """A number as a numerator and a denominator, which is None for what is not finite."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(
            f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _coerce(T, S):
    """The class of a result of numbers of two classes."""
    if T is S or S is int or S is bool:
        return T
    if T is int or issubclass(S, T):
        return S
    if issubclass(T, S):
        return T
    if issubclass(T, int):
        return S
    if issubclass(S, int):
        return T
    if issubclass(T, Fraction) and issubclass(S, float):
        return S
    if issubclass(T, float) and issubclass(S, Fraction):
        return T
    raise TypeError(f"don't know how to coerce {T.__name__} and {S.__name__}")


def _convert(value, T):
    """An exact result in the class of the numbers."""
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        T = float
    try:
        return T(value)
    except TypeError:
        if not hasattr(T, "sqrt"):
            raise
        # Decimals divide.
        return T(value.numerator) / T(value.denominator)


def _sum(data):
    """The class, the exact sum and the number of numbers."""
    number, types, partials = 0, set(), {}
    for kind, values in groupby(data, type):
        types.add(kind)
        for n, d in map(_exact_ratio, values):
            number += 1
            partials[d] = partials.get(d, 0) + n
    if None in partials:
        total = partials[None]
    else:
        total = sum(Fraction(n, d) for d, n in partials.items())
    return reduce(_coerce, types, int), total, number


def _ss(data, c=None):
    """The class, the sum of squared deviations, what they deviate from, and their number."""
    if c is not None:
        T, ssd, number = _sum((d := x - c) * d for x in data)
        return T, ssd, c, number
    number, types, sums, squares = 0, set(), {}, {}
    for kind, values in groupby(data, type):
        types.add(kind)
        for n, d in map(_exact_ratio, values):
            number += 1
            sums[d] = sums.get(d, 0) + n
            squares[d] = squares.get(d, 0) + n * n
    if not number:
        ssd = c = Fraction(0)
    elif None in sums:
        ssd = c = sums[None]
    else:
        total = sum(Fraction(n, d) for d, n in sums.items())
        square = sum(Fraction(n, d * d) for d, n in squares.items())
        ssd = (number * square - total * total) / number
        c = total / number
    return reduce(_coerce, types, int), ssd, c, number


def _integer_sqrt_of_frac_rto(n, m):
    """The root of a ratio, odd where it is not whole, so that it can be rounded once more."""
    a = math.isqrt(n // m)
    return a | (a * a * m != n)


def _float_sqrt_of_frac(n, m):
    """The root of a ratio, rounded once."""
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        return (_integer_sqrt_of_frac_rto(n, m << 2 * q) << q) / 1
    return _integer_sqrt_of_frac_rto(n << -2 * q, m) / (1 << -q)


def _root(value, T):
    if issubclass(T, (int, float, Fraction)):
        return _float_sqrt_of_frac(value.numerator, value.denominator)
    return (T(value.numerator) / T(value.denominator)).sqrt()


def _fail_neg(values, errmsg="negative value"):
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


# Averages.


def mean(data):
    """The arithmetic mean."""
    T, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, T)


def fmean(data, weights=None):
    """The arithmetic mean as a float, weighted if weights are given."""
    if weights is None:
        if not hasattr(data, "__len__"):
            data = list(data)
        n = len(data)
        total = fsum(data)
        if not n:
            raise StatisticsError("fmean requires at least one data point")
        return total / n
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    try:
        total = sumprod(data, weights)
    except ValueError:
        raise StatisticsError("data and weights must be the same length")
    weight = fsum(weights)
    if not weight:
        raise StatisticsError("sum of weights must be non-zero")
    return total / weight


def geometric_mean(data):
    """The geometric mean."""
    n, found_zero = 0, False

    def positive(values):
        nonlocal n, found_zero
        for n, x in enumerate(values, start=1):
            if x > 0.0 or isnan(x):
                yield x
            elif x == 0.0:
                found_zero = True
            else:
                raise StatisticsError("No negative inputs allowed", x)

    total = fsum(map(log, positive(data)))
    if not n:
        raise StatisticsError("Must have a non-empty dataset")
    if isnan(total):
        return math.nan
    if found_zero:
        return math.nan if total == math.inf else 0.0
    return exp(total / n)


def harmonic_mean(data, weights=None):
    """The harmonic mean, weighted if weights are given."""
    if iter(data) is data:
        data = list(data)
    negative = "harmonic mean does not support negative values"
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        x = data[0]
        if not hasattr(x, "as_integer_ratio") and not isinstance(x, Real):
            raise TypeError("unsupported type")
        if x < 0:
            raise StatisticsError(negative)
        return x
    if weights is None:
        weights, weight = repeat(1, n), n
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != n:
            raise StatisticsError("Number of weights does not match data size")
        _, weight, _ = _sum(w for w in _fail_neg(weights, negative))
    try:
        T, total, _ = _sum(w / x if w else 0 for w, x in zip(weights, _fail_neg(data, negative)))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(weight / total, T)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data, len(data)


def median(data):
    """The middle value, or the mean of the two in the middle."""
    data, n = _sorted(data)
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """The middle value, or the smaller of the two in the middle."""
    data, n = _sorted(data)
    return data[n // 2] if n % 2 else data[n // 2 - 1]


def median_high(data):
    """The middle value, or the larger of the two in the middle."""
    data, n = _sorted(data)
    return data[n // 2]


def median_grouped(data, interval=1.0):
    """The median of values that stand for intervals around them."""
    data, n = _sorted(data)
    x = data[n // 2]
    below = bisect_left(data, x)
    inside = bisect_right(data, x, lo=below) - below
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return x - interval / 2.0 + interval * (n / 2 - below) / inside


def mode(data):
    """The most common value, of several the first."""
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    """All values that are most common."""
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, number in counts.items() if number == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The values that divide the numbers into `n` parts of the same size."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    if method == "inclusive":
        m = size - 1
        found = []
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            found.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return found
    if method == "exclusive":
        m = size + 1
        found = []
        for i in range(1, n):
            j = min(max(i * m // n, 1), size - 1)
            delta = i * m - j * n
            found.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return found
    raise ValueError(f"Unknown method: {method!r}")


# Spread.


def variance(data, xbar=None):
    """The variance of a sample."""
    T, ss, _, n = _ss(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(ss / (n - 1), T)


def pvariance(data, mu=None):
    """The variance of a population."""
    T, ss, _, n = _ss(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(ss / n, T)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    T, ss, _, n = _ss(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(ss / (n - 1), T)


def pstdev(data, mu=None):
    """The standard deviation of a population."""
    T, ss, _, n = _ss(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(ss / n, T)


# Relations.


def _same_size(x, y, what):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f"{what} requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(f"{what} requires at least two data points")
    return n


def _deviations(values, n):
    middle = fsum(values) / n
    return [value - middle for value in values]


def covariance(x, y, /):
    """The covariance of two samples."""
    n = _same_size(x, y, "covariance")
    return sumprod(_deviations(x, n), _deviations(y, n)) / (n - 1)


def _sqrtprod(x, y):
    """The root of a product, corrected for what the product's rounding took away."""
    h = sqrt(x * y)
    if not isfinite(h):
        if isinf(h) and not isinf(x) and not isinf(y):
            scale = 2.0 ** -512
            return _sqrtprod(scale * x, scale * y) / scale
        return h
    if not h:
        if x and y:
            scale = 2.0 ** 537
            return _sqrtprod(scale * x, scale * y) / scale
        return h
    return h + sumprod((x, h), (y, -h)) / (2.0 * h)


def _rank(data, start):
    """The ranks of values; those of equal ones are averaged."""
    order = sorted(zip(data, count()))
    ranks, i = [0] * len(order), start - 1
    for _, group in groupby(order, key=lambda pair: pair[0]):
        group = list(group)
        size = len(group)
        rank = i + (size + 1) / 2
        for _, position in group:
            ranks[position] = rank
        i += size
    return ranks


def correlation(x, y, /, *, method="linear"):
    """The correlation of two samples, or of their ranks."""
    n = _same_size(x, y, "correlation")
    if method not in {"linear", "ranked"}:
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        start = (n - 1) / -2
        x, y = _rank(x, start), _rank(y, start)
    else:
        x, y = _deviations(x, n), _deviations(y, n)
    try:
        return sumprod(x, y) / _sqrtprod(sumprod(x, x), sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line with the smallest squared distances."""
    n = _same_size(x, y, "linear regression")
    if not proportional:
        x_mean, y_mean = fsum(x) / n, fsum(y) / n
        x = [value - x_mean for value in x]
        y = [value - y_mean for value in y]
    try:
        slope = (sumprod(x, y) + 0.0) / sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope, 0.0 if proportional else y_mean - slope * x_mean)


# The normal distribution.

# Wichura's rational approximations of its quantiles (AS 241): for the middle, the flanks and the
# tails; numerator and denominator each, the highest power first.
_MIDDLE = (
    (2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
     4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
     1.3314166789178437745e+2, 3.3871328727963666080e+0),
    (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4,
     2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2,
     4.2313330701600911252e+1, 1.0))
_FLANK = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
     1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
     4.63033784615654529590e+0, 1.42343711074968357734e+0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
     1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
     2.05319162663775882187e+0, 1.0))
_TAIL = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
     2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
     5.46378491116411436990e+0, 6.65790464350110377720e+0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
     7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
     5.99832206555887937690e-1, 1.0))


def _polynomial(coefficients, r):
    value = coefficients[0]
    for coefficient in coefficients[1:]:
        value = value * r + coefficient
    return value


def _normal_dist_inv_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        x = _polynomial(_MIDDLE[0], r) * q / _polynomial(_MIDDLE[1], r)
        return mu + x * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    table, r = (_FLANK, r - 1.6) if r <= 5.0 else (_TAIL, r - 5.0)
    x = _polynomial(table[0], r) / _polynomial(table[1], r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """A normal distribution."""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution",
                 "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution that a sample suggests."""
        data = list(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        """Random values of the distribution."""
        import random
        source = random.random if seed is None else random.Random(seed).random
        return [_normal_dist_inv_cdf(source(), self._mu, self._sigma) for _ in repeat(None, n)]

    def pdf(self, x):
        """The density at a value."""
        square = self._sigma * self._sigma
        if not square:
            raise StatisticsError("pdf() not defined when sigma is zero")
        difference = x - self._mu
        return exp(difference * difference / (-2.0 * square)) / sqrt(tau * square)

    def cdf(self, x):
        """How probable a smaller value is."""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        """The value below which others lie with a probability."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The values that divide it into parts of the same probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """How much of the area below two densities is that of both."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        X, Y = self, other
        if (Y._sigma, Y._mu) < (X._sigma, X._mu):
            X, Y = Y, X
        x_variance, y_variance = X.variance, Y.variance
        if not x_variance or not y_variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv, dm = y_variance - x_variance, fabs(Y._mu - X._mu)
        if not dv:
            return erfc(dm / (2.0 * X._sigma * _SQRT2))
        a = X._mu * y_variance - Y._mu * x_variance
        b = X._sigma * Y._sigma * sqrt(dm * dm + dv * log(y_variance / x_variance))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (fabs(Y.cdf(x1) - X.cdf(x1)) + fabs(Y.cdf(x2) - X.cdf(x2)))

    def zscore(self, x):
        """How many standard deviations a value lies above the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state


# Densities that are estimated of samples.


def _inverse(estimate, function, slope):
    """The inverse of a growing function, by Newton's method."""
    def inverse(y):
        x = estimate(y)
        while abs(off := function(x) - y) > 1e-12:
            x -= off / slope(x)
        return x
    return inverse


def _quartic_pdf(t):
    return 15/16 * (1.0 - t * t) ** 2


def _quartic_cdf(t):
    return 3/16 * t**5 - 5/8 * t**3 + 15/16 * t + 1/2


def _quartic_invcdf_estimate(p):
    sign, p = (1.0, p) if p <= 1/2 else (-1.0, 1.0 - p)
    x = (2.0 * p) ** 0.4258865685331 - 1.0
    if p >= 0.004:
        x += 0.026818732 * sin(7.101753784 * p + 2.73230839482953)
    return x * sign


def _triweight_pdf(t):
    return 35/32 * (1.0 - t * t) ** 3


def _triweight_cdf(t):
    return 35/32 * (-1/7*t**7 + 3/5*t**5 - t**3 + t) + 1/2


def _triweight_invcdf_estimate(p):
    sign, p = (1.0, p) if p <= 1/2 else (-1.0, 1.0 - p)
    return ((2.0 * p) ** 0.3400218741872791 - 1.0) * sign


# By the name of a kernel: its density, its distribution, whether it ends at -1 and 1.
_KERNELS = {
    "normal": (lambda t: exp(-1/2 * t * t) / sqrt(2 * pi),
               lambda t: 1/2 * (1.0 + erf(t / _SQRT2)), False),
    "logistic": (lambda t: 1/2 / (1.0 + cosh(t)),
                 lambda t: 1.0 - 1.0 / (exp(t) + 1.0), False),
    "sigmoid": (lambda t: 1 / pi / cosh(t), lambda t: 2 / pi * atan(exp(t)), False),
    "rectangular": (lambda t: 1/2, lambda t: 1/2 * t + 1/2, True),
    "triangular": (lambda t: 1.0 - abs(t),
                   lambda t: t*t * (1/2 if t < 0.0 else -1/2) + t + 1/2, True),
    "parabolic": (lambda t: 3/4 * (1.0 - t * t), lambda t: -1/4 * t**3 + 3/4 * t + 1/2, True),
    "quartic": (_quartic_pdf, _quartic_cdf, True),
    "triweight": (_triweight_pdf, _triweight_cdf, True),
    "cosine": (lambda t: pi / 4 * cos(pi / 2 * t), lambda t: 1/2 * sin(pi / 2 * t) + 1/2, True),
}
_kernel_invcdfs = {
    "normal": NormalDist().inv_cdf,
    "logistic": lambda p: log(p / (1 - p)),
    "sigmoid": lambda p: log(tan(p * pi/2)),
    "rectangular": lambda p: 2*p - 1,
    "parabolic": lambda p: 2 * cos((acos(2*p-1) + pi) / 3),
    "quartic": _inverse(_quartic_invcdf_estimate, _quartic_cdf, _quartic_pdf),
    "triweight": _inverse(_triweight_invcdf_estimate, _triweight_cdf, _triweight_pdf),
    "triangular": lambda p: sqrt(2*p) - 1 if p < 1/2 else 1 - sqrt(2 - 2*p),
    "cosine": lambda p: 2 * asin(2*p - 1) / pi,
}
for _kernels in (_KERNELS, _kernel_invcdfs):
    _kernels |= {"gauss": _kernels["normal"], "uniform": _kernels["rectangular"],
                 "epanechnikov": _kernels["parabolic"], "biweight": _kernels["quartic"]}
del _kernels


def _check_sample(data, h):
    if not len(data):
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError("Data sequence must contain ints or floats")
    if h <= 0.0:
        raise StatisticsError(f"Bandwidth h must be positive, not {h=!r}")


def kde(data, h, kernel="normal", *, cumulative=False):
    """The density that a sample suggests, or the distribution: a function, made of a kernel of
    width `h` around each value. Values that are appended later count."""
    _check_sample(data, h)
    if kernel not in _KERNELS:
        raise StatisticsError(f"Unknown kernel name: {kernel!r}")
    density, distribution, is_bounded = _KERNELS[kernel]
    sample, number = sorted(data) if is_bounded else data, len(data)

    def near(x):
        """The values whose kernels reach to x, and how many lie wholly below."""
        nonlocal sample, number
        if not is_bounded:
            return data, 0
        if len(data) != number:
            sample, number = sorted(data), len(data)
        below = bisect_left(sample, x - h * 1.0)
        return sample[below:bisect_right(sample, x + h * 1.0)], below

    def pdf(x):
        values, _ = near(x)
        return sum(density((x - value) / h) for value in values) / (len(data) * h)

    def cdf(x):
        values, below = near(x)
        return sum((distribution((x - value) / h) for value in values), below) / len(data)

    cdf.__doc__ = f"CDF estimate with {h=!r} and {kernel=!r}"
    pdf.__doc__ = f"PDF estimate with {h=!r} and {kernel=!r}"
    return cdf if cumulative else pdf


def kde_random(data, h, kernel="normal", *, seed=None):
    """A function that gives random values of the density that `kde` makes of a sample."""
    _check_sample(data, h)
    inverse = _kernel_invcdfs.get(kernel)
    if inverse is None:
        raise StatisticsError(f"Unknown kernel name: {kernel!r}")
    import random
    source = random.Random(seed)
    random, choice = source.random, source.choice

    def rand():
        return choice(data) + h * inverse(random())

    rand.__doc__ = f"Random KDE selection with {h=!r} and {kernel=!r}"
    return rand
