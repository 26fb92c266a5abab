import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noHash, parsePushText, type SentEntry } from '#protocol';
import { instant } from '#rules';
import { packedPush } from './packed-push.ts';

const journalId = '1b4e28ba-2fa1-4d7c-8d9a-0c1f6f3f8a11';

it('packs few entries and many, in whatever script, as they are read again', () => {
  const note = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(fc.array(note, { maxLength: 40 }), (notes) => {
      const entries = notes.map(
        (text, n) =>
          ({ at: instant(n), hash: 'a'.repeat(64), fact: JSON.stringify({ note: text }) }) as SentEntry,
      );
      const place = { seq: 0, hash: noHash };
      const push = { protocol: 1, journalId, after: place, entries: entries.length, head: 40 };
      expect(parsePushText(gunzipSync(packedPush(push, entries)))).toEqual({ push, entries });
    }),
  );
});
