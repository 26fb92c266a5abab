import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createWrittenSoon } from './written-soon.ts';

function aDisk() {
  const disk = { holds: 'before', writes: 0, broken: false };
  const faults: unknown[] = [];
  const kept = createWrittenSoon({
    read: () => disk.holds,
    write(value: string) {
      disk.writes++;
      if (disk.broken) throw new Error('full');
      disk.holds = value;
    },
    onFault: (error) => void faults.push(error),
  });
  return { disk, faults, ...kept };
}

it('what is kept is written in the next turn, and only the last of several', async () => {
  const { disk, keep, written } = aDisk();
  keep('first');
  keep('second');
  expect([disk.holds, written()]).toEqual(['before', 'before']);
  await turn();
  expect(disk).toMatchObject({ holds: 'second', writes: 1 });
  expect(written()).toBe('second');
});

it('what stands on disk already is not written', async () => {
  const { disk, keep } = aDisk();
  keep('other');
  keep('before');
  await turn();
  expect(disk.writes).toBe(0);
});

it('the end writes what has not been written, once', async () => {
  const { disk, keep, close } = aDisk();
  keep('last');
  close();
  await turn();
  expect(disk).toMatchObject({ holds: 'last', writes: 1 });
});

it('what could not be written is told, and tried again at the end', async () => {
  const { disk, faults, keep, close } = aDisk();
  disk.broken = true;
  keep('last');
  await turn();
  expect([disk.holds, faults.length]).toEqual(['before', 1]);
  disk.broken = false;
  close();
  expect(disk.holds).toBe('last');
});
