import { describe, expect, it } from 'vitest';
import { commandIds } from '#fixtures/counter-kit';
import { createDeskKit, type DeskKit, staff } from '#fixtures/desk-kit';
import { freshFolder } from '#fixtures/folder';
import type { Actor, OperatorId } from '#rules';
import { createStore, openDatabase, verify } from '#store';
import { createOperatorDesk, type KeepOperator } from './operators.ts';

/** A shop with its first manager, whose PIN is 2468. */
async function aDesk(folder = freshFolder()) {
  const kit: DeskKit = createDeskKit(folder);
  const desk = createOperatorDesk(kit);
  await desk.begin({ name: '林美玉', pin: '2468' });
  const [first] = kit.store.operators.all();
  if (!first) throw new Error('the first manager was kept');
  const actor: Actor = { operatorId: first.operatorId, role: 'manager' };
  const keep = (order: Partial<KeepOperator>, by = actor) =>
    desk.keep(
      {
        ...{ commandId: commandIds(), operatorId: null, name: '陳志豪', role: 'pharmacist', active: true },
        ...{ pin: '1357', ...order },
      },
      by,
    );
  const named = (name: string) => kit.store.operators.all().find((o) => o.name === name);
  const add = async (order: Partial<KeepOperator>): Promise<OperatorId> => {
    expect(await keep(order)).toBe('done');
    const added = named(order.name ?? '陳志豪');
    if (!added) throw new Error('a kept person is there');
    return added.operatorId;
  };
  return { ...kit, ...desk, keep, add, named, actor, first: first.operatorId };
}

const factsOf = (store: DeskKit['store']) =>
  store.journal
    .page(0, 100)
    .map(({ fact }) => fact)
    .join();

describe('the first start', () => {
  it('makes one manager and no second', async () => {
    const { begin, store } = await aDesk();
    expect(store.operators.all()).toMatchObject([{ name: '林美玉', role: 'manager', active: true }]);
    expect(await begin({ name: '另一人', pin: '2468' })).toBe('not-now');
    expect(store.operators.all()).toHaveLength(1);
  });

  it('asks for a PIN that is one', async () => {
    const desk = createOperatorDesk(createDeskKit(freshFolder()));
    expect(await desk.begin({ name: '林美玉', pin: '12' })).toBe('not-a-pin');
    expect(await desk.begin({ name: '林美玉', pin: '1234' })).toBe('pin-too-simple');
  });
});

describe('signing in', () => {
  it('takes the right PIN, and the journal says who came', async () => {
    const { signIn, first, store } = await aDesk();
    expect(await signIn(first, '2468')).toMatchObject({ outcome: 'signed-in', operator: { name: '林美玉' } });
    const entries = [...store.journal.entriesAfter(0)].map(({ fact }) => JSON.parse(fact));
    expect(entries.at(-1)).toEqual({ kind: 'signed-in', by: first });
  });

  it('counts wrong PINs down, locks for a quarter of an hour, and then takes the right one', async () => {
    const { signIn, first, clock, time, store } = await aDesk();
    for (const attemptsLeft of [4, 3, 2, 1]) {
      expect(await signIn(first, '9999')).toEqual({ outcome: 'wrong-pin', attemptsLeft });
    }
    const until = time.now() + 15 * 60_000;
    expect(await signIn(first, '9999')).toEqual({ outcome: 'locked', until });
    expect(await signIn(first, '2468')).toEqual({ outcome: 'locked', until });
    expect(store.operators.byId(first)?.lockedUntil).toBe(until);
    clock.advance(15 * 60_000);
    expect(await signIn(first, '2468')).toMatchObject({ outcome: 'signed-in' });
    expect(await signIn(first, '9999')).toEqual({ outcome: 'wrong-pin', attemptsLeft: 4 });
  });

  it('forgets wrong PINs at the right one', async () => {
    const { signIn, first } = await aDesk();
    for (let i = 0; i < 4; i++) await signIn(first, '9999');
    expect(await signIn(first, '2468')).toMatchObject({ outcome: 'signed-in' });
    expect(await signIn(first, '9999')).toEqual({ outcome: 'wrong-pin', attemptsLeft: 4 });
  });

  it('gives no new attempts for guessing in parallel', async () => {
    const { signIn, first } = await aDesk();
    const guesses = ['1111', '2222', '3333', '4444', '5555', '2468', '7777'];
    const outcomes = await Promise.all(guesses.map(async (pin) => (await signIn(first, pin)).outcome));
    expect(outcomes).toEqual([...Array(4).fill('wrong-pin'), 'locked', 'locked', 'locked']);
  });

  it('gives no new attempts for starting the program again', async () => {
    const folder = freshFolder();
    const before = await aDesk(folder);
    for (let i = 0; i < 3; i++) await before.signIn(before.first, '9999');
    before.store.close();
    const store = createStore(openDatabase(folder));
    const desk = createOperatorDesk({ ...before, store });
    expect(await desk.signIn(before.first, '9999')).toEqual({ outcome: 'wrong-pin', attemptsLeft: 1 });
  });

  it('counts an attempt that the program did not live to answer', async () => {
    const { signIn, first, store } = await aDesk();
    const answer = signIn(first, '2468');
    await Promise.resolve().then(() => undefined);
    expect(store.pins.of(first)?.failures).toBe(1);
    await answer;
    expect(store.pins.of(first)?.failures).toBe(0);
  });

  it('knows nobody who is not there or has left', async () => {
    const { signIn, add, keep } = await aDesk();
    const operatorId = await add({});
    await keep({ operatorId, active: false, pin: null });
    expect(await signIn(operatorId, '1357')).toEqual({ outcome: 'unknown' });
    expect(await signIn(staff.operatorId, '1357')).toEqual({ outcome: 'unknown' });
  });
});

describe('people', () => {
  it('are added with a PIN, and changed without one', async () => {
    const { add, keep, store, signIn, first } = await aDesk();
    expect(await keep({ pin: null })).toBe('not-a-pin');
    const operatorId = await add({});
    expect(await keep({ operatorId, name: '陳志豪', role: 'staff', pin: null })).toBe('done');
    expect(store.operators.byId(operatorId)).toMatchObject({ role: 'staff', active: true });
    expect(await signIn(operatorId, '1357')).toMatchObject({ outcome: 'signed-in' });
    const kept = [...store.journal.entriesAfter(0)].map(({ fact }) => JSON.parse(fact));
    expect(kept.find(({ name }) => name === '陳志豪')).toMatchObject({ kind: 'operator-kept', by: first });
  });

  it('are kept by a manager alone', async () => {
    const { keep, named } = await aDesk();
    expect(await keep({}, staff)).toBe('not-your-right');
    expect(named('陳志豪')).toBeUndefined();
  });

  it('always have a manager among them', async () => {
    const { keep, add, first, store } = await aDesk();
    const pharmacist = await add({});
    for (const change of [{ active: false }, { role: 'staff' as const }]) {
      expect(await keep({ operatorId: first, name: '林美玉', role: 'manager', pin: null, ...change })).toBe(
        'last-manager',
      );
    }
    expect(await keep({ operatorId: pharmacist, role: 'manager', pin: null })).toBe('done');
    expect(await keep({ operatorId: first, role: 'staff', pin: null })).toBe('done');
    expect(store.operators.byId(first)?.role).toBe('staff');
  });

  it('are not added twice by one command, and not changed where they are not', async () => {
    const { keep, store } = await aDesk();
    const commandId = commandIds();
    expect([await keep({ commandId }), await keep({ commandId })]).toEqual(['done', 'done']);
    expect(store.operators.all()).toHaveLength(2);
    expect(await keep({ operatorId: staff.operatorId })).toBe('unknown');
  });
});

describe('a new PIN', () => {
  it('is one’s own to set, and a manager’s to set for anybody, which unlocks', async () => {
    const { add, setPin, signIn, actor, first } = await aDesk();
    const operatorId = await add({ role: 'staff' });
    const own = { operatorId, role: 'staff' } as const;
    expect(await setPin({ commandId: commandIds(), operatorId, pin: '8642' }, own)).toBe('done');
    expect(await signIn(operatorId, '1357')).toMatchObject({ outcome: 'wrong-pin' });
    for (let i = 0; i < 4; i++) await signIn(operatorId, '1357');
    expect(await signIn(operatorId, '8642')).toMatchObject({ outcome: 'locked' });
    expect(await setPin({ commandId: commandIds(), operatorId, pin: '1470' }, actor)).toBe('done');
    expect(await signIn(operatorId, '1470')).toMatchObject({ outcome: 'signed-in' });
    expect(await setPin({ commandId: commandIds(), operatorId: first, pin: '1470' }, own)).toBe(
      'not-your-right',
    );
  });

  it.each([
    ['12a4', 'not-a-pin'],
    ['0000', 'pin-too-simple'],
    ['87654321', 'pin-too-simple'],
  ])('%s is refused as %s', async (pin, answer) => {
    const { setPin, actor, first } = await aDesk();
    expect(await setPin({ commandId: commandIds(), operatorId: first, pin }, actor)).toBe(answer);
  });

  it('is given to a locked manager by whoever stands at the machine, and to nobody where there is none', async () => {
    const { signIn, resetManager, first, store } = await aDesk();
    for (let i = 0; i < 5; i++) await signIn(first, '1111');
    expect(await resetManager('975310')).toMatchObject({ name: '林美玉' });
    expect(await signIn(first, '975310')).toMatchObject({ outcome: 'signed-in' });
    expect(factsOf(store)).toContain('"kind":"pin-set"');
    expect(await createOperatorDesk(createDeskKit(freshFolder())).resetManager('975310')).toBeNull();
  });

  it('never stands in the journal, nor does what proves it', async () => {
    const { add, store, db } = await aDesk();
    const operatorId = await add({});
    const proof = store.pins.of(operatorId);
    const facts = [...store.journal.entriesAfter(0)].map(({ fact }) => fact).join();
    expect(facts).not.toContain('1357');
    expect(facts).not.toContain('2468');
    expect(facts).not.toContain(proof?.proof.toString('hex'));
    expect(proof?.proof).not.toEqual(store.pins.of(staff.operatorId)?.proof);
    expect(verify(db)).toMatchObject({ whole: true });
  });
});
