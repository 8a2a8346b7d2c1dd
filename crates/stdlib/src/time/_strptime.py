"""Reads times by formats of directives, in the C locale."""

import re
import time

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")
_DEFAULT = "%a %b %d %H:%M:%S %Y"
# Which digits a number of so many digits may have; names come below.
_PATTERNS = {
    "d": r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]",
    "f": r"[0-9]{1,6}",
    "G": r"\d{4}",
    "H": r"2[0-3]|[0-1]\d|\d",
    "I": r"1[0-2]|0[1-9]|[1-9]",
    "j": r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]",
    "m": r"1[0-2]|0[1-9]|[1-9]",
    "M": r"[0-5]\d|\d",
    "p": "am|pm",
    "S": r"6[0-1]|[0-5]\d|\d",
    "u": "[1-7]",
    "U": r"5[0-3]|[0-4]\d|\d",
    "V": r"5[0-3]|0[1-9]|[1-4]\d|\d",
    "w": "[0-6]",
    "W": r"5[0-3]|[0-4]\d|\d",
    "y": r"\d\d",
    "Y": r"\d{4}",
    "z": r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)",
    "Z": "utc|gmt",
    "A": "|".join(sorted(_WEEKDAYS, key=len, reverse=True)),
    "a": "|".join(name[:3] for name in _WEEKDAYS),
    "B": "|".join(sorted(_MONTHS, key=len, reverse=True)),
    "b": "|".join(name[:3] for name in _MONTHS),
}
# Directives that stand for others.
_COMPOSED = {"c": _DEFAULT, "x": "%m/%d/%y", "X": "%H:%M:%S"}
_compiled = {}


def _pattern(format):
    """The expression that a format stands for, and the directives in it."""
    pieces, used, at = [], [], 0
    while at < len(format):
        char = format[at]
        if char == "%":
            if at + 1 == len(format):
                raise ValueError(f"stray % in format '{format}'")
            name = format[at + 1]
            at += 2
            if name == "%":
                pieces.append("%")
            elif name in _COMPOSED:
                piece, inner = _pattern(_COMPOSED[name])
                pieces.append(piece)
                used += inner
            elif name in _PATTERNS:
                pieces.append(f"(?P<{name}>{_PATTERNS[name]})")
                used.append(name)
            else:
                shown = "%" if name in "\\.^$*+?(){}[]|" or name.isspace() else name
                raise ValueError(f"'{shown}' is a bad directive in format '{format}'")
        elif char.isspace():
            while at < len(format) and format[at].isspace():
                at += 1
            pieces.append(r"\s+")
        else:
            pieces.append(re.escape(char))
            at += 1
    return "".join(pieces), used


def _matcher(format):
    found = _compiled.get(format)
    if found is None:
        pattern, used = _pattern(format)
        if "d" in used and not {"Y", "y", "G"} & set(used):
            import warnings
            warnings.warn(
                "Parsing dates involving a day of month without a year specified is ambiguious\n"
                "and fails to parse leap day. The default behavior will change in Python 3.15\n"
                "to either always raise an exception or to use a different default year (TBD).\n"
                "To avoid trouble, add a specific year to the input & format.\n"
                "See https://github.com/python/cpython/issues/70647.",
                DeprecationWarning, skip_file_prefixes=("<",))
        if len(_compiled) > 5:
            _compiled.clear()
        found = _compiled[format] = re.compile(pattern, re.IGNORECASE)
    return found


def _offset(text):
    """The seconds and microseconds east of UTC that `%z` has read."""
    if text == "Z":
        return 0, 0
    digits = text
    if digits[3] == ":":
        digits = digits[:3] + digits[4:]
        if len(digits) > 5:
            if digits[5] != ":":
                raise ValueError(f"Inconsistent use of : in {text}")
            digits = digits[:5] + digits[6:]
    seconds = int(digits[1:3]) * 3600 + int(digits[3:5]) * 60 + int(digits[5:7] or 0)
    fraction = int(digits[8:].ljust(6, "0"))
    return (-seconds, -fraction) if digits[0] == "-" else (seconds, fraction)


def _hour(found):
    hour = int(found.get("H", 0))
    if "I" in found:
        hour = int(found["I"]) % 12
        if found.get("p", "").lower() == "pm":
            hour += 12
    return hour


def _weekday(found):
    """The day of the week from 0 for Monday; None if nothing tells it."""
    weekday = None
    for name, text in found.items():
        if name == "A":
            weekday = _WEEKDAYS.index(text.lower())
        elif name == "a":
            weekday = [day[:3] for day in _WEEKDAYS].index(text.lower())
        elif name == "w":
            weekday = (int(text) - 1) % 7
        elif name == "u":
            weekday = int(text) - 1
    return weekday


def _year(found):
    """The year; None if nothing tells it."""
    year = None
    for name, text in found.items():
        if name == "Y":
            year = int(text)
        elif name == "y":
            year = int(text) + (2000 if int(text) <= 68 else 1900)
    return year


def _month(found):
    month = 1
    for name, text in found.items():
        if name == "m":
            month = int(text)
        elif name == "B":
            month = _MONTHS.index(text.lower()) + 1
        elif name == "b":
            month = [name[:3] for name in _MONTHS].index(text.lower()) + 1
    return month


def _check_iso(found, year, weekday):
    """A ValueError where a week or year of ISO 8601 stands without what belongs to it."""
    needed = "a weekday directive ('%A', '%a', '%w', or '%u')."
    if "G" in found:
        if "j" in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year "
                             "directive '%G'. Use '%Y' instead.")
        if "V" not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive "
                             "'%V' and " + needed)
    elif "V" in found:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive "
                             "'%G' and " + needed)
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")


def _days(year, month=1, day=1):
    """The days from the epoch to a date."""
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    first = time._days_before(year, month)
    if not 1 <= day <= time._days_before(*following) - first:
        raise ValueError("day is out of range for month")
    return first + day - 1


def _of_iso_week(year, week, weekday):
    """The days from the epoch to a day of a week of ISO 8601."""
    first = _days(year)
    # Thursday is weekday 3 and the epoch was one.
    start = first - (first + 3) % 7
    if (first + 3) % 7 > 3:
        start += 7
    following = time._days_before(year + 1, 1)
    next_start = following - (following + 3) % 7 + (7 if (following + 3) % 7 > 3 else 0)
    if not 1 <= week <= (next_start - start) // 7:
        raise ValueError(f"Invalid week: {week}")
    return start + 7 * (week - 1) + weekday


def _of_week(year, week, weekday, from_monday):
    """The day of the year, by a week that begins on Monday or Sunday."""
    first = (_days(year) + 3) % 7
    if not from_monday:
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + (7 - first) % 7 + 7 * (week - 1) + weekday


def _strptime(data_string, format=_DEFAULT):
    """The fields of `struct_time`, and microseconds of the time and of its offset."""
    for number, text in enumerate((data_string, format)):
        if not isinstance(text, str):
            raise TypeError(f"strptime() argument {number} must be str, not {type(text)}")
    match = _matcher(format).match(data_string)
    if not match:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    if len(data_string) != match.end():
        raise ValueError(f"unconverted data remains: {data_string[match.end():]}")
    found = match.groupdict()
    year, month, day = _year(found), _month(found), int(found.get("d", 1))
    weekday = _weekday(found)
    yearday = int(found["j"]) if "j" in found else None
    offset, offset_fraction = _offset(found["z"]) if "z" in found else (None, 0)
    _check_iso(found, year, weekday)
    # The 29th of February without a year needs one that has it.
    leap = year is None and month == 2 and day == 29
    if year is None:
        year = 1904 if leap else 1900
    if yearday is None and weekday is not None:
        week = [name for name in found if name in "UW"]
        if week:
            yearday = _of_week(year, int(found[week[-1]]), weekday, week[-1] == "W")
        elif "G" in found:
            days = _of_iso_week(int(found["G"]), int(found["V"]), weekday)
            year, month, day = time.gmtime(days * 86400)[:3]
        if yearday is not None and yearday <= 0:
            year -= 1
            yearday += 366 if time._is_leap(year) else 365
    if yearday is None:
        days = _days(year, month, day)
        yearday = days - _days(year) + 1
    else:
        days = _days(year) + yearday - 1
        year, month, day = time.gmtime(days * 86400)[:3]
    if weekday is None:
        weekday = (days + 3) % 7
    dst = 0 if "Z" in found else -1
    fields = (1900 if leap else year, month, day, _hour(found), int(found.get("M", 0)),
              int(found.get("S", 0)), weekday, yearday, dst, found.get("Z"), offset)
    return fields, int(found.get("f", "").ljust(6, "0")), offset_fraction


def _strptime_time(data_string, format=_DEFAULT):
    """A time by a format."""
    return time.struct_time(_strptime(data_string, format)[0])
