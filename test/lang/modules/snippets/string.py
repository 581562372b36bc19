import string


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: string.ascii_letters); t(lambda: string.ascii_lowercase + string.ascii_uppercase + string.digits + string.hexdigits + string.octdigits + string.punctuation); t(lambda: repr(string.whitespace)); t(lambda: len(string.printable)); t(lambda: string.capwords('ab cd  ef')); t(lambda: string.capwords('a-b', '-'))
t(lambda: string.Template('$who likes ${what} $$').substitute(who='tim', what='x')); t(lambda: string.Template('$who').substitute()); t(lambda: string.Template('$who').safe_substitute())
