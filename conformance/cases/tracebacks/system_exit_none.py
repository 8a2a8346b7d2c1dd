# covers: The standard type hierarchy
# SystemExit without an argument ends with 0; finally blocks run.
try:
    raise SystemExit
finally:
    print("cleaned up")
