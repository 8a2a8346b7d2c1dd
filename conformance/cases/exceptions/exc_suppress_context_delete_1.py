# covers: The standard type hierarchy
err = ValueError()
try: del err.__suppress_context__
except (TypeError, AttributeError) as e: print(e)
