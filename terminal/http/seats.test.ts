import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CounterSnapshot } from '#api';
import { demoStaff } from '#fixtures/demo-history';
import { openCounter, type Screen } from '#fixtures/screen';
import { withCounter } from '#fixtures/till-in-process';
import type { OperatorId, Role } from '#rules';
import { createSeats } from './seats.ts';

const [anna, ben] = [randomUUID(), randomUUID()] as OperatorId[] as [OperatorId, OperatorId];

describe('a seat', () => {
  it('is known by its secret until somebody leaves it', () => {
    const seats = createSeats();
    const seat = seats.take(anna);
    expect(seats.who(seat)).toBe(anna);
    expect(seats.who(`${seat} `)).toBeNull();
    seats.leave(seat);
    expect(seats.who(seat)).toBeNull();
  });

  it('ends with the others of its person, unless it is the one to keep', () => {
    const seats = createSeats();
    const [kept, other, bens] = [seats.take(anna), seats.take(anna), seats.take(ben)];
    seats.endOthers(anna, kept);
    expect([kept, other, bens].map(seats.who)).toEqual([anna, null, ben]);
    seats.endOthers(anna, null);
    expect([kept, bens].map(seats.who)).toEqual([null, ben]);
  });
});

type Counter = Screen<CounterSnapshot>;

/** A counter at which the manager sits, and two at which one of the staff does. */
async function twoSeatsOfOne(role: Role = 'staff') {
  const { counter: manager, address } = await withCounter();
  const who = manager.latest()?.operators.find((operator) => operator.role === role) ?? expect.fail(role);
  const pin = demoStaff.find((person) => person.role === role)?.pin ?? '';
  const sit = async () => {
    const counter = await openCounter(address);
    onTestFinished(counter.close);
    expect(await counter.signIn(who.operatorId, pin)).toMatchObject({ ok: true });
    await counter.until(({ you }) => you.operatorId === who.operatorId);
    return counter;
  };
  const setPin = { type: 'set-pin', operatorId: who.operatorId, pin: '8024' } as const;
  return { manager, who, pin, address, setPin, here: await sit(), there: await sit() };
}

const nothing = { type: 'dismiss' } as const;
const answerAt = async (counter: Counter) => {
  const reply = await counter.command(nothing);
  return reply.ok ? 'done' : reply.code;
};

describe('every seat of a person ends', () => {
  it('with a new PIN that the manager sets, and the manager goes on', async () => {
    const { manager, here, there, setPin } = await twoSeatsOfOne();
    expect(await manager.command({ ...setPin, commandId: randomUUID() })).toEqual({ ok: true });
    await Promise.all([here.untilGate(), there.untilGate()]);
    expect(await Promise.all([here, there, manager].map(answerAt))).toEqual([
      ...['signed-out', 'signed-out', 'not-now'],
    ]);
  });

  it('when they have left, and does not come back with them', async () => {
    const { manager, here, who } = await twoSeatsOfOne();
    const { operatorId, name, role } = who;
    for (const active of [false, true]) {
      const kept = { operatorId, name, role, active, pin: null, commandId: randomUUID() };
      expect(await manager.command({ type: 'keep-operator', ...kept })).toEqual({ ok: true });
    }
    await here.untilGate();
    expect(await answerAt(here)).toBe('signed-out');
  });

  it('when they are locked', async () => {
    const { address, here, there, who } = await twoSeatsOfOne();
    const stranger = await openCounter(address);
    onTestFinished(stranger.close);
    for (let i = 0; i < 5; i++) await stranger.signIn(who.operatorId, '9999');
    await Promise.all([here.untilGate(), there.untilGate()]);
    expect(await answerAt(here)).toBe('signed-out');
  });

  it('but the one from which they change their own PIN', async () => {
    const { here, there, setPin } = await twoSeatsOfOne();
    const commandId = randomUUID();
    expect(await here.command({ ...setPin, commandId })).toEqual({ ok: true });
    await there.untilGate();
    expect(await Promise.all([here, there].map(answerAt))).toEqual(['not-now', 'signed-out']);
    // The answer may have been lost; meanwhile they sit there again, with the new PIN.
    expect(await there.signIn(setPin.operatorId, setPin.pin)).toMatchObject({ ok: true });
    expect(await here.command({ ...setPin, commandId })).toEqual({ ok: true });
    expect(await answerAt(there)).toBe('not-now');
  });
});

it('a new name or another role leaves a person where they sit', async () => {
  const { manager, here, who } = await twoSeatsOfOne();
  const kept = { operatorId: who.operatorId, name: '林小姐', role: 'pharmacist', active: true } as const;
  const command = { type: 'keep-operator', ...kept, pin: null, commandId: randomUUID() } as const;
  expect(await manager.command(command)).toEqual({ ok: true });
  await here.until(({ you }) => you.role === 'pharmacist');
});
