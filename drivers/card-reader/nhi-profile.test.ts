import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeBasicData } from '#fixtures/card/nhi-chip';
import { generatePerson } from '#fixtures/people';
import { seededRandom } from '#fixtures/seeded-random';
import { reveal } from '#rules';
import { parseNhiBasic } from './nhi-profile.ts';

const good = Buffer.concat([
  Buffer.from('000000009001'),
  Buffer.from('A4FDA470A9FA'.padEnd(40, '0'), 'hex'),
  Buffer.from('A1234567890790415M1050301'),
]);

const withText = (text: string, at: number): Uint8Array => {
  const bytes = Buffer.from(good);
  bytes.write(text, at, 'latin1');
  return bytes;
};

it('parses the 57 bytes of a card', () => {
  const card = parseNhiBasic(good);
  if (!card.ok) throw new Error(card.problem);
  expect(reveal(card.value.cardNumber)).toBe('000000009001');
  expect(reveal(card.value.name)).toEqual({ text: '王小明', uncertain: false });
  expect(reveal(card.value.id).number).toBe('A123456789');
  expect(reveal(card.value.born)).toBe('1990-04-15');
  expect(card.value.sex).toBe('male');
  expect(card.value.issued).toBe('2016-03-01');
});

it('keeps the first digit of the ROC year, without which every child is born before 1912', () => {
  const card = parseNhiBasic(withText('1020101', 42));
  expect(card.ok && reveal(card.value.born)).toBe('2013-01-01');
});

it('carries a wrong check digit instead of refusing it', () => {
  const card = parseNhiBasic(withText('A123456788', 32));
  expect(card.ok && reveal(card.value.id).checkDigit).toBe('wrong');
});

it('prints nothing of a person', () => {
  expect(JSON.stringify(parseNhiBasic(good))).not.toMatch(/王小明|A123456789|000000009001|1990/);
});

it.each([
  ['length', good.subarray(0, 56)],
  ['length', Buffer.concat([good, Buffer.from('0')])],
  ['length', new Uint8Array(0)],
  ['card-number', withText('00000000900X', 0)],
  ['id-number', withText('A12345678\0', 32)],
  ['id-number', withText('A1234-6789', 32)],
  ['birth', withText('0790230', 42)],
  ['birth', withText('0000101', 42)],
  ['birth', withText(' 790415', 42)],
  ['sex', withText('X', 49)],
  ['issue', withText('1051301', 50)],
] as const)('names the field %s and says nothing of what stood in it', (problem, bytes) => {
  expect(parseNhiBasic(bytes)).toEqual({ ok: false, problem });
});

interface Vector {
  readonly note: string;
  readonly hex: string;
  readonly expect: {
    readonly cardNo: string;
    readonly name: string;
    readonly id: string;
    readonly sex: string;
  };
}

/** Cards of people that are invented, padded in both ways. */
const generated: readonly Vector[] = (['adult', 'child'] as const).flatMap((age) =>
  (['nul', 'space'] as const).map((padding) => {
    const person = generatePerson(seededRandom(padding.length), { year: 2020, age });
    return {
      note: `of an invented ${age}, padded with ${padding}`,
      hex: Buffer.from(encodeBasicData(person, padding)).toString('hex'),
      expect: {
        ...{ cardNo: person.cardNumber, name: person.name, id: person.idNumber },
        sex: person.sex === 'male' ? 'M' : 'F',
      },
    };
  }),
);

const shared = new URL('../../../shared/data/nhi_card_synthetic_vectors.json', import.meta.url);

/** Those beside the project, where they are at hand. */
const synthetic: readonly Vector[] = existsSync(shared)
  ? JSON.parse(readFileSync(shared, 'utf8')).vectors
  : [];

describe('a whole card', () => {
  it.each([...generated, ...synthetic].map((v) => [v.note, v] as const))('%s', (_, vector) => {
    const card = parseNhiBasic(Buffer.from(vector.hex, 'hex').subarray(0, 57));
    if (!card.ok) throw new Error(card.problem);
    expect(reveal(card.value.cardNumber)).toBe(vector.expect.cardNo);
    expect(reveal(card.value.name).text).toBe(vector.expect.name);
    expect(reveal(card.value.id).number).toBe(vector.expect.id);
    expect(card.value.sex).toBe(vector.expect.sex === 'M' ? 'male' : 'female');
  });
});
