# covers: The standard type hierarchy
err = OSError(2, 'no')
err.__init__(5, 'again')
print(err, err.errno)
