import { useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { dayAfter, dayKeyed } from '../days.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { DayEntry } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import type { Said } from '../sending.ts';

/** 匯出報表: what the day books say, for a spreadsheet. */
export function Reports() {
  const { words, snapshot, saveReport } = usePage();
  const { dayClose } = words;
  const { day: today } = snapshot.clock;
  const [from, setFrom] = useState<string>(dayAfter(today, -29));
  const [until, setUntil] = useState<string>(today);
  const [said, say] = useState<Said | null>(null);
  const range = { from: dayKeyed(from), until: dayKeyed(until) };
  const ready = range.from !== null && range.until !== null && range.from <= range.until;

  const save = async (report: 'days' | 'sales') => {
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
          <DayEntry label={words.from} until={until} value={from} onValue={setFrom} />
          <DayEntry label={words.until} from={from} until={today} value={until} onValue={setUntil} />
        </div>
        <div class="answers">
          <Button label={dayClose.daysReport} disabled={!ready} onPress={() => void save('days')} />
          <Button label={dayClose.salesReport} disabled={!ready} onPress={() => void save('sales')} />
        </div>
        {said ? <SaidLine said={said} /> : <p class="hint">{dayClose.reportHint}</p>}
      </div>
    </Block>
  );
}
