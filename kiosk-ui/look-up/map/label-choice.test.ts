import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, type Label, placedLabels } from './label-choice.ts';

const picture = { width: 400, height: 400 };
const label = (name: string, x: number, y: number, more: Partial<Label> = {}): Label => ({
  ...{ name, x, y, width: 40, height: 16, reach: 40, among: 'neighbours' },
  ...more,
});
const around = (x: number, y: number, half: number): Box => ({
  ...{ left: x - half, right: x + half, top: y - half, bottom: y + half },
});
const names = (labels: readonly Label[], taken: readonly Box[] = []) =>
  placedLabels(labels, taken, picture).map(({ name }) => name);

describe('names on the map', () => {
  it('stand in the middle of their land where there is room', () => {
    expect(placedLabels([label('南投縣', 200, 200)], [], picture)).toEqual([
      { name: '南投縣', x: 200, y: 200 },
    ]);
  });

  it('give way to a mark within their own land, and are left out where there is none', () => {
    const mark = around(200, 200, 12);
    const [moved] = placedLabels([label('南投縣', 200, 200)], [mark], picture);
    expect(moved).toMatchObject({ name: '南投縣' });
    expect(Math.abs((moved?.y ?? 200) - 200)).toBeGreaterThanOrEqual(20);
    expect(names([label('南投縣', 200, 200, { reach: 12 })], [mark])).toEqual([]);
  });

  it('stand beside an island whose mark covers it', () => {
    expect(names([label('連江縣', 200, 200, { reach: 2, among: 'sea' })], [around(200, 200, 20)])).toEqual([
      '連江縣',
    ]);
  });

  it('wait for a nearer view where they would cover the neighbours', () => {
    expect(names([label('嘉義市', 200, 200, { reach: 9 })])).toEqual([]);
    expect(names([label('嘉義市', 200, 200, { reach: 18 })])).toEqual(['嘉義市']);
  });

  it('the larger land keeps its name where two do not fit', () => {
    const [small, large] = [
      label('新竹縣', 210, 200, { reach: 11 }),
      label('苗栗縣', 200, 200, { reach: 15 }),
    ];
    expect(names([small, large])).toEqual(['苗栗縣']);
  });

  it('never cover a mark or each other, and are never cut by the edge', () => {
    const spot = fc.record({ x: fc.integer({ min: -20, max: 420 }), y: fc.integer({ min: -20, max: 420 }) });
    const some = fc.array(
      fc.tuple(spot, fc.integer({ min: 5, max: 80 }), fc.constantFrom('neighbours', 'sea')),
    );
    fc.assert(
      fc.property(some, fc.array(spot), (lands, spots) => {
        const labels = lands.map(([{ x, y }, reach, among], n) =>
          label(String(n), x, y, { reach, among: among as Label['among'] }),
        );
        const boxes = spots.map(({ x, y }) => around(x, y, 20));
        const shown = placedLabels(labels, boxes, picture).map(({ x, y }) => ({
          ...{ left: x - 20, right: x + 20, top: y - 8, bottom: y + 8 },
        }));
        const all = [...shown, ...boxes];
        for (const [n, a] of shown.entries()) {
          expect(Math.min(a.left, a.top)).toBeGreaterThanOrEqual(0);
          expect(Math.max(a.right, a.bottom)).toBeLessThanOrEqual(400);
          for (const [m, b] of all.entries()) {
            if (m === n) continue;
            const apart = a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
});
