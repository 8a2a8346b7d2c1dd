"""The package of the tests; the runner adds the folder of CPython's own."""
