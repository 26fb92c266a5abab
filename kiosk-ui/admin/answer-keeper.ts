import { type Answer, isRefused, type Refused } from './ask.ts';

export type Asked<T> =
  | { readonly stage: 'asking' }
  | { readonly stage: 'refused'; readonly refused: Refused }
  | { readonly stage: 'answered'; readonly answer: T };

/** An answer, and the path that it answers: it is never shown for another. */
export interface Kept<T> {
  readonly path: string;
  readonly asked: Asked<T>;
}

/** Keeps up what the centre says at one path. */
export interface AnswerKeeper {
  /** From now on it is this path. What was said at another is dropped, even if it comes late. */
  want(path: string): void;
  /** Something changed that it is about: asked again after a moment, once for all that comes within it. */
  news(): void;
  /** Asked again at once. */
  again(): void;
  end(): void;
}

export interface AnswerKeeperDeps<T> {
  readonly ask: (path: string) => Promise<Answer<T>>;
  readonly show: (kept: Kept<T>) => void;
  /** @returns what calls it off */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** A lorry brings goods to many outlets at once. */
const gatherMs = 1_000;

export function createAnswerKeeper<T>({ ask, show, after }: AnswerKeeperDeps<T>): AnswerKeeper {
  let kept: Kept<T> | null = null;
  let asking: { readonly path: string } | null = null;
  let callOff: (() => void) | null = null;

  function keep(next: Kept<T>): void {
    kept = next;
    show(next);
  }

  async function askNow(path: string): Promise<void> {
    callOff?.();
    callOff = null;
    const mine = { path };
    asking = mine;
    const answer = await ask(path);
    // Another was asked meanwhile, or nobody waits any more.
    if (asking !== mine) return;
    asking = null;
    if (!isRefused(answer)) return keep({ path, asked: { stage: 'answered', answer: answer.done } });
    // What was known of this path is still the best that is known.
    if (kept?.path !== path || kept.asked.stage !== 'answered') {
      keep({ path, asked: { stage: 'refused', refused: answer } });
    }
  }

  return {
    want(path) {
      if (kept?.path === path) return;
      keep({ path, asked: { stage: 'asking' } });
      void askNow(path);
    },
    news() {
      callOff ??= after(gatherMs, () => {
        callOff = null;
        if (kept) void askNow(kept.path);
      });
    },
    again() {
      if (!kept) return;
      if (kept.asked.stage === 'refused') keep({ path: kept.path, asked: { stage: 'asking' } });
      void askNow(kept.path);
    },
    end() {
      callOff?.();
      asking = null;
      kept = null;
    },
  };
}
