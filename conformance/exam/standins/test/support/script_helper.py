"""Everything here starts another Python: a helper that the examiner does not have."""
from unittest.skips import Helper


def _refuse(*args, **kwargs):
    raise Helper("subprocess")


assert_python_ok = assert_python_failure = run_python_until_end = spawn_python = _refuse
kill_python = make_script = make_pkg = make_zip_script = make_zip_pkg = run_test_script = _refuse
interpreter_requires_environment = _refuse
