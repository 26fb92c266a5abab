import { useEffect, useRef, useState } from 'preact/hooks';
import { type AnswerKeeper, type Asked, createAnswerKeeper, type Kept } from './answer-keeper.ts';
import { ask } from './ask.ts';
import { later } from './later.ts';
import { usePage } from './page-context.ts';

/**
 * What the centre says at a path. It is asked anew when the path is another, when `again` was called, when the line is
 * back, and when `about` is another: a value that changes with what the answer is about.
 */
export function useAnswer<T>(
  path: string,
  about: string | number = '',
): { readonly asked: Asked<T>; readonly again: () => void } {
  const { state } = usePage();
  const [kept, setKept] = useState<Kept<T>>({ path, asked: { stage: 'asking' } });
  const keeper = useRef<AnswerKeeper | null>(null);
  const news = `${state.news.line} ${about}`;
  const known = useRef(news);
  useEffect(() => {
    keeper.current = createAnswerKeeper<T>({ ask: (at) => ask<T>('GET', at), show: setKept, after: later });
    return () => keeper.current?.end();
  }, []);
  useEffect(() => keeper.current?.want(path), [path]);
  useEffect(() => {
    if (known.current !== news) keeper.current?.news();
    known.current = news;
  }, [news]);
  return {
    // An answer to another path is none to this one.
    asked: kept.path === path ? kept.asked : { stage: 'asking' },
    again: () => keeper.current?.again(),
  };
}
