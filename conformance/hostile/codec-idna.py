# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
try: ('\xe9'*15000000).encode('idna')
except (MemoryError,UnicodeError): print('e')
try: ('\xe9'*100000).encode('punycode')
except (MemoryError,UnicodeError): print('e')
try: (b'a'*50000000).decode('punycode')
except (MemoryError,UnicodeError): print('e')
try: (b'a.'*20000000).decode('idna')
except (MemoryError,UnicodeError): print('e')
