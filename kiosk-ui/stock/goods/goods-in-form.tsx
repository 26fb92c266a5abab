import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { differenceInWords } from '../difference.ts';
import { wholeNumber } from '../keyed.ts';
import { useDraft, usePage } from '../page-context.ts';
import { Choice, FigureEntry, Form, TextEntry } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import { type Delivery, type Kind, kinds } from '../terms.ts';
import { AnnouncedDeliveries } from './announced-deliveries.tsx';

/** More than ten days' allotment of a whole outlet is likelier a slip of the finger than a delivery. */
export const askAgainAbove = 2_000;

const empty = {
  received: { adult: '', child: '' },
  expected: { adult: '', child: '' },
  deliveryId: null as Delivery['deliveryId'] | null,
  onSale: 'next' as 'next' | 'today',
  note: '',
};
type Draft = typeof empty;

/** 進貨: received against expected, and the day from which it may be sold. */
export function GoodsInForm() {
  const { words, snapshot, newId } = usePage();
  const { goods } = words;
  const [draft, setDraft] = useDraft<Draft>('goods-in', empty);
  const [asking, setAsking] = useState<'pieces' | 'again'>('pieces');
  const { said, busy, send } = useSending();
  const back = useRef<HTMLDivElement>(null);
  // A large number is booked by Tab and Enter, so that a second Enter by habit does not; the focus
  // has to be there before that second key is.
  useLayoutEffect(() => {
    if (asking === 'again') back.current?.querySelector('button')?.focus();
  }, [asking]);

  // Somebody else may have booked it in the meantime; what was keyed in stays.
  const delivery = snapshot.deliveries.find(({ deliveryId }) => deliveryId === draft.deliveryId) ?? null;
  const take = (next: Delivery | null) => {
    const { adult, child } = next?.pieces ?? {};
    const expected = { adult: String(adult ?? ''), child: String(child ?? '') };
    setDraft({ ...draft, deliveryId: next?.deliveryId ?? null, expected, onSale: 'next' });
    // What was announced is known; what arrived is to be counted.
    back.current?.closest('form')?.querySelector<HTMLElement>('[name="received-adult"]')?.focus();
  };

  const onSaleFrom = delivery?.onSaleFrom ?? snapshot.nextSellingDay;
  const received = piecesKeyed(draft.received);
  const expected = piecesKeyed(draft.expected);
  const sum = (received.adult ?? 0) + (received.child ?? 0);

  const book = async () => {
    if (sum === 0) return;
    if (sum > askAgainAbove && asking === 'pieces') return setAsking('again');
    setAsking('pieces');
    const pieces = { adult: received.adult ?? 0, child: received.child ?? 0 };
    const { day } = snapshot.clock;
    const announced = expected.adult !== null || expected.child !== null;
    const refusal = await send(
      {
        type: 'goods-in',
        commandId: newId(),
        ...pieces,
        onSaleFrom: draft.onSale === 'today' ? day : null,
        expected: announced && !delivery ? { adult: expected.adult ?? 0, child: expected.child ?? 0 } : null,
        ...(delivery && { deliveryId: delivery.deliveryId }),
        note: draft.note.trim(),
      },
      (w) => w.goods.booked(pieces, draft.onSale === 'today' ? day : onSaleFrom),
    );
    if (refusal === null) setDraft(empty);
  };

  return (
    <Form name={goods.forms['goods-in']} onSend={() => void book()}>
      <AnnouncedDeliveries chosen={delivery} onChoose={take} />
      <table class="table entry-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{goods.expected}</th>
            <th scope="col">{goods.received}</th>
            <th scope="col">{goods.difference}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{words.kinds[kind]}</th>
              {(['expected', 'received'] as const).map((which) => (
                <td key={which}>
                  <FigureEntry
                    label={`${words.kinds[kind]} ${goods[which]}`}
                    name={`${which}-${kind}`}
                    fixed={which === 'expected' && delivery !== null}
                    hint={which === 'expected' ? words.optional : ''}
                    value={draft[which][kind]}
                    onValue={(text) => {
                      setAsking('pieces');
                      setDraft({ ...draft, [which]: { ...draft[which], [kind]: text } });
                    }}
                  />
                </td>
              ))}
              <td class="difference" aria-live="polite">
                {differenceInWords(
                  { same: goods.asExpected, more: goods.more, fewer: goods.fewer },
                  received[kind],
                  expected[kind],
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="pair">
        <div>
          <Choice
            legend={goods.onSale}
            value={draft.onSale}
            options={[
              {
                value: 'next',
                label: delivery ? goods.asAnnounced(onSaleFrom) : goods.nextSellingDay(onSaleFrom),
              },
              { value: 'today', label: goods.todayAtOnce },
            ]}
            onValue={(onSale) => setDraft({ ...draft, onSale })}
          />
          <p class="hint">{goods.onSaleHint}</p>
        </div>
        <TextEntry
          label={words.note}
          hint={words.optional}
          value={draft.note}
          onValue={(note) => setDraft({ ...draft, note })}
        />
      </div>
      {asking === 'again' && (
        <p class="question" role="alert">
          {goods.really({ adult: received.adult ?? 0, child: received.child ?? 0 })}
        </p>
      )}
      <div class="answers" ref={back}>
        {asking === 'again' && <Button label={words.back} onPress={() => setAsking('pieces')} />}
        <button type="submit" class="button main" disabled={busy || sum === 0}>
          {asking === 'again' ? goods.bookReally : goods.book}
        </button>
        <SaidLine said={said} />
      </div>
    </Form>
  );
}

export const piecesKeyed = (texts: Readonly<Record<Kind, string>>): Record<Kind, number | null> => ({
  adult: wholeNumber(texts.adult),
  child: wholeNumber(texts.child),
});
