# covers: Customizing attribute access
print([name for name in ('open', 'breakpoint', 'exit', 'quit', 'help') if name not in dir(__builtins__)])
