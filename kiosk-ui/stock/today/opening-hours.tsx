import { useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { spansKeyed, spansText } from '../keyed.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Form, TextEntry } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import type { OpenSpan } from '../terms.ts';

/** The week begins on Monday for those who plan it; the till counts from Sunday. */
const weekdaysInOrder = [1, 2, 3, 4, 5, 6, 0] as const;

/** 販售時間: the week at a glance, and a dialog to change it. */
export function OpeningHours() {
  const { words, snapshot } = usePage();
  const { hours } = words.today;
  const { openingHours } = snapshot;
  const [open, setOpen] = useState<'closed' | 'open'>('closed');
  return (
    <Block title={hours.title} aside={<Button label={words.change} onPress={() => setOpen('open')} />}>
      {openingHours ? (
        <dl class="figures">
          {weekdaysInOrder.map((weekday) => (
            <div key={weekday}>
              <dt>{words.weekdays[weekday]}</dt>
              <dd>{spansText(openingHours.week[weekday] ?? []) || hours.closed}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p class="hint">{hours.unknown}</p>
      )}
      {openingHours?.note && <p class="hint">{openingHours.note}</p>}
      {open === 'open' && <HoursDialog onClose={() => setOpen('closed')} />}
    </Block>
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
