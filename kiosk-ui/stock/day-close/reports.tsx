import { useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { dayAfter } from '../days.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { RangeEntries } from '../parts/range-entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { type KeyedRange, rangeOf } from '../range.ts';
import type { Said } from '../sending.ts';

/** 匯出報表: what the day books say, for a spreadsheet. */
export function Reports() {
  const { snapshot, words, saveReport } = usePage();
  const { dayClose } = words;
  const { day: today } = snapshot.clock;
  const [keyed, setKeyed] = useState<KeyedRange>({ from: dayAfter(today, -29), until: today });
  const [said, say] = useState<Said | null>(null);
  const range = rangeOf(keyed, 'any');

  const save = async (report: 'days' | 'sales') => {
    if (!range.ready) return;
    const { from, until } = range;
    say(null);
    const path = `/reports/${report}.csv?from=${from}&until=${until}`;
    const outcome = await saveReport(path, `${report}-${snapshot.outlet.code}-${from}-${until}.csv`);
    const tone = outcome === 'saved' ? 'done' : 'unclear';
    const sentence = { saved: 'reportSaved', refused: 'reportRefused', lost: 'reportLost' } as const;
    say({ tone, text: (w) => w.dayClose[sentence[outcome]] });
  };

  return (
    <Block title={dayClose.report}>
      <div class="form">
        <div class="stack">
          <RangeEntries keyed={keyed} range={range} onKeyed={setKeyed} />
        </div>
        <div class="answers">
          <Button label={dayClose.daysReport} disabled={!range.ready} onPress={() => void save('days')} />
          <Button label={dayClose.salesReport} disabled={!range.ready} onPress={() => void save('sales')} />
        </div>
        {said ? <SaidLine said={said} /> : <p class="hint">{dayClose.reportHint}</p>}
      </div>
    </Block>
  );
}
