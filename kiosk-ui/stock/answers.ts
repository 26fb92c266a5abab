import type { AnswerTo, Query } from '#api';
import type { Asked, Asking } from '../link/asking.ts';

/**
 * What the till has answered since something changed last: whoever comes back to a section finds it drawn, and two
 * parts with the same question ask once.
 */
export interface Answers {
  /** The answer to a question as long as nothing has changed since it was given. */
  kept<Q extends Query>(query: Q): AnswerTo<Q['about']> | null;
  ask<Q extends Query>(query: Q): Promise<Asked<Q['about']>>;
  /** Something has changed, or somebody else asks: what was answered is not to be relied on any more. */
  forget(): void;
}

export function createAnswers({ ask }: Asking): Answers {
  let given = new Map<string, AnswerTo<Query['about']>>();
  let open = new Map<string, Promise<Asked<Query['about']>>>();
  return {
    kept: <Q extends Query>(query: Q) =>
      (given.get(JSON.stringify(query)) as AnswerTo<Q['about']> | undefined) ?? null,
    ask<Q extends Query>(query: Q) {
      const question = JSON.stringify(query);
      const asked = open.get(question);
      if (asked) return asked as Promise<Asked<Q['about']>>;
      // An answer that comes after the next change is not kept: these are the maps of its own time.
      const [givenNow, openNow] = [given, open];
      const answered = ask(query).then((reply) => {
        openNow.delete(question);
        if (reply.ok) givenNow.set(question, reply.answer);
        return reply;
      });
      openNow.set(question, answered);
      return answered;
    },
    forget() {
      given = new Map();
      open = new Map();
    },
  };
}
