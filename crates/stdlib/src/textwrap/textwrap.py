"""Wrapping, filling, indenting and dedenting of text."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_WHITESPACE = "\t\n\x0b\x0c\r "
_SPACES = frozenset(_WHITESPACE)


def _is_letter(char):
    """Whether words are made of it: letters and the underscore, no digits."""
    return char == "_" or (char.isalnum() and not char.isdecimal())


def _is_word(char):
    return char == "_" or char.isalnum()


def _is_punctuated(char):
    """Whether a word may contain it besides letters and digits."""
    return _is_word(char) or char in "!\"'&.,?"


class _Expression:
    """A regular expression that is compiled when a program asks for it."""

    def __init__(self, pattern, verbose=True):
        self.pattern, self.verbose = pattern, verbose

    def __get__(self, instance, owner):
        import re
        return re.compile(self.pattern, re.VERBOSE if self.verbose else 0)


class TextWrapper:
    """Breaks paragraphs into lines of a width; each attribute is an argument of the same name."""

    unicode_whitespace_trans = dict.fromkeys(map(ord, _WHITESPACE), ord(" "))
    # What `_split` and `_fix_sentence_endings` do, for programs that split by themselves.
    wordsep_re = _Expression(r"""
        ([\t\n\x0b\x0c\r ]+
        |(?<=[\w!"'&.,?])-{2,}(?=\w)
        |[^\t\n\x0b\x0c\r ]+?(?:
            # up to a hyphen between letters
            -(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[^\d\W]-))(?=[^\d\W]-?[^\d\W])
            # up to space
            |(?=[\t\n\x0b\x0c\r ]|\Z)
            # up to a dash
            |(?<=[\w!"'&.,?])(?=-{2,}\w)))""")
    wordsep_simple_re = _Expression(r"([\t\n\x0b\x0c\r ]+)", verbose=False)
    sentence_end_re = _Expression(r"[a-z][.!?][\"']?\Z", verbose=False)

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        """Makes blanks of tabs and of other space, as the attributes ask."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self.unicode_whitespace_trans)
        return text

    def _split(self, text):
        """The pieces that a line may be broken between."""
        chunks = []
        at = 0
        while at < len(text):
            end = at
            while end < len(text) and text[end] in _SPACES:
                end += 1
            if end == at:
                if self.break_on_hyphens:
                    end = _piece_end(text, at)
                else:
                    while end < len(text) and text[end] not in _SPACES:
                        end += 1
            chunks.append(text[at:end])
            at = end
        return chunks

    def _fix_sentence_endings(self, chunks):
        """Two blanks behind what looks like the end of a sentence."""
        for i in range(len(chunks) - 1):
            if chunks[i + 1] == " " and _ends_sentence(chunks[i]):
                chunks[i + 1] = "  "

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Puts what fits of a piece that is longer than a line."""
        room = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            piece, end = reversed_chunks[-1], room
            if self.break_on_hyphens and len(piece) > room:
                hyphen = piece.rfind("-", 0, room)
                if hyphen > 0 and any(char != "-" for char in piece[:hyphen]):
                    end = hyphen + 1
            cur_line.append(piece[:end])
            reversed_chunks[-1] = piece[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        """The lines that the pieces make."""
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            line, size = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            while chunks and size + len(chunks[-1]) <= width:
                size += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, size, width)
                size = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                size -= len(line.pop())
            if not line:
                continue
            ends = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or ends and size <= width):
                lines.append(indent + "".join(line))
                continue
            self._end_with_placeholder(lines, line, size, width, indent)
            break
        return lines

    def _end_with_placeholder(self, lines, line, size, width, indent):
        """Makes the last of a limited number of lines, which tells that there is more."""
        while line:
            if line[-1].strip() and size + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            size -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """The lines of the paragraph, without line ends."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The lines of the paragraph as one text."""
        return "\n".join(self.wrap(text))


def _dashes_end(text, at):
    """Where the run of at least two dashes ends that begins there and leads on to a word."""
    end = at
    while text[end:end + 1] == "-":
        end += 1
    if end - at >= 2 and end < len(text) and _is_word(text[end]):
        return end
    return at


def _piece_end(text, at):
    """Where a line may be broken next, in text that begins with no space."""
    size = len(text)
    # A dash between words, which stands behind what belongs to a word.
    if at and _is_punctuated(text[at - 1]):
        end = _dashes_end(text, at)
        if end > at:
            return end
    end = at + 1
    while end < size:
        before, char = text[end - 1], text[end]
        if char in _SPACES:
            return end
        if before == "-" and _breaks_after_hyphen(text, at, end):
            return end
        if _is_punctuated(before) and _dashes_end(text, end) > end:
            return end
        end += 1
    return size


def _breaks_after_hyphen(text, start, end):
    """Whether a compound word may be broken there, behind its hyphen. Before the hyphen stand two
    letters, or a letter that follows another hyphen and a letter; after it two letters, or a letter,
    a hyphen and a letter."""
    if end - start < 2:
        return False
    before, after = text[max(end - 4, 0):end - 1], text[end:end + 3]
    if not (len(before) >= 2 and _is_letter(before[-1]) and len(after) >= 2
            and _is_letter(after[0])):
        return False
    if not (_is_letter(before[-2])
            or len(before) == 3 and before[1] == "-" and _is_letter(before[0])):
        return False
    return _is_letter(after[1]) or len(after) == 3 and after[1] == "-" and _is_letter(after[2])


def _ends_sentence(piece):
    """Whether it ends with a small letter, a mark that ends sentences, and maybe a quote."""
    if piece[-1:] in ('"', "'"):
        piece = piece[:-1]
    return len(piece) >= 2 and piece[-1] in ".!?" and "a" <= piece[-2] <= "z"


def wrap(text, width=70, **kwargs):
    """The lines of one paragraph, none wider than `width`."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """One paragraph as a text of lines that are not wider than `width`."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The beginning of a text that fits, its space collapsed, and a placeholder for the rest."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the leading space that all its lines have in common; lines of nothing but
    space become empty."""
    if not isinstance(text, str):
        if isinstance(text, (bytes, bytearray, memoryview)):
            raise TypeError("cannot use a string pattern on a bytes-like object")
        raise TypeError(f"expected string or bytes-like object, got {type(text).__name__!r}")
    lines = text.split("\n")
    lines = [line if line.strip(" \t") else "" for line in lines]
    margin = None
    for line in lines:
        if not line:
            continue
        own = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = own
            continue
        common = 0
        while common < len(margin) and own[common:common + 1] == margin[common]:
            common += 1
        margin = margin[:common]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """The text with a prefix before each line that the predicate takes: by default before those
    that are more than space."""
    parts = []
    for line in text.splitlines(True):
        if line.strip() if predicate is None else predicate(line):
            parts.append(prefix)
        parts.append(line)
    return "".join(parts)
