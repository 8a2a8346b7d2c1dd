# covers: The standard type hierarchy
# ours: json
# The parts of json that programs take by themselves: the scanner, strings, raw decoding, a package's submodules.
import json, json.scanner, json.decoder, json.encoder
from json import decoder, scanner
scan = scanner.make_scanner(decoder.JSONDecoder())
for a in (("1", -1), ("1", 5), ("[1,2] x", 0), (" 1", 0), ('"a\\u0041"', 0), ("nul", 0), ("-", 0), ("-Infinity", 0), ('{"a": [1, {}]}', 0), ("1.5e", 0), ("01", 0), ("", 0)):
    try:
        print(a, scan(*a))
    except BaseException as e:
        print(a, type(e).__name__, e)
print(decoder.JSONDecoder(parse_int=str, parse_constant=lambda c: "<" + c + ">").raw_decode('[1,2.5,{"a":NaN}] tail'))
print(decoder.scanstring('x"ab\\n\\ud83d\\ude00\\ud83d" y', 2), scanner.NUMBER_RE.match("-12.5e3x").groups())
for text in ('"a', '"\\x"', '"\\u12"', '"\n"', '"\\'):
    for strict in (True, False):
        try:
            print(decoder.scanstring(text, 1, strict))
        except ValueError as e:
            print(e)
print(json.encoder.encode_basestring("é\x7f\"\\\n/"), json.encoder.encode_basestring_ascii("é\x7f😀\ud800"))
class Upper(json.JSONDecoder):
    def decode(self, s):
        return super().decode(s.upper().replace("NULL", "null"))
print(json.loads('["a", null]', cls=Upper), json.__package__, json.decoder.__package__, scanner.make_scanner is not None, decoder.scanstring is not None)
class Pairs(json.JSONDecoder):
    def __init__(self, **k):
        super().__init__(object_pairs_hook=tuple, **k)
print(json.loads('{"a": 1, "a": {"b": 2}}', cls=Pairs), json.loads('{"a": 1}', object_hook=lambda d: d | {"z": 0}), json.loads("1.0", parse_float=repr))
