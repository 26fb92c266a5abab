import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';

/** A long list is drawn page by page, so that the first of it is there at once; a button draws the next page. */
export function Pages<T>({
  of: all,
  size,
  children,
}: {
  readonly of: readonly T[];
  readonly size: number;
  readonly children: (shown: readonly T[]) => ComponentChildren;
}) {
  const { words } = usePage();
  const [pages, setPages] = useState(1);
  const left = all.length - pages * size;
  return (
    <>
      {children(all.slice(0, pages * size))}
      {left > 0 && (
        <div class="answers">
          <Button label={words.showMore(Math.min(left, size))} onPress={() => setPages(pages + 1)} />
          <p class="hint">{words.notShown(left)}</p>
        </div>
      )}
    </>
  );
}
