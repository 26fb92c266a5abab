/** @returns what cancels it */
export function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}

/** So long after the last is done, the next begins. @returns what ends it, after what is under way */
export function every(
  ms: number,
  work: () => Promise<unknown>,
  onFault: (error: unknown) => void,
): () => Promise<void> {
  let ended = false;
  let underWay: Promise<void> = Promise.resolve();
  let cancel = (): void => {};
  const plan = () => {
    if (ended) return;
    cancel = after(ms, () => {
      underWay = work()
        .then(() => {}, onFault)
        .then(plan);
    });
  };
  plan();
  return async () => {
    ended = true;
    cancel();
    await underWay;
  };
}
