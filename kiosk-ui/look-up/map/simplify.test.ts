import { expect, it } from 'vitest';
import { simplified } from './simplify.ts';

const map = (arcs: number[][][]) => ({
  ...{ type: 'Topology' as const, objects: {}, arcs },
  transform: { scale: [0.5, 0.25], translate: [100, 20] },
});

/** The points of an arc, added up. */
function points(arc: readonly (readonly number[])[]): number[][] {
  let [x, y] = [0, 0];
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx;
    y += dy;
    return [x, y];
  });
}

it('drops what is nearly straight and keeps the corner and both ends', () => {
  const arc = [
    [0, 0],
    [100, 1],
    [100, -1],
    [0, 200],
  ];
  const { arcs } = simplified(map([arc]), { area: 150, coarser: 1 });
  expect(points(arcs[0] ?? [])).toEqual([
    [0, 0],
    [200, 0],
    [200, 200],
  ]);
});

it('lays points on a coarser grid and says how wide it is', () => {
  const small = simplified(
    map([
      [
        [8, 16],
        [1, 1],
        [80, 0],
      ],
    ]),
    { area: 0, coarser: 8 },
  );
  expect(points(small.arcs[0] ?? [])).toEqual([
    [1, 2],
    [11, 2],
  ]);
  expect(small.transform.scale).toEqual([4, 2]);
});

it('leaves a small island an island', () => {
  const island = [
    [0, 0],
    [2, 0],
    [0, 2],
    [-1, 0],
    [-1, 0],
    [0, -2],
  ];
  const { arcs } = simplified(map([island]), { area: 1000, coarser: 1 });
  expect(points(arcs[0] ?? []).length).toBeGreaterThanOrEqual(4);
  expect(points(arcs[0] ?? []).at(-1)).toEqual([0, 0]);
});

it('leaves both ends to an arc that is shorter than the grid', () => {
  const arc = [
    [8, 16],
    [1, 0],
  ];
  expect(simplified(map([arc]), { area: 0, coarser: 8 }).arcs).toEqual([
    [
      [1, 2],
      [0, 0],
    ],
  ]);
});
