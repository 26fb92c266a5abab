import { useDraft, usePage } from '../page-context.ts';
import { Choice } from '../parts/entries.tsx';
import { DaysView } from './days-view.tsx';
import { ReceiptsView } from './receipts-view.tsx';
import { ReviewView } from './review-view.tsx';

const views = ['receipts', 'days', 'review'] as const;

/** 紀錄: receipts, days, and what someone should look at. */
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
      {view === 'review' && <ReviewView />}
    </>
  );
}
