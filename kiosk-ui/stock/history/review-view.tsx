import { useState } from 'preact/hooks';
import type { AnswerTo, Query } from '#api';
import { Button } from '../../look/button.tsx';
import { useAnswer } from '../answer-to.ts';
import { dayAfter } from '../days.ts';
import { useDraft, usePage } from '../page-context.ts';
import { Choice } from '../parts/entries.tsx';
import { LookedUp } from '../parts/looked-up.tsx';
import { RangeEntries } from '../parts/range-entries.tsx';
import { type KeyedRange, rangeOf } from '../range.ts';
import { ReceiptTable } from './receipt-table.tsx';

type Of = Extract<Query, { about: 'review' }>['of'];
const whats = ['open', 'days'] as const;

/** 待複核: sales that were keyed in, came from paper, or stand against the rules, until a manager signs them off. */
export function ReviewView() {
  const { words, snapshot } = usePage();
  const { history } = words;
  const { day: today } = snapshot.clock;
  const [draft, setDraft] = useDraft<KeyedRange & { what: Of['what'] }>('review', {
    ...{ what: 'open', from: dayAfter(today, -13), until: today },
  });
  const range = rangeOf(draft, 'any');
  const of = ofDraft(draft.what, range);
  return (
    <>
      <div class="search review">
        <Choice
          legend={history.reviewOf}
          value={draft.what}
          options={whats.map((value) => ({ value, label: history.reviewOfs[value] }))}
          onValue={(what) => setDraft({ ...draft, what })}
        />
        {draft.what === 'days' && (
          <RangeEntries
            keyed={draft}
            range={range}
            onKeyed={({ from, until }) => setDraft({ ...draft, from, until })}
          />
        )}
      </div>
      {of && <Reviewed key={JSON.stringify(of)} of={of} />}
    </>
  );
}

function ofDraft(what: Of['what'], range: ReturnType<typeof rangeOf>): Of | null {
  if (what === 'open') return { what };
  return range.ready ? { what, from: range.from, until: range.until } : null;
}

/** Page by page, as the till gives them; what is signed off leaves its page by itself. */
function Reviewed({ of }: { readonly of: Of }) {
  const [pasts, setPasts] = useState<readonly number[]>([]);
  const looked = useAnswer({ about: 'review', of, past: pasts.at(-1) ?? null });
  return (
    <LookedUp looked={looked}>
      {(answer) => (
        <ReviewPage
          answer={answer}
          none={of.what}
          onBack={pasts.length === 0 ? null : () => setPasts(pasts.slice(0, -1))}
          onNext={(next) => setPasts([...pasts, next])}
        />
      )}
    </LookedUp>
  );
}

interface ReviewPageProps {
  readonly answer: AnswerTo<'review'>;
  readonly none: Of['what'];
  readonly onBack: (() => void) | null;
  readonly onNext: (next: number) => void;
}

function ReviewPage({ answer: { receipts, next }, none, onBack, onNext }: ReviewPageProps) {
  const { words } = usePage();
  const { history } = words;
  return (
    <>
      {receipts.length === 0 ? (
        <p class="hint">{history.noReview[none]}</p>
      ) : (
        <ReceiptTable receipts={receipts} />
      )}
      {(onBack || next !== null) && (
        <div class="answers">
          {onBack && <Button label={history.pageBefore} onPress={onBack} />}
          {next !== null && <Button label={history.pageNext} onPress={() => onNext(next)} />}
        </div>
      )}
    </>
  );
}
