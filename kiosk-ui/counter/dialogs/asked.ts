import { useEffect, useState } from 'preact/hooks';
import type { Query } from '#api';
import type { Asked } from '../../link/asking.ts';
import { useScreen } from '../screen-context.ts';

/**
 * The till's answer to a question, asked again whenever the question or `again` changes. `null` until the first answer;
 * afterwards the last one stands until the next has come, so that a list does not blink while somebody types.
 */
export function useAsked<Q extends Query>(query: Q | null, again: unknown): Asked<Q['about']> | null {
  const { till } = useScreen();
  const [answer, setAnswer] = useState<Asked<Q['about']> | null>(null);
  const question = JSON.stringify(query);
  useEffect(() => {
    if (query === null) return setAnswer(null);
    let awaited = true;
    void till.ask(query).then((asked) => {
      if (awaited) setAnswer(asked);
    });
    return () => {
      awaited = false;
    };
  }, [question, again]);
  return answer;
}
