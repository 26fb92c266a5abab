/** Words for another thread. Those of one turn of the event loop go together, since waking a thread costs more than they. */
export interface Outbox<Word> {
  put(word: Word): void;
  /** Now, not with the end of the turn. */
  send(): void;
  /** What was not sent yet. */
  drop(): void;
}

/**
 * Most in one message. Under load a turn of the event loop takes hundreds of requests: were they all one message, each
 * thread would wait for the others instead of working beside them.
 */
export const togetherMost = 32;

export function createOutbox<Word>(post: (words: readonly Word[]) => void): Outbox<Word> {
  let words: Word[] = [];
  const drop = (): void => {
    words = [];
  };
  function send(): void {
    const sent = words;
    drop();
    if (sent.length > 0) post(sent);
  }
  return {
    put(word) {
      const together = words.push(word);
      if (together === 1) setImmediate(send);
      else if (together === togetherMost) send();
    },
    ...{ send, drop },
  };
}
