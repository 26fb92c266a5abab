import { useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';
import { SaidLine } from '../parts/said-line.tsx';
import type { Said } from '../sending.ts';
import type { Day } from '../terms.ts';

/** The same days as a table for a spreadsheet: a line a day, or a line a card that bought. */
export function CsvButtons({ from, until }: { readonly from: Day; readonly until: Day }) {
  const { words, snapshot, saveReport } = usePage();
  const { history } = words;
  const [said, say] = useState<Said | null>(null);
  const save = async (report: 'days' | 'sales') => {
    say(null);
    const name = `${report}-${snapshot.outlet.code}-${from}-${until}.csv`;
    const outcome = await saveReport(`/reports/${report}.csv?from=${from}&until=${until}`, name);
    const tone = outcome === 'saved' ? 'done' : 'unclear';
    const sentence = { saved: 'reportSaved', refused: 'reportRefused', lost: 'reportLost' } as const;
    say({ tone, text: (w) => w.dayClose[sentence[outcome]] });
  };
  return (
    <div class="answers">
      {said && <SaidLine said={said} />}
      <Button label={history.csvDays} onPress={() => void save('days')} />
      <Button label={history.csvReceipts} onPress={() => void save('sales')} />
    </div>
  );
}
