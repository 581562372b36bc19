from urllib.parse import *
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
for u in ['http://user:pw@Host.com:8080/a/b;p?q=1&r=2#frag', '/just/path', 'mailto:x@y.z', 'HTTP://h', '//net/path', 'a?b', '', 'http://h:99999/', 'http://[::1]:80/x', 'ws://h/p?x', 'redis://localhost:6379/0']:
    t(lambda: urlsplit(u)); t(lambda: urlparse(u)); p = urlparse(u); print(p.geturl(), p.hostname, p.username, p.password, p.netloc, p.path, p.query); t(lambda: p.port)
print(quote('a b/ü&='), quote('a b/', safe=''), quote_plus('a b&c+/'), unquote('a%20b%C3%BC%zz%FF'), unquote_plus('a+b%2B'), urlencode({'a': 1, 'b c': 'd&e'}), urlencode([('x', 'y'), ('x', 'z')]), urlencode({'a': [1, 2]}, doseq=True), urlencode({'a': 'b c'}, quote_via=quote))
print(parse_qs('a=1&b=2&a=3&c=&d'), parse_qs('a=&b', keep_blank_values=True), parse_qsl('x=1&y=a+b%26'), urljoin('http://a/b/c/d', 'e'), urljoin('http://a/b/c/d', '../e'), urljoin('http://a/b/c/d', '/e?x'), urljoin('http://a/b', 'http://z/q'), urljoin('http://a/b/', 'c'), urljoin('http://a', 'b'), urljoin('http://a/b', '?q=1'), urljoin('http://a/b', '//h/p'))
p = urlsplit('https://h/p?q'); print(p._replace(scheme='http', path='/z').geturl(), p[1], tuple(p), p == ('https', 'h', '/p', 'q', ''), urlunsplit(p), urlunparse(('http', 'h', '/p', '', 'q=1', 'f')))
