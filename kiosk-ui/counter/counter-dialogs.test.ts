import { beforeEach, describe, expect, it } from 'vitest';
import type { CounterSnapshot, GateSnapshot } from '#api';
import { counterOnAWire } from './counter-on-a-wire.ts';
import {
  idle,
  mayBuyAdult,
  mayNot,
  now,
  problem,
  snapshotOf,
  visitOf,
  visitWith,
} from './sample-snapshots.ts';

let wire: ReturnType<typeof counterOnAWire>;

beforeEach(() => {
  wire = counterOnAWire();
});

const shows = (snapshot: CounterSnapshot) => wire.counter.snapshot(snapshot);
const goodsIn = (adult: number) =>
  wire.counter.perform({
    want: 'order',
    order: { type: 'goods-in', adult, child: 200, onSaleFrom: null, expected: null, note: '' },
  });

describe('signing out', () => {
  const gate: GateSnapshot = {
    mode: 'shop',
    outlet: { code: '5901010058', name: '安康藥局' },
    operators: [],
    now,
  };

  it('leaves nothing of the shop’s on the screen', () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    wire.counter.perform({ want: 'open', dialog: 'slips', scanned: '1090312-042' });
    wire.counter.gate(gate);
    expect(wire.counter.state()).toMatchObject({
      gate,
      snapshot: null,
      dialog: null,
      scanned: null,
      joined: null,
    });
  });

  it('is over with the next snapshot, whatever its revision', () => {
    shows(snapshotOf(idle, { revision: 90 }));
    wire.counter.gate(gate);
    shows(snapshotOf(idle, { revision: 3 }));
    expect(wire.counter.state().snapshot?.revision).toBe(3);
  });

  it('closes the dialog in which somebody else has signed in', () => {
    shows(snapshotOf(idle));
    wire.counter.perform({ want: 'open', dialog: 'person' });
    shows(snapshotOf(idle, { revision: 2 }));
    expect(wire.counter.state().dialog).toBe('person');
    const { you } = snapshotOf(idle);
    const other = { ...you, operatorId: 'other' as typeof you.operatorId };
    shows(snapshotOf(idle, { revision: 3, you: other }));
    expect(wire.counter.state().dialog).toBeNull();
  });
});

describe('a quantity', () => {
  it('is shown as soon as it is keyed in, and is the till’s from the next snapshot on', () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    wire.counter.perform({ want: 'foresee', pieces: 2 });
    expect(wire.counter.state().foreseen).toBe(2);
    shows(snapshotOf(visitWith(mayBuyAdult), { revision: 2 }));
    expect(wire.counter.state().foreseen).toBeNull();
  });

  it('of more than there is goes away with the notice that says so', () => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    wire.counter.perform({ want: 'foresee', pieces: 9 });
    wire.counter.perform({ want: 'set-pieces', pieces: 9 });
    expect(wire.counter.state()).toMatchObject({ foreseen: null, notice: { about: 'too-many' } });
  });
});

describe('a scan', () => {
  it.each([
    ['A123456789', 'by-hand'],
    ['AC01234567', 'by-hand'],
    ['a800000014', 'by-hand'],
    ['1090312-042', 'slips'],
  ] as const)('of %s opens the dialog "%s" with it', (text, dialog) => {
    shows(snapshotOf(idle));
    wire.counter.scanned(text);
    expect(wire.counter.state()).toMatchObject({ dialog, scanned: text.toUpperCase() });
    expect(wire.commands()).toEqual([]);
  });

  it.each(['4710088412345', 'A12345678', '042', 'A12345678X'])('of %s is ignored, and said so', (text) => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    wire.counter.scanned(text);
    expect(wire.commands()).toEqual([]);
    expect(wire.counter.state()).toMatchObject({ dialog: null, notice: { about: 'scanned' } });
  });

  it('does not take another dialog’s place', () => {
    shows(snapshotOf(idle));
    wire.counter.perform({ want: 'open', dialog: 'goods-in' });
    wire.counter.scanned('A123456789');
    expect(wire.counter.state()).toMatchObject({ dialog: 'goods-in', scanned: null });
  });

  it('leaves no number behind once its dialog is closed', () => {
    shows(snapshotOf(idle));
    wire.counter.scanned('A123456789');
    wire.counter.perform({ want: 'close-dialog' });
    expect(wire.counter.state().scanned).toBeNull();
  });

  it('means nothing while nobody is signed in', () => {
    wire.counter.scanned('A123456789');
    expect(wire.counter.state().dialog).toBeNull();
  });
});

describe('dialogs', () => {
  it('of goods received close when the till has booked them', async () => {
    shows(snapshotOf(idle));
    wire.counter.perform({ want: 'open', dialog: 'goods-in' });
    goodsIn(600);
    await wire.answered({ ok: true });
    expect(wire.counter.state().dialog).toBeNull();
    expect(wire.counter.state().notice).toEqual({ about: 'goods-in', adult: 600, child: 200 });
  });

  it('stay open with the reason when the till refuses', async () => {
    shows(snapshotOf(idle));
    wire.counter.perform({ want: 'open', dialog: 'goods-in' });
    goodsIn(600);
    await wire.answered({ ok: false, code: 'storage-full' });
    const refused = { command: 'goods-in', code: 'storage-full' };
    expect(wire.counter.state()).toMatchObject({ dialog: 'goods-in', refused, notice: null });
    goodsIn(600);
    expect(wire.counter.state().refused).toBeNull();
  });

  it.each([
    ['help', null],
    ['slips', null],
    ['goods-in', 'goods-in'],
    ['by-hand', 'by-hand'],
  ] as const)('of %s are %s once a card comes', (dialog, left) => {
    shows(snapshotOf(visitWith(mayBuyAdult)));
    wire.counter.perform({ want: 'open', dialog });
    shows(snapshotOf(visitOf([mayBuyAdult, mayNot]), { revision: 2 }));
    expect(wire.counter.state().dialog).toBe(left);
  });

  it('for a person without a chip acknowledge the card that could not be read', () => {
    shows(snapshotOf(problem));
    wire.counter.perform({ want: 'open', dialog: 'by-hand' });
    expect(wire.commands()).toEqual([{ type: 'dismiss' }]);
    expect(wire.counter.state().dialog).toBe('by-hand');
  });
});
