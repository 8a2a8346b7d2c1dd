//! Numbers as plain data: what `int`, `float` and `complex` compute, parse and print. It knows no object.
