//! Shows where two texts part, line by line.

use std::fmt::Write;

/// Lines of agreement that are shown around a difference.
const CONTEXT: usize = 2;
/// Lines that are shown at most.
const MOST_LINES: usize = 60;

/// The lines that only `expected` has, marked `-`, and those that only `found` has, marked `+`, with some context.
///
/// Cost: the product of the lengths of what lies between the common beginning and the common end.
pub fn lines(expected: &str, found: &str) -> String {
    let marked = marked(&expected.lines().collect::<Vec<_>>(), &found.lines().collect::<Vec<_>>());
    let differs: Vec<usize> = (0..marked.len()).filter(|&at| marked[at].0 != ' ').collect();
    let near = |at: usize| differs.iter().any(|&other| at.abs_diff(other) <= CONTEXT);
    let mut text = String::new();
    let mut gap = false;
    for (shown, at) in (0..marked.len()).filter(|&at| near(at)).enumerate() {
        if shown == MOST_LINES {
            text.push_str("  ...and more\n");
            break;
        }
        gap |= at > 0 && !near(at - 1);
        if std::mem::take(&mut gap) {
            text.push_str("  ...\n");
        }
        let (mark, line) = marked[at];
        let _ = writeln!(text, "{mark} {line}");
    }
    text
}

/// Every line of both texts, with its mark, by a longest common subsequence.
fn marked<'a>(expected: &[&'a str], found: &[&'a str]) -> Vec<(char, &'a str)> {
    let head = expected.iter().zip(found).take_while(|(a, b)| a == b).count();
    let (a, b) = (&expected[head..], &found[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    let mut marked: Vec<_> = expected[..head].iter().map(|&line| (' ', line)).collect();
    // common[i][j]: the length of the longest common subsequence of a[i..] and b[j..].
    let mut common = vec![vec![0u32; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] = if a[i] == b[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            marked.push((' ', a[i]));
            (i, j) = (i + 1, j + 1);
        } else if i < a.len() && (j == b.len() || common[i + 1][j] >= common[i][j + 1]) {
            marked.push(('-', a[i]));
            i += 1;
        } else {
            marked.push(('+', b[j]));
            j += 1;
        }
    }
    marked.extend(expected[expected.len() - tail..].iter().map(|&line| (' ', line)));
    marked
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn equal_texts_show_nothing() {
        assert_eq!(lines("a\nb\n", "a\nb\n"), "");
    }

    #[test]
    fn differences_are_shown_with_their_context() {
        let expected = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let found = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n";
        assert_eq!(
            lines(expected, found),
            "  ...\n  3\n  4\n- 5\n+ five\n  6\n  7\n  8\n  9\n+ 10\n"
        );
    }

    #[test]
    fn a_missing_end_is_all_minus() {
        assert_eq!(lines("a\nb\nc\n", "a\n"), "  a\n- b\n- c\n");
    }
}
