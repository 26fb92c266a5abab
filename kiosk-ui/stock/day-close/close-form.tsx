import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { grouped } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { differenceInWords, differs } from '../difference.ts';
import { wholeNumber } from '../keyed.ts';
import { useDraft, usePage } from '../page-context.ts';
import { FigureEntry, Form, TextEntry, Tick } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import type { Day, DayFigures, PiecesByKind } from '../terms.ts';

export interface CloseFormProps {
  readonly day: Day;
  readonly figures: DayFigures;
  readonly bookedStock: PiecesByKind;
}

const empty = { cash: '', adult: '', child: '', note: '' };

/**
 * Counted against booked, then the close. It takes two keys, the space bar to say that someone has looked and Enter to
 * close: one key pressed twice by habit must not hand in a day.
 */
export function CloseForm({ day, figures, bookedStock }: CloseFormProps) {
  const { words, newId } = usePage();
  const { dayClose } = words;
  const [draft, setDraft] = useDraft(`close-${day}`, empty);
  const [step, setStep] = useState<'count' | 'check' | 'checked'>('count');
  const { said, busy, send, say } = useSending();
  const check = useRef<HTMLDivElement>(null);
  const checking = step !== 'count';
  useLayoutEffect(() => {
    if (checking) check.current?.querySelector('input')?.focus();
  }, [checking]);

  const rows = [
    { name: 'cash', label: dayClose.cash, booked: figures.toRemit, counted: wholeNumber(draft.cash) },
    { name: 'adult', label: words.kinds.adult, booked: bookedStock.adult, counted: wholeNumber(draft.adult) },
    { name: 'child', label: words.kinds.child, booked: bookedStock.child, counted: wholeNumber(draft.child) },
  ] as const;
  const pieceWords = { same: dayClose.matches, more: dayClose.more, fewer: dayClose.fewer };
  const cashWords = { same: dayClose.matches, more: dayClose.cashMore, fewer: dayClose.cashLess };

  const close = async () => {
    const [cash, adult, child] = rows.map(({ counted }) => counted);
    if (cash == null || adult == null || child == null) {
      return say({ tone: 'unclear', text: (w) => w.dayClose.unclear });
    }
    if (step === 'count') {
      say(null);
      return setStep('check');
    }
    if (step === 'check') return say({ tone: 'unclear', text: (w) => w.dayClose.tickFirst });
    const refusal = await send(
      {
        type: 'close-day',
        commandId: newId(),
        day,
        countedCash: cash,
        countedStock: { adult, child },
        note: draft.note.trim(),
      },
      (w) => w.dayClose.closed(day),
    );
    setStep('count');
    if (refusal === null) setDraft(empty);
  };

  return (
    <Form name={dayClose.counting} onSend={() => void close()}>
      <table class="table entry-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{dayClose.booked}</th>
            <th scope="col">{dayClose.counted}</th>
            <th scope="col">{dayClose.difference}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, label, booked, counted }) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              <td class="booked">{grouped(booked)}</td>
              <td>
                <FigureEntry
                  label={`${label} ${dayClose.counted}`}
                  most={7}
                  value={draft[name]}
                  onValue={(text) => {
                    setStep('count');
                    setDraft({ ...draft, [name]: text });
                  }}
                />
              </td>
              <td
                class="difference"
                aria-live="polite"
                data-differs={differs(counted, booked) ? '' : undefined}
              >
                {differenceInWords(name === 'cash' ? cashWords : pieceWords, counted, booked)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <TextEntry
        label={words.note}
        hint={words.optional}
        value={draft.note}
        onValue={(note) => setDraft({ ...draft, note })}
      />
      {checking && (
        <div class="check" ref={check}>
          <p>
            <b>{dayClose.review(day)}</b>
            {rows.every(({ booked, counted }) => booked === counted) && <span>{dayClose.allMatches}</span>}
          </p>
          <Tick
            label={dayClose.checked}
            ticked={step === 'checked'}
            onTick={(ticked) => setStep(ticked ? 'checked' : 'check')}
          />
        </div>
      )}
      <div class="answers">
        {checking && <Button label={words.back} onPress={() => setStep('count')} />}
        <button type="submit" class="button main" disabled={busy}>
          {checking ? dayClose.closeIt : dayClose.toReview}
        </button>
        <SaidLine said={said} />
      </div>
    </Form>
  );
}
