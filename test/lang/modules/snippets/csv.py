import csv, io
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
for lines in [['a,b,c', '1,"x, y",3'], ['"a""b",c\n', '\n', 'd'], ['a;b'], ['"multi\n', 'line",x\n'], ['a, b'], [''], ['a,b,', ',,'], ['"unclosed'], ['ab"c,d'], ["a\tb"], ['1,2.5,"x"']]:
    t(lambda: list(csv.reader(lines)))
t(lambda: list(csv.reader(['a;b;"c;d"'], delimiter=';'))); t(lambda: list(csv.reader(["'a,b',c"], quotechar="'"))); t(lambda: list(csv.reader(['a, "b"'], skipinitialspace=True))); t(lambda: list(csv.reader(['1,2.5,"x"'], quoting=csv.QUOTE_NONNUMERIC))); t(lambda: list(csv.reader(['a\tb'], dialect='excel-tab'))); t(lambda: list(csv.reader(['a\\,b,c'], escapechar='\\', quoting=csv.QUOTE_NONE))); t(lambda: csv.reader([], delimiter='ab')); t(lambda: list(csv.reader([1]))); t(lambda: csv.reader(['a'], 'nope'))
def w(rows, **k):
    f = io.StringIO(newline=''); wr = csv.writer(f, **k); n = [wr.writerow(r) for r in rows]; return f.getvalue(), n
t(lambda: w([['a', 'b c', 'd,e', 'f"g', 1, 2.5, None, True, 'x\ny', '']])); t(lambda: w([['']])); t(lambda: w([[]])); t(lambda: w([['a', 1]], quoting=csv.QUOTE_ALL)); t(lambda: w([['a', 1, 2.0]], quoting=csv.QUOTE_NONNUMERIC, lineterminator='\n')); t(lambda: w([['a;b', 'c']], delimiter=';')); t(lambda: w([['a,b']], quoting=csv.QUOTE_NONE)); t(lambda: w([['a,b']], quoting=csv.QUOTE_NONE, escapechar='\\')); t(lambda: w([5])); t(lambda: w([['a', 'b']], dialect='unix'))
r = csv.DictReader(io.StringIO("id,name\n1,Ann\n2\n3,Cy,extra\n\n4,Dee\n")); print(r.fieldnames, r.line_num)
for row in r: print(row, r.line_num)
print(list(csv.DictReader(['1,2'], fieldnames=['a', 'b', 'c'], restval='-')))
f = io.StringIO(); d = csv.DictWriter(f, ['a', 'b'], lineterminator='\n'); d.writeheader(); d.writerow({'a': 1, 'b': 2}); d.writerow({'b': 3}); d.writerows([{'a': 'x,y'}]); print(repr(f.getvalue())); t(lambda: d.writerow({'z': 1})); t(lambda: csv.DictWriter(f, ['a'], extrasaction='x')); csv.DictWriter(f, ['a'], extrasaction='ignore').writerow({'a': 1, 'q': 2})
