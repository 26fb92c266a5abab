import { useState } from 'preact/hooks';
import type { CounterSnapshot } from '#api';
import { Button } from '../../look/button.tsx';
import type { TicketSession } from '../../wall.ts';
import { useScreen } from '../screen-context.ts';
import { useAsked } from './asked.ts';

/** The tickets that nobody has come for yet, in the order of their numbers. */
export function OpenTickets(props: { readonly session: TicketSession; readonly snapshot: CounterSnapshot }) {
  const { words, perform } = useScreen();
  const { session, snapshot } = props;
  const { serving, revision } = snapshot;
  const { sessionId } = session;
  const asked = useAsked({ about: 'tickets', sessionId }, revision);
  const [picked, pick] = useState<string | null>(null);
  const [cancelling, setCancelling] = useState<string | null>(null);
  const open = asked?.ok ? asked.answer.tickets.filter(({ state }) => state === 'open') : [];
  const ticket =
    open.find(({ ticketId }) => ticketId === picked) ??
    open.find(({ ticketId }) => ticketId === serving?.ticketId) ??
    open[0];
  const { tickets } = words;
  const serve = (ticketId: string | null) =>
    perform({ want: 'order', order: { type: 'serve-tickets', ticketId } });
  return (
    <section class="open-tickets">
      {serving && (
        <p class="serving-now">
          {tickets.serving(serving.name)}
          <Button label={tickets.stop} onPress={() => serve(null)} />
        </p>
      )}
      <h3>{tickets.open}</h3>
      {open.length === 0 && (
        <p class="hint">{asked && !asked.ok ? words.slipSearch.failed : tickets.noneOpen}</p>
      )}
      <ul aria-label={tickets.open}>
        {open.map((one) => (
          <li key={one.ticketId}>
            <Button
              label={one.name}
              name={one.ticketId === serving?.ticketId ? tickets.serving(one.name) : one.name}
              tone={one === ticket ? 'chosen' : one.ticketId === serving?.ticketId ? 'main' : 'plain'}
              pressed={one === ticket}
              onPress={() => {
                pick(one.ticketId);
                setCancelling(null);
              }}
            />
          </li>
        ))}
      </ul>
      <div class="ticket-actions">
        {ticket && cancelling === ticket.ticketId ? (
          <>
            <p role="alert">{tickets.cancelReally(ticket.name)}</p>
            <Button label={tickets.keep} onPress={() => setCancelling(null)} />
            <Button
              label={tickets.cancel(ticket.name)}
              tone="main"
              onPress={() =>
                perform({ want: 'order', order: { type: 'cancel-ticket', ticketId: ticket.ticketId } })
              }
            />
          </>
        ) : (
          ticket && (
            <>
              <Button label={tickets.serveFrom(ticket.name)} onPress={() => serve(ticket.ticketId)} />
              <Button label={tickets.cancel(ticket.name)} onPress={() => setCancelling(ticket.ticketId)} />
            </>
          )
        )}
      </div>
    </section>
  );
}
