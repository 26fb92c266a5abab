import { VerdictShape } from '../look/shapes.tsx';
import type { ConfirmReason, Stage, Today } from '../wall.ts';
import { reasonLine } from './reason.ts';
import { useScreen } from './screen-context.ts';

/** Two thirds of the screen: shape, word, number, reason. Read at a glance from across the counter. */
export function VerdictField(props: { readonly session: Stage<'verdict'>; readonly today: Today }) {
  const { words, state } = useScreen();
  const { session, today } = props;
  const { verdict } = session;
  // As in the visit: without the till, nothing that belongs to a person.
  const holder = state.connection === 'online' ? session.holder : null;
  const draft = verdict.verdict === 'may-not' ? null : verdict.draft;
  return (
    <>
      <h1 class="verdict-word">
        <VerdictShape verdict={verdict.verdict} />
        {words.verdicts[verdict.verdict]}
      </h1>
      <p class="giant">
        <b>{draft?.pieces ?? 0}</b>
        <span>
          {words.beside(draft?.kind ?? null).map((line) => (
            <small key={line}>{line}</small>
          ))}
        </span>
      </p>
      {verdict.verdict === 'confirm' && <Doubts reasons={verdict.reasons} />}
      <p class="reason">{reasonLine(words, verdict, holder, today)}</p>
    </>
  );
}

function Doubts({ reasons }: { readonly reasons: readonly ConfirmReason[] }) {
  const { words } = useScreen();
  return (
    <ul class="doubts">
      {reasons.map((reason) => (
        <li key={reason}>
          <b>{words.confirmReasons[reason].what}</b>
          <span>{words.confirmReasons[reason].next}</span>
        </li>
      ))}
    </ul>
  );
}
