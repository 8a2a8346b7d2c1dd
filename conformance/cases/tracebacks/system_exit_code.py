# covers: The standard type hierarchy
# SystemExit with a number ends with that status, silently.
import sys
try:
    sys.exit(3)
except SystemExit as e:
    print(e.code, e.args)
    raise
