import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { usePage } from './page-context.ts';
import { useAnswer } from './use-answer.ts';

interface MoreRowsProps<Page> {
  /** With a query, to which the place is added. */
  readonly path: string;
  /** Where the page before ended; `null`: that was the last. */
  readonly next: string | null;
  readonly about?: string | number;
  readonly columns: number;
  readonly rows: (page: Page) => ComponentChildren;
}

/** The end of a table that the centre gives page by page: a button for the next page, or that page and what follows it. */
export function MoreRows<Page extends { readonly next: string | null }>(props: MoreRowsProps<Page>) {
  const { next, columns } = props;
  const { words } = usePage();
  const [wanted, setWanted] = useState<'yes' | 'no'>('no');
  if (next === null) return null;
  if (wanted === 'yes') return <NextPage {...props} next={next} />;
  return (
    <tbody class="more">
      <tr>
        <td colSpan={columns}>
          <Button label={words.more} onPress={() => setWanted('yes')} />
        </td>
      </tr>
    </tbody>
  );
}

function NextPage<Page extends { readonly next: string | null }>(
  props: MoreRowsProps<Page> & { readonly next: string },
) {
  const { path, next, about, columns, rows } = props;
  const { words } = usePage();
  const { asked, again } = useAnswer<Page>(`${path}&after=${encodeURIComponent(next)}`, about);
  if (asked.stage === 'answered') {
    return (
      <>
        <tbody>{rows(asked.answer)}</tbody>
        <MoreRows {...props} next={asked.answer.next} />
      </>
    );
  }
  return (
    <tbody class="more">
      <tr>
        <td colSpan={columns}>
          {asked.stage === 'asking' ? (
            <p class="hint quiet-at-first">{words.asking}</p>
          ) : (
            <div class="answers">
              <p class="said" data-tone="refused" role="alert">
                {words.refusal(asked.refused.refused, asked.refused.detail)}
              </p>
              <Button label={words.again} onPress={again} />
            </div>
          )}
        </td>
      </tr>
    </tbody>
  );
}
