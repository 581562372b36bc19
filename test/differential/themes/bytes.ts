// bytes, bytearray and memoryview: their methods and operators with arguments of all shapes, text
// encoded and octets decoded with every error handler, ints as octets.
import { choose, code, lines, maybe, several, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyIndex, anyString, modestValue, smallInteger } from './values.ts';

const literal = lines(String.raw`
  b''
  b'a'
  b'abc'
  b'Hello World'
  b'a,b,,c'
  b' a  b\n'
  b'one\ntwo\r\nthree\r'
  b'\x00\x01\xfe\xff'
  b'it\'s "so"'
  b'aXbXcX'
  b'caf\xc3\xa9'
  b'\xe2\x82\xac\xf0\x9f\x98\x80'
  rb'\d'
  b'12'
  b'-7'
  bytes([0, 200, 97])
`);
const octets = choose(literal, literal, code`bytearray(${literal})`, code`memoryview(${literal})`);
const string = weigh([4, literal], [2, code`bytearray(${literal})`]);
const argument = weigh([5, octets], [2, smallInteger], [1, modestValue], [1, anyString]);
const where = maybe(code`, ${anyIndex}${maybe(code`, ${anyIndex}`)}`);
const plain = words(`upper lower title capitalize swapcase strip lstrip rstrip split rsplit isalpha
  splitlines isalnum isdigit isspace isupper islower istitle isascii expandtabs hex decode copy`);

const call = choose(
  code`${plain}()`,
  code`${words('find rfind index rindex count startswith endswith')}(${argument}${where})`,
  code`${words('strip lstrip rstrip partition rpartition removeprefix')}(${argument})`,
  code`${words('split rsplit')}(${choose(argument, word('None'))}${maybe(code`, ${smallInteger}`)})`,
  code`replace(${argument}, ${argument}${maybe(code`, ${smallInteger}`)})`,
  code`${words('center ljust rjust')}(${smallInteger}${maybe(code`, ${argument}`)})`,
  code`join([${several(argument, 0, 3)}])`,
  code`${words('zfill expandtabs splitlines')}(${smallInteger})`,
  code`hex(${words("':' '-' b'_' '' 'é' '::' 5")}${maybe(code`, ${smallInteger}`)})`,
  code`translate(${choose(argument, word('None', "bytes.maketrans(b'abc', b'xyz')"))}${maybe(
    code`, ${argument}`,
  )})`,
  code`decode(${words("'ascii' 'latin-1' 'utf-8' 'utf-16' 'utf-16-le' 'utf-32' 'no' 5")}${maybe(
    code`, ${words("'strict' 'ignore' 'replace' 'backslashreplace' 'surrogateescape' 'no'")}`,
  )})`,
);

const encoded = code`${choose(anyString, word("'é€'", "'a\\udc80b'", "'😀'"))}.encode(${words(
  "'ascii' 'latin-1' 'utf-8' 'utf-16' 'utf-16-be' 'utf-32-le' 'utf-8-sig' 'no'",
)}${maybe(
  code`, ${words("'ignore' 'replace' 'backslashreplace' 'xmlcharrefreplace' 'surrogateescape'")}`,
)})`;

const sliced = code`[${anyIndex}:${anyIndex}${maybe(code`:${words('1 2 -1 -2')}`)}]`;
const expression = choose(
  code`${string}.${call}`,
  code`${string}.${call}`,
  code`${string}.${call}`,
  code`${octets} ${words('+ == != < <= in')} ${argument}`,
  code`${string} * ${smallInteger}`,
  code`${octets}${choose(sliced, code`[${argument}]`)}`,
  code`${string} % ${choose(argument, code`(${argument}, ${argument})`)}`,
  code`${words("b'%s|%d' b'%5b|' b'%-4a|%c' b'%x%%' b'%.2f' b'%(k)s'")} % (${argument}, ${argument})`,
  encoded,
  code`${words('bytes bytearray')}(${choose(
    argument,
    code`[${several(smallInteger, 0, 3)}]`,
    code`${anyString}, 'utf-8'`,
  )})`,
  code`${words('bytes bytearray')}.fromhex(${words("'00ff' '0' 'zz' '1_2' 'abc' b'6162' 5")})`,
  code`(${smallInteger}).to_bytes(${words('1 2 0 -1')}, ${words(
    "'big' 'little' 'no'",
  )}${maybe(word(', signed=True'))})`,
  code`int.from_bytes(${argument}, ${words("'big' 'little'")}${maybe(word(', signed=True'))})`,
  code`${words('list len sorted bool int float str type iter max')}(${string})`,
  code`memoryview(${string}).${words(`tolist() tobytes() hex() nbytes readonly format shape cast('b')
    cast('H') release()`)}`,
);

const change = choose(
  code`b[${anyIndex}] = ${argument}`,
  code`b${sliced} = ${argument}`,
  code`del b${choose(sliced, code`[${anyIndex}]`)}`,
  code`b.${words('append remove extend pop')}(${argument})`,
  code`b.insert(${anyIndex}, ${argument})`,
  code`b.${words('clear reverse pop')}()`,
  code`b ${words('+= *=')} ${argument}`,
  code`memoryview(b)[${anyIndex}] = ${argument}`,
);
const changes = code`
  b = bytearray(${literal})
  for turn in range(2):
      try:
          ${change}
      except (TypeError, ValueError, IndexError) as e:
          print(type(e).__name__, e)
      print(b)
`;

export const octetStrings: Theme = {
  name: 'bytes',
  body: weigh([5, code`print(repr(${expression}))`], [2, changes]),
};
