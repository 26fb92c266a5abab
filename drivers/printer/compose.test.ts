import { expect, test } from 'vitest';
import { commandsFor } from './commands.ts';
import { compose, composeDocument } from './compose.ts';
import { layOut } from './layout.ts';
import { paintRow, type RowPainter } from './painter.ts';

const hex = (text: string): string => text.replace(/\s|\/\/.*/g, '');

test('a small slip becomes exactly these bytes', async () => {
  const bytes = await composeDocument(
    {
      lines: [
        { type: 'text', text: '口罩', align: 'center', size: 'double', bold: true },
        { type: 'space' },
        { type: 'pair', label: '合計', value: '15' },
      ],
    },
    58,
  );
  expect(bytes.toString('hex')).toBe(
    hex(`
      1b40 1d6100 1c26 1c530000         // initialise, no unasked status, Chinese mode, no gaps
      1b333c 1b6101 1d2111 1c5701 1b4501 // row of 60 dots, centre, double size twice over, bold
      a466 b86e 0a                       // 口罩
      1b3310 0a                          // half a row
      1b3320 1b6100 1d2100 1c5700 1b4500 // row of 32 dots, left, normal size, not bold
      a658 ad70 ${'20'.repeat(26)} 31350a // 合計, 15
      0a0a0a0a 1d5601                    // feed, partial cut
      1d7201                             // report when processed
    `),
  );
});

test('a setting is told only where it changes', () => {
  const lines = [
    { type: 'text', text: 'a' },
    { type: 'text', text: 'b' },
  ] as const;
  expect(commandsFor(layOut({ lines }, 58))).toEqual([
    { type: 'initialize' },
    { type: 'row-height', value: 32 },
    { type: 'text', value: 'a' },
    { type: 'newline' },
    { type: 'text', value: 'b' },
    { type: 'newline' },
    { type: 'cut' },
    { type: 'report' },
  ]);
});

test.each(['堃', '𠮷', 'é'])(
  'a row with %s is drawn, and never printed as a question mark',
  async (character) => {
    const rows = layOut({ lines: [{ type: 'text', text: `游${character}`, align: 'center' }] }, 58);
    const commands = commandsFor(rows);
    expect(commands).toContainEqual({
      type: 'glyphs',
      value: { text: `游${character}`, align: 'center', size: 'normal', bold: false },
    });
    const blank: RowPainter = async () => ({ bytesPerRow: 48, rows: 32, bits: new Uint8Array(48 * 32) });
    const bytes = await compose(commands, 58, blank);
    expect(bytes.includes(Buffer.from('1d76300030002000', 'hex'))).toBe(true);
    expect(bytes.includes('?')).toBe(false);
  },
);

test('a row that the printer can print itself is not drawn', async () => {
  const never: RowPainter = () => Promise.reject(new Error('drawn'));
  await expect(
    compose(commandsFor(layOut({ lines: [{ type: 'text', text: '?平安' }] }, 58)), 58, never),
  ).resolves.toBeDefined();
});

test('a picture never holds a real-time command, which would be obeyed', async () => {
  const bits = Uint8Array.from([0x10, 0x04, 0x10, 0x05, 0x10, 0x14, 0x10, 0x10, 0x04, 0x01, 0x04, 0x05]);
  const paint: RowPainter = async () => ({ bytesPerRow: 12, rows: 1, bits });
  const row = { text: '堃', align: 'left', size: 'normal', bold: false } as const;
  const bytes = await compose([{ type: 'glyphs', value: row }], 58, paint);
  expect(bytes.subarray(8).toString('hex')).toBe('100c100d101c10100c010405');
});

test.each([
  ['left', 0, 24],
  ['center', 180, 204],
  ['right', 360, 384],
] as const)('a drawn character aligned %s has its ink in its own cell', async (align, from, to) => {
  const { bytesPerRow, rows, bits } = await paintRow({ text: '堃', align, size: 'normal', bold: false }, 58);
  expect([bytesPerRow, rows]).toEqual([48, 32]);
  const inked = Array.from({ length: 384 * 32 }, (_, dot) => dot).filter(
    (dot) => (bits[dot >> 3] ?? 0) & (0x80 >> (dot & 7)),
  );
  const columns = inked.map((dot) => dot % 384);
  expect(inked.length).toBeGreaterThan(50);
  expect(Math.min(...columns)).toBeGreaterThanOrEqual(from);
  expect(Math.max(...columns)).toBeLessThan(to);
});
