/** The elements of a table of which few rows are drawn: which of them shows which row. */
export interface RowSlots {
  /**
   * @param focused whoever is about to press a row must not find another in its place
   * @returns a key for each row
   */
  keysFor(codes: readonly string[], focused: string | undefined): readonly number[];
}

/**
 * A row that stays keeps its element, with the focus in it. One that comes takes the element of one that went: another
 * text in it costs a browser a fraction of what a new row costs.
 */
export function createRowSlots(): RowSlots {
  let before: ReadonlyMap<string, number> = new Map();
  let highest = 0;
  return {
    keysFor(codes, focused) {
      const stays = new Set(codes);
      const free = [...before].flatMap(([code, slot]) => (stays.has(code) || code === focused ? [] : [slot]));
      let next = 0;
      const keys = codes.map((code) => before.get(code) ?? free[next++] ?? ++highest);
      before = new Map(codes.map((code, n) => [code, keys[n] as number]));
      return keys;
    },
  };
}
