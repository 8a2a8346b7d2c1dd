"""Asks the Python that runs it for its errors, and writes the table: record.py TABLE.

The programs are those of the table; to add one, add its line and an empty line below it.
"""
import sys
import warnings

ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\x0c", "1": "\x01"}


def unescape(text):
    parts, at = [], 0
    while at < len(text):
        if text[at] == "\\" and at + 1 < len(text):
            at += 1
            parts.append(ESCAPES.get(text[at], text[at]))
        else:
            parts.append(text[at])
        at += 1
    return "".join(parts)


def answer(program):
    try:
        compile(program if program.endswith("\n") else program + "\n", "<s>", "exec", dont_inherit=True)
    except SyntaxError as e:
        return f"    {type(e).__name__} {e.lineno} {e.offset} {e.end_lineno} {e.end_offset} {e.msg}"
    raise SystemExit(f"not refused: {program!r}")


def main():
    warnings.simplefilter("ignore")
    with open(sys.argv[1], encoding="utf-8") as file:
        programs = [line for line in file.read().split("\n") if line and not line.startswith("    ") ]
    rows = [program + "\n" + answer(unescape(program)) + "\n" for program in programs]
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.writelines(rows)


main()
