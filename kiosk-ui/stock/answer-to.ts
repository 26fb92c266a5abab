import { useEffect, useReducer, useRef } from 'preact/hooks';
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
  const { answers, snapshot } = usePage();
  const last = useRef<{ readonly to: string; readonly is: Looked<Q['about']> } | null>(null);
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const to = JSON.stringify(query);
  const kept = query && answers.kept(query);
  if (kept) last.current = { to, is: { state: 'answered', answer: kept } };
  useEffect(() => {
    if (query === null || answers.kept(query)) return;
    let wanted = true;
    void answers.ask(query).then((asked) => {
      if (!wanted) return;
      const is: Looked<Q['about']> = asked.ok
        ? { state: 'answered', answer: asked.answer }
        : { state: 'refused', code: asked.code };
      last.current = { to, is };
      redraw(undefined);
    });
    return () => {
      wanted = false;
    };
  }, [to, snapshot.revision]);
  return last.current?.to === to ? last.current.is : { state: 'asking' };
}
