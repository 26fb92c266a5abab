import type { MessageView } from '#api';
import { dayAndTime } from '../day-format.ts';
import { Button } from '../look/button.tsx';
import type { Words } from '../words/words.ts';
import type { AlertCode } from './alerts.ts';
import type { Notice } from './notices.ts';
import { useScreen } from './screen-context.ts';
import { type CounterState, type Speaking, speaking } from './state.ts';

/** The one line above the keys in which exceptions speak. */
export function SpeakingStrip() {
  const { state } = useScreen();
  const said = speaking(state);
  return (
    <div class="strip" aria-live="polite" data-kind={said?.kind}>
      {said && <Said said={said} />}
    </div>
  );
}

function Said({ said }: { readonly said: Speaking }) {
  const { words, perform } = useScreen();
  switch (said.kind) {
    case 'notice':
      return <p>{sentence(words, said.notice)}</p>;
    case 'slip': {
      const answer = (settled: 'printed' | 'copy') => () =>
        perform({ want: 'order', order: { type: 'settle-slip', jobId: said.jobId, answer: settled } });
      return (
        <>
          <p>{words.slipQuestion(said.slip, said.name)}</p>
          <Button label={words.act.printed} keycap="F7" onPress={answer('printed')} />
          <Button label={words.act.copy} keycap="F6" onPress={answer('copy')} />
        </>
      );
    }
    case 'receipt-shown':
      return (
        <>
          <p>{words.receiptShown(said.receiptNumber)}</p>
          <Button
            label={words.act.takeAway}
            onPress={() => perform({ want: 'send', command: { type: 'show-receipt', receiptNumber: null } })}
          />
        </>
      );
    case 'alert':
      return <Alert code={said.code} />;
    case 'message':
      return <Message message={said.message} />;
  }
}

/** A word from the centre. A long one is opened to be read. */
function Message({ message: { messageId, urgency, text } }: { readonly message: MessageView }) {
  const { words, perform } = useScreen();
  const long = text.length > mostInStrip;
  return (
    <>
      <p>
        <b>{words.message.titles[urgency]}</b>
        <span class="message">{text}</span>
      </p>
      <Button
        label={long ? words.message.open : words.act.understood}
        onPress={() =>
          perform(
            long
              ? { want: 'open', dialog: 'message' }
              : { want: 'send', command: { type: 'message-read', messageId } },
          )
        }
      />
    </>
  );
}

/** As many characters as two lines of the strip hold in any language. */
const mostInStrip = 60;

function Alert({ code }: { readonly code: AlertCode }) {
  const { words, state, perform } = useScreen();
  const { what, next } = words.alerts[code];
  const inDoubt = code === 'clock-behind' || code === 'clock-jumped';
  return (
    <>
      <p>
        <b>{particular(words, code, state) ?? what}</b>
        <span>{next}</span>
      </p>
      {inDoubt && (
        <Button
          label={words.act.clockIsRight}
          onPress={() => perform({ want: 'order', order: { type: 'confirm-clock' } })}
        />
      )}
      {code === 'day-to-close' && (
        <a class="button" href="/stock">
          {words.act.closeDay}
        </a>
      )}
      {code === 'central-stopped' && (
        <Button
          label={words.act.tryAgain}
          onPress={() => perform({ want: 'send', command: { type: 'centre-resume' } })}
        />
      )}
      {wantsCode.includes(code) && (
        <a class="button" href="/stock#centre">
          {words.act.toCentre}
        </a>
      )}
      <Button label={words.act.understood} onPress={() => perform({ want: 'silence-alert', code })} />
    </>
  );
}

const wantsCode: readonly AlertCode[] = [
  'central-copied',
  'central-revoked',
  'central-not-known',
  'central-not-enrolled',
];

/** What is known beyond the code. */
function particular(words: Words, code: AlertCode, { snapshot }: CounterState): string | null {
  if (!snapshot) return null;
  const { dayToClose, sellingState, policyNext } = snapshot;
  if (code === 'day-to-close') return dayToClose && words.dayToClose(dayToClose);
  if (code === 'rules-change') {
    return policyNext && words.rulesChange(dayAndTime(policyNext.at), policyNext.allowance);
  }
  if (!code.startsWith('selling-') || sellingState.note === '') return null;
  return `${words.alerts[code].what} · ${sellingState.note}`;
}

function sentence(words: Words, notice: Notice): string {
  const { notices } = words;
  switch (notice.about) {
    case 'refusal':
      return words.refusals[notice.code] ?? words.onManagersPage;
    case 'confirm-first':
      return notices.confirmFirst(notice.place, notice.of);
    case 'scanned':
      return notices.scanned;
    case 'too-many':
      return notices.tooMany(notice.most);
    case 'goods-in':
      return notices.goodsIn(notice.adult, notice.child);
    case 'done':
      return notices.done[notice.what];
  }
}
