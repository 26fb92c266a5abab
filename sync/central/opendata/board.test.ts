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

async function open() {
  const centre = await createTestCentre(openSqliteDatabase({ folder: ':memory:' }));
  const board = createBoard(centre.database);
  const told: string[] = [];
  board.subscribe((changed) => told.push(changed));
  return { centre, board, told, today: businessDayOf(centre.clock.now()) };
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
