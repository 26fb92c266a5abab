import { useEffect, useRef, useState } from 'preact/hooks';
import type { CounterSnapshot, ReceiptView } from '#api';
import { Button } from '../../look/button.tsx';
import { useScreen } from '../screen-context.ts';
import { useAsked } from './asked.ts';
import { Dialog } from './dialog.tsx';
import { ReceiptDetail } from './receipt-detail.tsx';
import { ReceiptRow } from './receipt-row.tsx';
import { receiptQuery, type SearchBy } from './receipt-search.ts';
import { VoidForm } from './void-form.tsx';

/** 憑證: the sale made last under the first Enter; any other by its number, its card or its time. */
export function SlipsDialog(props: { readonly scanned: string | null; readonly snapshot: CounterSnapshot }) {
  const { words, state } = useScreen();
  const { session, clock, lastSale, revision } = props.snapshot;
  const visitId = session.stage === 'visit' ? session.visitId : null;
  const [text, setText] = useState(props.scanned ?? '');
  const [by, setBy] = useState<SearchBy>(visitId === null ? 'today' : 'card');
  const [picked, pick] = useState<string | null>(null);
  const [voiding, setVoiding] = useState<string | null>(null);
  const [openedAt] = useState(state.now);
  const detail = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const asked = useAsked(receiptQuery(text, by, { now: openedAt, day: clock.day, visitId }), revision);
  const receipts = asked?.ok ? asked.answer.receipts : [];
  const untouched = text === '' && by === 'today';
  const number =
    receipts.find(({ receiptNumber }) => receiptNumber === picked)?.receiptNumber ??
    receipts[0]?.receiptNumber ??
    (untouched ? lastSale?.receiptNumber : undefined);
  // Nothing was sold today: the sale made last is another day's, and is asked for by its number.
  const earlier = useAsked(
    asked?.ok && receipts.length === 0 && number !== undefined
      ? { about: 'receipts', by: { what: 'number', text: number } }
      : null,
    revision,
  );
  const receipt = (earlier?.ok ? earlier.answer.receipts : receipts).find(
    ({ receiptNumber }) => receiptNumber === number,
  );
  const chooseNeighbour = (step: -1 | 1) => {
    const at = receipts.findIndex(({ receiptNumber }) => receiptNumber === number);
    const next = receipts[at + step];
    if (next) pick(next.receiptNumber);
  };
  const begin = (which: SearchBy) => {
    setText('');
    setBy(which);
    pick(null);
  };

  // A second void of the same sale is impossible, so nothing is left to ask.
  const voided = receipt?.voided;
  useEffect(() => {
    if (voided) setVoiding(null);
  }, [voided]);

  return (
    <Dialog
      title={words.keys.slips}
      size="wide"
      onKey={(key) => {
        if (voiding !== null) return false;
        if (key === 'ArrowUp' || key === 'ArrowDown') chooseNeighbour(key === 'ArrowUp' ? -1 : 1);
        else if (/^\d$/.test(key)) {
          setText(text + key);
          search.current?.focus();
        } else return false;
        return true;
      }}
    >
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          detail.current?.querySelector<HTMLElement>('[data-print]')?.focus();
        }}
      >
        <label class="entry">
          <span>
            {words.slipSearch.find} <small>{words.slipSearch.findHint}</small>
          </span>
          <input
            ref={search}
            inputMode="numeric"
            autocomplete="off"
            maxLength={32}
            value={text}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value.replace(/[^\d-]/g, ''));
              pick(null);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
              event.preventDefault();
              chooseNeighbour(event.key === 'ArrowUp' ? -1 : 1);
            }}
          />
        </label>
        <Filter
          which="last-hour"
          label={words.slipSearch.lastHour}
          on={text === '' ? by : null}
          begin={begin}
        />
        <Filter which="today" label={words.slipSearch.today} on={text === '' ? by : null} begin={begin} />
        {visitId !== null && (
          <Filter which="card" label={words.slipSearch.byCard} on={text === '' ? by : null} begin={begin} />
        )}
      </form>
      <div class="slips">
        <List
          receipts={receipts}
          chosen={number}
          onPick={(receiptNumber) => {
            pick(receiptNumber);
            setVoiding(null);
          }}
          none={asked === null ? 'asking' : asked.ok ? 'none' : 'failed'}
        />
        <div ref={detail} class="detail">
          {number === undefined ? null : voiding === number ? (
            <VoidForm receiptNumber={number} onBack={() => setVoiding(null)} />
          ) : (
            <ReceiptDetail
              receiptNumber={number}
              receipt={receipt ?? null}
              lastSale={lastSale}
              onVoid={() => setVoiding(number)}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Filter(props: {
  readonly which: SearchBy;
  readonly label: string;
  readonly on: SearchBy | null;
  readonly begin: (which: SearchBy) => void;
}) {
  const chosen = props.which === props.on;
  return (
    <Button
      label={props.label}
      tone={chosen ? 'chosen' : 'plain'}
      pressed={chosen}
      onPress={() => props.begin(props.which)}
    />
  );
}

function List(props: {
  readonly receipts: readonly ReceiptView[];
  readonly chosen: string | undefined;
  readonly onPick: (receiptNumber: string) => void;
  readonly none: 'asking' | 'none' | 'failed';
}) {
  const { slipSearch } = useScreen().words;
  if (props.receipts.length === 0) return <p class="hint">{slipSearch[props.none]}</p>;
  return (
    <ul class="receipts" aria-label={slipSearch.list}>
      {props.receipts.map((receipt) => (
        <ReceiptRow
          key={receipt.receiptNumber}
          receipt={receipt}
          chosen={receipt.receiptNumber === props.chosen}
          onPick={() => props.onPick(receipt.receiptNumber)}
        />
      ))}
    </ul>
  );
}
