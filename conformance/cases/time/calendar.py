# covers: Emulating numeric types
# The calendar of UTC, formats of times, and clocks.
import time
for seconds in (0, 1, -1, 951782400, 1709164800, 1e9 + 0.9, -62135596800, 253402300799, 2**33):
    g = time.gmtime(seconds)
    print(tuple(g), time.asctime(g), time.strftime("%Y-%m-%d %H:%M:%S %j %U %W %w %u %a %A %b %B %I %p %y %C %G %V %g %e %D %T %R %F %% %h %n%t|", g))
print(repr(time.gmtime(86400 * 365)), time.gmtime(0).tm_zone, time.gmtime(0).tm_gmtoff, time.gmtime(0)[:3], time.gmtime(0) == (1970, 1, 1, 0, 0, 0, 3, 1, 0))
for f in (lambda: time.struct_time(range(5)), lambda: time.struct_time(range(9)), lambda: time.struct_time(range(12)), lambda: time.gmtime("x"), lambda: time.gmtime(float("nan")),
          lambda: time.asctime((1, 2)), lambda: time.asctime(5), lambda: time.strftime("%d", (2000, 13, 1, 0, 0, 0, 0, 1, 0)), lambda: time.sleep(-1), lambda: time.sleep("x"),
          lambda: time.sleep(0), lambda: time.sleep(0.001), lambda: time.strftime(5), lambda: time.get_clock_info("x"), lambda: time.strftime("", time.gmtime(0))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
a, b = time.monotonic(), time.monotonic()
print(b >= a, type(time.time()), type(time.time_ns()), time.time() > 1.6e9, time.perf_counter_ns() <= time.perf_counter_ns(), type(time.process_time()), time.get_clock_info("monotonic").monotonic)
