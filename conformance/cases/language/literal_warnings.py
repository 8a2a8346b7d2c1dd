# covers: Objects, values and types
# What is said of literals: too many digits, invalid escapes, calls and subscripts; as errors too.
import warnings
def t(s):
    print(repr(s[:50]))
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: compile(s,"f.py","exec")
        except SyntaxError as e: print("  SE", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
        except Exception as e: print("  E", repr(e))
        for x in w: print("  ", x.category.__name__, x.message, x.lineno)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try: compile(s,"f.py","exec")
        except SyntaxError as e: print("  SE", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
        except Exception as e: print("  E", repr(e))
n='1'*4301
for s in [n, "x = 3 + "+n+" + 4", "x = (1,\n   "+n+")\n", "0"*5000, "1_"*4299+"1", "1_"*4300+"1","0_"*4300+"0", n+"j", n+".0", "0x"+n, "if 0:\n  x="+n, "x="+n+"\n)", ")\n"+n, "f'{"+n+"}'", "def f(x:"+n+"): pass","match x:\n case "+n+": pass", "match x:\n case -"+n+": pass", "x = 1 2 "+n, "x "+n+" 3",
 "return "+n, "x = "+n+"; break",
 "'\\d'", "x = '''\n\n\\d'''", "x = ('a'\n'\\d')", "b'\\d'", "b'\\400'", "'\\400'", "f'\\d'", "f'{1}\\d{2}\n'", "f'''\n{1}\n\\d{2:\\d}'''", "rf'\\d'", "'\\d\\e'", "'\\d' '\\e'", "'\\777\\d'", "f'\\{1}'", "f'\\{{1}}'","f'{x:\\{y}}'", "f'\\N{DIGIT ONE}\\8'", "'\\8'", "'\\é'", "b'\\d' b'\\q'","u'\\d'", "'\\\n\\d'", "f'{\"\\d\"}'", "x = 1 is 1; y='\\d'", "y='\\d'\nx = 1 is 1; ", "'\\N'", "f'\\400'","f'\\}}'", "f'\\p{1!r:\\q}'", "x = y = '''a\n\\\nb\\c'''", "f'''a\n\\\nb\\c'''", "f'''a\n{\n1}b\\c'''","f'''{1:\n\\c}'''","match x:\n case '\\d': pass", "x: '\\d' = 1", "'\\d\\x'",
 "1()", "1[0]", "'a'['b']", "[1]['a']", "[1][1.0]","(1,2)['a']", "(1,2)[1,2]", "b'a'['x']", "f'a'['x']", "f'{x}'()", "{1}[0]", "{1:2}[0]", "{1:2}()", "{x for x in y}[0]", "(x for x in y)[0]", "[x for x in y]['a']","{x:y for x in y}[0]", "(lambda:1)[0]", "(lambda:1)()", "None[0]","True[0]","...[0]","None()", "[1][None]","[1][True]","[1][...]","[1][[1]]","[1][{1}]","[1][{1:2}]","[1][(1,2)]","[1][()]","[1][1:2]","[1][x]","[1]['a':'b']","[1][lambda:1]","[1][(x for x in y)]","[1][[x for x in y]]","[1][{x for x in y}]","[1][{x:1 for x in y}]","[1][f'a']","[1][f'{a}']","[1][1j]","[1][b'a']","[1][-1.0]","[1]['a'] = 1","del [1]['a']","1[0] = 2","del 1[0]","[1]['a'] += 1","1[0]: int","()()","(1,)()","()[0]","()['a']","1.0[0]","1j[0]","(1+2)[0]","(1+2)()","x = [\n1\n['a']\n]", "(-1)()","(-1)[0]","('a' 'b')()","[1][1+1.0]", "(1,2)[x,y]","[1][(x,y)]","[1][not 1]","__debug__()", "__debug__[0]","1()()","1[0][0]","1()[0]","[[1]['a']]['b']","def f():\n 1()\n 2[0]\n x is 1\n","class A:\n 1()","lambda: 1()","lambda x=1(): 2()","x: 1() = 2()","@1()\ndef f(): 2()","[1() for x in 2()]","[1() for x in 2() for y in 3()]","assert (1,2), 1()","match x:\n case {'a':1}: 1()", "f'{1()}'","f'{1:{2()}}'","if 0: 1()","while 0: 1()","1() if 0 else 2()","from __future__ import annotations\nx: 1()","x is 1 is 2","1 is x","x is ()","x is None", "x is 'a' 'b'","x is f'a'","x is -1","x is (1+1)","x is not -1", "x is ...","[1] is x","assert (1,)","assert ()","assert (x,y)",
 "~True[0]","for x in 1(): 2()\nelse: 3()","type X = 1()","[1]\\\n['a']"]:
    t(s)

import sys
sys.set_int_max_str_digits(0); t(n)
sys.set_int_max_str_digits(640); t("1"*641)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    x = True
    print(~x, [str(e.message) for e in w])
