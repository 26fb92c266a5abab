import { useState } from 'preact/hooks';
import type { Session } from '#api';
import { Button } from '../../look/button.tsx';
import type { MaskKind, TicketSession } from '../../wall.ts';
import { useScreen } from '../screen-context.ts';

const kinds = ['adult', 'child'] as const;
const counts = [1, 2, 3, 4, 5] as const;

/** Hands out one to five tickets, or one to the card in the visit where the session asks for it. */
export function HandOut(props: { readonly session: TicketSession; readonly visit: Session }) {
  const { words, state, perform } = useScreen();
  const { session, visit } = props;
  const { tickets } = words;
  const [kind, setKind] = useState<MaskKind>('adult');
  const [count, setCount] = useState(1);
  const visitId = visit.stage === 'visit' ? visit.visitId : null;
  const cardMissing = session.cardCheck && visitId === null;
  const open = state.connection === 'online' && state.awaiting !== 'hand-out-tickets';
  return (
    <form
      class="hand-out"
      onSubmit={(event) => {
        event.preventDefault();
        if (!open || cardMissing) return;
        perform({
          want: 'order',
          order: {
            type: 'hand-out-tickets',
            sessionId: session.sessionId,
            kind,
            count: session.cardCheck ? 1 : count,
            visitId: session.cardCheck ? visitId : null,
          },
        });
      }}
    >
      <p>{tickets.left(session.left)}</p>
      <fieldset class="row-of-choices">
        <legend>{tickets.kind}</legend>
        {kinds.map((one) => (
          <Button
            key={one}
            label={words.kindsShort[one]}
            tone={one === kind ? 'chosen' : 'plain'}
            pressed={one === kind}
            onPress={() => setKind(one)}
          />
        ))}
      </fieldset>
      {session.cardCheck ? (
        <p class="hint">{cardMissing ? `${tickets.cardCheck}${tickets.insertFirst}` : tickets.cardCheck}</p>
      ) : (
        <fieldset class="row-of-choices">
          <legend>{tickets.count}</legend>
          {counts.map((one) => (
            <Button
              key={one}
              label={String(one)}
              name={tickets.tickets(one)}
              tone={one === count ? 'chosen' : 'plain'}
              pressed={one === count}
              onPress={() => setCount(one)}
            />
          ))}
        </fieldset>
      )}
      <div class="answers">
        <button type="submit" class="button main" data-first disabled={!open || cardMissing}>
          {tickets.handOut} {tickets.tickets(session.cardCheck ? 1 : count)}
        </button>
      </div>
    </form>
  );
}
