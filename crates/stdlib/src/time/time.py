"""The host's clocks, and the calendar. The local time is that of UTC."""

import _structseq
import _time

_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
           "tm_isdst")

altzone = timezone = daylight = 0
tzname = ("UTC", "UTC")


def time():
    """time() -> floating-point number

Return the current time in seconds since the Epoch."""
    return _seconds(_time.now())


def time_ns():
    """time_ns() -> int

Return the current time in nanoseconds since the Epoch."""
    return _time.now()


def monotonic():
    """Seconds by a clock that cannot go backward."""
    return _seconds(_time.clock())


def monotonic_ns():
    """Nanoseconds by a clock that cannot go backward."""
    return _time.clock()


perf_counter, perf_counter_ns = monotonic, monotonic_ns
process_time, process_time_ns = monotonic, monotonic_ns
thread_time, thread_time_ns = monotonic, monotonic_ns


CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = range(4)
CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME, CLOCK_TAI = 4, 7, 11
_STRUCT_TM_ITEMS = 11


def clock_gettime_ns(clk_id, /):
    """Return the time of the specified clock clk_id as nanoseconds (int)."""
    clock = _clock(clk_id)
    return _time.now() if clock in (CLOCK_REALTIME, CLOCK_TAI) else _time.clock()


def clock_gettime(clk_id, /):
    """Return the time of the specified clock clk_id as a float."""
    return _seconds(clock_gettime_ns(clk_id))


def clock_getres(clk_id, /):
    """clock_getres(clk_id) -> floating-point number

How fine a clock is."""
    _clock(clk_id)
    return 1e-09


def clock_settime(clk_id, time, /):
    """clock_settime(clk_id, time)

The clocks are the host's."""
    _clock(clk_id)
    raise PermissionError(1, "Operation not permitted")


clock_settime_ns = clock_settime


def _clock(number):
    """The number of a clock that there is."""
    if not hasattr(number, "__index__"):
        raise TypeError(f"clk_id should be integer, not {type(number).__name__}")
    number = number.__index__()
    if not 0 <= number <= CLOCK_TAI or number == 10:
        raise OSError(22, "Invalid argument")
    return number


def tzset():
    """tzset()

The local time stays that of UTC."""


def _seconds(nanoseconds):
    whole, rest = divmod(nanoseconds, 10 ** 9)
    return float(whole) if not rest else nanoseconds / 1e9


def get_clock_info(name):
    """What is known of a clock."""
    from types import SimpleNamespace
    if name not in ("monotonic", "perf_counter", "process_time", "thread_time", "time"):
        raise ValueError("unknown clock")
    return SimpleNamespace(implementation="host", monotonic=name != "time",
                           adjustable=name == "time", resolution=1e-09)


def sleep(seconds, /):
    """sleep(seconds)

Delay execution for a given number of seconds."""
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        if abs(seconds) > 9223372036.0:
            raise OverflowError("timestamp too large to convert to C PyTime_t")
        nanoseconds = -int(-seconds * 1e9 // 1)
    else:
        try:
            nanoseconds = seconds.__index__() * 10 ** 9
        except AttributeError:
            raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an "
                            "integer") from None
    if nanoseconds < 0:
        raise ValueError("sleep length must be non-negative")
    _time.sleep(nanoseconds)


struct_time = _structseq.make(
    "time", "struct_time", _FIELDS, ("tm_zone", "tm_gmtoff"),
    """The time value as returned by gmtime(), localtime(), and strptime(), and
 accepted by asctime(), mktime() and strftime().  May be considered as a
 sequence of 9 integers.

 Note that several fields' values are not the same as those defined by
 the C language standard for struct tm.  For example, the value of the
 field tm_year is the actual year, not year - 1900.  See individual
 fields' descriptions for details.""",
    {"tm_zone": "abbreviation of timezone name", "tm_gmtoff": "offset from UTC in seconds"})
_STRUCT_TM_ITEMS = 11

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before(year, month):
    """The days from the epoch to the first of a month."""
    past = year - 1
    return (365 * past + past // 4 - past // 100 + past // 400 - 719162
            + _BEFORE[month - 1] + (month > 2 and _is_leap(year)))


def _whole(seconds):
    if seconds is None:
        return _time.now() // 10 ** 9
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        if abs(seconds) > 2.0 ** 63:
            raise OverflowError("timestamp out of range for platform time_t")
        return int(seconds // 1)
    try:
        return seconds.__index__()
    except AttributeError:
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an "
                        "integer") from None


def gmtime(seconds=None, /):
    """gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min,
                       tm_sec, tm_wday, tm_yday, tm_isdst)

The time of UTC; when seconds is not passed in, the present one."""
    return _broken_down(_whole(seconds), "GMT")


def _broken_down(seconds, zone):
    days, rest = divmod(seconds, 86400)
    if abs(days) > 784354017364:
        raise OverflowError("timestamp out of range for platform time_t")
    year = 1970 + days * 400 // 146097
    while _days_before(year, 1) > days:
        year -= 1
    while _days_before(year + 1, 1) <= days:
        year += 1
    month = 12
    while _days_before(year, month) > days:
        month -= 1
    return struct_time((year, month, days - _days_before(year, month) + 1, rest // 3600,
                        rest // 60 % 60, rest % 60, (days + 3) % 7,
                        days - _days_before(year, 1) + 1, 0, zone, 0))


def localtime(seconds=None, /):
    """localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,
                          tm_sec,tm_wday,tm_yday,tm_isdst)

The local time, which is that of UTC."""
    return _broken_down(_whole(seconds), "UTC")


def _checked(parts, function):
    if not isinstance(parts, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(parts) != 9:
        raise TypeError(f"{function}(): illegal time tuple argument")
    year, month, day, hour, minute, second, weekday, yearday, dst = (
        part.__index__() for part in parts)
    month, day, yearday = month or 1, day or 1, yearday or 1
    for value, low, high, name in ((month, 1, 12, "month"), (day, 1, 31, "day of month"),
                                   (hour, 0, 23, "hour"), (minute, 0, 59, "minute"),
                                   (second, 0, 61, "seconds")):
        if not low <= value <= high:
            raise ValueError(f"{name} out of range")
    if weekday < -1:
        raise ValueError("day of week out of range")
    if not 1 <= yearday <= 366:
        raise ValueError("day of year out of range")
    return year, month, day, hour, minute, second, weekday % 7, yearday, dst


def mktime(parts, /):
    """mktime(tuple) -> floating-point number

The seconds since the epoch of a local time."""
    if not isinstance(parts, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(parts) != 9:
        raise TypeError("mktime(): illegal time tuple argument")
    year, month, day, hour, minute, second = parts[:6]
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    days = _days_before(year, month) + day - 1
    return float(((days * 24 + hour) * 60 + minute) * 60 + second)


def asctime(parts=None, /):
    """asctime([tuple]) -> string

A time such as 'Sat Jun 06 16:26:11 1998'."""
    year, month, day, hour, minute, second, weekday, _, _ = _checked(
        tuple(localtime()) if parts is None else parts, "asctime")
    return (f"{_DAYS[weekday][:3]} {_MONTHS[month - 1][:3]}{day:3} "
            f"{hour:02}:{minute:02}:{second:02} {year}")


def ctime(seconds=None, /):
    """ctime(seconds) -> string

The local time of the seconds since the epoch, as asctime() shows it."""
    return asctime(tuple(localtime(seconds)))


def _iso_week(year, weekday, yearday):
    """Year and week of ISO 8601."""
    week = (yearday - weekday + 9) // 7
    if week < 1:
        last = 366 if _is_leap(year - 1) else 365
        return _iso_week(year - 1, weekday, yearday + last)
    if week == 53:
        length = 366 if _is_leap(year) else 365
        if yearday - weekday + 3 > length:
            return year + 1, 1
    return year, week


def strftime(format, parts=None, /):
    """strftime(format[, tuple]) -> string

A time by a format of directives such as %Y, in the C locale."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    year, month, day, hour, minute, second, weekday, yearday, dst = _checked(
        tuple(localtime()) if parts is None else parts, "strftime")
    noon = "AM" if hour < 12 else "PM"
    iso_year, iso_week = _iso_week(year, weekday, yearday)
    values = {
        "a": _DAYS[weekday][:3], "A": _DAYS[weekday], "b": _MONTHS[month - 1][:3],
        "B": _MONTHS[month - 1], "h": _MONTHS[month - 1][:3], "d": f"{day:02}", "e": f"{day:2}",
        "H": f"{hour:02}", "I": f"{(hour + 11) % 12 + 1:02}", "j": f"{yearday:03}",
        "k": f"{hour:2}", "l": f"{(hour + 11) % 12 + 1:2}", "m": f"{month:02}",
        "M": f"{minute:02}", "p": noon, "P": noon.lower(), "S": f"{second:02}",
        "U": f"{(yearday + 6 - (weekday + 1) % 7) // 7:02}", "u": str(weekday + 1),
        "w": str((weekday + 1) % 7), "W": f"{(yearday + 6 - weekday) // 7:02}",
        "y": f"{year % 100:02}", "Y": str(year), "C": str(year // 100), "G": str(iso_year),
        "g": f"{iso_year % 100:02}", "V": f"{iso_week:02}", "Z": "UTC", "z": "+0000", "%": "%",
        "n": "\n", "t": "\t", "D": f"{month:02}/{day:02}/{year % 100:02}",
        "x": f"{month:02}/{day:02}/{year % 100:02}", "F": f"{year}-{month:02}-{day:02}",
        "R": f"{hour:02}:{minute:02}", "T": f"{hour:02}:{minute:02}:{second:02}",
        "X": f"{hour:02}:{minute:02}:{second:02}",
        "r": f"{(hour + 11) % 12 + 1:02}:{minute:02}:{second:02} {noon}",
        "c": (f"{_DAYS[weekday][:3]} {_MONTHS[month - 1][:3]} {day:2} "
              f"{hour:02}:{minute:02}:{second:02} {year}"),
    }
    pieces = format.split("%")
    shown = [pieces[0]]
    number = 1
    while number < len(pieces):
        piece = pieces[number]
        number += 1
        if piece:
            shown.append(values.get(piece[0], "%" + piece[0]) + piece[1:])
        elif number < len(pieces):
            shown.append("%" + pieces[number])
            number += 1
        else:
            shown.append("%")
    return "".join(shown)


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    """strptime(string, format) -> struct_time

Parse a string to a time tuple according to a format specification."""
    from _strptime import _strptime_time
    return _strptime_time(string, format)
