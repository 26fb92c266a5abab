import type { Tender } from '../wall.ts';
import { useScreen } from './screen-context.ts';

interface ToPay {
  readonly total: number;
  readonly tenders: readonly Tender[];
}

/** What to pay, and what to give back for the coins and notes that people hand over. */
export function Money({ total, tenders }: ToPay) {
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

export function Change({ tenders }: Pick<ToPay, 'tenders'>) {
  const { words } = useScreen();
  return (
    <ul class="tenders" aria-label={words.change}>
      {tenders.map(({ given, change }) => (
        <li key={given}>{words.tender(given, change)}</li>
      ))}
    </ul>
  );
}
