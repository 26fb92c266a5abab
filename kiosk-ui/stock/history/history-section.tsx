import { useDraft, usePage } from '../page-context.ts';
import { Choice } from '../parts/entries.tsx';
import { DaysView } from './days-view.tsx';
import { ReceiptsView } from './receipts-view.tsx';
import { ReviewView } from './review-view.tsx';
import { WeeksView } from './weeks-view.tsx';

const views = ['receipts', 'days', 'weeks', 'review'] as const;

/** 紀錄: receipts, days, weeks, and what someone should look at. */
export function HistorySection() {
  const { words } = usePage();
  const [view, setView] = useDraft<(typeof views)[number]>('history-view', 'receipts');
  return (
    <>
      <div class="switch">
        <Choice
          legend={words.history.which}
          value={view}
          options={views.map((value) => ({ value, label: words.history.views[value] }))}
          onValue={setView}
        />
      </div>
      {view === 'receipts' && <ReceiptsView />}
      {view === 'days' && <DaysView />}
      {view === 'weeks' && <WeeksView />}
      {view === 'review' && <ReviewView />}
    </>
  );
}
