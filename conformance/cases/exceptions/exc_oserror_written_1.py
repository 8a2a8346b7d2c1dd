# covers: The standard type hierarchy
err = BlockingIOError(11, 'busy', 5)
print(getattr(err, 'characters_written', 'missing'), err.filename)
