//! Every code point, as CPython 3.13 sees it: digests printed by scripts/unicode_digest.py.

use objmodel_builtins::text::codepoints::{self, MAX_CODE_POINT};
use objmodel_builtins::text::repr::Shown;
use objmodel_builtins::text::{case, predicate, repr, unicode};

const DIGESTS: &[(&str, u64)] = &[
    ("isalpha", 0xd56037b6503b18df),
    ("isdecimal", 0x6851c398c137d46d),
    ("isdigit", 0xfe4d4710c983f221),
    ("isnumeric", 0x4e0778ea7e322065),
    ("isalnum", 0x035bdb18d37e8424),
    ("isspace", 0x910838d6e6c7b908),
    ("isprintable", 0x7295e3ef1627c1c0),
    ("islower", 0x9ff5117c9192cedd),
    ("isupper", 0x11a9673fb6dad1a4),
    ("istitle", 0x311697834c311fdd),
    ("isidentifier", 0x3e8c7a47a9ade490),
    ("identifier part", 0xb0820bb146055fae),
    ("upper", 0x77a5551c37632830),
    ("lower", 0x1b7c962dd8a8099e),
    ("title", 0x6e3d6df9b0682735),
    ("casefold", 0x6fc9794e3b21f0ec),
    ("swapcase", 0xe317e415192fb595),
    ("capitalize", 0x6e3d6df9b0682735),
    ("final sigma", 0xfa10d9a0635b3077),
    ("repr", 0x2823340c6604d784),
    ("ascii", 0xc920d43441810527),
];

type Predicate = fn(&[u8]) -> bool;
type Mapping = fn(&[u8]) -> Vec<u8>;

fn fnv(data: impl IntoIterator<Item = u8>) -> u64 {
    data.into_iter().fold(0xCBF2_9CE4_8422_2325, |state, byte| {
        (state ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
    })
}

fn expect(name: &str, data: impl IntoIterator<Item = u8>) {
    let digest = DIGESTS.iter().find(|entry| entry.0 == name).expect("a digest of that name").1;
    assert_eq!(fnv(data), digest, "{name} differs from CPython");
}

fn texts() -> impl Iterator<Item = Vec<u8>> {
    (0..=MAX_CODE_POINT).map(|point| {
        let (bytes, len) = codepoints::encode(point);
        bytes[..len].to_vec()
    })
}

#[test]
fn predicates() {
    let table: &[(&str, Predicate)] = &[
        ("isalpha", predicate::is_alpha),
        ("isdecimal", predicate::is_decimal),
        ("isdigit", predicate::is_digit),
        ("isnumeric", predicate::is_numeric),
        ("isalnum", predicate::is_alnum),
        ("isspace", predicate::is_space),
        ("isprintable", predicate::is_printable),
        ("islower", predicate::is_lower),
        ("isupper", predicate::is_upper),
        ("istitle", predicate::is_title),
        ("isidentifier", predicate::is_identifier),
    ];
    for (name, test) in table {
        expect(name, texts().map(|text| u8::from(test(&text))));
    }
    expect(
        "identifier part",
        (0..=MAX_CODE_POINT).map(|p| u8::from(unicode::is_identifier_part(p))),
    );
}

#[test]
fn mappings() {
    let table: &[(&str, Mapping)] = &[
        ("upper", case::upper),
        ("lower", case::lower),
        ("title", case::title),
        ("casefold", case::casefold),
        ("swapcase", case::swapcase),
        ("capitalize", case::capitalize),
    ];
    for (name, map) in table {
        let grown = texts().all(|text| map(&text).len() <= text.len() * case::MAX_GROWTH);
        assert!(grown, "{name} grows more than it says");
        expect(name, texts().flat_map(|text| map(&text)));
    }
    expect(
        "final sigma",
        texts().flat_map(|text| {
            let first = [b"A", &text[..], "Σ".as_bytes()].concat();
            let second = [b" ", &text[..], "Σa".as_bytes(), &text].concat();
            [case::lower(&first), case::lower(&second)].concat()
        }),
    );
}

#[test]
fn literals() {
    let all: Vec<u8> = texts().flatten().collect();
    expect("repr", repr::repr(&all, Shown::Printable));
    expect("ascii", repr::repr(&all, Shown::Ascii));
}
