# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import re
class S(str):
    def __len__(self): return 10**9
    def __getitem__(self, i): raise ZeroDivisionError
    def __eq__(self, o): raise ZeroDivisionError
    __hash__ = str.__hash__
print(re.match(S('a+'), S('aaa')).group())
print(re.sub('a', S('b'), S('aaa')), re.split('a', S('bab')))
