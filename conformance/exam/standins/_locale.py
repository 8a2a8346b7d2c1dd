"""What `locale` takes from the system: the locale of UTF-8 without a language."""

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
CODESET = 14
Error = type("Error", (Exception,), {})


def getencoding():
    return "UTF-8"


def nl_langinfo(key, /):
    return "UTF-8" if key == CODESET else ""


def setlocale(category, locale=None, /):
    if locale not in (None, "", "C", "C.UTF-8", "POSIX"):
        raise Error("unsupported locale setting")
    return "C.UTF-8"


def localeconv():
    return {"decimal_point": ".", "thousands_sep": "", "grouping": []}


def strcoll(one, other, /):
    return (one > other) - (one < other)


def strxfrm(text, /):
    return text
