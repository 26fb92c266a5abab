import type { OutletCode } from '#rules';
import type { Board } from './opendata/board.ts';

/** Outlets whose figures changed, until the board has read them. */
export interface ChangedOutlets {
  add(outlet: OutletCode): void;
  /** What is not read yet is read at the next start. */
  end(): void;
}

/** So many milliseconds of changes are read together: one by one, seven thousand tills would be most of the work. */
const gatherMs = 100;

export function createChangedOutlets(deps: {
  readonly board: Pick<Board, 'refresh'>;
  /** @returns what cancels it */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onFault: (error: unknown) => void;
}): ChangedOutlets {
  const { board, after, onFault } = deps;
  const changed = new Set<OutletCode>();
  let cancel = (): void => {};
  let ended = false;

  function read(): void {
    const outlets = [...changed];
    changed.clear();
    board.refresh(...outlets).catch(onFault);
  }

  return {
    add(outlet) {
      if (ended) return;
      if (changed.size === 0) cancel = after(gatherMs, read);
      changed.add(outlet);
    },
    end() {
      ended = true;
      cancel();
    },
  };
}
