import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reveal } from '#rules';
import type { CardReader, CardReaderEvent, NhiCard } from './card-reader.ts';
import { type EventLog, logEvents } from './event-log.ts';

/** A card as the harness has to make it: what its chip is, and for an NHI card the bytes that it gives. */
export type ContractCard =
  | {
      readonly chip: 'nhi';
      readonly body: Uint8Array;
      readonly manner?: 'plain' | 'get-response' | 'right-le-only';
    }
  | { readonly chip: 'bank' | 'professional' | 'mute' | 'garbled' };

export interface ContractSlot {
  /** The name by which the reader reports it. */
  readonly reader: string;
  insert(card: ContractCard): Promise<void>;
  /** The card is pulled as soon as the first APDU has reached it. */
  insertAndPull(card: ContractCard): Promise<void>;
  remove(): void;
}

export interface ContractHarness {
  /** Not started yet. */
  readonly reader: CardReader;
  readonly slots: readonly [ContractSlot, ContractSlot];
  dispose(): Promise<void>;
}

/** 57 bytes: 12 + 20 + 10 + 7 + 1 + 7. */
const basicData = (nameHex: string, rest: string, cardNumber = '000000009001'): Uint8Array =>
  Buffer.concat([Buffer.from(cardNumber), Buffer.from(nameHex.padEnd(40, '0'), 'hex'), Buffer.from(rest)]);

const ming = basicData('A4FDA470A9FA', 'A1234567890790415M1050301');
const mei = basicData(
  'AA4CACFCA5C92020202020202020202020202020',
  'A2000000030881230F1080611',
  '000000009002',
);
const halfCharacter = basicData('BBAFBFFAAE5DA7F5A950A764BE47A4FDB6BE41B3', 'A1234567890790415M1050301');
const impossibleDay = basicData('A4FDA470A9FA', 'A1234567890790230M1050301');

const nhi = (body: Uint8Array): ContractCard => ({ chip: 'nhi', body });

/** What every `CardReader` does, whatever is behind it. Waits for events only; the runner's time limit is the bound. */
export function cardReaderContract(name: string, makeHarness: () => Promise<ContractHarness>): void {
  describe(name, () => {
    let harness: ContractHarness;
    let reader: CardReader;
    let log: EventLog;
    let slot: ContractSlot;
    let other: ContractSlot;

    beforeEach(async () => {
      harness = await makeHarness();
      reader = harness.reader;
      [slot, other] = harness.slots;
      log = logEvents(reader);
      await reader.start();
      await log.health('ready');
      await log.until(() => reader.status().readers.length === 2);
    });

    afterEach(async () => {
      await reader.close();
      await harness.dispose();
    });

    const countsOf = (of: ContractSlot) => reader.status().readers.find((r) => r.name === of.reader);

    async function readCard(card: ContractCard): Promise<NhiCard> {
      await slot.insert(card);
      return (await log.next('read', slot.reader)).card;
    }

    it('reads the person on a card', async () => {
      const card = await readCard(nhi(ming));
      expect(reveal(card.cardNumber)).toBe('000000009001');
      expect(reveal(card.name)).toEqual({ text: '王小明', uncertain: false });
      expect(reveal(card.id)).toEqual({ number: 'A123456789', form: 'national', checkDigit: 'right' });
      expect(reveal(card.born)).toBe('1990-04-15');
      expect(card.sex).toBe('male');
      expect(card.issued).toBe('2016-03-01');
    });

    it('says how long the card waited for its answer', async () => {
      await slot.insert(nhi(ming));
      expect((await log.next('read', slot.reader)).waitedMs).toBeGreaterThan(0);
    });

    it.each(['get-response', 'right-le-only'] as const)('reads a chip of manner %s', async (manner) => {
      const card = await readCard({ chip: 'nhi', body: ming, manner });
      expect(reveal(card.cardNumber)).toBe('000000009001');
    });

    it('reports inserted, read and removed, in this order and once each', async () => {
      await slot.insert(nhi(ming));
      await log.next('read', slot.reader);
      slot.remove();
      await log.next('removed', slot.reader);
      expect(log.typesOf(slot.reader)).toEqual(['inserted', 'read', 'removed']);
    });

    it('reads a second card after the first', async () => {
      await readCard(nhi(ming));
      slot.remove();
      await log.next('removed', slot.reader);
      const card = await readCard(nhi(mei));
      expect(reveal(card.name).text).toBe('林美玉');
      expect(card.sex).toBe('female');
    });

    it('reads two readers at once, each its own card', async () => {
      await Promise.all([slot.insert(nhi(ming)), other.insert(nhi(mei))]);
      const mine = log.next('read', slot.reader);
      const theirs = log.next('read', other.reader);
      expect(reveal((await mine).card.cardNumber)).toBe('000000009001');
      expect(reveal((await theirs).card.cardNumber)).toBe('000000009002');
    });

    const failures: readonly [string, ContractCard, string][] = [
      ['a bank card', { chip: 'bank' }, 'not-nhi-card'],
      ['a health professional card', { chip: 'professional' }, 'professional-card'],
      ['a chip that never answers', { chip: 'mute' }, 'unreadable'],
      ['a chip whose answer to reset makes no sense', { chip: 'garbled' }, 'unreadable'],
      ['truncated data', nhi(ming.subarray(0, 56)), 'unreadable'],
      ['over-long data', nhi(Buffer.concat([ming, Buffer.from('0')])), 'unreadable'],
      ['no data at all', nhi(new Uint8Array(0)), 'unreadable'],
      ['a birthday that no calendar has', nhi(impossibleDay), 'bad-data'],
    ];

    it.each(failures)('calls %s by its name', async (_, card, failure) => {
      await slot.insert(card);
      expect((await log.next('failed', slot.reader)).failure).toBe(failure);
      slot.remove();
      await log.next('removed', slot.reader);
      expect(log.typesOf(slot.reader)).toEqual(['inserted', 'failed', 'removed']);
    });

    it('never repeats what a bad field said', async () => {
      await slot.insert(nhi(impossibleDay));
      expect((await log.next('failed', slot.reader)).detail).toBe('birth');
    });

    it('calls a card that was pulled in the middle of reading pulled out, and reads it the next time', async () => {
      await slot.insertAndPull(nhi(ming));
      expect((await log.next('failed', slot.reader)).failure).toBe('pulled-out');
      await log.next('removed', slot.reader);
      const card = await readCard(nhi(ming));
      expect(reveal(card.cardNumber)).toBe('000000009001');
    });

    it('reads a card whose name was cut in the middle of a character, and marks the name', async () => {
      const card = await readCard(nhi(halfCharacter));
      expect(reveal(card.name).uncertain).toBe(true);
      expect(reveal(card.name).text).toMatch(/^趙錢孫李周吳鄭王馮/);
    });

    it('counts insertions and read errors for each reader', async () => {
      await slot.insert({ chip: 'mute' });
      await log.next('failed', slot.reader);
      expect(countsOf(slot)).toEqual({ name: slot.reader, insertions: 1, readErrors: 1, slot: 'failed' });
      slot.remove();
      await log.next('removed', slot.reader);
      await readCard(nhi(ming));
      expect(countsOf(slot)).toEqual({ name: slot.reader, insertions: 2, readErrors: 1, slot: 'read' });
      expect(countsOf(other)).toEqual({ name: other.reader, insertions: 0, readErrors: 0, slot: 'empty' });
    });

    it('is ready for the next card after a foreign one', async () => {
      await slot.insert({ chip: 'bank' });
      await log.next('failed', slot.reader);
      slot.remove();
      await log.next('removed', slot.reader);
      expect(reveal((await readCard(nhi(ming))).cardNumber)).toBe('000000009001');
    });

    it('reports nothing after it was closed, however often', async () => {
      await slot.insert(nhi(ming));
      await log.next('inserted', slot.reader);
      await reader.close();
      const before = log.events.length;
      slot.remove();
      await reader.close();
      expect(log.events.length).toBe(before);
    });

    it('ends a subscription and leaves the others', async () => {
      const heard: CardReaderEvent[] = [];
      const end = reader.subscribe((event) => heard.push(event));
      end();
      await readCard(nhi(ming));
      expect(heard).toEqual([]);
    });
  });
}
