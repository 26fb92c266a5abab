import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCounterKit, manager } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import type { Actor, Instant } from '#rules';
import { createPhoneDesk, type PhoneDesk } from './phones.ts';

const pharmacist: Actor = { ...manager, role: 'pharmacist' };
const browser = 'Chrome · Android';
const here = '192.168.1.7';

/** A desk whose appointments are kept when the clock is moved by `passes`. */
function aDesk() {
  const kit = createCounterKit(freshFolder());
  const due = new Set<{ readonly at: Instant; readonly run: () => void }>();
  let secrets = 0;
  const desk = createPhoneDesk({
    ...{ store: kit.store, time: kit.time, newId: randomUUID },
    newSecret: () => `secret-${++secrets}`,
    schedule: (at, run) => {
      const appointment = { at, run };
      due.add(appointment);
      return () => void due.delete(appointment);
    },
  });
  const passes = (ms: number) => {
    kit.clock.advance(ms);
    for (const appointment of [...due]) {
      if (appointment.at > kit.time.now()) continue;
      due.delete(appointment);
      appointment.run();
    }
  };
  return { ...kit, desk, passes };
}

function offerOf(desk: PhoneDesk) {
  const offer = desk.offer(manager);
  if (offer === 'not-your-right') throw new Error(offer);
  return offer;
}

function tokenOf(desk: PhoneDesk, from = here): string {
  const paired = desk.pair(offerOf(desk).secret, browser, from);
  if (paired.outcome !== 'paired') throw new Error(paired.outcome);
  return paired.token;
}

describe('a phone', () => {
  it('is paired by what a manager was shown, and known by its token from then on', () => {
    const { desk, time } = aDesk();
    const token = tokenOf(desk);
    const known = desk.known(token);
    expect(known).toMatchObject({ browser, pairedBy: manager.operatorId, pairedAt: time.now() });
    expect(desk.known(`${token}x`)).toBeNull();
    expect(desk.all()).toEqual([{ ...known, online: false }]);
  });

  it('is not paired by the same secret again', () => {
    const { desk } = aDesk();
    const { secret } = offerOf(desk);
    desk.pair(secret, browser, here);
    expect(desk.pair(secret, browser, here)).toEqual({ outcome: 'wrong' });
    expect(desk.all()).toHaveLength(1);
  });

  it('has two minutes for it', () => {
    const { desk, passes } = aDesk();
    const late = offerOf(desk).secret;
    passes(120_000);
    expect(desk.offerUntil()).toBeNull();
    expect(desk.pair(late, browser, here)).toEqual({ outcome: 'wrong' });
    const { secret } = offerOf(desk);
    passes(119_999);
    expect(desk.pair(secret, browser, here)).toMatchObject({ outcome: 'paired' });
  });

  it('is not paired by a secret that was put away or replaced', () => {
    const { desk } = aDesk();
    const first = offerOf(desk).secret;
    const second = offerOf(desk).secret;
    expect(desk.pair(first, browser, here)).toEqual({ outcome: 'wrong' });
    desk.withdraw();
    expect(desk.pair(second, browser, here)).toEqual({ outcome: 'wrong' });
  });

  it('that tries on and on is not listened to for a minute, and others are', () => {
    const { desk, passes } = aDesk();
    const { secret } = offerOf(desk);
    for (let n = 0; n < 5; n++) expect(desk.pair('guessed', browser, here)).toEqual({ outcome: 'wrong' });
    expect(desk.pair(secret, browser, here)).toEqual({ outcome: 'too-many' });
    passes(60_000);
    expect(desk.pair('guessed', browser, here)).toEqual({ outcome: 'wrong' });
    expect(desk.pair(secret, browser, '192.168.1.8')).toMatchObject({ outcome: 'paired' });
  });

  it('leaves no token in the file, and nothing in the journal', () => {
    const { desk, db, store } = aDesk();
    const token = tokenOf(desk);
    const rows = JSON.stringify(db.prepare('SELECT hex(token_hash), * FROM phones').all());
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(Buffer.from(token).toString('hex').toUpperCase());
    expect(store.journal.head().seq).toBe(0);
  });

  it('is online while a line to it stands, and was seen last when the last one ended', () => {
    const { desk, passes, time } = aDesk();
    tokenOf(desk);
    const [phone] = desk.all();
    const ends = [desk.came(phone?.phoneId ?? ''), desk.came(phone?.phoneId ?? '')];
    passes(1000);
    ends[0]?.();
    expect(desk.all()[0]?.online).toBe(true);
    passes(1000);
    ends[1]?.();
    expect(desk.all()[0]).toMatchObject({ online: false, lastSeen: time.now() });
  });
});

describe('an end of the pairing', () => {
  it('makes one phone unknown, or all of them', () => {
    const { desk } = aDesk();
    const tokens = [tokenOf(desk), tokenOf(desk), tokenOf(desk)];
    const first = desk.known(tokens[0] ?? '');
    expect(desk.end(first?.phoneId ?? '', manager)).toBe('done');
    expect(tokens.map((token) => desk.known(token) !== null)).toEqual([false, true, true]);
    expect(desk.end(first?.phoneId ?? '', manager)).toBe('unknown');
    expect(desk.end(null, manager)).toBe('done');
    expect(desk.all()).toEqual([]);
  });

  it('is announced, so that the line can be cut', () => {
    const { desk } = aDesk();
    const token = tokenOf(desk);
    const left: number[] = [];
    desk.changed.subscribe(() => left.push(desk.all().length));
    desk.end(desk.known(token)?.phoneId ?? '', manager);
    expect(left).toEqual([0]);
  });
});

it('only a manager pairs phones and ends it', () => {
  const { desk } = aDesk();
  expect(desk.offer(pharmacist)).toBe('not-your-right');
  tokenOf(desk);
  expect(desk.end(null, pharmacist)).toBe('not-your-right');
  expect(desk.all()).toHaveLength(1);
});
