/**
 * What is keyed in and not yet sent. It outlives a change of section and a restart of the till, and it belongs to the
 * person who keyed it in: nobody else finds it.
 */
export interface Drafts {
  get(name: string): unknown;
  set(name: string, draft: unknown): void;
  /** Forgets everything unless it is this person's. */
  belongTo(operatorId: string): void;
}

export function createDrafts(): Drafts {
  const drafts = new Map<string, unknown>();
  let owner: string | null = null;
  return {
    get: (name) => drafts.get(name),
    set: (name, draft) => void drafts.set(name, draft),
    belongTo(operatorId) {
      if (owner !== null && owner !== operatorId) drafts.clear();
      owner = operatorId;
    },
  };
}
