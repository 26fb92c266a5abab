import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import type { MaskKind } from '../wall.ts';
import { Dialog } from './dialog.tsx';
import { useScreen } from './screen-context.ts';

// Ten days' allotment of a whole outlet: more than this is likelier a slip of the finger than a delivery.
const askAgainAbove = 2000;
const mostAtOnce = 20_000;

/** 進貨: received masks go on sale at once. */
export function GoodsInDialog() {
  const { words, state, perform } = useScreen();
  const [pieces, setPieces] = useState<Record<MaskKind, string>>({ adult: '', child: '' });
  const [asking, setAsking] = useState<'pieces' | 'again'>('pieces');
  const form = useRef<HTMLFormElement>(null);
  // A large number is booked by Tab and Enter, so that a second Enter by habit does not.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), [asking]);
  const adult = Number(pieces.adult);
  const child = Number(pieces.child);
  const large = adult + child > askAgainAbove;
  const ready = adult + child > 0 && state.connection === 'online' && state.awaiting !== 'goods-in';
  const book = () => {
    if (!ready) return;
    if (large && asking === 'pieces') setAsking('again');
    else perform({ want: 'goods-in', adult, child });
  };
  return (
    <Dialog title={words.keys.goodsIn}>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          book();
        }}
      >
        {asking === 'pieces' ? (
          <>
            {(['adult', 'child'] as const).map((kind) => (
              <label key={kind} class="number">
                <span>{words.kinds[kind]}</span>
                <input
                  inputMode="numeric"
                  autocomplete="off"
                  maxLength={5}
                  value={pieces[kind]}
                  onInput={({ currentTarget }) =>
                    setPieces({ ...pieces, [kind]: wholeNumber(currentTarget) })
                  }
                />
                <span>{words.pieces}</span>
              </label>
            ))}
            <p class="hint">{words.goodsIn.hint}</p>
          </>
        ) : (
          <p class="question" role="alert">
            {words.goodsIn.really(adult, child)}
          </p>
        )}
        <div class="answers">
          {asking === 'again' && <Button label={words.act.back} onPress={() => setAsking('pieces')} />}
          <button type="submit" class="button main" disabled={!ready}>
            {asking === 'again' ? words.goodsIn.bookReally : words.goodsIn.book}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Digits only, and no more than the till takes at once. */
function wholeNumber(input: HTMLInputElement): string {
  const digits = input.value.replace(/\D/g, '');
  const kept = digits === '' ? '' : String(Math.min(Number(digits), mostAtOnce));
  input.value = kept;
  return kept;
}
