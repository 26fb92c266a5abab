import type { ComponentChildren } from 'preact';
import type { AnswerTo, Query } from '#api';
import type { Looked } from '../answer-to.ts';
import { usePage } from '../page-context.ts';

/** An answer of the till, or why there is none yet. */
export function LookedUp<About extends Query['about']>({
  looked,
  children,
}: {
  readonly looked: Looked<About>;
  readonly children: (answer: AnswerTo<About>) => ComponentChildren;
}) {
  const { words } = usePage();
  switch (looked.state) {
    case 'asking':
      return <p class="hint quiet-at-first">{words.asking}</p>;
    case 'refused':
      return (
        <p class="said" data-tone="refused" role="status">
          {words.refusals[looked.code]}
        </p>
      );
    case 'answered':
      return <>{children(looked.answer)}</>;
  }
}
