import { useState } from 'preact/hooks';
import { clockTime } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { useAnswer } from '../answer-to.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { LookedUp } from '../parts/looked-up.tsx';
import { Pages } from '../parts/pages.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import type { TicketRow, TicketSessionView } from '../terms.ts';

/** The tickets of one session; an open one can be cancelled, which takes two presses. */
export function TicketList({ session }: { readonly session: TicketSessionView }) {
  const { words, newId } = usePage();
  const { tickets } = words;
  const looked = useAnswer({ about: 'tickets', sessionId: session.sessionId });
  const [asked, setAsked] = useState<TicketRow | null>(null);
  const { said, busy, send } = useSending();

  const cancel = async ({ ticketId, name }: TicketRow) => {
    setAsked(null);
    await send({ type: 'cancel-ticket', commandId: newId(), ticketId }, (w) => w.tickets.cancelled(name));
  };

  return (
    <Block
      title={tickets.listOf(`${words.day(session.day)} ${session.pickUpFrom}`)}
      aside={<SaidLine said={said} />}
    >
      <LookedUp looked={looked}>
        {(answer) =>
          answer.tickets.length === 0 ? (
            <p class="hint">{tickets.noTickets}</p>
          ) : (
            <Pages of={answer.tickets} size={60}>
              {(shown) => (
                <ul class="tickets">
                  {shown.map((ticket) => (
                    <li key={ticket.ticketId} data-state={ticket.state}>
                      <b>{ticket.name}</b>
                      <span>{words.count(ticket.pieces)}</span>
                      <time>{clockTime(ticket.at)}</time>
                      <span>{tickets.states[ticket.state]}</span>
                      {ticket.state === 'open' && (
                        <Button
                          label={tickets.cancelTicket}
                          name={`${tickets.cancelTicket} ${ticket.name}`}
                          tone="quiet"
                          disabled={busy}
                          onPress={() => setAsked(ticket)}
                        />
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </Pages>
          )
        }
      </LookedUp>
      {asked && (
        <Dialog title={`${tickets.cancelTicket} ${asked.name}`} onClose={() => setAsked(null)}>
          <p class="question">{tickets.cancelReally(asked.name)}</p>
          <div class="answers">
            <Button label={tickets.cancelTicket} tone="main" onPress={() => void cancel(asked)} />
          </div>
        </Dialog>
      )}
    </Block>
  );
}
