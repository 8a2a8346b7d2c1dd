//! The Unicode character database as far as `str` uses it, at the version of Python 3.13 (15.1).

mod table;

/// Flags, decimal value (255: none), and what to add for upper, lower, title and folded case.
#[derive(Clone, Copy)]
struct Record(u16, u8, i32, i32, i32, i32);

/// A mapping of one code point to up to three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseMapping {
    /// `str.upper`
    Upper,
    /// `str.lower`, without the rule for the final sigma
    Lower,
    /// `str.title`, for the first letter of a word
    Title,
    /// `str.casefold`
    Fold,
}

fn record(point: u32) -> Record {
    let block = table::INDEX.get((point >> table::SHIFT) as usize).or(table::INDEX.last());
    let block = block.and_then(|&block| table::BLOCKS.get(usize::from(block)));
    let entry = block.map_or(0, |block| block[(point & ((1 << table::SHIFT) - 1)) as usize]);
    table::RECORDS.get(usize::from(entry)).copied().unwrap_or(Record(0, 255, 0, 0, 0, 0))
}

fn has(point: u32, flags: u16) -> bool {
    record(point).0 & flags != 0
}

/// A letter: one of the categories Lm, Lt, Lu, Ll and Lo.
pub fn is_alphabetic(point: u32) -> bool {
    has(point, table::ALPHA)
}

/// A digit that forms decimal numbers.
pub fn is_decimal(point: u32) -> bool {
    has(point, table::DECIMAL)
}

/// A digit, superscripts and the like included.
pub fn is_digit(point: u32) -> bool {
    has(point, table::DIGIT)
}

/// Anything with a numeric value, fractions included.
pub fn is_numeric(point: u32) -> bool {
    has(point, table::NUMERIC)
}

/// Letter or number of any kind: `str.isalnum`.
pub fn is_alphanumeric(point: u32) -> bool {
    has(point, table::ALPHA | table::DECIMAL | table::DIGIT | table::NUMERIC)
}

/// White space as `str.split` and `str.strip` take it.
#[inline]
pub fn is_space(point: u32) -> bool {
    if point < 0x80 { matches!(point, 0x09..=0x0D | 0x1C..=0x20) } else { has(point, table::SPACE) }
}

/// What ends a line for `str.splitlines`.
#[inline]
pub fn is_line_break(point: u32) -> bool {
    matches!(point, 0x0A..=0x0D | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029)
}

/// What `repr` shows as it is.
#[inline]
pub fn is_printable(point: u32) -> bool {
    if point < 0x7F { point >= 0x20 } else { has(point, table::PRINTABLE) }
}

/// The property Lowercase.
#[inline]
pub fn is_lower(point: u32) -> bool {
    if point < 0x80 { (point as u8).is_ascii_lowercase() } else { has(point, table::LOWER) }
}

/// The property Uppercase.
#[inline]
pub fn is_upper(point: u32) -> bool {
    if point < 0x80 { (point as u8).is_ascii_uppercase() } else { has(point, table::UPPER) }
}

/// The category Lt.
pub fn is_title(point: u32) -> bool {
    has(point, table::TITLE)
}

/// The property Cased.
#[inline]
pub fn is_cased(point: u32) -> bool {
    if point < 0x80 {
        return (point as u8).is_ascii_alphabetic();
    }
    has(point, table::LOWER | table::UPPER | table::TITLE)
}

/// The property Case_Ignorable.
pub fn is_case_ignorable(point: u32) -> bool {
    has(point, table::CASE_IGNORABLE)
}

/// What begins an identifier: XID_Start and the underscore.
pub fn is_identifier_start(point: u32) -> bool {
    has(point, table::XID_START)
}

/// What continues an identifier: XID_Continue.
pub fn is_identifier_part(point: u32) -> bool {
    has(point, table::XID_CONTINUE)
}

/// The value of a decimal digit of any script.
#[inline]
pub fn decimal_value(point: u32) -> Option<u8> {
    if point < 0x80 {
        return matches!(point, 0x30..=0x39).then(|| (point - 0x30) as u8);
    }
    let value = record(point).1;
    (value != 255).then_some(value)
}

/// What `point` maps to, and how many of the three are used.
pub fn map_case(point: u32, mapping: CaseMapping) -> ([u32; 3], usize) {
    let Record(flags, _, upper, lower, title, fold) = record(point);
    if flags & table::HAS_SPECIAL != 0 {
        let key = (point, mapping as u8);
        if let Ok(at) = table::SPECIAL.binary_search_by_key(&key, |entry| (entry.0, entry.1)) {
            let mapped = table::SPECIAL[at].2;
            return (mapped, mapped.iter().filter(|&&mapped| mapped != 0).count());
        }
    }
    let delta = match mapping {
        CaseMapping::Upper => upper,
        CaseMapping::Lower => lower,
        CaseMapping::Title => title,
        CaseMapping::Fold => fold,
    };
    ([point.wrapping_add_signed(delta), 0, 0], 1)
}
