import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { grouped } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { differenceInWords, differs } from '../difference.ts';
import { useDraft, usePage } from '../page-context.ts';
import { Choice, FigureEntry, Form, TextEntry } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import { type CountReason, kinds } from '../terms.ts';
import { piecesKeyed } from './goods-in-form.tsx';

const reasons = ['routine', 'miscounted-delivery', 'lost', 'found', 'other'] as const;
/** A difference of more than a box of either kind is counted once more. */
const askAgainFrom = 50;

const empty = { counted: { adult: '', child: '' }, reason: 'routine' as CountReason, note: '' };

/** 盤點: what is on hand, as counted. */
export function CountForm() {
  const { words, snapshot, newId } = usePage();
  const { goods } = words;
  const [draft, setDraft] = useDraft('count', empty);
  const [asking, setAsking] = useState<'pieces' | 'again'>('pieces');
  const { said, busy, send } = useSending();
  const back = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (asking === 'again') back.current?.querySelector('button')?.focus();
  }, [asking]);

  const booked = { adult: snapshot.stock.adult.onHand, child: snapshot.stock.child.onHand };
  const keyed = piecesKeyed(draft.counted);
  // A kind that nobody counted stays as it is booked.
  const counted = { adult: keyed.adult ?? booked.adult, child: keyed.child ?? booked.child };
  const difference = { adult: counted.adult - booked.adult, child: counted.child - booked.child };
  const large = kinds.some((kind) => Math.abs(difference[kind]) >= askAgainFrom);
  const ready = keyed.adult !== null || keyed.child !== null;

  const setCount = async () => {
    if (!ready) return;
    if (large && asking === 'pieces') return setAsking('again');
    setAsking('pieces');
    const { reason, note } = draft;
    const refusal = await send(
      { type: 'count-stock', commandId: newId(), booked, counted, reason, note: note.trim() },
      (w) => w.goods.countSet,
    );
    if (refusal === null) setDraft(empty);
  };

  return (
    <Form name={goods.forms.count} onSend={() => void setCount()}>
      <table class="table entry-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{goods.bookedStock}</th>
            <th scope="col">{goods.counted}</th>
            <th scope="col">{goods.difference}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{words.kinds[kind]}</th>
              <td class="booked">{grouped(booked[kind])}</td>
              <td>
                <FigureEntry
                  label={`${words.kinds[kind]} ${goods.counted}`}
                  value={draft.counted[kind]}
                  onValue={(text) => {
                    setAsking('pieces');
                    setDraft({ ...draft, counted: { ...draft.counted, [kind]: text } });
                  }}
                />
              </td>
              <td
                class="difference"
                aria-live="polite"
                data-differs={differs(keyed[kind], booked[kind]) ? '' : undefined}
              >
                {differenceInWords(
                  { same: goods.matches, more: goods.more, fewer: goods.fewer },
                  keyed[kind],
                  booked[kind],
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Choice
        legend={goods.reason}
        value={draft.reason}
        options={reasons.map((value) => ({ value, label: goods.reasons[value] }))}
        onValue={(reason) => setDraft({ ...draft, reason })}
      />
      <TextEntry
        label={words.note}
        hint={words.optional}
        value={draft.note}
        onValue={(note) => setDraft({ ...draft, note })}
      />
      {asking === 'again' && (
        <p class="question" role="alert">
          {goods.reallyCount(difference)}
        </p>
      )}
      <div class="answers" ref={back}>
        {asking === 'again' && <Button label={words.back} onPress={() => setAsking('pieces')} />}
        <button type="submit" class="button main" disabled={busy || !ready}>
          {goods.setCount}
        </button>
        <SaidLine said={said} />
      </div>
    </Form>
  );
}
