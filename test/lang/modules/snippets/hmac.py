# Hashes with a key.
import hashlib
import hmac


def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: (hmac.new(b'key', b'message', 'sha256').hexdigest(), hmac.new(b'k' * 200, b'm', hashlib.md5).hexdigest(), hmac.new(b'k', None, 'sha1').digest()),
    lambda: (hmac.digest(b'key', b'message', 'sha256').hex(), hmac.HMAC(b'k', b'm', 'sha512').hexdigest()[:8]),
    lambda: (hmac.new(b'k', b'm', 'sha256').name, hmac.new(b'k', b'm', 'sha256').digest_size, hmac.new(b'k', b'm', 'sha384').block_size),
    lambda: hmac.new(b'k', b'm'),
    lambda: hmac.new('k', b'm', 'sha256'),
    lambda: hmac.new(b'k', 'm', 'sha256'),
    lambda: hmac.new(b'k', b'm', 'no'),
    lambda: (hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', bytearray(b'b'))),
    lambda: hmac.compare_digest('a', b'a'),
    lambda: hmac.compare_digest('é', 'é'),
    lambda: hmac.compare_digest(1, 2),
)
signed = hmac.new(b'key', digestmod='sha256')
signed.update(b'mess')
other = signed.copy()
signed.update(b'age')
print(signed.hexdigest() == hmac.new(b'key', b'message', 'sha256').hexdigest(), other.hexdigest()[:8])
