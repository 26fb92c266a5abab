import type { LineView } from '#api';
import { VerdictShape } from '../look/shapes.tsx';
import type { ConfirmReason, Stage, Today } from '../wall.ts';
import { reasonLine } from './reason.ts';
import { useScreen } from './screen-context.ts';
import { SellingFlag } from './selling-flag.tsx';
import { currentLine, isUnconfirmed, placeOf, shownVerdict } from './visit-lines.ts';

/** Two thirds of the screen: shape, word, number, reason. Read at a glance from across the counter. */
export function VerdictField({ visit, today }: { readonly visit: Stage<'visit'>; readonly today: Today }) {
  const { words, state } = useScreen();
  const line = currentLine(visit);
  const { verdict, ticket } = line;
  const shown = shownVerdict(line);
  const many = visit.lines.length > 1;
  // As in the visit: without the till, nothing that belongs to a person.
  const holder = state.connection === 'online' ? line.holder : null;
  const draft = verdict.verdict === 'may-not' ? null : verdict.draft;
  const checked = verdict.verdict === 'confirm' && verdict.confirmed;
  return (
    <>
      <div class="headline">
        <h1 class="verdict-word">
          <VerdictShape verdict={shown} />
          {words.verdicts[shown]}
        </h1>
        {(many || ticket) && (
          <p class="marks">
            {ticket && <b>{ticket}</b>}
            {many && <span>{words.visit.place(placeOf(visit, line.lineId), visit.lines.length)}</span>}
          </p>
        )}
      </div>
      <p class="giant">
        <b>{draft?.pieces ?? 0}</b>
        <span>
          {words.beside(draft?.kind ?? null).map((text) => (
            <small key={text}>{text}</small>
          ))}
        </span>
      </p>
      {verdict.verdict === 'confirm' && isUnconfirmed(line) && <Doubts reasons={verdict.reasons} />}
      <p class="reason">
        {reasonLine(words, verdict, holder, today)}
        {checked && <span class="flag">{words.visit.confirmed}</span>}
        {visit.cardTwice && <span class="flag">{words.visit.twice}</span>}
        <SellingFlag />
      </p>
      <Checked checked={line.checked} />
    </>
  );
}

/** By whose knowledge, where that is not the centre's. In a corner of its own, so that its going moves nothing. */
function Checked({ checked }: Pick<LineView, 'checked'>) {
  const { words } = useScreen();
  switch (checked) {
    case 'asking':
      // Not read out: the verdict would be read twice.
      return (
        <p class="checked" aria-hidden="true">
          {words.visit.asking}
        </p>
      );
    case 'local':
      return <p class="checked">{words.visit.local}</p>;
    case 'centre':
    case 'none':
      return null;
  }
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
