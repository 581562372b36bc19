// Sums over octets that tell whether they have changed: CRC-32, Adler-32 and the 16 bits of BinHex.
// Source: RFC 1950, RFC 1952; CPython Modules/binascii.c, Modules/zlibmodule.c.

/** The remainders of all single octets for a polynomial, its bits turned around. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, octet) => {
  let rest = octet;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The CRC-32 of octets that follow those of `start`. */
export function crc32(text: string, start: number): number {
  let sum = ~start;
  for (let at = 0; at < text.length; at++) {
    sum = (sum >>> 8) ^ CRC_TABLE[(sum ^ text.charCodeAt(at)) & 255];
  }
  return ~sum >>> 0;
}

/** The Adler-32 of octets that follow those of `start`. */
export function adler32(text: string, start: number): number {
  let low = (start & 0xffff) % 65521;
  let high = (start >>> 16) % 65521;
  for (let at = 0; at < text.length; at++) {
    low = (low + text.charCodeAt(at)) % 65521;
    high = (high + low) % 65521;
  }
  return ((high << 16) | low) >>> 0;
}

/** The CRC of 16 bits, from the greatest on. */
export function crcHqx(text: string, start: number): number {
  let sum = start & 0xffff;
  for (let at = 0; at < text.length; at++) {
    sum ^= text.charCodeAt(at) << 8;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1;
    sum &= 0xffff;
  }
  return sum;
}
