import { type DisplayWords, displayZh } from './display-words.ts';

/** One sentence in Chinese, and beneath it in the second language if there is one. */
export function Said(props: {
  readonly by: (words: DisplayWords) => string;
  readonly second: DisplayWords | null;
  readonly level: 'h1' | 'p';
}) {
  const { by, second, level: Level } = props;
  return (
    <div class="sentence">
      <Level>{by(displayZh)}</Level>
      {second && <p lang={second.lang}>{by(second)}</p>}
    </div>
  );
}
