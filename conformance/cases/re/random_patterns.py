# covers: The standard type hierarchy
# Random patterns on random texts.
import re
seed = 5
s = seed
def r(n):
    global s
    s = (s * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return (s >> 33) % n
ATOMS = ["a","b","c","ab",".","\\w","\\d","\\s","[ab]","[^a]","[a-c1]","\\b","\\B","^","$","\\A","\\Z","A","é","É","ß","1"," ","\\W","\\1","\\2","(?P=n)","[^\\w]","\\n", "x", "İ", "ſ", "S","K","\\u212a"]
def gen(d):
    k = r(14)
    if d <= 0 or k < 4: return ATOMS[r(len(ATOMS))]
    if k < 6: return gen(d-1) + gen(d-1)
    if k < 7: return gen(d-1) + "|" + gen(d-1)
    if k < 10:
        q = ["*","+","?","{1,2}","{2}","{0,2}","{,3}","{2,}"][r(8)] + ["","","?","+"][r(4)]
        b = gen(d-1)
        return ("(?:%s)" if r(2) else "(%s)") % b + q
    if k < 11: return "(" + gen(d-1) + ")"
    o = ["(?=%s)","(?!%s)","(?<=%s)","(?<!%s)","(?>%s)","(?i:%s)","(?-i:%s)","(?P<n>%s)","(?(1)%s|b)","(?s:%s)","(?a:%s)","(?m:%s)","(?:%s)?","(?:%s)*"][r(14)]
    return o % gen(d-1)
TEXT = "aab cABé1\nßx ÉaaſSkK\u212ai"
N = 400
for i in range(N):
    p = gen(4)
    f = [0,0,re.I,re.M,re.S,re.X,re.A,re.I|re.A][r(8)]
    t = "".join(TEXT[r(len(TEXT))] for _ in range(r(12)))
    try:
        c = re.compile(p, f)
    except re.error as e:
        print(i, ascii(p), "ERR", ascii(str(e))); continue
    except Exception as e:
        print(i, ascii(p), "EXC", type(e).__name__, ascii(str(e))); continue
    m = c.search(t)
    print(i, ascii(p), f, ascii(t), m and (m.regs, m.lastindex), [x.regs for x in c.finditer(t)], ascii(c.sub("-", t)), ascii(c.split(t)), (m:=c.match(t)) and m.regs, (m:=c.fullmatch(t)) and m.regs, (m:=c.search(t, 2, 6)) and m.regs)
