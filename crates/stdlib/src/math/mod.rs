//! `math`.

mod exact_sum;
mod functions;
mod gamma;
mod gcd;
mod whole;

use num_bigint::BigInt;
use objmodel::objects::dict::Dict;
use objmodel::objects::number::IntRef;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Value, singletons};
use objmodel_builtins::number::{cost, float as floats};

use exact_sum::ExactSum;

use crate::module::ModuleSpec;

/// An argument as a float.
fn number(rt: &mut Runtime, value: Borrowed<'_>) -> Result<f64> {
    if let Some(x) = rt.as_float(value) {
        return Ok(x);
    }
    match objmodel_builtins::to_float(rt, value)? {
        Some(x) => Ok(x),
        None => {
            let class = rt.type_name(value);
            Err(rt.type_error(format!("must be real number, not {class}")))
        }
    }
}

/// The result of a function: a new NaN is a domain error, a new infinity an overflow.
fn checked(rt: &Runtime, result: f64, arguments: &[f64]) -> Result {
    if result.is_nan() && !arguments.iter().any(|x| x.is_nan()) {
        return Err(rt.value_error("math domain error"));
    }
    if result.is_infinite() && arguments.iter().all(|x| x.is_finite()) {
        return Err(rt.overflow_error("math range error"));
    }
    rt.float(result)
}

macro_rules! unary {
    ($($name:ident $function:expr;)*) => {$(
        fn $name(rt: &mut Runtime, args: Args<'_>) -> Result {
            let x = number(rt, args.at(0))?;
            let function: fn(f64) -> f64 = $function;
            checked(rt, function(x), &[x])
        }
    )*};
}

unary! {
    acos f64::acos;
    acosh functions::acosh;
    asin f64::asin;
    asinh functions::asinh;
    atan f64::atan;
    cbrt f64::cbrt;
    cos f64::cos;
    cosh f64::cosh;
    erf libm::erf;
    erfc functions::erfc;
    exp f64::exp;
    exp2 f64::exp2;
    expm1 f64::exp_m1;
    fabs f64::abs;
    sin f64::sin;
    sinh f64::sinh;
    tan f64::tan;
    tanh f64::tanh;
    sqrt f64::sqrt;
}

macro_rules! scaled {
    ($($name:ident $factor:expr;)*) => {$(
        /// A product that may overflow as products do.
        fn $name(rt: &mut Runtime, args: Args<'_>) -> Result {
            let x = number(rt, args.at(0))?;
            rt.float(x * $factor)
        }
    )*};
}

scaled! {
    degrees 180.0 / std::f64::consts::PI;
    radians std::f64::consts::PI / 180.0;
}

fn atanh(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = number(rt, args.at(0))?;
    if x.abs() >= 1.0 {
        return Err(rt.value_error("math domain error"));
    }
    rt.float(functions::atanh(x))
}

fn log1p(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = number(rt, args.at(0))?;
    if x <= -1.0 {
        return Err(rt.value_error("math domain error"));
    }
    rt.float(x.ln_1p())
}

/// A logarithm; integers may be larger than any float.
fn logarithm(rt: &mut Runtime, value: Borrowed<'_>, log: fn(f64) -> f64) -> Result<f64> {
    if let Some(n) = rt.as_int(value) {
        let n = n.to_big();
        if n <= BigInt::from(0) {
            return Err(rt.value_error("math domain error"));
        }
        if n.bits() <= 1024 {
            let x = objmodel_builtins::number::integer::to_float(&n);
            if x.is_finite() {
                return Ok(log(x));
            }
        }
        // A mantissa from a half to one, and the power of two.
        let kept = n.bits() - 64;
        let mantissa = objmodel_builtins::number::integer::to_float(&(&n >> kept));
        return Ok(log(mantissa / 2f64.powi(64)) + log(2.0) * n.bits() as f64);
    }
    let x = number(rt, value)?;
    if x <= 0.0 {
        return Err(rt.value_error("math domain error"));
    }
    Ok(log(x))
}

/// Refuses keywords in a function that takes its arguments as given.
fn no_keywords(rt: &Runtime, name: &str, args: CallArgs<'_>) -> Result<()> {
    match args.has_keywords() {
        true => Err(rt.type_error(format!("math.{name}() takes no keyword arguments"))),
        false => Ok(()),
    }
}

fn log(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    no_keywords(rt, "log", args)?;
    let (value, base) = match args.all() {
        [value] => (*value, None),
        [value, base] => (*value, Some(*base)),
        more => {
            let limit = if more.is_empty() { "least 1 argument" } else { "most 2 arguments" };
            return Err(rt.type_error(format!("log expected at {limit}, got {}", more.len())));
        }
    };
    let x = logarithm(rt, value, f64::ln)?;
    match base {
        None => rt.float(x),
        Some(base) => {
            let base = logarithm(rt, base, f64::ln)?;
            if base == 0.0 {
                return Err(rt.zero_division_error("float division by zero"));
            }
            rt.float(x / base)
        }
    }
}

fn log2(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = logarithm(rt, args.at(0), f64::log2)?;
    rt.float(x)
}

fn log10(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = logarithm(rt, args.at(0), f64::log10)?;
    rt.float(x)
}

fn pow(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (x, y) = (number(rt, args.at(0))?, number(rt, args.at(1))?);
    if x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(rt.value_error("math domain error"));
    }
    checked(rt, x.powf(y), &[x, y])
}

fn atan2(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (y, x) = (number(rt, args.at(0))?, number(rt, args.at(1))?);
    rt.float(y.atan2(x))
}

fn fmod(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (x, y) = (number(rt, args.at(0))?, number(rt, args.at(1))?);
    checked(rt, x % y, &[x, y])
}

fn copysign(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (x, y) = (number(rt, args.at(0))?, number(rt, args.at(1))?);
    rt.float(x.copysign(y))
}

fn remainder(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (x, y) = (number(rt, args.at(0))?, number(rt, args.at(1))?);
    if x.is_nan() || y.is_nan() {
        return rt.float(f64::NAN);
    }
    if y == 0.0 || x.is_infinite() {
        return Err(rt.value_error("math domain error"));
    }
    if y.is_infinite() {
        return rt.float(x);
    }
    // Every step is exact: `m` and `c` are the distances to the multiples on either side.
    let (absx, absy) = (x.abs(), y.abs());
    let m = absx % absy;
    let c = absy - m;
    let r = match m.total_cmp(&c) {
        std::cmp::Ordering::Less => m,
        std::cmp::Ordering::Greater => -c,
        // Halfway: to the even multiple.
        std::cmp::Ordering::Equal => m - 2.0 * ((0.5 * (absx - m)) % absy),
    };
    rt.float(1f64.copysign(x) * r)
}

fn hypot(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    no_keywords(rt, "hypot", args)?;
    let mut all = Vec::with_capacity(args.len());
    for value in args.positionals() {
        all.push(number(rt, *value)?.abs());
    }
    rt.float(functions::norm(&all))
}

fn dist(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (p, q) = (rt.collect(args.at(0))?, rt.collect(args.at(1))?);
    if p.len() != q.len() {
        return Err(rt.value_error("both points must have the same number of dimensions"));
    }
    let mut all = Vec::with_capacity(p.len());
    for (a, b) in p.iter().zip(&q) {
        all.push((number(rt, a.as_ref())? - number(rt, b.as_ref())?).abs());
    }
    rt.float(functions::norm(&all))
}

macro_rules! whole {
    ($($name:ident $slot:ident $method:ident;)*) => {$(
        fn $name(rt: &mut Runtime, args: Args<'_>) -> Result {
            let value = args.at(0);
            let method = rt.names().$slot.clone();
            if !rt.type_of(value).is(&rt.types().float)
                && let Some(answer) = rt.call_named(value, &method, &[])?
            {
                return Ok(answer);
            }
            let x = number(rt, value)?;
            match floats::whole(x.$method()) {
                Ok(n) => rt.big_int(n),
                Err(fault) => Err(fault.raise(rt)),
            }
        }
    )*};
}

whole! {
    floor floor floor;
    ceil ceil ceil;
}

fn trunc(rt: &mut Runtime, args: Args<'_>) -> Result {
    let method = rt.names().trunc.clone();
    match rt.call_named(args.at(0), &method, &[])? {
        Some(answer) => Ok(answer),
        None => {
            let class = rt.type_name(args.at(0));
            Err(rt.type_error(format!("type {class} doesn't define __trunc__ method")))
        }
    }
}

macro_rules! asks {
    ($($name:ident $method:ident;)*) => {$(
        fn $name(rt: &mut Runtime, args: Args<'_>) -> Result {
            let x = number(rt, args.at(0))?;
            Ok(singletons::bool(x.$method()))
        }
    )*};
}

asks! {
    isnan is_nan;
    isinf is_infinite;
    isfinite is_finite;
}

fn isclose(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (a, b) = (number(rt, args.at(0))?, number(rt, args.at(1))?);
    let mut tolerance = |at: usize, default: f64| match args.get(at) {
        Some(value) => number(rt, value),
        None => Ok(default),
    };
    let (relative, absolute) = (tolerance(2, 1e-9)?, tolerance(3, 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(rt.value_error("tolerances must be non-negative"));
    }
    let close = a == b
        || (a.is_finite()
            && b.is_finite()
            && (a - b).abs() <= (relative * a.abs().max(b.abs())).max(absolute));
    Ok(singletons::bool(close))
}

fn integer(rt: &mut Runtime, value: Borrowed<'_>) -> Result<BigInt> {
    let index = rt.index(value)?;
    let Some(n) = rt.as_int(index.as_ref()) else { return Ok(BigInt::ZERO) };
    let words = cost::words_of(n);
    rt.tick(cost::linear(words))?;
    rt.check_room(words * 8)?;
    Ok(n.to_big())
}

fn gcd(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    no_keywords(rt, "gcd", args)?;
    let mut small = 0u64;
    let mut result: Option<BigInt> = None;
    for value in args.positionals() {
        // Of words nothing is copied.
        let n = match rt.as_int(*value) {
            Some(IntRef::Small(n)) => Err(n.unsigned_abs()),
            _ => Ok(integer(rt, *value)?),
        };
        match (&result, n) {
            (None, Err(n)) => small = gcd::of_words(small, n),
            (_, n) => {
                let n = n.unwrap_or_else(BigInt::from);
                let common = result.take().unwrap_or_else(|| BigInt::from(small));
                rt.tick((n.bits() / 64) as usize)?;
                result = Some(gcd::gcd(rt, &common, &n)?);
            }
        }
    }
    match result {
        Some(result) => rt.big_int(result),
        None => rt.big_int(small.into()),
    }
}

fn lcm(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    no_keywords(rt, "lcm", args)?;
    let zero = BigInt::from(0);
    let mut result = BigInt::from(1);
    for value in args.positionals() {
        let n = integer(rt, *value)?;
        // Nothing changes zero, but the others are looked at.
        if n == zero || result == zero {
            result = zero.clone();
            continue;
        }
        let common = gcd::gcd(rt, &result, &n)?;
        let reduced = whole::divide(rt, &result, &common)?;
        result = whole::multiply(rt, &reduced, &n)?;
        if result < zero {
            result = -result;
        }
    }
    rt.big_int(result)
}

fn factorial(rt: &mut Runtime, args: Args<'_>) -> Result {
    let n = integer(rt, args.at(0))?;
    if n < BigInt::from(0) {
        return Err(rt.value_error("factorial() not defined for negative values"));
    }
    let Ok(count) = i64::try_from(&n) else {
        return Err(rt.overflow_error("factorial() argument should not exceed 9223372036854775807"));
    };
    let result = whole::falling(rt, &n, count as u64)?;
    rt.big_int(result)
}

fn isqrt(rt: &mut Runtime, args: Args<'_>) -> Result {
    let n = integer(rt, args.at(0))?;
    if n < BigInt::from(0) {
        return Err(rt.value_error("isqrt() argument must be nonnegative"));
    }
    let root = whole::root(rt, &n)?;
    rt.big_int(root)
}

fn comb(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (n, k) = (integer(rt, args.at(0))?, integer(rt, args.at(1))?);
    let zero = BigInt::from(0);
    if n < zero {
        return Err(rt.value_error("n must be a non-negative integer"));
    }
    if k < zero {
        return Err(rt.value_error("k must be a non-negative integer"));
    }
    if k > n {
        return rt.int(0);
    }
    let fewer = k.clone().min(&n - &k);
    let Ok(count) = i64::try_from(&fewer) else {
        return Err(rt.overflow_error("min(n - k, k) must not exceed 9223372036854775807"));
    };
    let count = count as u64;
    let (above, below) = (whole::falling(rt, &n, count)?, whole::falling(rt, &fewer, count)?);
    let result = whole::divide(rt, &above, &below)?;
    rt.big_int(result)
}

fn perm(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(k) = args.get(1).filter(|k| !singletons::is_none(k)) else {
        return factorial(rt, args);
    };
    let (n, k) = (integer(rt, args.at(0))?, integer(rt, k)?);
    let zero = BigInt::from(0);
    if n < zero {
        return Err(rt.value_error("n must be a non-negative integer"));
    }
    if k < zero {
        return Err(rt.value_error("k must be a non-negative integer"));
    }
    if k > n {
        return rt.int(0);
    }
    let Ok(count) = i64::try_from(&k) else {
        return Err(rt.overflow_error("k must not exceed 9223372036854775807"));
    };
    let result = whole::falling(rt, &n, count as u64)?;
    rt.big_int(result)
}

fn frexp(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = number(rt, args.at(0))?;
    let (mantissa, exponent) = if x == 0.0 || !x.is_finite() {
        (x, 0)
    } else {
        let (digits, exponent) = floats::parts(x);
        let bits = 64 - i64::from(digits.leading_zeros());
        ((digits as f64 / 2f64.powi(bits as i32)).copysign(x), i64::from(exponent) + bits)
    };
    let items = [rt.float(mantissa)?, rt.int(exponent)?];
    rt.tuple(items.into_iter()).map(Gc::into_value)
}

fn ldexp(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = number(rt, args.at(0))?;
    if rt.as_int(args.at(1)).is_none() {
        return Err(rt.type_error("Expected an int as second argument to ldexp."));
    }
    let exponent = rt.index_clamped(args.at(1))?.clamp(-5000, 5000) as i32;
    checked(rt, functions::scaled(x, exponent), &[x])
}

fn modf(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = number(rt, args.at(0))?;
    let fraction = if x.is_infinite() { 0.0f64.copysign(x) } else { (x - x.trunc()).copysign(x) };
    let items = [rt.float(fraction)?, rt.float(x.trunc())?];
    rt.tuple(items.into_iter()).map(Gc::into_value)
}

fn fsum(rt: &mut Runtime, args: Args<'_>) -> Result {
    let items = rt.iter(args.at(0))?;
    let mut sum = ExactSum::default();
    let (mut special, mut infinite) = (0.0, 0.0);
    while let Some(item) = rt.next(&items)? {
        rt.tick(1 + sum.parts())?;
        let x = number(rt, item.as_ref())?;
        if x.is_finite() {
            sum.add(x);
            if sum.overflowed() {
                return Err(rt.overflow_error("intermediate overflow in fsum"));
            }
            continue;
        }
        special += x;
        if x.is_infinite() {
            infinite += x;
        }
    }
    if infinite.is_nan() {
        return Err(rt.value_error("-inf + inf in fsum"));
    }
    if special != 0.0 || special.is_nan() {
        return rt.float(special);
    }
    rt.float(sum.rounded())
}

fn prod(rt: &mut Runtime, args: Args<'_>) -> Result {
    let mut result = match args.get(1) {
        Some(start) => start.to_value(),
        None => rt.int(1)?,
    };
    let items = rt.iter(args.at(0))?;
    while let Some(item) = rt.next(&items)? {
        rt.tick(1)?;
        result = rt.mul(&result, &item)?;
    }
    Ok(result)
}

fn ulp(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = number(rt, args.at(0))?.abs();
    let gap = if x.is_finite() && x < f64::MAX { x.next_up() - x } else { x - x.next_down() };
    rt.float(if x.is_finite() { gap } else { x })
}

fn nextafter(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (x, y) = (number(rt, args.at(0))?, number(rt, args.at(1))?);
    let given = args.get(2).filter(|steps| !singletons::is_none(steps));
    let steps = match given {
        Some(steps) => {
            let steps = rt.index(steps)?;
            // More steps than there are floats reach the end as well.
            match rt.as_int(steps.as_ref()) {
                Some(steps) if steps.is_negative() => -1,
                steps => steps.and_then(|n| n.to_i64()).unwrap_or(i64::MAX),
            }
        }
        None => 1,
    };
    let Ok(steps) = u64::try_from(steps) else {
        return Err(rt.value_error("steps must be a non-negative integer"));
    };
    if steps == 0 {
        return rt.float(x);
    }
    if x.is_nan() || y.is_nan() {
        return rt.float(f64::NAN);
    }
    if x == y {
        return rt.float(y);
    }
    // The order of floats is that of their bits, counted from zero on either side.
    let rank = |x: f64| {
        let magnitude = (x.to_bits() & !(1 << 63)) as i64;
        if x.is_sign_negative() { -magnitude } else { magnitude }
    };
    let (from, to) = (i128::from(rank(x)), i128::from(rank(y)));
    let steps = i128::from(steps);
    // One step that is not counted leaves the sign of zero as it is.
    if given.is_some() && (to - from).abs() <= steps {
        return rt.float(y);
    }
    let rank = if to > from { from + steps } else { from - steps };
    let magnitude = f64::from_bits(rank.unsigned_abs() as u64);
    let negative = rank < 0 || (rank == 0 && x.is_sign_negative());
    rt.float(if negative { -magnitude } else { magnitude })
}

/// The gamma function: a pole at zero and at each negative integer.
fn gamma_of(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = number(rt, args.at(0))?;
    if x == f64::NEG_INFINITY || (x <= 0.0 && x == x.floor()) {
        return Err(rt.value_error("math domain error"));
    }
    // Factorials that a float holds are exact.
    if x == x.floor() && x <= 23.0 {
        let product = (1..x as u64).map(|n| n as f64).product();
        return rt.float(product);
    }
    checked(rt, gamma::gamma(x), &[x])
}

fn lgamma(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = number(rt, args.at(0))?;
    if x <= 0.0 && x.is_finite() && x == x.floor() {
        return Err(rt.value_error("math domain error"));
    }
    if x.is_infinite() {
        return rt.float(f64::INFINITY);
    }
    checked(rt, gamma::log_gamma(x), &[x])
}

/// `x * y + z`, rounded once.
fn fma(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (x, y, z) = (number(rt, args.at(0))?, number(rt, args.at(1))?, number(rt, args.at(2))?);
    let result = x.mul_add(y, z);
    if result.is_nan() && !x.is_nan() && !y.is_nan() && !z.is_nan() {
        return Err(rt.value_error("invalid operation in fma"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(rt.overflow_error("overflow in fma"));
    }
    rt.float(result)
}

/// Products of floats are summed exactly, as long as nothing else comes between.
fn sumprod(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (p, q) = (rt.iter(args.at(0))?, rt.iter(args.at(1))?);
    let mut total = rt.int(0)?;
    let mut floats: Option<ExactSum> = None;
    // As long as all were integers whose sum a word holds, floats that follow are summed exactly too.
    let (mut exact, mut integers) = (true, Some(0i64));
    loop {
        rt.tick(1)?;
        let (x, y) = match (rt.next(&p)?, rt.next(&q)?) {
            (Some(x), Some(y)) => (x, y),
            (None, None) => break,
            _ => return Err(rt.value_error("Inputs are not the same length")),
        };
        let factors = if exact { float_factors(rt, &x, &y) } else { None };
        if let Some((a, b)) = factors {
            integers = None;
            let product = a * b;
            let lost = a.mul_add(b, -product);
            let sum = floats.get_or_insert_default();
            sum.add(product);
            sum.add(lost);
            if !sum.overflowed() {
                continue;
            }
            // Beyond the range of floats the operators decide.
            return rt.float(f64::INFINITY.copysign(product));
        }
        if let Some(sum) = floats.take() {
            let sum = rt.float(sum.rounded())?;
            total = rt.add(&total, &sum)?;
        }
        integers = integers.and_then(|sum| {
            let product = whole(rt, &x)?.checked_mul(whole(rt, &y)?)?;
            sum.checked_add(product)
        });
        exact &= integers.is_some();
        let product = rt.mul(&x, &y)?;
        total = rt.add(&total, &product)?;
    }
    match floats {
        Some(sum) => {
            let sum = rt.float(sum.rounded())?;
            rt.add(&total, &sum)
        }
        None => Ok(total),
    }
}

/// An integer of one word, not of a subclass.
fn whole(rt: &Runtime, value: &Value) -> Option<i64> {
    let is_exact = rt.type_of(value.as_ref()).is(&rt.types().int);
    is_exact.then(|| rt.as_int(value.as_ref()))??.to_i64()
}

/// Two factors of which one at least is a float and the other may be an integer, if their product
/// is finite.
fn float_factors(rt: &Runtime, x: &Value, y: &Value) -> Option<(f64, f64)> {
    let exact = |value: &Value| {
        let class = rt.type_of(value.as_ref());
        if class.is(&rt.types().float) {
            return rt.as_float(value.as_ref()).map(|x| (x, true));
        }
        if !class.is(&rt.types().int) && !class.is(&rt.types().bool_) {
            return None;
        }
        let n = rt.as_int(value.as_ref())?.to_i64()?;
        Some((n as f64, false))
    };
    let ((a, of_float), (b, also)) = (exact(x)?, exact(y)?);
    ((of_float || also) && (a * b).is_finite()).then_some((a, b))
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("acos", "($module, x, /)", acos)
        .doc("The arc cosine, in radians from 0 to pi."),
    MethodSpec::function("acosh", "($module, x, /)", acosh).doc("The inverse hyperbolic cosine."),
    MethodSpec::function("asin", "($module, x, /)", asin)
        .doc("The arc sine, in radians from -pi/2 to pi/2."),
    MethodSpec::function("asinh", "($module, x, /)", asinh).doc("The inverse hyperbolic sine."),
    MethodSpec::function("atan", "($module, x, /)", atan)
        .doc("The arc tangent, in radians from -pi/2 to pi/2."),
    MethodSpec::function("atan2", "($module, y, x, /)", atan2)
        .doc("The arc tangent of y/x in the quadrant that both signs tell."),
    MethodSpec::function("atanh", "($module, x, /)", atanh).doc("The inverse hyperbolic tangent."),
    MethodSpec::function("cbrt", "($module, x, /)", cbrt).doc("The cube root."),
    MethodSpec::function("ceil", "($module, x, /)", ceil)
        .doc("The smallest integer that is not below x."),
    MethodSpec::function("comb", "($module, n, k, /)", comb)
        .doc("In how many ways k of n items can be chosen, regardless of order."),
    MethodSpec::function("copysign", "($module, x, y, /)", copysign)
        .doc("The size of x with the sign of y."),
    MethodSpec::function("cos", "($module, x, /)", cos).doc("The cosine of x radians."),
    MethodSpec::function("cosh", "($module, x, /)", cosh).doc("The hyperbolic cosine."),
    MethodSpec::function("degrees", "($module, x, /)", degrees)
        .doc("An angle of x radians in degrees."),
    MethodSpec::function("dist", "($module, p, q, /)", dist).doc("How far two points are apart."),
    MethodSpec::function("erf", "($module, x, /)", erf).doc("The error function."),
    MethodSpec::function("erfc", "($module, x, /)", erfc).doc("One less the error function."),
    MethodSpec::function("exp", "($module, x, /)", exp).doc("e to the power of x."),
    MethodSpec::function("exp2", "($module, x, /)", exp2).doc("2 to the power of x."),
    MethodSpec::function("expm1", "($module, x, /)", expm1)
        .doc("e to the power of x, less one, exact for small x too."),
    MethodSpec::function("fabs", "($module, x, /)", fabs).doc("The absolute value as a float."),
    MethodSpec::function("factorial", "($module, n, /)", factorial)
        .doc("The product of the integers from 1 to n."),
    MethodSpec::function("floor", "($module, x, /)", floor)
        .doc("The largest integer that is not above x."),
    MethodSpec::function("fma", "($module, x, y, z, /)", fma).doc("x * y + z, rounded once."),
    MethodSpec::function("fmod", "($module, x, y, /)", fmod)
        .doc("The remainder of x / y with the sign of x."),
    MethodSpec::function("frexp", "($module, x, /)", frexp)
        .doc("The mantissa and the exponent of x, as a pair."),
    MethodSpec::function("fsum", "($module, seq, /)", fsum)
        .doc("The exact sum of numbers, rounded once."),
    MethodSpec::function("gamma", "($module, x, /)", gamma_of).doc("The gamma function."),
    MethodSpec::raw_function("gcd", "($module, *integers)", gcd)
        .doc("The greatest common divisor."),
    MethodSpec::raw_function("hypot", "(*coordinates)", hypot)
        .without_signature()
        .doc("How far a point is from the origin.\n\nhypot(*coordinates) -> value"),
    MethodSpec::function("isclose", "($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)", isclose)
        .doc("Whether two numbers are as good as equal."),
    MethodSpec::function("isfinite", "($module, x, /)", isfinite)
        .doc("Whether x is neither infinite nor a NaN."),
    MethodSpec::function("isinf", "($module, x, /)", isinf).doc("Whether x is infinite."),
    MethodSpec::function("isnan", "($module, x, /)", isnan).doc("Whether x is a NaN."),
    MethodSpec::function("isqrt", "($module, n, /)", isqrt)
        .doc("The root of an integer, rounded down."),
    MethodSpec::raw_function("lcm", "($module, *integers)", lcm).doc("The least common multiple."),
    MethodSpec::function("ldexp", "($module, x, i, /)", ldexp).doc("x times 2 to the power of i."),
    MethodSpec::function("lgamma", "($module, x, /)", lgamma)
        .doc("The logarithm of the absolute value of the gamma function."),
    MethodSpec::raw_function("log", "", log)
        .doc("The logarithm of x, natural unless a base is given.\n\nlog(x, [base=math.e])"),
    MethodSpec::function("log10", "($module, x, /)", log10).doc("The logarithm to base 10."),
    MethodSpec::function("log1p", "($module, x, /)", log1p)
        .doc("The natural logarithm of 1 + x, exact for small x too."),
    MethodSpec::function("log2", "($module, x, /)", log2).doc("The logarithm to base 2."),
    MethodSpec::function("modf", "($module, x, /)", modf)
        .doc("The part of x behind the point and the part before it, as floats."),
    MethodSpec::function("nextafter", "($module, x, y, /, *, steps=None)", nextafter)
        .doc("The float that comes so many steps after x on the way to y."),
    MethodSpec::function("perm", "($module, n, k=None, /)", perm)
        .doc("In how many orders k of n items can be chosen."),
    MethodSpec::function("pow", "($module, x, y, /)", pow).doc("x to the power of y, as floats."),
    MethodSpec::function("prod", "($module, iterable, /, *, start=1)", prod)
        .doc("The product of all items."),
    MethodSpec::function("radians", "($module, x, /)", radians)
        .doc("An angle of x degrees in radians."),
    MethodSpec::function("remainder", "($module, x, y, /)", remainder)
        .doc("The difference between x and the nearest multiple of y."),
    MethodSpec::function("sin", "($module, x, /)", sin).doc("The sine of x radians."),
    MethodSpec::function("sinh", "($module, x, /)", sinh).doc("The hyperbolic sine."),
    MethodSpec::function("sqrt", "($module, x, /)", sqrt).doc("The square root."),
    MethodSpec::function("sumprod", "($module, p, q, /)", sumprod)
        .doc("The sum of the products of items at the same places."),
    MethodSpec::function("tan", "($module, x, /)", tan).doc("The tangent of x radians."),
    MethodSpec::function("tanh", "($module, x, /)", tanh).doc("The hyperbolic tangent."),
    MethodSpec::function("trunc", "($module, x, /)", trunc)
        .doc("The integer that is left when digits behind the point are cut off."),
    MethodSpec::function("ulp", "($module, x, /)", ulp).doc("What the last bit of x is worth."),
];

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    use std::f64::consts;
    let constants: [(&str, f64); 5] = [
        ("pi", consts::PI),
        ("e", consts::E),
        ("tau", consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ];
    for (name, x) in constants {
        let x: Value = rt.float(x)?;
        crate::module::constant(rt, namespace, name, x)?;
    }
    Ok(())
}

pub(crate) const MATH: ModuleSpec = ModuleSpec::new("math").functions(FUNCTIONS).fill(fill);
