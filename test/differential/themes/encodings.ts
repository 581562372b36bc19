// Octets hashed, summed, written in letters and laid out by formats: hashlib, hmac, binascii, zlib,
// base64, struct and io.BytesIO.
import { choose, code, lines, maybe, several, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { modestValue } from './values.ts';

const octets = weigh(
  [
    6,
    lines(String.raw`
      b''
      b'a'
      b'abc'
      b'hello world' * 20
      b'\x00\xff\xfe\x80'
      bytearray(b'abcd')
      memoryview(b'abcdef')
      b'x' * 200
    `),
  ],
  [1, modestValue],
);
const algorithm = words(`md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512
  blake2b blake2s`);
const named = code`'${weigh([8, algorithm], [1, words('SHA256 MD5 no sha-1')])}'`;

const hashing = choose(
  code`hashlib.${algorithm}(${octets}).hexdigest()`,
  code`hashlib.new(${named}, ${octets}).${words('hexdigest() digest() name digest_size block_size')}`,
  code`fed(hashlib.${algorithm}(), [${several(octets, 0, 3)}])`,
  code`hashlib.${words('blake2b blake2s')}(${octets}, ${words(
    "digest_size=8 key=b'key' salt=b'salt' person=b'me' digest_size=0 digest_size=99 key=b'k'*65",
  )}).hexdigest()`,
  code`hashlib.${words('shake_128 shake_256')}(${octets}).${words('hexdigest digest')}(${words('0 5 200 -1')})`,
  code`hmac.new(${octets}, ${octets}, ${choose(named, code`hashlib.${algorithm}`)}).hexdigest()`,
  code`hmac.digest(${octets}, ${octets}, ${named})`,
  code`hmac.compare_digest(${octets}, ${octets})`,
  code`zlib.${words('crc32 adler32')}(${octets}${maybe(words(', 0 ,1 ,5 ,-1'))})`,
  code`binascii.${words('crc32 crc_hqx')}(${octets}, ${words('0 1 65535')})`,
);

const letters = weigh(
  [
    6,
    lines(`
      'YWJj'
      b'YWI='
      'YQ=='
      'YQ'
      'YWJjZ'
      'Y W J j'
      'YQ=a='
      'YQ==YQ=='
      '=YQ='
      'Y===='
      '__-_'
      '++//'
      'MFRGG==='
      'mfrgg==='
      'MFRGG1=='
      'ABCDE'
      '6162'
      '6a6B'
      '6'
      'zz'
      'é'
      'VPa!s'
      'VPa'
    `),
  ],
  [2, octets],
);
const spelling = choose(
  code`base64.${words(`b64encode urlsafe_b64encode standard_b64encode b32encode b32hexencode b16encode
    b85encode encodebytes`)}(${octets})`,
  code`base64.${words(`b64decode urlsafe_b64decode standard_b64decode b32decode b32hexdecode b16decode
    b85decode decodebytes`)}(${letters})`,
  code`base64.b64decode(${letters}, ${words("validate=True b'-_' '-_' '-' 5")})`,
  code`base64.b64encode(${octets}, ${words("b'-_' b'-' b'+/'")})`,
  code`base64.${words('b32decode b16decode')}(${letters}, ${words('True casefold=False')})`,
  code`base64.b32decode(${letters}, map01=${words("'L' b'I' 'LI'")})`,
  code`base64.b85encode(${octets}, pad=True)`,
  code`binascii.${words('hexlify b2a_base64')}(${octets})`,
  code`binascii.hexlify(${octets}, ${words("'-' b':' '' 'ab'")}${maybe(words(', 2 ,-3'))})`,
  code`binascii.${words('unhexlify a2b_base64')}(${letters})`,
  code`binascii.a2b_base64(${letters}, strict_mode=True)`,
);

// Of native sizes those that are the same everywhere.
const order = words("'' '<' '>' '!' '='").map((text) => text.slice(1, -1));
const item = weigh([6, words('b B h H i I q Q f d ? c s 4s 3h x 2x e p 5p')], [1, words('z 3 0i')]);
const format = code`'${order}${several(item, 0, 3, '')}'`;
const value = weigh(
  [4, words('0 1 -1 127 200 65535 -32768 2**31 2**40 2**63 2**64')],
  [3, words("b'a' b'abcd' b'' bytearray(b'xyz')")],
  [2, words('1.5 -0.0 1e10 1e300 65504.0 True')],
  [1, modestValue],
);
const layout = choose(
  code`struct.pack(${format}, ${several(value, 0, 3)})`,
  code`struct.pack('${order}${words('b B h H i I q Q f d ? c s 4s e 5p')}', ${value})`,
  code`struct.unpack(${format}, ${octets})`,
  code`struct.unpack('${order}${words('4s 4B 2h 2H i I f 4x ?3s 4p')}', b'\x01\xfe\x80\x7f')`,
  code`struct.unpack_from('<H', ${octets}, ${words('0 1 3 -1 -2 -9 99')})`,
  code`list(struct.iter_unpack(${words("'<H' '<I' '' '3s' '<bh'")}, ${octets}))`,
  code`struct.calcsize(${format})`,
  code`struct.Struct(${format}).${words('size format')}`,
  code`packed_into(${words("'<H' '>I' '<3s'")}, ${words('0 2 5 -1 -4 -9')}, ${value})`,
);

const step = choose(
  code`f.${words('read readline read1 readlines')}(${words(' 0 2 5 -1 None')})`,
  code`f.write(${octets})`,
  code`f.seek(${words('0 2 9 -1')}${maybe(words(', 0 ,1 ,2 ,3'))})`,
  code`f.${words('tell getvalue close truncate readable')}()`,
  code`f.truncate(${words('0 3 9 -1')})`,
  code`f.readinto(bytearray(2))`,
  word('list(f)', 'f.closed', 'bytes(f.getbuffer())'),
);
const file = code`
  f = io.BytesIO(${words(String.raw`b'' b'one\ntwo\nthree' b'abc'`)})
  for turn in range(2):
      try:
          print(${step}, ${step})
      except (TypeError, ValueError) as e:
          print(type(e).__name__, e)
`;

const body = choose(hashing, spelling, layout);
export const encodings: Theme = {
  name: 'encodings',
  body: weigh(
    [
      6,
      code`
        import base64, binascii, hashlib, hmac, struct, zlib
        def fed(digest, parts):
            for part in parts:
                digest.update(part)
            return digest.hexdigest(), digest.copy().digest()[:4]
        def packed_into(form, place, value):
            buffer = bytearray(6)
            struct.pack_into(form, buffer, place, value)
            return buffer
        print(repr(${body}))
      `,
    ],
    [
      1,
      code`
      import io
      ${file}
    `,
    ],
  ),
};
