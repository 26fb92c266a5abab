import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { stationInMemory } from '#fixtures/sync-kit';
import { parsePushText } from '#protocol';
import { createPushPacking, type PushPacked, type PushPart } from './push-packing.ts';

const journalId = '1b4e28ba-2fa1-4d7c-8d9a-0c1f6f3f8a11';

function begun(entries: number) {
  const station = stationInMemory(journalId);
  for (let i = 0; i < entries; i++) station.append({ kind: 'signed-in', i });
  const reads: number[] = [];
  let disk: 'whole' | 'broken' = 'whole';
  const packing = createPushPacking({
    journalId,
    entriesAfter(seq, limit) {
      reads.push(seq);
      if (disk === 'broken') throw new Error('the disk cannot be read');
      return station.entriesAfter(seq, limit);
    },
  });
  const first: PushPart = { after: station.acknowledged(), head: entries, batch: 4 };
  const breakDisk = () => {
    disk = 'broken';
  };
  return { station, packing, reads, first, breakDisk };
}

const saidIn = ({ body }: PushPacked) => parsePushText(gunzipSync(body).toString());

it('packs part after part, until nothing is left', () => {
  const { station, packing, first } = begun(10);
  const sent: number[] = [];
  for (let part: PushPart | null = first; part; ) {
    const packed: PushPacked = packing.pack(part);
    const { push, entries } = saidIn(packed) ?? {};
    expect(push?.after).toEqual({ seq: part.after.seq, hash: station.hashAt(part.after.seq) });
    sent.push(entries?.length ?? 0);
    part = packed.next;
  }
  expect(sent).toEqual([4, 4, 2]);
});

it('reads what was packed ahead once, and gives it once', () => {
  const { packing, reads, first } = begun(10);
  const { next } = packing.pack(first);
  if (!next) throw new Error('nothing is left');
  packing.packAhead(next);
  expect(saidIn(packing.pack(next))?.push.after.seq).toBe(4);
  expect(reads).toEqual([0, 4]);
  packing.pack(next);
  expect(reads).toEqual([0, 4, 4]);
});

it.each<[string, Partial<PushPart>]>([
  ['the journal has grown', { head: 11 }],
  ['the batch is to be smaller', { batch: 2 }],
  ['less was acknowledged', { after: { seq: 2, hash: 'a'.repeat(64) as PushPart['after']['hash'] } }],
])('packs anew where %s since', (_, change) => {
  const { packing, reads, first } = begun(11);
  const { next } = packing.pack({ ...first, head: 10 });
  if (!next) throw new Error('nothing is left');
  packing.packAhead(next);
  const part = { ...next, ...change };
  expect(saidIn(packing.pack(part))?.push).toMatchObject({ after: part.after, head: part.head });
  expect(reads).toHaveLength(3);
});

it('a disk that breaks while it packs ahead is told to whoever asks for the push', () => {
  const { packing, first, breakDisk } = begun(10);
  const { next } = packing.pack(first);
  if (!next) throw new Error('nothing is left');
  breakDisk();
  packing.packAhead(next);
  expect(() => packing.pack(next)).toThrow('the disk cannot be read');
});
