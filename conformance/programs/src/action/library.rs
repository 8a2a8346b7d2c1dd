//! The library's classes and functions over the program's objects.

use crate::scope::Scope;

/// What is imported, and what is asked of it; `x`, `y` and `f` are the program's.
const QUESTIONS: &[(&str, &[&str])] = &[
    (
        "collections",
        &[
            "collections.Counter(x)",
            "collections.Counter([x, y, x]).most_common(1)",
            "collections.Counter(a=1) + x",
            "collections.OrderedDict(x)",
            "collections.OrderedDict([(x, 1), (y, 2)]).popitem(False)",
            "collections.deque(x, 2)",
            "collections.deque([x, y]).index(y)",
            "collections.deque([x, y]).remove(y)",
            "collections.deque([x]) == collections.deque([y])",
            "collections.deque([x]) + y",
            "collections.defaultdict(f)[x]",
            "collections.defaultdict(x)",
            "collections.ChainMap(x, {1: 2})[1]",
            "collections.ChainMap({x: 1}, {y: 2}).maps",
            "len(collections.ChainMap({x: 1}, {y: 2}))",
            "collections.UserList(x)[:1]",
            "collections.UserDict(x).data",
            "collections.namedtuple('N', 'a b')(x, y) == (x, y)",
            "collections.namedtuple('N', 'a b')._make(x)",
        ],
    ),
    (
        "functools",
        &[
            "functools.partial(f, x)(y)",
            "functools.partial(x)",
            "functools.reduce(f, x)",
            "functools.reduce(lambda a, b: (a, b), [x, y], 0)",
            "functools.lru_cache(f)(x)",
            "functools.lru_cache(lambda *a: len(a))(x, y)",
            "sorted([x, y], key=functools.cmp_to_key(lambda a, b: f(a)))",
            "functools.total_ordering(type(x)).__ge__",
            "x >= functools.total_ordering(type(y))()",
            "functools.wraps(x)(lambda: 1).__name__",
            "functools.singledispatch(f)(x)",
            "functools.cached_property(f).__get__(x)",
            "functools.partialmethod(f, y).__get__(x)()",
        ],
    ),
    (
        "copy",
        &[
            "copy.copy(x)",
            "copy.deepcopy(x)",
            "type(copy.copy(x)) is type(x)",
            "copy.deepcopy([x, [x], y])",
            "copy.replace(x, a=1)",
            "copy.copy(x) is x",
        ],
    ),
    (
        "operator",
        &[
            "operator.index(x)",
            "operator.length_hint(x, 3)",
            "operator.concat(x, y)",
            "operator.contains(x, y)",
            "operator.countOf(x, y)",
            "operator.indexOf(x, y)",
            "operator.itemgetter(x)(y)",
            "operator.itemgetter(0, x)([x, y])",
            "operator.attrgetter('a.b')(x)",
            "operator.methodcaller('m', y)(x)",
            "operator.iadd(x, y)",
            "operator.iconcat(x, y)",
            "operator.truth(x)",
            "operator.is_not(x, y)",
            "operator.setitem(x, y, f)",
            "operator.call(x, y)",
        ],
    ),
    (
        "itertools",
        &[
            "[*itertools.chain(x, y)][:4]",
            "[*itertools.chain.from_iterable(x)][:4]",
            "[*itertools.islice(x, y)][:4]",
            "[*itertools.islice(x, 1, None, 2)][:4]",
            "[*itertools.zip_longest(x, [1], fillvalue=y)][:4]",
            "[*itertools.accumulate(x, f)][:4]",
            "[*itertools.accumulate([x, y])]",
            "[(show(k), len([*g])) for k, g in itertools.groupby([x, y, x])]",
            "[*itertools.takewhile(f, x)][:4]",
            "[*itertools.dropwhile(f, [x, y])]",
            "[*itertools.filterfalse(x, [1, 0])]",
            "[*itertools.compress([1, 2], x)]",
            "[*itertools.starmap(f, x)][:4]",
            "[*itertools.product(x, [1])][:4]",
            "[*itertools.permutations(x)][:3]",
            "[*itertools.combinations([x, y, 1], 2)]",
            "[*itertools.pairwise(x)][:3]",
            "[*itertools.batched(x, 2)][:3]",
            "[*itertools.repeat(x, y)][:3]",
            "next(itertools.count(x, y))",
            "[*itertools.islice(itertools.cycle(x), 3)]",
            "[next(i) for i in itertools.tee(x)]",
        ],
    ),
    (
        "types",
        &[
            "types.MappingProxyType(x)['a']",
            "types.SimpleNamespace(a=x) == types.SimpleNamespace(a=y)",
            "types.MethodType(f, x)(y)",
            "types.MethodType(x, y) == types.MethodType(x, y)",
            "types.new_class('N', (x,))",
            "types.resolve_bases((x, int))",
            "types.GenericAlias(x, y).__args__",
            "types.DynamicClassAttribute(f).__get__(x)",
            "types.coroutine(f)(x)",
        ],
    ),
    (
        "heapq, bisect",
        &[
            "heapq.heapify([x, y, x])",
            "heapq.heappush([x], y)",
            "heapq.heappushpop([x], y)",
            "heapq.nsmallest(2, [x, y])",
            "[*heapq.merge([x], [y])]",
            "bisect.bisect([x, y], x)",
            "bisect.insort([x], y)",
            "bisect.bisect_left([1, 2], x, key=f)",
        ],
    ),
    (
        "dataclasses",
        &[
            "dataclasses.dataclass(type(x))",
            "dataclasses.is_dataclass(x)",
            "dataclasses.make_dataclass('N', ['a'], bases=(type(x),))(y)",
            "dataclasses.make_dataclass('N', [('a', int, x)])() == y",
            "dataclasses.make_dataclass('N', ['a'], order=True)(x) < dataclasses.make_dataclass('N', ['a'])(y)",
            "dataclasses.asdict(dataclasses.make_dataclass('N', ['a'])([x]))",
        ],
    ),
    (
        "enum",
        &[
            "enum.Enum('N', {'A': x, 'B': y}).A.value",
            "enum.Enum('N', {'A': x, 'B': 2})(y)",
            "enum.Enum('N', x)",
            "enum.IntEnum('N', {'A': x}).A",
        ],
    ),
];

impl Scope<'_> {
    pub(super) fn library(&mut self) -> String {
        let (modules, questions) = QUESTIONS[self.choices.below(QUESTIONS.len())];
        let question = questions[self.choices.below(questions.len())];
        let (x, y, f) = (self.object(), self.any(), self.function());
        self.attempt_lines(&[
            format!("import {modules}"),
            format!("x, y, f = {x}, {y}, {f}"),
            format!("return {question}"),
        ])
    }
}
