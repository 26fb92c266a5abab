/**
 * As `Promise.all`, and to the end of all, whatever becomes of the others: what one of them still asked after the
 * transaction was rolled back would no longer be undone with it. @throws the first fault
 */
export async function allDone<T extends readonly unknown[]>(
  works: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const ends = await Promise.allSettled(works);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return ends.map((end) => (end as PromiseFulfilledResult<unknown>).value) as {
    -readonly [K in keyof T]: Awaited<T[K]>;
  };
}
