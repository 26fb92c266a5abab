import { useEffect, useState } from 'preact/hooks';
import type { AnswerTo, Query } from '#api';
import type { AskRefusal } from '../link/asking.ts';
import { usePage } from './page-context.ts';

export type Looked<About extends Query['about']> =
  | { readonly state: 'asking' }
  | { readonly state: 'refused'; readonly code: AskRefusal }
  | { readonly state: 'answered'; readonly answer: AnswerTo<About> };

/**
 * The till's newest answer to a question: asked again when the question changes and whenever the till says that
 * something has changed, so that a list is never older than the figures beside it. What was answered stays until then.
 */
export function useAnswer<Q extends Query>(query: Q | null): Looked<Q['about']> {
  const { ask, snapshot } = usePage();
  const [looked, setLooked] = useState<{ readonly to: string; readonly is: Looked<Q['about']> } | null>(null);
  const to = JSON.stringify(query);
  useEffect(() => {
    if (query === null) return;
    let wanted = true;
    void ask(query).then((asked) => {
      if (!wanted) return;
      const is: Looked<Q['about']> = asked.ok
        ? { state: 'answered', answer: asked.answer }
        : { state: 'refused', code: asked.code };
      setLooked({ to, is });
    });
    return () => {
      wanted = false;
    };
  }, [to, snapshot.revision]);
  return looked?.to === to ? looked.is : { state: 'asking' };
}
