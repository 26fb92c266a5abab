import { useAnswer } from '../answer-to.ts';
import { dayAfter, dayKeyed } from '../days.ts';
import { useDraft, usePage } from '../page-context.ts';
import { DayEntry } from '../parts/entries.tsx';
import { LookedUp } from '../parts/looked-up.tsx';
import { ReceiptTable } from './receipt-table.tsx';

/** 待複核: sales that were keyed in, came from paper, or stand against the rules. */
export function ReviewView() {
  const { words, snapshot } = usePage();
  const { day: today } = snapshot.clock;
  const [draft, setDraft] = useDraft<{ from: string; until: string }>('review', {
    from: dayAfter(today, -13),
    until: today,
  });
  const from = dayKeyed(draft.from);
  const until = dayKeyed(draft.until);
  const ready = from !== null && until !== null && from <= until;
  const looked = useAnswer(ready ? { about: 'review', from, until } : null);
  return (
    <>
      <div class="search range">
        <DayEntry
          label={words.from}
          until={draft.until}
          value={draft.from}
          onValue={(value) => setDraft({ ...draft, from: value })}
        />
        <DayEntry
          label={words.until}
          from={draft.from}
          until={today}
          value={draft.until}
          onValue={(value) => setDraft({ ...draft, until: value })}
        />
      </div>
      {ready && (
        <LookedUp looked={looked}>
          {({ receipts }) =>
            receipts.length === 0 ? (
              <p class="hint">{words.history.noReview}</p>
            ) : (
              <ReceiptTable receipts={receipts} />
            )
          }
        </LookedUp>
      )}
    </>
  );
}
