# limits: --max-memory 64M --max-ticks 20000000 ; expect: within 3 s of CPU, RSS < 160 MB, exit 0..3, no abort
assert ('z' * 1000000).strip('a' * 1000000 + 'z') == ''
assert ('\u1234' * 500000).strip(''.join(map(chr, range(0x2000, 0x1000, -1))) * 100) == ''
assert (b'z' * 1000000).strip(b'a' * 1000000 + b'z') == b''
assert bytearray(b'z' * 1000000).rstrip(b'a' * 1000000 + b'z') == b''
