import type { Clock } from '#rules';

/** So old a figure is still told. */
const keptMs = 1_000;

/**
 * One reading at a time, for all who ask meanwhile and for a second after it: reading tables from end to end costs the
 * tills, and anybody may ask. What failed is read anew. @returns what rejects as `read` does
 */
export function keptFigures<Figures>(
  read: () => Promise<Figures>,
  { now }: Pick<Clock, 'now'>,
): () => Promise<Figures> {
  let underWay: Promise<Figures> | null = null;
  let kept: { readonly figures: Figures; readonly at: number } | null = null;

  async function readAnew(): Promise<Figures> {
    try {
      const figures = await read();
      kept = { figures, at: now() };
      return figures;
    } finally {
      underWay = null;
    }
  }

  return async () => {
    // A clock that was set back makes nothing last.
    if (kept && Math.abs(now() - kept.at) < keptMs) return kept.figures;
    underWay ??= readAnew();
    return underWay;
  };
}
