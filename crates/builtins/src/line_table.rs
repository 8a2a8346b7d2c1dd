//! `co_linetable` and `co_lnotab`: where the instructions of a code object stand, in CPython's two
//! encodings (`Objects/locations.md` and `Objects/lnotab_notes.txt` of its source).

use objmodel::host::Position;

/// An entry of the table for instructions on the line of those before, by its kind.
const ONE_LINE: u8 = 10;
const LONG: u8 = 14;

/// How many instructions an entry tells of at most.
const RUN: usize = 8;

/// `co_linetable` of code that begins at a line: an entry for each run of instructions at one place.
pub(crate) fn line_table(first_line: u32, places: &[Position]) -> Vec<u8> {
    let mut table = Vec::new();
    let mut line = i64::from(first_line);
    for run in places.chunk_by(|one, other| one == other) {
        let Some(place) = run.first() else { continue };
        for part in run.chunks(RUN) {
            entry(&mut table, part.len(), i64::from(place.line) - line, place);
            line = i64::from(place.line);
        }
    }
    table
}

/// One entry; `delta` is how many lines the place is below that of the entry before.
fn entry(table: &mut Vec<u8>, count: usize, delta: i64, place: &Position) {
    let head = |kind: u8| 0x80 | kind << 3 | (count - 1) as u8;
    let (column, end) = (place.column, place.end_column);
    let flat = place.end_line == place.line;
    if flat && delta == 0 && column < 80 && end >= column && end - column < 16 {
        table.push(head((column / 8) as u8));
        table.push(((column % 8) << 4 | (end - column)) as u8);
    } else if flat && (0..3).contains(&delta) && column < 128 && end < 128 {
        table.extend([head(ONE_LINE + delta as u8), column as u8, end as u8]);
    } else {
        table.push(head(LONG));
        let below = delta.unsigned_abs() << 1 | u64::from(delta < 0);
        let lines = place.end_line.saturating_sub(place.line);
        for number in [below, lines.into(), u64::from(column) + 1, u64::from(end) + 1] {
            varint(table, number);
        }
    }
}

/// A number in pieces of six bits, the lowest first.
fn varint(table: &mut Vec<u8>, mut number: u64) {
    while number >= 0x40 {
        table.push(0x40 | (number & 0x3f) as u8);
        number >>= 6;
    }
    table.push(number as u8);
}

/// `co_lnotab`: pairs of how many bytes of code and how many lines to go on.
pub(crate) fn lnotab(first_line: u32, places: &[Position]) -> Vec<u8> {
    let mut table = Vec::new();
    let (mut line, mut start) = (i64::from(first_line), 0);
    for (at, place) in places.iter().enumerate() {
        let mut delta = i64::from(place.line) - line;
        if delta == 0 {
            continue;
        }
        let mut bytes = 2 * at - start;
        while bytes > 255 {
            table.extend([255, 0]);
            bytes -= 255;
        }
        while !(-128..=127).contains(&delta) {
            let step = delta.clamp(-128, 127);
            table.extend([bytes as u8, step as i8 as u8]);
            (bytes, delta) = (0, delta - step);
        }
        table.extend([bytes as u8, delta as i8 as u8]);
        (line, start) = (place.line.into(), 2 * at);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a table back, as CPython's documentation says.
    fn read(first_line: u32, table: &[u8]) -> Vec<Position> {
        let mut places = Vec::new();
        let (mut line, mut at) = (i64::from(first_line), 0);
        while at < table.len() {
            let (kind, count) = (table[at] >> 3 & 15, usize::from(table[at] & 7) + 1);
            at += 1;
            let mut next = || {
                at += 1;
                u32::from(table[at - 1])
            };
            let mut place = Position::default();
            if kind < ONE_LINE {
                let byte = next();
                place.column = u32::from(kind) * 8 + (byte >> 4);
                place.end_column = place.column + (byte & 15);
                (place.line, place.end_line) = (line as u32, line as u32);
            } else if kind < 13 {
                line += i64::from(kind - ONE_LINE);
                (place.line, place.end_line) = (line as u32, line as u32);
                (place.column, place.end_column) = (next(), next());
            } else {
                let mut number = || {
                    let (mut all, mut shift) = (0u64, 0);
                    loop {
                        let byte = next();
                        all |= u64::from(byte & 0x3f) << shift;
                        shift += 6;
                        if byte & 0x40 == 0 {
                            return all as i64;
                        }
                    }
                };
                let below = number();
                line += if below & 1 == 1 { -(below >> 1) } else { below >> 1 };
                place.line = line as u32;
                place.end_line = (line + number()) as u32;
                (place.column, place.end_column) = (number() as u32 - 1, number() as u32 - 1);
            }
            places.extend(std::iter::repeat_n(place, count));
        }
        places
    }

    #[test]
    fn a_table_tells_each_place() {
        let lines = [7, 7, 8, 3, 3, 900, 901, 902, 905];
        let columns = [(0, 3), (79, 94), (80, 95), (4, 200), (130, 131), (5, 4), (127, 127)];
        let mut places = Vec::new();
        for (n, line) in lines.iter().enumerate() {
            for (m, (column, end_column)) in columns.iter().enumerate() {
                let end_line = line + (n * m % 5 == 4) as u32 * 70;
                let place =
                    Position { line: *line, end_line, column: *column, end_column: *end_column };
                places.extend(std::iter::repeat_n(place, 1 + n * m));
            }
        }
        assert_eq!(read(5, &line_table(5, &places)), places);
    }

    #[test]
    fn steps_too_long_for_a_byte_are_split() {
        let at = |line| Position { line, end_line: line, ..Position::default() };
        let mut places = vec![at(1); 300];
        places.push(at(301));
        places.push(at(2));
        let expected = [255, 0, 255, 0, 90, 127, 0, 127, 0, 46, 2, 128, 0, 128, 0, (-43i8) as u8];
        assert_eq!(lnotab(1, &places), expected);
    }
}
