# covers: The standard type hierarchy
# strptime: every directive, what does not go together, what is left over; clocks by number.
import time, warnings
warnings.simplefilter("ignore")
def read(*a):
    try:
        t = time.strptime(*a)
        print(a, tuple(t), t.tm_zone, t.tm_gmtoff)
    except Exception as e:
        print(a, type(e).__name__, e)
for a in [("1",), ("x", "%Y"), (5, "%Y"), ("2001", 5), ("12", "%Y %m"), ("2001-02-30", "%Y-%m-%d"), ("10", "%Q"), ("10", "%"), ("10", "% "), ("10", "%."), ("10 Nov 01", "%d %b %y"), ("Thu Jan  1 00:00:00 1970",), ("100%", "%j%%"), ("a.b(2)", "a.b(%w)")]:
    read(*a)
for a in [("2020 53 5", "%G %V %u"), ("2021 53 5", "%G %V %u"), ("2019 53 5", "%Y %V %u"), ("2020 00 Mon", "%Y %W %a"), ("2020 00 Mon", "%Y %U %a"), ("2020 52 Sunday", "%Y %U %A"), ("2020 366", "%Y %j"), ("2019 366", "%Y %j"), ("2020", "%G"), ("2020 01", "%G %V"), ("20 1", "%V %u"), ("2020 4", "%Y %w"), ("2020 010 5", "%G %j %V")]:
    read(*a)
for a in [("12 PM", "%I %p"), ("12 am", "%I %p"), ("11 pm", "%I %p"), ("12", "%I"), ("+01:30:15.25", "%z"), ("-0130", "%z"), ("Z", "%z"), ("z", "%z"), ("+01:3015", "%z"), ("utc", "%Z"), ("Feb 29", "%b %d"), ("29 02", "%y %m"), ("70 69 68", "%y"), ("68", "%y"), ("69", "%y"), ("a  b", "a b"), ("a\tb", "a b"), ("1.5", "%S.%f"), ("61", "%S"), ("62", "%S"), ("11/12/13 01:02:03", "%x %X"), ("MAY", "%B"), ("may", "%b"), ("٣", "%m")]:
    read(*a)
t = time.gmtime(1e9)
print(tuple(t) == tuple(time.strptime(time.strftime("%c", t), "%c"))[:8] + (0,), time.strptime(time.asctime(t))[:6])
for n in (99, "x", 1.5, -1, True, time.CLOCK_MONOTONIC):
    for f in (time.clock_gettime, time.clock_gettime_ns):
        try:
            print(type(f(n)).__name__)
        except Exception as e:
            print(type(e).__name__, e)
warnings.simplefilter("error")
try:
    time.strptime("3", "%d")
except DeprecationWarning as e:
    print(str(e).splitlines()[0])
