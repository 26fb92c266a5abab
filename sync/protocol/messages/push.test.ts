import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noHash } from '../entry.ts';
import { type Push, parsePushText, pushLines, type SentEntry } from './push.ts';

const push: Push = {
  protocol: 1,
  journalId: '1b4e28ba-2fa1-4d7c-8d9a-0c1f6f3f8a11',
  after: { seq: 0, hash: noHash },
  entries: 1,
  head: 1,
};
const entry = { at: 1_583_370_000_000, hash: 'a'.repeat(64), fact: '{"kind":"signed-in"}' } as SentEntry;

const textOf = (sent: Push, entries: readonly SentEntry[]): string =>
  pushLines(sent, entries)
    .map((line) => `${line}\n`)
    .join('');

describe('the text of a push', () => {
  it('carries every fact as it was hashed, line breaks and all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\u2028\r\n\u2029'))),
        (notes) => {
          const entries = notes.map((note) => ({ ...entry, fact: JSON.stringify({ note }) }));
          const sent = { ...push, entries: entries.length };
          expect(parsePushText(Buffer.from(textOf(sent, entries)))).toEqual({ push: sent, entries });
        },
      ),
    );
  });

  it.each([
    ['nothing', ''],
    ['no header', '\n'],
    ['a header of another shape', '{"protocol":1}\n'],
    ['fewer entries than it says', textOf(push, [])],
    ['more entries than it says', textOf(push, [entry, entry])],
    ['a line that was cut', textOf(push, [entry]).slice(0, -1)],
    ['a line without a hash', `${JSON.stringify(push)}\n1 {"kind":"signed-in"}\n`],
    ['a time that is no number', `${JSON.stringify(push)}\nnow ${entry.hash} {}\n`],
    ['a fact on the next line', `${JSON.stringify(push)}\n1 ${entry.hash} \n{}\n`],
    ['more after a fact', `${JSON.stringify(push)}\n1 ${entry.hash} {} \n`],
    ['a fact that is no object', `${JSON.stringify(push)}\n1 ${entry.hash} []\n`],
  ])('is refused with %s', (_, text) => expect(parsePushText(Buffer.from(text))).toBeNull());
});
