# covers: The standard type hierarchy
"""Without sys.stderr an uncaught exception is told nobody."""

import sys

sys.stdout = None
print("lost")
sys.stderr = None
1 / 0
