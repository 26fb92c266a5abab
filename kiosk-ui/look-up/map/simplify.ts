/** As much of TopoJSON as the outlines need: arcs of whole numbers, each point as the step from the one before. */
export interface Topology {
  readonly type: 'Topology';
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] };
  readonly objects: Readonly<Record<string, unknown>>;
}

type Point = readonly [x: number, y: number];

/**
 * Outlines small enough for a telephone: points go that span a triangle smaller than `area` with their neighbours
 * (Visvalingam and Whyatt 1993), and the rest lie on a grid `coarser` times as wide. Arcs are shared by neighbours, so
 * that no gap opens between two counties.
 */
export function simplified<T extends Topology>(
  map: T,
  { area, coarser }: { area: number; coarser: number },
): T {
  const arcs = map.arcs.map((arc) =>
    asSteps(
      kept(asPoints(arc), area).map(([x, y]): Point => [Math.round(x / coarser), Math.round(y / coarser)]),
    ),
  );
  const { scale, translate } = map.transform;
  return { ...map, arcs, transform: { scale: scale.map((step) => step * coarser), translate } };
}

function asPoints(arc: Topology['arcs'][number]): Point[] {
  let [x, y] = [0, 0];
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx;
    y += dy;
    return [x, y];
  });
}

function asSteps(points: readonly Point[]): number[][] {
  let [x, y] = [0, 0];
  const steps = points.map(([px, py]) => {
    const step = [px - x, py - y];
    [x, y] = [px, py];
    return step;
  });
  // A point on the same spot of the coarser grid is none.
  const moved = steps.filter(([dx, dy], n) => n === 0 || dx !== 0 || dy !== 0);
  // An arc has two ends, if on one spot: who draws it reads both.
  return moved.length === 1 && steps.length > 1 ? [...moved, [0, 0]] : moved;
}

/** The ends stay, or neighbours would part; of a ring enough stays to be one. */
function kept(points: readonly Point[], area: number): readonly Point[] {
  const left = [...points];
  const [first, last] = [points[0], points.at(-1)];
  const least = first && last && first[0] === last[0] && first[1] === last[1] ? 5 : 2;
  while (left.length > least) {
    let [smallest, at] = [area, -1];
    for (let n = 1; n < left.length - 1; n++) {
      const size = triangle(left[n - 1], left[n], left[n + 1]);
      if (size < smallest) [smallest, at] = [size, n];
    }
    if (at < 0) break;
    left.splice(at, 1);
  }
  return left;
}

const triangle = (a: Point = [0, 0], b: Point = [0, 0], c: Point = [0, 0]): number =>
  Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
