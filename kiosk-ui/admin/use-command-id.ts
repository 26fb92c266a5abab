import { useRef } from 'preact/hooks';

/**
 * An id for what is asked: the same as long as the wording is the same and was not done, so that what is sent again after
 * a lost answer is done once.
 */
export function useCommandId(): {
  readonly idOf: (wording: object) => string;
  readonly done: () => void;
} {
  const known = useRef({ wording: '', id: '' });
  return {
    idOf(wording) {
      const text = JSON.stringify(wording);
      if (known.current.wording !== text) known.current = { wording: text, id: crypto.randomUUID() };
      return known.current.id;
    },
    done() {
      known.current = { wording: '', id: '' };
    },
  };
}
