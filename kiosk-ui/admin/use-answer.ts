import { useEffect, useState } from 'preact/hooks';
import { type Answer, ask, isRefused, type Refused } from './ask.ts';

export type Asked<T> =
  | { readonly stage: 'asking' }
  | { readonly stage: 'refused'; readonly refused: Refused }
  | { readonly stage: 'answered'; readonly answer: T };

/** What the centre says at a path, asked anew when the path is another or `again` was called. */
export function useAnswer<T>(path: string): { asked: Asked<T>; again: () => void } {
  const [asked, setAsked] = useState<Asked<T>>({ stage: 'asking' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted: 'still' | 'no' = 'still';
    ask<T>('GET', path).then((answer: Answer<T>) => {
      if (wanted === 'no') return;
      setAsked(
        isRefused(answer)
          ? { stage: 'refused', refused: answer }
          : { stage: 'answered', answer: answer.done },
      );
    });
    return () => {
      wanted = 'no';
    };
  }, [path, round]);
  return { asked, again: () => setRound((before) => before + 1) };
}
