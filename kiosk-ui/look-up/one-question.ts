/** One question to the centre at a time, after a pause in typing: another takes the place of the one before. */
export interface OneQuestion {
  ask<Answer>(
    question: (signal: AbortSignal) => Promise<Answer>,
    then: { answered(answer: Answer): void; failed(): void },
  ): void;
  /** Something of this device alone, after the same pause. */
  later(work: () => void): void;
  /** What was asked is not wanted any more. */
  drop(): void;
}

/** Pauses in typing shorter than this are not worth a question to the centre. */
const pauseMs = 200;

export function createOneQuestion(deps: { after(ms: number, then: () => void): () => void }): OneQuestion {
  let asking: AbortController | null = null;
  let callOff = () => {};

  function drop(): void {
    callOff();
    asking?.abort();
    asking = null;
  }

  function later(work: () => void): void {
    drop();
    callOff = deps.after(pauseMs, work);
  }

  return {
    ask(question, { answered, failed }) {
      later(() => {
        const mine = new AbortController();
        asking = mine;
        question(mine.signal).then(
          (answer) => {
            if (asking === mine) answered(answer);
          },
          () => {
            if (asking === mine) failed();
          },
        );
      });
    },
    ...{ later, drop },
  };
}
