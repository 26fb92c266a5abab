import { describe, expect, it } from 'vitest';
import { commandIds } from '#fixtures/counter-kit';
import { commandSchema } from './commands.ts';
import { setUpSchema } from './people-commands.ts';

const pieces = { adult: 1, child: 1 };
const outlet = { name: '安心藥局', address: '松山區八德路', phone: '(02)25774551' };
const commands: readonly (readonly [field: string, command: Record<string, unknown>])[] = [
  ['note', { type: 'set-selling-state', state: 'paused' }],
  ['note', { type: 'set-opening-hours', week: [[], [], [], [], [], [], []] }],
  ['note', { type: 'goods-in', ...pieces, onSaleFrom: null, expected: null }],
  ['note', { type: 'count-stock', booked: pieces, counted: pieces, reason: 'routine' }],
  ['note', { type: 'move-stock', kind: 'adult', pieces: 1, from: 'on-hand', to: 'defective' }],
  ['note', { type: 'close-day', day: '2020-03-12', countedCash: 0, countedStock: pieces }],
  ['note', { type: 'void-sale', receiptNumber: '1090312-0001', reason: 'other' }],
  ['name', { type: 'describe-outlet', ...outlet }],
  ['address', { type: 'describe-outlet', ...outlet }],
  ['phone', { type: 'describe-outlet', ...outlet }],
  ['name', { type: 'keep-operator', operatorId: null, role: 'staff', active: true, pin: '2580' }],
  [
    'formLine',
    {
      ...{
        type: 'enter-paper-sale',
        soldAt: 1_583_974_800_000,
        document: 'identity-card',
        number: 'A123456789',
      },
      ...{ birthYear: 1985, kind: 'adult', pieces: 3, compared: false, contested: false },
    },
  ],
];

describe('a text that a person keys in', () => {
  it.each(commands)('as the %s of a command holds no control character: $type', (field, command) => {
    const parsed = (text: string) => {
      const read = commandSchema.safeParse({ commandId: commandIds(), ...command, [field]: text });
      return read.success ? (read.data as Record<string, unknown>)[field] : 'refused';
    };
    expect(parsed('下午兩點')).toBe('下午兩點');
    expect(parsed(' 𠮷野😷\t')).toBe('𠮷野😷');
    for (const wrong of ['\u0000', '1\u0000-2', 'a\nb', 'a\tb', '\u007f', '\u0085x', 'x\ud83d']) {
      expect([wrong, parsed(`a${wrong}b`)]).toEqual([wrong, 'refused']);
    }
  });

  it('at the first start holds none either', () => {
    const setUp = { outletCode: '5901010058', ...outlet, manager: { name: '陳店長', pin: '2580' } };
    expect(setUpSchema.safeParse(setUp).success).toBe(true);
    expect(setUpSchema.safeParse({ ...setUp, address: '松山\u0000區' }).success).toBe(false);
    const named = { ...setUp, manager: { name: '陳\u0000', pin: '2580' } };
    expect(setUpSchema.safeParse(named).success).toBe(false);
  });
});
