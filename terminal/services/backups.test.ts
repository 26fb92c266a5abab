import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandIds } from '#fixtures/counter-kit';
import { createDeskKit } from '#fixtures/desk-kit';
import { freshFolder } from '#fixtures/folder';
import { until } from '#fixtures/until';
import { instantOf, type OutletCode } from '#rules';
import { holderKeyFile } from '#store';
import { createBackups } from './backups.ts';

const outletCode = '5901010058' as OutletCode;

function aTill({
  folder = null,
  dataFolder = freshFolder(),
}: {
  folder?: string | null;
  dataFolder?: string;
} = {}) {
  const kit = createDeskKit(dataFolder);
  writeFileSync(holderKeyFile(dataFolder), 'secret');
  const faults: unknown[] = [];
  const deps = { ...kit, outletCode, dataFolder, folder, onFault: (error: unknown) => faults.push(error) };
  const backups = createBackups(deps);
  const there = () => readdirSync(folder ?? join(dataFolder, 'backups'));
  /** Runs what is due, and waits for what it says. */
  const becomes = (look: () => boolean) => {
    const changed = until(backups.changed.subscribe, look);
    kit.schedule.runDue();
    return changed;
  };
  return { ...kit, backups, again: () => createBackups(deps), faults, there, becomes, dataFolder };
}

it('a backup is made beside the database where no folder was named, and later starts know when', async () => {
  const { backups, again, there, time } = aTill();
  expect(backups.state()).toMatchObject({ lastAt: null, fault: null });
  expect(await backups.now()).toBe('done');
  expect(there()).toEqual(['5901010058-20200312-090000']);
  expect(backups.state()).toMatchObject({ lastAt: time.now(), fault: null });
  expect(again().state().lastAt).toBe(time.now());
});

it('a folder that was named and is gone is said once, not made, and looked for again', async () => {
  const folder = join(freshFolder(), 'stick');
  const { backups, faults, there, becomes, clock, schedule } = aTill({ folder });
  const end = backups.watch();
  clock.advance(60_000);
  await becomes(() => backups.state().fault === 'folder-gone');
  clock.advance(10 * 60_000);
  expect(await backups.now()).toBe('backup-failed');
  expect(faults).toHaveLength(1);
  mkdirSync(folder);
  clock.advance(10 * 60_000);
  await becomes(() => backups.state().fault === null);
  expect(there()).toHaveLength(1);
  expect(schedule.planned()).toEqual([instantOf('2020-03-13T00:00:00+08:00')]);
  await end();
  expect(schedule.planned()).toEqual([]);
});

it('a backup is made when the day begins, and after a start only where the last is older than a day', async () => {
  const { backups, again, clock, becomes, there, schedule } = aTill();
  await backups.now();
  const end = backups.watch();
  expect(schedule.planned()).toEqual([instantOf('2020-03-13T00:00:00+08:00')]);
  clock.set('2020-03-13T00:00:00+08:00');
  await becomes(() => there().length === 2);
  await end();
  clock.set('2020-03-20T08:00:00+08:00');
  const late = again().watch();
  expect(schedule.planned()).toEqual([instantOf('2020-03-20T08:01:00+08:00')]);
  await late();
});

it('one asked for while another is under way is made after it', async () => {
  const { backups, there, store, time } = aTill();
  const first = backups.now();
  store.transact(() =>
    store.record({ kind: 'goods-in', commandId: commandIds(), pieces: { adult: 1, child: 0 } }, time.now()),
  );
  const [second, third] = [backups.now(), backups.now()];
  expect(await Promise.all([first, second, third])).toEqual(['done', 'done', 'done']);
  expect(there().sort()).toEqual(['5901010058-20200312-090000', '5901010058-20200312-090001']);
});

it('the program waits at its end for a backup that is under way', async () => {
  const { backups, there } = aTill();
  const end = backups.watch();
  void backups.now();
  await end();
  expect(there()).toEqual(['5901010058-20200312-090000']);
});

it('what a backup fails of changes with the fault', async () => {
  const { backups, dataFolder, faults, there } = aTill();
  await backups.now();
  rmSync(holderKeyFile(dataFolder));
  expect(await backups.now()).toBe('backup-failed');
  expect(backups.state()).toMatchObject({
    fault: 'not-writable',
    lastAt: instantOf('2020-03-12T09:00:00+08:00'),
  });
  expect(faults).toHaveLength(1);
  expect(there()).toHaveLength(1);
});
