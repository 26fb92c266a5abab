/** Tells listeners that something changed; what it is now, they ask. */
export interface Signal {
  subscribe(listener: () => void): () => void;
  raise(): void;
}

export function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    raise: () => {
      for (const listener of listeners) listener();
    },
  };
}
