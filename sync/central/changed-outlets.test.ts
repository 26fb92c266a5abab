import { expect, it } from 'vitest';
import { sampleOutlets } from '#fixtures/central-kit';
import type { OutletCode } from '#rules';
import { createChangedOutlets } from './changed-outlets.ts';

function open(refresh: (...outlets: OutletCode[]) => Promise<void> = async () => {}) {
  const read: (readonly OutletCode[])[] = [];
  const faults: unknown[] = [];
  let due: (() => void) | null = null;
  const changed = createChangedOutlets({
    board: {
      refresh(...outlets) {
        read.push(outlets);
        return refresh(...outlets);
      },
    },
    after(_ms, run) {
      due = run;
      return () => {
        due = null;
      };
    },
    onFault: (error) => void faults.push(error),
  });
  return { ...{ changed, read, faults }, isDue: () => due !== null, pass: () => due?.() };
}
const [one, two] = sampleOutlets as [OutletCode, OutletCode];

it('outlets that change within a moment are read together, each once', () => {
  const { changed, read, pass } = open();
  for (const outlet of [one, two, one]) changed.add(outlet);
  pass();
  changed.add(one);
  pass();
  expect(read).toEqual([[one, two], [one]]);
});

it('nothing is read after the end', () => {
  const { changed, isDue } = open();
  changed.add(one);
  changed.end();
  changed.add(two);
  expect(isDue()).toBe(false);
});

it('what breaks is told', async () => {
  const { changed, pass, faults } = open(() => Promise.reject(new Error('cut')));
  changed.add(one);
  pass();
  await new Promise(setImmediate);
  expect(faults).toEqual([new Error('cut')]);
});
