# covers: The standard type hierarchy
for args, kw in (((b'a', 'ascii', 's'), {'errors': 'x'}), ((b'a', 'ascii'), {'encoding': 'utf8'})):
    try: print(str(*args, **kw))
    except TypeError as err: print(err)
