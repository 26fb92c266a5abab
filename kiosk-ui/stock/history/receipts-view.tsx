import { useState } from 'preact/hooks';
import type { Query } from '#api';
import { useAnswer } from '../answer-to.ts';
import { dayKeyed, instantAt } from '../days.ts';
import { clockKeyed, halfWidth } from '../keyed.ts';
import { useDraft, usePage } from '../page-context.ts';
import { DayEntry, Form, TextEntry } from '../parts/entries.tsx';
import { LookedUp } from '../parts/looked-up.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import type { Said } from '../sending.ts';
import type { Clock } from '../terms.ts';
import { ReceiptTable } from './receipt-table.tsx';

type ReceiptQuery = Extract<Query, { about: 'receipts' }>;

/** Receipts by number, or by the time of a day; today's are there without asking. */
export function ReceiptsView() {
  const { words, snapshot } = usePage();
  const { history } = words;
  const [draft, setDraft] = useDraft('receipts', {
    number: '',
    day: String(snapshot.clock.day),
    from: '',
    until: '',
  });
  const [query, setQuery] = useState<ReceiptQuery>(() => ofDay(snapshot.clock.day, null, null));
  const [said, say] = useState<Said | null>(null);
  const looked = useAnswer(query);

  const search = () => {
    say(null);
    const number = halfWidth(draft.number).trim();
    if (number !== '') return setQuery({ about: 'receipts', by: { what: 'number', text: number } });
    const day = dayKeyed(draft.day);
    const from = draft.from === '' ? null : clockKeyed(draft.from);
    const until = draft.until === '' ? null : clockKeyed(draft.until);
    const unclear = (draft.from !== '' && !from) || (draft.until !== '' && !until);
    if (!day || unclear || (from && until && from >= until)) {
      return say({ tone: 'unclear', text: (w) => w.history.unclearTimes });
    }
    setQuery(ofDay(day, from, until));
  };

  return (
    <>
      <Form name={history.views.receipts} onSend={search}>
        <div class="search">
          <TextEntry
            label={history.number}
            hint={history.numberHint}
            most={32}
            value={draft.number}
            onValue={(number) => setDraft({ ...draft, number })}
          />
          <DayEntry
            label={history.day}
            until={snapshot.clock.day}
            value={draft.day}
            onValue={(day) => setDraft({ ...draft, day, number: '' })}
          />
          {(['from', 'until'] as const).map((end) => (
            <TextEntry
              key={end}
              label={words[end]}
              hint={end === 'from' ? '0800' : '1200'}
              most={5}
              value={draft[end]}
              onValue={(time) => setDraft({ ...draft, [end]: time, number: '' })}
            />
          ))}
          <button type="submit" class="button main">
            {words.show}
          </button>
        </div>
        {said && <SaidLine said={said} />}
      </Form>
      <LookedUp looked={looked}>
        {({ receipts }) =>
          receipts.length === 0 ? (
            <p class="hint">{history.noReceipts}</p>
          ) : (
            <ReceiptTable receipts={receipts} />
          )
        }
      </LookedUp>
    </>
  );
}

function ofDay(day: NonNullable<ReturnType<typeof dayKeyed>>, from: Clock | null, until: Clock | null) {
  const end = until ? instantAt(day, until) : instantAt(day, '23:59' as Clock);
  const by = { what: 'time', from: instantAt(day, from ?? ('00:00' as Clock)), until: end } as const;
  return { about: 'receipts', by: { ...by, until: (end + 59_999) as typeof end } } as const;
}
