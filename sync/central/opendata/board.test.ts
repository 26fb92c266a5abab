import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestCentre, saleTo, sampleOutlets } from '#fixtures/central-kit';
import { addDays, type BusinessDay, businessDayOf, type OutletCode } from '#rules';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import { createBoard, onSaleOn } from './board.ts';

const outlet = sampleOutlets[0] as OutletCode;
const goods = (adult: number, child: number, onSaleFrom: BusinessDay) => ({
  ...{ kind: 'goods-in' as const, commandId: randomUUID(), pieces: { adult, child }, onSaleFrom },
});

async function open(kind: 'sqlite' | 'postgres' = 'sqlite') {
  const centre = await createTestCentre(openSqliteDatabase({ folder: ':memory:' }));
  let line: 'answers' | 'away' = 'answers';
  const { all, ...others } = centre.database.reading;
  const reading: typeof centre.database.reading = {
    ...others,
    all: (...asked) => (line === 'away' ? Promise.reject(new Error('the database is away')) : all(...asked)),
  };
  const board = createBoard({ database: { reading, kind }, clock: centre.clock });
  const told: string[] = [];
  board.subscribe((changed) => told.push(changed));
  const goes = (to: typeof line) => {
    line = to;
  };
  /** Other than by their tills, as another process would. */
  const write = (sql: string, values: readonly (string | number)[]) =>
    centre.database.inOutlet(outlet, (statements) => statements.run(sql, values));
  return { centre, board, told, goes, write, today: businessDayOf(centre.clock.now()) };
}

describe('the board', () => {
  it('adds up what the tills of an outlet have said', async () => {
    const { centre, board, told, today } = await open();
    for (let n = 0; n < 2; n++) {
      const till = await centre.newTill();
      till.open();
      till.append(goods(100, 40, today));
      till.append(saleTo(n, centre.clock.now()));
      await till.push();
    }
    await board.load();
    expect(board.figures(outlet)).toMatchObject({
      onHand: { adult: 194, child: 80 },
      heardAt: centre.clock.now(),
    });
    expect(board.figures(sampleOutlets[1] as OutletCode).onHand).toEqual({ adult: 0, child: 0 });
    expect(told).toEqual(['all']);
  });

  it('reads one outlet, or those that others changed', async () => {
    const { centre, board, told, today } = await open();
    await board.load();
    const till = await centre.newTill();
    till.open();
    till.append(goods(100, 40, today));
    await till.push();
    await board.refreshChanged();
    expect(board.figures(outlet).onHand.adult).toBe(100);
    till.append(saleTo(1, centre.clock.now()));
    await till.push(2);
    await board.refresh(outlet);
    expect(board.figures(outlet).onHand.adult).toBe(97);
    expect(told).toEqual(['all', outlet, outlet]);
  });

  it('says nothing of what was read again and had not changed', async () => {
    const { centre, board, told, today } = await open();
    const till = await centre.newTill();
    till.open();
    till.append(goods(100, 40, today));
    await till.push();
    await board.refreshChanged();
    await board.refreshChanged();
    expect(told).toEqual([outlet]);
  });

  it('reads when tills were heard, and tells nobody of that alone', async () => {
    const { centre, board, told } = await open();
    const till = await centre.newTill();
    await board.load();
    const before = board.figures(outlet);
    centre.advance(60_000);
    await centre.database.inOutlet(outlet, (statements) =>
      statements.run('UPDATE tills SET seen_at = ? WHERE till_id = ?', [
        centre.clock.now(),
        till.name.tillId,
      ]),
    );
    await board.refreshHeard();
    expect(board.figures(outlet)).toEqual({ ...before, heardAt: centre.clock.now() });
    expect(told).toEqual(['all']);
  });

  it('is as old as the till that was silent longest and has something', async () => {
    const { centre, board, today, write } = await open();
    const [one, two, three] = [await centre.newTill(), await centre.newTill(), await centre.newTill()];
    for (const till of [one, two]) {
      till.open();
      till.append(goods(10, 0, today));
      await till.push();
    }
    const seen = (till: typeof one, at: number) =>
      write('UPDATE tills SET seen_at = ? WHERE till_id = ?', [at, till.name.tillId]);
    await seen(one, 5_000);
    await seen(two, 7_000);
    // One that has nothing to sell says nothing of what there is.
    await seen(three, 1_000);
    await board.load();
    const heardAfter = async (till: typeof one) => {
      await centre.enrolment.revoke(till.name);
      await board.refreshHeard();
      return board.figures(outlet).heardAt;
    };
    expect(board.figures(outlet).heardAt).toBe(5_000);
    expect([await heardAfter(one), await heardAfter(two), await heardAfter(three)]).toEqual([
      7_000,
      1_000,
      null,
    ]);
  });

  it('is as new as the last reading of everything that changed', async () => {
    const { centre, board, goes, today } = await open();
    await board.load();
    const loaded = centre.clock.now();
    expect(board.readAt()).toBe(loaded);
    const till = await centre.newTill();
    till.open();
    till.append(goods(10, 0, today));
    await till.push();
    centre.advance(60_000);
    goes('away');
    await expect(board.refresh(outlet)).rejects.toThrow('away');
    await expect(board.refreshHeard()).rejects.toThrow('away');
    expect([board.readAt(), board.figures(outlet).onHand.adult]).toEqual([loaded, 0]);
    goes('answers');
    // What could not be read is not forgotten, though nobody says it again.
    await board.refreshHeard();
    expect([board.readAt(), board.figures(outlet).onHand.adult]).toEqual([centre.clock.now(), 10]);
  });

  it('is no newer for what this process wrote, where others write as well', async () => {
    const { centre, board } = await open('postgres');
    await board.load();
    const loaded = centre.clock.now();
    centre.advance(60_000);
    await board.refresh(outlet);
    await board.refreshHeard();
    expect(board.readAt()).toBe(loaded);
    await board.refreshChanged();
    expect(board.readAt()).toBe(centre.clock.now());
  });

  const sevenLeft = "UPDATE till_stock SET on_hand = 7 WHERE outlet = ? AND mask_kind = 'adult'";

  it('has after a minute what a clock that is ahead made it miss', async () => {
    const { centre, board, told, today, write } = await open('postgres');
    await board.load();
    const till = await centre.newTill();
    till.open();
    till.append(goods(10, 0, today));
    await till.push();
    await board.refreshChanged();
    // Written by one whose clock is far behind this one's.
    await write(sevenLeft, [outlet]);
    await write('UPDATE outlet_states SET changed_at = 0 WHERE outlet = ?', [outlet]);
    await board.refreshChanged();
    expect(board.figures(outlet).onHand.adult).toBe(10);
    centre.advance(60_000);
    await board.refreshChanged();
    expect(board.figures(outlet).onHand.adult).toBe(7);
    expect(told).toEqual(['all', outlet, outlet]);
  });

  it('is not led past a change by one whose clock is ahead', async () => {
    const { centre, board, today, write } = await open('postgres');
    await board.load();
    const till = await centre.newTill();
    till.open();
    till.append(goods(10, 0, today));
    await till.push();
    const [now, changed] = [centre.clock.now(), 'UPDATE outlet_states SET changed_at = ? WHERE outlet = ?'];
    await write(changed, [now + 3_600_000, outlet]);
    await board.refreshChanged();
    await write(sevenLeft, [outlet]);
    await write(changed, [now, outlet]);
    await board.refreshChanged();
    expect(board.figures(outlet).onHand.adult).toBe(7);
  });

  it('knows when an outlet sells, as it said', async () => {
    const { centre, board } = await open();
    const till = await centre.newTill();
    till.open();
    const week = [[], [{ from: '08:00', until: '12:00' }], [], [], [], [], []] as never;
    const note = '售完為止';
    till.append({ kind: 'opening-hours-set', commandId: randomUUID(), week, note });
    await till.push();
    await board.refresh(outlet);
    expect(board.figures(outlet)).toMatchObject({ hours: week, hoursNote: note });
    expect(board.figures(sampleOutlets[1] as OutletCode)).toMatchObject({ hours: null, hoursNote: '' });
  });

  it('puts goods of a later day on sale with that day', async () => {
    const { centre, board, today } = await open();
    const till = await centre.newTill();
    till.open();
    till.append(goods(100, 40, addDays(today, 1)));
    await till.push();
    await board.load();
    const figures = board.figures(outlet);
    expect(onSaleOn(figures, today, 'left-out')).toEqual({ adult: 0, child: 0 });
    expect(onSaleOn(figures, addDays(today, 1), 'left-out')).toEqual({ adult: 100, child: 40 });
  });

  it('sells nothing while the outlet is paused, and never less than nothing', async () => {
    const figures = (await open()).board.figures(outlet);
    const few = { ...figures, onHand: { adult: 3, child: 9 }, promised: { adult: 5, child: 0 } };
    const { today } = await open();
    expect(onSaleOn(few, today, 'left-out')).toEqual({ adult: 0, child: 9 });
    const paused = { ...few, selling: { state: 'paused' as const, day: today, note: '' } };
    expect(onSaleOn(paused, today, 'counted')).toEqual({ adult: 0, child: 0 });
  });
});
