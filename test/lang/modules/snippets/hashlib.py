# Hashes of octets, by every algorithm.
import hashlib


def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: [hashlib.new(name, b'abc').hexdigest() for name in sorted(hashlib.algorithms_guaranteed) if not name.startswith('shake')],
    lambda: [(name, hashlib.new(name).digest_size, hashlib.new(name).block_size) for name in sorted(hashlib.algorithms_available)],
    lambda: (hashlib.md5(b'').hexdigest(), hashlib.sha1(b'x').digest(), hashlib.sha256(string=b'x').hexdigest()[:8], hashlib.sha256(data=b'x', usedforsecurity=False).hexdigest()[:8]),
    lambda: (hashlib.blake2b(b'x', digest_size=8, key=b'k').hexdigest(), hashlib.blake2s(b'x', salt=b'abc', person=b'p').hexdigest()[:16], hashlib.blake2b(digest_size=8).digest_size),
    lambda: (hashlib.shake_128(b'x').hexdigest(8), hashlib.shake_256(b'x').digest(4), hashlib.shake_128().digest_size),
    lambda: hashlib.md5('abc'),
    lambda: hashlib.sha256(5),
    lambda: hashlib.sha256(None),
    lambda: hashlib.new('no'),
    lambda: hashlib.new(5),
    lambda: hashlib.blake2b(digest_size=65),
    lambda: hashlib.blake2b(key=b'x' * 65),
    lambda: hashlib.sha256().update('x'),
)
fed = hashlib.sha256()
for part in (b'one', bytearray(b'two'), memoryview(b'three')):
    fed.update(part)
other = fed.copy()
other.update(b'!')
print(fed.name, fed.hexdigest(), fed.digest() == hashlib.sha256(b'onetwothree').digest(), other.hexdigest()[:8])
