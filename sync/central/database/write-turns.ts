/** Lets one after another write, in the order in which they came. */
export interface WriteTurns {
  /** @returns what gives the turn back */
  take(): Promise<() => void>;
}

export function createWriteTurns(): WriteTurns {
  let last: Promise<void> = Promise.resolve();
  return {
    async take() {
      const before = last;
      let giveBack = (): void => {};
      last = new Promise((resolve) => {
        giveBack = resolve;
      });
      await before;
      return giveBack;
    },
  };
}
