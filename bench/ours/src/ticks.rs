//! Expensive operations under the meter: how many nanoseconds a tick stands for.

use bench_work::answer::Metered;
use bench_work::clock;
use objmodel::objects::module::ModuleObject;
use objmodel::{Result, Runtime, Value};

use crate::start::{self, must};

/// A name, what is prepared, and the statement that is measured.
type Operation = (&'static str, &'static str, &'static str);

const BIG: &str = "import sys, math\nsys.set_int_max_str_digits(0)\nA = (1 << 2000000) - 12345\n\
                   B = (1 << 1000000) // 7\nD = '9' * 400000\nS = 3 ** 3000";

const TEXTS: &str = "T = 'a b ' * 1000000\nU = 'äb ' * 500000\nW = [str(i) for i in range(200000)]\n\
                     K = b'a b ' * 1000000\nE = 'x' * 3999999 + 'y'\nF = 'x' * 3999999 + 'z'";

const ITEMS: &str = "import itertools, collections, functools, operator\n\
                     L = list(range(300000))\nM = L[::-1]\nG = dict.fromkeys(L)\nH = set(L)\n\
                     P = tuple(L)\nQ = [i * 7919 % 300007 for i in L]\n\
                     N = []\nfor i in range(900): N = [N, i]\n\
                     class C:\n    def __init__(self): self.me = self\n\
                     class V:\n    def __init__(self, n): self.n = n\n    \
                     def __lt__(a, b): return a.n < b.n\n    \
                     def __eq__(a, b): return a.n == b.n\n    __hash__ = None\n\
                     def f(*args, **kwargs): pass\n\
                     KW = {'a%d' % i: i for i in range(20000)}\nNAMES = 'import sys\\n' * 3000";

const MODULES: &str = "import sys, re, struct, json, random, io, heapq, copy, textwrap, pprint, \
                       dataclasses, fractions, statistics, typing, inspect, collections, weakref, gc, traceback\n\
                       T = 'ab1 ' * 100000\nW = ['word%d' % i for i in range(5000)]\nJ = '|'.join(W)\n\
                       L = list(range(100000))\nD = {w: [i, str(i), None, {'k': i / 7}] for i, w in enumerate(W)}\n\
                       S = json.dumps(D)\nI = struct.pack('100000i', *L)\nB = bytes(I)\n\
                       class A: pass\n\
                       class O: pass\nclass P(O): pass\n\
                       SUBS = [type('S', (P,), {}) for i in range(2000)]\n\
                       F, G = type('F', (P,), {}), type('G', (P,), {})\n\
                       for i in range(40): F, G = type('F', (F, G), {}), type('G', (F, G), {})\n\
                       KW = {'a%d' % i: i for i in range(5000)}\n\
                       class Quiet:\n    def write(self, text): pass\n    def flush(self): pass";

const SOURCES: &str = "N = range(5000)\nIF = 'if x == 0: pass\\n' + ''.join(f'elif x == {i}: y = {i}\\n' for i in N)\n\
                       AND = 'x = ' + ' and '.join(f'y{i}' for i in N)\n\
                       DEF = ''.join(f'def f{i}(a, b=1, *, c): return a + b + c\\n' for i in N)\n\
                       CLASS = 'class C:\\n' + ''.join(f'  def f{i}(self): return self.a{i}\\n' for i in N)\n\
                       DICT = 'x = {' + ', '.join(f'\"k{i}\": {i}' for i in N) + '}'\n\
                       CALL = 'dict(' + ', '.join(f'k{i}={i}' for i in N) + ')'\n\
                       FSTRING = 'y = 1; x = f\"' + ''.join('{y:>3}' for i in N) + '\"'\n\
                       LOCALS = 'def f():\\n' + ''.join(f'  v{i} = {i}\\n' for i in N) + '  return locals()\\nf()'\n\
                       CELLS = 'def f():\\n' + ''.join(f'  v{i} = {i}\\n' for i in range(50)) + '  def g(): return ' \
                       + '+'.join(f'v{i}' for i in range(50)) + '\\n  return g()\\nf()'\n\
                       MATCH = 'x = 4999\\nmatch x:\\n' + ''.join(f'  case {i}: y = {i}\\n' for i in N)\n\
                       TRY = ''.join(f'try: x = {i}\\nexcept KeyError: pass\\n' for i in N)\n\
                       NESTED = 'x = ' + '[i for i in range(2) if i]' + ''.join(' + [j for j in [1]]' for i in range(1000))\n\
                       WITH = 'class M:\\n  def __enter__(s): pass\\n  def __exit__(s, *a): pass\\nm = M()\\n' + 'with m: pass\\n' * 3000\n\
                       WRONG = 'x = 1\\n' * 20000 + 'x = = 1'\n\
                       STRINGS = 'x = ' + ' '.join(f'\"s{i}\"' for i in N)\n\
                       ANNOTATED = ''.join(f'v{i}: int = {i}\\n' for i in N)\n\
                       COMPARE = 'x = ' + ' < '.join(str(i) for i in range(100))\n\
                       STAR = 'a = 1; x = [' + '*[1], ' * 5000 + ']'\n\
                       def attempt(text):\n    \
                       try: compile(text, 'x', 'exec')\n    \
                       except SyntaxError: pass";

const OPERATIONS: &[Operation] = &[
    ("int * int, 2e6 x 2e6 bits", BIG, "A * A"),
    ("int * int, 2e6 x 3e3 bits", BIG, "A * S"),
    ("int // int, 2e6 / 1e6 bits", BIG, "A // B"),
    ("int // int, 2e6 / 3e3 bits", BIG, "A // S"),
    ("int % word", BIG, "A % 1000003"),
    ("divmod", BIG, "divmod(A, B)"),
    ("int / int", BIG, "A / (A + 1)"),
    ("int + int", BIG, "for i in range(100): A + B"),
    ("int << n", BIG, "for i in range(100): B << 1000000"),
    ("int & int", BIG, "for i in range(100): A & B"),
    ("-int, ~int, abs", BIG, "for i in range(30): -A, ~A, abs(-A)"),
    ("hash(int)", BIG, "for i in range(100): hash(A)"),
    ("int == int, int < int", BIG, "x = A + 0\nfor i in range(100): A == x, A < x"),
    ("int ** n", BIG, "3 ** 600000"),
    ("pow(a, b, odd m)", BIG, "pow(S, S, S * 2 + 1)"),
    ("pow(a, b, even m)", BIG, "pow(S, S, S * 2)"),
    ("pow(a, -1, m)", BIG, "pow(S, -1, S * 2 + 1)"),
    ("pow of words", BIG, "for i in range(1, 20000): pow(i, 10 ** 15, 10 ** 9 + 7)"),
    ("int(str), decimal", BIG, "int(D)"),
    ("int(str), base 16", BIG, "int(D, 16)"),
    ("int(str), base 3", BIG, "int('2' * 400000, 3)"),
    ("str(int)", BIG, "str(B)"),
    ("hex, oct, bin", BIG, "hex(A), oct(A), bin(A)"),
    ("format(int, ',')", BIG, "format(B, ',')"),
    ("'%d' % int", BIG, "'%d' % B"),
    ("int.to_bytes, from_bytes", BIG, "int.from_bytes(A.to_bytes(300000, 'big'), 'big')"),
    ("math.isqrt", BIG, "math.isqrt(A)"),
    ("math.gcd", BIG, "math.gcd(A >> 1900000, B >> 900000)"),
    ("math.factorial", BIG, "math.factorial(50000)"),
    ("math.comb", BIG, "math.comb(100000, 50000)"),
    ("int.bit_count", BIG, "for i in range(100): A.bit_count()"),
    ("str.split", TEXTS, "T.split()"),
    ("str.splitlines", TEXTS, "T.replace(' ', '\\n').splitlines()"),
    ("str.replace", TEXTS, "T.replace('a', 'cde')"),
    ("str.join", TEXTS, "', '.join(W)"),
    ("str.find, not there", TEXTS, "T.find('zz'), T.count('b '), 'q' in T"),
    ("str.upper, title, swapcase", TEXTS, "T.upper(), T.title(), U.swapcase()"),
    ("str.translate", TEXTS, "T.translate({97: 'x', 98: None})"),
    ("str slices with a step", TEXTS, "T[::-1], U[::-1], U[1:-1:2]"),
    ("str * n, ljust, center", TEXTS, "'ab' * 5000000, T.center(9000000), 'x'.zfill(9000000)"),
    ("str == str, str < str", TEXTS, "for i in range(20): E == F, E < F"),
    ("hash(str)", TEXTS, "hash(T + 'x')"),
    ("repr(str), ascii(str)", TEXTS, "repr(T), ascii(U)"),
    ("str.encode, bytes.decode", TEXTS, "U.encode().decode(), U.encode('utf-16')"),
    ("bytes.split", TEXTS, "K.split()"),
    ("bytes.replace, find, hex", TEXTS, "K.replace(b'a', b'cde'), K.find(b'zz'), K.hex()"),
    ("hash(bytes), bytes == bytes", TEXTS, "hash(K + b'x'), K + b'y' == K + b'z'"),
    ("'%' with many fields", TEXTS, "'%s %d ' * 50000 % ((1, 2) * 50000)"),
    ("str.format with many fields", TEXTS, "('{} {:>10} ' * 50000).format(*range(100000))"),
    ("str.format with wide fields", TEXTS, "('{0:100000}' * 100).format('a')"),
    ("str.isalnum, isidentifier", TEXTS, "W[0].join(W).isalnum(), E.isidentifier()"),
    ("list.sort of words", ITEMS, "sorted(Q)"),
    ("list.sort by key", ITEMS, "sorted(Q, key=str)"),
    ("list.sort of user objects", ITEMS, "sorted(V(n) for n in Q[:20000])"),
    ("list * n, list + list", ITEMS, "L * 10, L + L"),
    ("list slices", ITEMS, "L[::-1], L[:], L[::2]"),
    ("list == list, in, count", ITEMS, "L == L[:], -1 in L, L.count(-1)"),
    ("del list[0]", ITEMS, "x = L[:]\nfor i in range(500): del x[0]"),
    ("list.insert(0)", ITEMS, "x = L[:]\nfor i in range(500): x.insert(0, i)"),
    ("repr(list)", ITEMS, "repr(L)"),
    ("repr of nested lists", ITEMS, "for i in range(100): repr(N)"),
    ("== of nested lists", ITEMS, "for i in range(100): N == N[:]"),
    ("dict(dict), repr(dict)", ITEMS, "dict(G), repr(G)"),
    ("dict growth, popitem", ITEMS, "x = dict(G)\nwhile x: x.popitem()"),
    ("set operations", ITEMS, "H | {-1}, H & H, H - {1}, H ^ {2}, frozenset(H)"),
    ("hash(tuple), tuple(list)", ITEMS, "hash(tuple(L)), hash(frozenset(H))"),
    ("sum, min, max, any, all", ITEMS, "sum(L), min(L), max(L), any(M[-1:]), all(L)"),
    ("map, filter, zip, enumerate", ITEMS, "list(zip(map(str, L), filter(None, L), enumerate(L)))"),
    ("itertools", ITEMS, "list(itertools.islice(itertools.chain(L, itertools.cycle(M)), 500000))"),
    ("itertools.product", ITEMS, "sum(1 for _ in itertools.product(range(70), repeat=3))"),
    ("itertools.combinations", ITEMS, "list(itertools.combinations(range(60), 3))"),
    ("collections.Counter, deque", ITEMS, "collections.Counter(L), collections.deque(L).rotate(1000)"),
    ("functools.reduce", ITEMS, "functools.reduce(operator.add, L)"),
    ("calls with many arguments", ITEMS, "f(*L)"),
    ("calls with many keywords", ITEMS, "f(**KW)"),
    ("str.format(**many)", ITEMS, "'{a1}'.format(**KW)"),
    ("a class with many attributes", ITEMS, "type('X', (), dict(KW))"),
    ("classes and their subclasses", ITEMS, "x = object\nfor i in range(300): x = type('X', (x,), {})"),
    ("unions", ITEMS, "x = int | str\nfor i in range(700): x = x | type('X', (), {})"),
    ("nested generic aliases", ITEMS, "x = list[int]\nfor i in range(300): x = list[x]; repr(x)"),
    ("exec of many lines", ITEMS, "exec('x = 1\\n' * 20000, {})"),
    ("exec of one long line", ITEMS, "exec('x = [' + '\"é\", ' * 20000 + ']', {})"),
    ("exec of many imports", ITEMS, "exec(NAMES, {})"),
    ("eval of a deep expression", ITEMS, "eval('-' * 3000 + '1', {})"),
    ("gc.collect over live objects", ITEMS, "import gc\nx = [[] for i in range(200000)]\ngc.collect()"),
    ("cycles that die", ITEMS, "for i in range(100000): C()"),
    ("a large list of objects, made and freed", "", "x = [[i] for i in range(300000)]; del x"),
    ("a deep list, made and freed", "", "x = []\nfor i in range(300000): x = [x]\ndel x"),
    ("a large dict, made and freed", "", "x = {i: str(i) for i in range(300000)}; del x"),
    (
        "exception groups, 12 wide, 4 levels",
        "import sys\ndef wide(n):\n    \
         return ExceptionGroup('g', [wide(n - 1) if n else ValueError(i) for i in range(12)])\n\
         X = wide(2)\nclass Quiet:\n    def write(self, text): pass\n    def flush(self): pass\n\
         sys.stderr = Quiet()",
        "sys.excepthook(type(X), X, None)",
    ),
    (
        "a long chain of exceptions",
        "import sys\nX = None\nfor i in range(3000):\n    Y = ValueError(i); Y.__cause__ = X; X = Y\n\
         class Quiet:\n    def write(self, text): pass\n    def flush(self): pass\n\
         sys.stderr = Quiet()",
        "sys.excepthook(type(X), X, None)",
    ),
    ("re.search, not there", MODULES, "re.search('q+z', T)"),
    ("re.findall", MODULES, "re.findall(r'\\w+', T)"),
    ("re.sub", MODULES, "re.sub('[a-c]', 'xyz', T)"),
    ("re.split", MODULES, "re.split('(1)', T)"),
    ("re that goes back", MODULES, "re.match('(a+)+b', 'a' * 20)"),
    ("re that goes back over a long text", MODULES, "re.match('(?:a|b|1| )*c', T)"),
    ("re without case", MODULES, "re.findall('(?i)[A-B]+', T)"),
    ("re with a class that is repeated", MODULES, "re.search('[^q]*q', T[:3000])"),
    ("re with a reference back", MODULES, "re.search('(.{1000})x\\\\1', T[:20000])"),
    ("re.compile of many alternatives", MODULES, "re.compile(J)"),
    ("re.compile of a large class", MODULES, "re.compile('[' + ''.join(map(chr, range(1000, 9000, 2))) + ']')"),
    ("re.compile of repeats in repeats", MODULES, "re.compile('(?:' * 50 + 'a' + '){2,3}' * 50)"),
    ("struct.pack", MODULES, "struct.pack('100000i', *L)"),
    ("struct.unpack", MODULES, "struct.unpack('100000i', I)"),
    ("struct.iter_unpack", MODULES, "for x in struct.iter_unpack('4i', I): pass"),
    ("struct with a long format", MODULES, "struct.calcsize('ibhq' * 20000)"),
    ("random.getrandbits", MODULES, "random.getrandbits(10000000)"),
    ("random.seed of a large int", MODULES, "random.seed(1 << 5000000)"),
    ("random.randbytes, shuffle", MODULES, "random.randbytes(1000000), random.shuffle(L[:])"),
    ("heapq", MODULES, "x = L[::-1]; heapq.heapify(x)\nfor i in range(1000): heapq.heappop(x)"),
    ("json.dumps", MODULES, "json.dumps(D)"),
    ("json.loads", MODULES, "json.loads(S)"),
    ("io.StringIO", MODULES, "x = io.StringIO(T); x.read(); x.write(T); x.getvalue()"),
    ("io.BytesIO", MODULES, "x = io.BytesIO(I); x.read(); x.write(I); x.getvalue()"),
    ("copy.deepcopy", MODULES, "copy.deepcopy(D)"),
    ("textwrap.wrap", MODULES, "textwrap.wrap(T[:40000])"),
    ("pprint.pformat", MODULES, "pprint.pformat(D)[:1]"),
    ("dataclasses", MODULES, "dataclasses.make_dataclass('X', list(KW)[:120])"),
    ("fractions, statistics", MODULES, "statistics.mean(L), sum(map(fractions.Fraction, range(1, 500)))"),
    ("inspect.signature", MODULES, "for i in range(200): inspect.signature(textwrap.wrap)"),
    ("a slot set with many subclasses", MODULES, "P.__len__ = lambda self: 1"),
    ("__bases__ set with many subclasses", MODULES, "P.__bases__ = (A,)"),
    ("an attribute set with many subclasses", MODULES, "for i in range(20): P.x = i; SUBS[0].x"),
    ("many __slots__", MODULES, "type('X', (), {'__slots__': list(KW)})"),
    ("many bases", MODULES, "type('X', tuple(SUBS), {})"),
    ("a long line of subclasses", MODULES, "x = A\nfor i in range(1200): x = type('X', (x,), {})"),
    ("dir, vars of many", MODULES, "x = type('X', (), KW); dir(x), dir(x()), dict(vars(x))"),
    ("weak references with callbacks", MODULES, "x = A(); y = [weakref.ref(x, len) for i in L[:50000]]; del y"),
    ("gc.get_objects, get_referrers", MODULES, "gc.get_objects(), gc.get_referrers(L)"),
    ("sum of lists", MODULES, "sum([[i] for i in range(2000)], [])"),
    ("deque in its middle", MODULES, "x = collections.deque(L)\nfor i in range(100): x.insert(50000, 1); del x[50000]; x[50000]"),
    ("OrderedDict", MODULES, "x = collections.OrderedDict.fromkeys(L)\nfor i in L: x.move_to_end(i)"),
    ("memoryview.cast, tolist", MODULES, "memoryview(I).cast('i').tolist(), memoryview(I)[::2].tobytes()"),
    ("float, complex of long text", "X = '1' * 1000000", "float(X), complex(X + 'j'), float('0.' + X)"),
    ("float.fromhex", "X = '0.' + '1' * 1000000", "float.fromhex(X)"),
    ("str.expandtabs, casefold, zfill", "X = 'a\\tß' * 300000", "X.expandtabs(), X.casefold(), X.zfill(2000000)"),
    ("encodings", "X = 'aé\u{20ac}' * 200000", "X.encode('utf-7'), X.encode('unicode_escape').decode('unicode_escape')"),
    ("error handlers", "X = 'aé' * 100000", "X.encode('ascii', 'xmlcharrefreplace'), X.encode('ascii', 'backslashreplace')"),
    ("math.prod, fsum, perm", "import math\nX = [1e16, 1.0, -1e16] * 30000", "math.fsum(X), math.prod(range(1, 5000)), math.perm(20000)"),
    ("slice deletion and assignment", "X = list(range(300000))", "del X[::2]; X[::3] = X[::3]; X[10:10] = X"),
    ("traceback of a deep recursion", MODULES, "sys.stderr = Quiet()\ndef f(n): return f(n - 1) if n else 1 / 0\ntry: f(500)\nexcept ZeroDivisionError: traceback.format_exc()"),
    ("settrace", MODULES, "def f(): return sum([i for i in range(3)])\ndef t(*a): return t\nsys.settrace(t)\nfor i in range(2000): f()\nsys.settrace(None)"),
    ("compile: elif", SOURCES, "compile(IF, 'x', 'exec')"),
    ("compile: and", SOURCES, "compile(AND, 'x', 'exec')"),
    ("compile: functions", SOURCES, "compile(DEF, 'x', 'exec')"),
    ("exec: a class with many methods", SOURCES, "exec(CLASS, {})"),
    ("compile: dict display", SOURCES, "exec(DICT, {})"),
    ("compile: call with keywords", SOURCES, "exec(CALL, {})"),
    ("compile: f-string", SOURCES, "exec(FSTRING, {})"),
    ("exec: many local variables", SOURCES, "exec(LOCALS, {})"),
    ("exec: many cells", SOURCES, "exec(CELLS, {})"),
    ("exec: match", SOURCES, "exec(MATCH, {})"),
    ("exec: try", SOURCES, "exec(TRY, {})"),
    ("exec: comprehensions", SOURCES, "exec(NESTED, {})"),
    ("exec: with", SOURCES, "exec(WITH, {})"),
    ("compile: a late error", SOURCES, "attempt(WRONG)"),
    ("compile: strings side by side", SOURCES, "exec(STRINGS, {})"),
    ("exec: annotations", SOURCES, "exec(ANNOTATED, {})"),
    ("exec: a chain of comparisons", SOURCES, "exec(COMPARE, {})"),
    ("exec: starred items", SOURCES, "exec(STAR, {})"),
    ("bytearray growth", "X = bytearray()", "for i in range(300000): X.append(1)\ndel X[:100000]"),
    ("memoryview", "X = memoryview(bytes(2000000))", "X.tolist(); X == X[:]; bytes(X)"),
    ("text by +=", "X = ''", "x = ''\nfor i in range(20000): x += 'ab'"),
    ("range", "X = range(10 ** 6)", "list(X); 10 ** 7 in X; X.index(5)"),
    ("float parsing and printing", "X = [i / 7 for i in range(50000)]", "[float(repr(x)) for x in X]"),
    ("wide formats of floats", "X = 1 / 3", "'%.100000f' % X; format(X, '.300000f')"),
];

/// Measures all operations whose name has `text` in it, and tells of all of them in one line.
pub(crate) fn measure(text: &str, rounds: usize) {
    let mut all: Vec<Metered> = Vec::new();
    for (name, prepare, statement) in OPERATIONS {
        if !name.contains(text) {
            continue;
        }
        let mut best: Option<Metered> = None;
        for _ in 0..rounds {
            let (nanoseconds, ticks) = once(prepare, statement);
            if best.as_ref().is_none_or(|best| nanoseconds < best.nanoseconds) {
                best = Some(Metered { name: (*name).to_owned(), nanoseconds, ticks });
            }
        }
        all.extend(best);
    }
    println!("{}", serde_json::to_string(&all).expect("plain data"));
}

/// Processor time and ticks of one execution in a fresh interpreter.
fn once(prepare: &str, statement: &str) -> (f64, u64) {
    const TICKS: u64 = 1 << 50;
    let mut interpreter = start::interpreter();
    let body = statement.replace('\n', "\n    ");
    let program = format!("{prepare}\ndef measured():\n    {body}\n");
    assert!(start::run(&mut interpreter, "<ticks>", &program), "{statement}");
    let rt = interpreter.runtime();
    let function = named(rt, "measured");
    let function = must(rt, function);
    rt.safepoint();
    rt.set_max_ticks(Some(TICKS));
    let begin = clock::thread_time();
    let done = rt.call(&function, ());
    rt.safepoint();
    let took = clock::thread_time() - begin;
    let ticks = TICKS - rt.ticks_left().unwrap_or(TICKS);
    rt.set_max_ticks(None);
    must(rt, done);
    (took.as_nanos() as f64, ticks)
}

/// What `__main__` has under a name.
fn named(rt: &mut Runtime, name: &str) -> Result<Value> {
    let (modules, main, name) = (rt.modules().clone(), rt.intern("__main__")?, rt.intern(name)?);
    let module = rt.dict_get_name(&modules, &main);
    let dict = module.as_ref().and_then(|module| module.get::<ModuleObject>(rt)?.dict.clone());
    let found = dict.and_then(|dict| rt.dict_get_name(&dict, &name));
    found.ok_or_else(|| rt.runtime_error("nothing was defined"))
}
