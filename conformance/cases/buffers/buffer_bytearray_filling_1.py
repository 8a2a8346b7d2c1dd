# covers: Emulating buffer types
data = bytearray(b'old')
seen = []
def feed():
    for n in range(3):
        seen.append(len(data))
        yield n
data.__init__(feed())
print(seen, data)
