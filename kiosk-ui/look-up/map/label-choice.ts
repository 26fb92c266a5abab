/** In pixels of the map's picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Label {
  readonly name: string;
  /** Where its middle stands best. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How far from there it still names the right land. */
  readonly reach: number;
  /** Islands have sea around them, which nobody takes for another county. */
  readonly among: 'neighbours' | 'sea';
}

export interface PlacedLabel {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Wider than so many times its reach, a name covers the neighbours as much as its own land. */
const widest = 4;
/** Beyond the mark that stands on an island. */
const besideIsland = 3;

/** The names for which there is room: islands first, then the larger before the smaller. A mark is never covered. */
export function placedLabels(
  labels: readonly Label[],
  taken: readonly Box[],
  { width, height }: { readonly width: number; readonly height: number },
): PlacedLabel[] {
  const full = [...taken];
  const isFree = (box: Box) =>
    box.left >= 0 &&
    box.top >= 0 &&
    box.right <= width &&
    box.bottom <= height &&
    !full.some((other) => overlap(box, other));
  const placed: PlacedLabel[] = [];
  for (const label of labels.toSorted((a, b) => rank(b) - rank(a))) {
    if (label.among === 'neighbours' && label.width > widest * label.reach) continue;
    const at = placesFor(label).find((place) => isFree(boxOf(label, place)));
    if (!at) continue;
    full.push(boxOf(label, at));
    placed.push({ name: label.name, ...at });
  }
  return placed;
}

const rank = ({ among, reach }: Label): number => (among === 'sea' ? Number.POSITIVE_INFINITY : reach);

type Place = Pick<PlacedLabel, 'x' | 'y'>;

/** The best place first, then those around it. */
function placesFor({ x, y, width, height, reach, among }: Label): Place[] {
  const far = among === 'sea' ? besideIsland * height + width / 2 : reach;
  const across = [0, -0.5, 0.5, -1, 1].map((step) => step * width);
  const down = [0, 1, -1, 2, -2].map((step) => step * height);
  return across
    .flatMap((dx) => down.map((dy) => ({ dx, dy, away: Math.hypot(dx, dy) })))
    .filter(({ away }) => away <= far)
    .sort((a, b) => a.away - b.away)
    .map(({ dx, dy }) => ({ x: x + dx, y: y + dy }));
}

const boxOf = ({ width, height }: Label, { x, y }: Place): Box => ({
  ...{ left: x - width / 2, right: x + width / 2 },
  ...{ top: y - height / 2, bottom: y + height / 2 },
});

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
