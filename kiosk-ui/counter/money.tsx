import type { SaleDraft } from '#api';
import { useScreen } from './screen-context.ts';

/** What to pay, and what to give back for the coins and notes that people hand over. */
export function Money({ total, tenders }: Pick<SaleDraft, 'total' | 'tenders'>) {
  const { words } = useScreen();
  return (
    <div class="money">
      <p class="total">
        {words.total}
        <b>{words.money(total)}</b>
      </p>
      <Change tenders={tenders} />
    </div>
  );
}

export function Change({ tenders }: Pick<SaleDraft, 'tenders'>) {
  const { words } = useScreen();
  return (
    <ul class="tenders" aria-label={words.change}>
      {tenders.map(({ given, change }) => (
        <li key={given}>{words.tender(given, change)}</li>
      ))}
    </ul>
  );
}
