import { expect, test } from 'vitest';
import { askStatus, kindOfAnswer, readStatus } from './status-bytes.ts';

const fine = { 1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12 } as const;

test.each([
  ['nothing to report', {}, 'online', 'ok', 'closed'],
  ['the drawer is open', { 1: 0x16 }, 'online', 'ok', 'closed'],
  ['it is offline', { 1: 0x1a }, 'offline', 'ok', 'closed'],
  ['the cover is open', { 1: 0x1a, 2: 0x16 }, 'offline', 'ok', 'open'],
  ['the paper is near its end', { 4: 0x1e }, 'online', 'near-end', 'closed'],
  ['only one near-end bit is set', { 4: 0x16 }, 'online', 'near-end', 'closed'],
  ['the paper has ended', { 1: 0x1a, 2: 0x32, 4: 0x7e }, 'offline', 'out', 'closed'],
  ['printing stopped for want of paper', { 2: 0x32 }, 'offline', 'out', 'closed'],
  ['only one paper-end bit is set', { 4: 0x32 }, 'offline', 'out', 'closed'],
  ['the knife is stuck', { 3: 0x1a }, 'offline', 'ok', 'closed'],
  ['an error is past recovery', { 3: 0x32 }, 'offline', 'ok', 'closed'],
  ['the head is hot', { 3: 0x52 }, 'offline', 'ok', 'closed'],
] as const)('where %s, the status says so', (_case, answers, link, paper, cover) => {
  expect(readStatus({ ...fine, ...answers })).toEqual({ link, paper, cover });
});

test.each([
  [0x12, 'status'],
  [0x7e, 'status'],
  [0x1e, 'status'],
  [0x00, 'processed'],
  [0x03, 'processed'],
  [0x0f, 'processed'],
  [0x10, 'other'],
  [0x11, 'other'],
  [0x13, 'other'],
  [0x92, 'other'],
  [0xff, 'other'],
] as const)('the byte %i is told by its fixed bits: %s', (byte, kind) => {
  expect(kindOfAnswer(byte)).toBe(kind);
});

test('a status question is DLE EOT n', () => {
  expect(askStatus(4)).toEqual(Buffer.from([0x10, 0x04, 0x04]));
});
