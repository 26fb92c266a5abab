import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CounterSnapshot, DeliveryView } from '#api';
import type { MaskKind } from '../../wall.ts';
import { useScreen } from '../screen-context.ts';
import { Announced } from './announced.tsx';
import { Choice } from './choice.tsx';
import { Dialog } from './dialog.tsx';
import { NoteEntry } from './note-entry.tsx';
import { wholeNumber } from './whole-number.ts';

// Ten days' allotment of a whole outlet: more than this is likelier a slip of the finger than a delivery.
const askAgainAbove = 2000;
const mostAtOnce = 20_000;

const kinds = ['adult', 'child'] as const;
type Keyed = Readonly<Record<MaskKind, string>>;
const nothing: Keyed = { adult: '', child: '' };
const numbers = ({ adult, child }: Keyed) => ({ adult: Number(adult), child: Number(child) });

/** 進貨: what was announced, what arrived, and from when it is on sale. */
export function GoodsInDialog({ snapshot }: { readonly snapshot: CounterSnapshot }) {
  const { words, state, perform } = useScreen();
  const { deliveries } = snapshot;
  const [received, setReceived] = useState(nothing);
  const [expected, setExpected] = useState(nothing);
  const [onSale, setOnSale] = useState<'next' | 'today'>('next');
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState<DeliveryView['deliveryId'] | null>(null);
  const [asking, setAsking] = useState<'pieces' | 'again'>('pieces');
  const form = useRef<HTMLFormElement>(null);
  // A large number is booked by Tab and Enter, so that a second Enter by habit does not, however quick it comes.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[data-first]')?.focus(), [asking]);
  const { adult, child } = numbers(received);
  const delivery = deliveries.find(({ deliveryId }) => deliveryId === chosen) ?? null;
  const take = (next: DeliveryView | null) => {
    setChosen(next?.deliveryId ?? null);
    setExpected(next ? { adult: String(next.pieces.adult), child: String(next.pieces.child) } : nothing);
    // What was announced is known; what arrived is to be counted.
    form.current?.querySelector<HTMLElement>('[data-received]')?.focus();
  };
  const takeNext = () => {
    const after = deliveries.findIndex(({ deliveryId }) => deliveryId === chosen) + 1;
    take(deliveries[after % deliveries.length] ?? null);
  };
  const announced = expected.adult !== '' || expected.child !== '';
  const ready = adult + child > 0 && state.connection === 'online' && state.awaiting !== 'goods-in';
  const book = () => {
    if (!ready) return;
    if (adult + child > askAgainAbove && asking === 'pieces') return setAsking('again');
    perform({
      want: 'order',
      order: {
        type: 'goods-in',
        adult,
        child,
        onSaleFrom: onSale === 'today' ? snapshot.clock.day : null,
        expected: announced && !delivery ? numbers(expected) : null,
        ...(delivery && { deliveryId: delivery.deliveryId }),
        note: note.trim(),
      },
    });
  };
  const { goodsIn } = words;
  return (
    <Dialog
      title={words.keys.goodsIn}
      onKey={(key) => {
        const takes = key === 'F4' && deliveries.length > 0 && asking === 'pieces';
        if (takes) takeNext();
        return takes;
      }}
    >
      <form
        ref={form}
        class="goods-in"
        onSubmit={(event) => {
          event.preventDefault();
          book();
        }}
      >
        {asking === 'pieces' ? (
          <>
            <Announced deliveries={deliveries} chosen={delivery} onChoose={take} />
            <table>
              <thead>
                <tr>
                  <td />
                  <th scope="col">{goodsIn.expected}</th>
                  <th scope="col">{goodsIn.received}</th>
                  <th scope="col">{goodsIn.difference}</th>
                </tr>
              </thead>
              <tbody>
                {kinds.map((kind, i) => (
                  <tr key={kind}>
                    <th scope="row">{words.kinds[kind]}</th>
                    <td>
                      <Figure
                        name={`${words.kinds[kind]} ${goodsIn.expected}`}
                        value={expected[kind]}
                        onValue={(value) => setExpected({ ...expected, [kind]: value })}
                        which={i === 0 ? 'first' : 'other'}
                        fixed={delivery !== null}
                      />
                    </td>
                    <td>
                      <Figure
                        name={`${words.kinds[kind]} ${goodsIn.received}`}
                        value={received[kind]}
                        onValue={(value) => setReceived({ ...received, [kind]: value })}
                        which={i === 0 ? 'received' : 'other'}
                      />
                    </td>
                    <td class="difference">
                      <output>
                        {announced && goodsIn.signed(Number(received[kind]) - Number(expected[kind]))}
                      </output>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Choice
              legend={goodsIn.onSale}
              choices={['next', 'today']}
              labels={{
                next: words.reason.onSaleFrom(delivery?.onSaleFrom ?? snapshot.nextSellingDay),
                today: goodsIn.today,
              }}
              chosen={onSale}
              onChoose={setOnSale}
            />
            <NoteEntry label={words.note} value={note} onNote={setNote} />
            <p class="hint">{goodsIn.hint}</p>
          </>
        ) : (
          <p class="question" role="alert">
            {goodsIn.really(adult, child)}
          </p>
        )}
        <div class="answers">
          {asking === 'again' && (
            <button type="button" class="button" data-first onClick={() => setAsking('pieces')}>
              {words.act.back}
            </button>
          )}
          <button type="submit" class="button main" disabled={!ready}>
            {asking === 'again' ? goodsIn.bookReally : goodsIn.book}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Where the focus goes when the dialog opens, and once it is known what was announced. */
  readonly which: 'first' | 'received' | 'other';
  readonly fixed?: boolean;
}

function Figure({ name, value, onValue, which, fixed = false }: FigureProps) {
  return (
    <input
      aria-label={name}
      data-first={which === 'first' || undefined}
      data-received={which === 'received' || undefined}
      readOnly={fixed}
      tabIndex={fixed ? -1 : undefined}
      inputMode="numeric"
      autocomplete="off"
      maxLength={5}
      value={value}
      onInput={({ currentTarget }) => onValue(wholeNumber(currentTarget, mostAtOnce))}
    />
  );
}
