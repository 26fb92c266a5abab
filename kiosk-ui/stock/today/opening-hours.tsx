import { useState } from 'preact/hooks';
import { weekdayOf } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { spansKeyed, spansText } from '../keyed.ts';
import { usePage } from '../page-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form, TextEntry } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import type { OpenSpan } from '../terms.ts';

/** The week begins on Monday for those who plan it; the till counts from Sunday. */
const weekdaysInOrder = [1, 2, 3, 4, 5, 6, 0] as const;

/** 販售時間: today's, and a dialog with the week. */
export function OpeningHours() {
  const { words, snapshot } = usePage();
  const { hours } = words.today;
  const { openingHours, clock } = snapshot;
  const [open, setOpen] = useState<'closed' | 'open'>('closed');
  const today = openingHours && spansText(openingHours.week[weekdayOf(clock.day)] ?? []);
  return (
    <section class="strip" aria-label={hours.title}>
      <p>
        <b>{today === null ? hours.notSet : today || hours.closed}</b>
        <span>{openingHours?.note || hours.title}</span>
      </p>
      <Button label={words.change} name={`${words.change}：${hours.title}`} onPress={() => setOpen('open')} />
      {open === 'open' && <HoursDialog onClose={() => setOpen('closed')} />}
    </section>
  );
}

function HoursDialog({ onClose }: { readonly onClose: () => void }) {
  const { words, snapshot, newId } = usePage();
  const { hours } = words.today;
  const known = snapshot.openingHours;
  const [texts, setTexts] = useState<readonly string[]>(() =>
    [0, 1, 2, 3, 4, 5, 6].map((weekday) => spansText(known?.week[weekday] ?? [])),
  );
  const [note, setNote] = useState(known?.note ?? '');
  const { said, busy, send, say } = useSending();

  const save = async () => {
    const week: OpenSpan[][] = [];
    for (const weekday of [0, 1, 2, 3, 4, 5, 6]) {
      const spans = spansKeyed(texts[weekday] ?? '');
      if (spans === null) {
        say({ tone: 'unclear', text: (w) => w.today.hours.unclear(w.weekdays[weekday] ?? '') });
        return;
      }
      week.push([...spans]);
    }
    const refusal = await send(
      { type: 'set-opening-hours', commandId: newId(), week, note: note.trim() },
      (w) => w.saved,
    );
    if (refusal === null) onClose();
  };

  return (
    <Dialog title={hours.title} onClose={onClose}>
      <Form name={hours.title} onSend={() => void save()}>
        <p class="hint">{hours.hint}</p>
        <div class="week">
          {weekdaysInOrder.map((weekday) => (
            <TextEntry
              key={weekday}
              label={words.weekdays[weekday] ?? ''}
              most={60}
              value={texts[weekday] ?? ''}
              onValue={(text) => setTexts(texts.map((other, i) => (i === weekday ? text : other)))}
            />
          ))}
          <TextEntry label={words.note} hint={hours.noteHint} value={note} onValue={setNote} />
        </div>
        <div class="answers">
          <button type="submit" class="button main" disabled={busy}>
            {words.save}
          </button>
          <SaidLine said={said} />
        </div>
      </Form>
    </Dialog>
  );
}
