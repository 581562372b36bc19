import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { nativeSha256 } from '../../src/cli/native-sha256.ts';
import { portableSha256 } from '../../src/trace/sha256.ts';

test.prop([fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 })])(
  "the machine's hash has the digits of the portable one",
  (one, two) => {
    const digests = [nativeSha256(), portableSha256()].map((hash) => {
      hash.update(one);
      const copy = hash.copy();
      hash.update(two);
      return [copy.digest(), hash.digest()];
    });
    expect(digests[0]).toEqual(digests[1]);
  },
);
