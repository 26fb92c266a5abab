/** Tries again, later and later. */
export interface BackOff {
  /** Runs it after a while: about a second the first time, then twice as long each time, up to half a minute. */
  plan(run: () => void): void;
  /** Runs at once what is planned; nothing where nothing is. */
  hurry(): void;
  /** It worked: what is planned is called off, and the next while is the shortest. */
  reset(): void;
}

export interface BackOffDeps {
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
}

const firstMs = 1_000;
const longestMs = 30_000;

export function createBackOff({ random, after }: BackOffDeps): BackOff {
  let times = 0;
  let planned: { readonly run: () => void; readonly callOff: () => void } | null = null;

  function callOff(): void {
    planned?.callOff();
    planned = null;
  }
  const go = (run: () => void) => () => {
    planned = null;
    run();
  };

  return {
    plan(run) {
      callOff();
      const ms = Math.min(longestMs, firstMs * 2 ** times++);
      // Not all pages in the same moment.
      planned = { run, callOff: after(ms * (0.75 + random() / 2), go(run)) };
    },
    hurry() {
      const run = planned?.run;
      callOff();
      run?.();
    },
    reset() {
      callOff();
      times = 0;
    },
  };
}
