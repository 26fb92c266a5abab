import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CounterSnapshot } from '#api';
import { Button } from '../../look/button.tsx';
import type { ByHandReason } from '../../wall.ts';
import type { ByHandChoice } from '../../words/dialog-words.ts';
import { useScreen } from '../screen-context.ts';
import {
  type ByHandForm,
  birthYearOf,
  byHandChoices,
  byHandOrder,
  choosing,
  covered,
  otherCalendar,
  startForm,
} from './by-hand-form.ts';
import { Choice } from './choice.tsx';
import { Dialog } from './dialog.tsx';

const reasons: readonly ByHandReason[] = ['no-card', 'chip-damaged', 'reader-broken'];

/** 人工登錄: the document by one digit, then the number and the year. */
export function ByHandDialog(props: { readonly scanned: string | null; readonly snapshot: CounterSnapshot }) {
  const { words, state, perform } = useScreen();
  const [form, setForm] = useState(() => startForm(props.scanned));
  const change = (part: Partial<ByHandForm>) => setForm((before) => ({ ...before, ...part }));
  const fields = useRef<HTMLFormElement>(null);
  const { byHand } = words;

  const { choice, numberShown } = form;
  // Before the frame is painted, or the first digit of a quick hand would be lost.
  useLayoutEffect(() => {
    if (choice === null) return;
    fields.current
      ?.querySelector<HTMLElement>(numberShown === 'keyed' ? '.id-number' : '.birth-year')
      ?.focus();
  }, [choice, numberShown]);

  const { refused } = state;
  useLayoutEffect(() => {
    if (refused) fields.current?.querySelector<HTMLElement>('.covered-number button')?.focus();
  }, [refused]);

  const wrongDigit = refused?.code === 'check-digit-wrong';
  const open = state.connection === 'online' && state.awaiting !== 'enter-by-hand';
  const send = (compared: 'compared' | 'not-compared') => {
    const order = open ? byHandOrder(form, compared) : null;
    if (!order) return;
    perform({ want: 'order', order });
    change({ numberShown: 'sent' });
  };
  const keyAgain = () => {
    change({ number: '', numberShown: 'keyed' });
    // What the till said about the number before goes with it.
    perform({
      want: 'open',
      dialog: 'by-hand',
      ...(props.scanned === null ? {} : { scanned: props.scanned }),
    });
  };

  return (
    <Dialog
      title={words.keys.byHand}
      size="wide"
      onKey={(key) => {
        const chosen = byHandChoices[Number(key) - 1];
        if (chosen) change(choosing(chosen));
        return chosen !== undefined;
      }}
    >
      <div class="by-hand">
        <Documents chosen={choice} onChoose={(chosen) => change(choosing(chosen))} />
        <form
          ref={fields}
          onSubmit={(event) => {
            event.preventDefault();
            if (form.number === '') fields.current?.querySelector<HTMLElement>('.id-number')?.focus();
            else if (birthYearOf(form.birthYear) === null)
              fields.current?.querySelector<HTMLElement>('.birth-year')?.focus();
            else send('not-compared');
          }}
        >
          {choice === 'passport' && <p class="advice">{byHand.passport}</p>}
          <NumberField form={form} disabled={choice === null} onForm={change} onKeyAgain={keyAgain} />
          <YearField form={form} disabled={choice === null} onForm={change} />
          <Choice
            legend={byHand.why}
            choices={reasons}
            labels={byHand.reasons}
            chosen={form.reason}
            onChoose={(reason) => change({ reason })}
          />
          <p class="hint">{byHand.review}</p>
          <div class="answers">
            {wrongDigit && <Button label={byHand.compared} onPress={() => send('compared')} />}
            <button
              type="submit"
              class="button main"
              // Not while something is missing: Enter then goes to the field that is empty.
              disabled={!open || wrongDigit || choice === null}
            >
              {byHand.enter}
            </button>
          </div>
        </form>
      </div>
    </Dialog>
  );
}

interface FieldProps {
  readonly form: ByHandForm;
  readonly disabled: boolean;
  readonly onForm: (part: Partial<ByHandForm>) => void;
}

function Documents(props: {
  readonly chosen: ByHandChoice | null;
  readonly onChoose: (choice: ByHandChoice) => void;
}) {
  const { byHand } = useScreen().words;
  return (
    <fieldset class="documents">
      <legend>{byHand.choose}</legend>
      {byHandChoices.map((choice, i) => (
        <Button
          key={choice}
          label={byHand.choices[choice]}
          keycap={String(i + 1)}
          tone={choice === props.chosen ? 'chosen' : 'plain'}
          pressed={choice === props.chosen}
          onPress={() => props.onChoose(choice)}
        />
      ))}
    </fieldset>
  );
}

function NumberField(props: FieldProps & { readonly onKeyAgain: () => void }) {
  const { byHand } = useScreen().words;
  const { form, disabled, onForm, onKeyAgain } = props;
  if (form.numberShown !== 'keyed') {
    const said = form.numberShown === 'scanned' ? byHand.scannedNumber : byHand.keyedNumber;
    return (
      <div class="entry">
        <span>{byHand.number}</span>
        <p class="covered-number">
          <b>{said(covered(form.number))}</b>
          <Button label={byHand.keyAgain} onPress={onKeyAgain} />
        </p>
      </div>
    );
  }
  return (
    <label class="entry">
      <span>
        {byHand.number} <small>{byHand.numberHint}</small>
      </span>
      <input
        class="id-number"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={20}
        disabled={disabled}
        value={form.number}
        onInput={({ currentTarget }) => {
          currentTarget.value = currentTarget.value.replace(/[^a-z0-9]/gi, '').toUpperCase();
          onForm({ number: currentTarget.value });
        }}
      />
    </label>
  );
}

function YearField({ form, disabled, onForm }: FieldProps) {
  const { byHand } = useScreen().words;
  const other = otherCalendar(form.birthYear);
  return (
    <label class="entry">
      <span>
        {byHand.birthYear} <small>{byHand.birthYearHint}</small>
      </span>
      <span class="year">
        <input
          class="birth-year"
          inputMode="numeric"
          autocomplete="off"
          maxLength={4}
          disabled={disabled}
          value={form.birthYear}
          onInput={({ currentTarget }) => {
            currentTarget.value = currentTarget.value.replace(/\D/g, '');
            onForm({ birthYear: currentTarget.value });
          }}
        />
        <output>{other && byHand[other.calendar](other.year)}</output>
      </span>
    </label>
  );
}
