# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
for enc in ('utf-16','utf-32','utf-7','latin-1','cp1252','unicode_escape','raw_unicode_escape','ascii'):
    try: ('a'*20000000).encode(enc)
    except (MemoryError,UnicodeError,LookupError) as e: print(enc,type(e))
    try: ('\u1234'*7000000).encode(enc,'xmlcharrefreplace')
    except (MemoryError,UnicodeError,LookupError) as e: print(enc,type(e))
    try: (b'a'*20000000).decode(enc)
    except (MemoryError,UnicodeError,LookupError) as e: print(enc,type(e))
    try: (b'\xff'*20000000).decode(enc,'backslashreplace')
    except (MemoryError,UnicodeError,LookupError) as e: print(enc,type(e))
