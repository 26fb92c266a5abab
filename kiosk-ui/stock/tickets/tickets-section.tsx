import { useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';
import { kinds, type TicketSessionView } from '../terms.ts';
import { SessionDialog } from './session-dialog.tsx';
import { TicketList } from './ticket-list.tsx';

type Open =
  | { readonly what: 'nothing' }
  | { readonly what: 'new' }
  | { readonly what: 'change'; readonly id: string };

/** 號碼牌: the sessions of today and later, and the tickets of the one that is chosen. */
export function TicketsSection() {
  const { words, snapshot } = usePage();
  const { tickets } = words;
  const sessions = snapshot.tickets;
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>({ what: 'nothing' });
  const current = sessions.find(({ sessionId }) => sessionId === chosen) ?? sessions[0] ?? null;
  const changing =
    open.what === 'change' ? sessions.find(({ sessionId }) => sessionId === open.id) : undefined;
  return (
    <>
      <div class="switch">
        <Button label={tickets.plan} onPress={() => setOpen({ what: 'new' })} />
        <p class="hint">{tickets.setsHint}</p>
      </div>
      {sessions.length === 0 ? (
        <p class="hint">{tickets.none}</p>
      ) : (
        <div class="wide">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{tickets.day}</th>
                <th scope="col">{tickets.handOutFrom}</th>
                <th scope="col">{tickets.pickUp}</th>
                <th scope="col">{tickets.phase}</th>
                <td />
                <th scope="col" class="figure">
                  {tickets.handedOut}
                </th>
                <th scope="col" class="figure">
                  {tickets.open}
                </th>
                <th scope="col" class="figure">
                  {tickets.left}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <SessionRow
                  key={session.sessionId}
                  session={session}
                  chosen={session === current}
                  onChoose={() => setChosen(session.sessionId)}
                  onChange={() => setOpen({ what: 'change', id: session.sessionId })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {current && <TicketList key={current.sessionId} session={current} />}
      {(open.what === 'new' || changing) && (
        <SessionDialog
          session={changing ?? null}
          onClose={() => setOpen({ what: 'nothing' })}
          onPlanned={(sessionId) => {
            setChosen(sessionId);
            setOpen({ what: 'nothing' });
          }}
        />
      )}
    </>
  );
}

interface SessionRowProps {
  readonly session: TicketSessionView;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onChange: () => void;
}

function SessionRow({ session, chosen, onChoose, onChange }: SessionRowProps) {
  const { words } = usePage();
  const { tickets } = words;
  const { day, handOutFrom, pickUpFrom, pickUpUntil, sets, handedOut, open, left, cardCheck, phase } =
    session;
  // A session of adult tickets alone need not say twice that there are none for children.
  const shown = kinds.filter((kind) => sets[kind] > 0);
  return (
    <tr aria-current={chosen ? 'true' : undefined}>
      <th scope="row">{words.day(day)}</th>
      <td>
        {handOutFrom}
        {cardCheck && <small>{tickets.cardCheck}</small>}
      </td>
      <td>{`${pickUpFrom}–${pickUpUntil}`}</td>
      <td>{tickets.phases[phase]}</td>
      <Lines texts={shown.map((kind) => words.kindsShort[kind])} />
      <Lines texts={shown.map((kind) => tickets.ofSets(handedOut[kind], sets[kind]))} figure="figure" />
      <Lines texts={shown.map((kind) => String(open[kind]))} figure="figure" />
      <Lines texts={shown.map((kind) => String(left[kind]))} figure="figure" />
      <td class="doing">
        <div>
          <Button label={words.change} tone="quiet" onPress={onChange} />
          <Button
            label={tickets.list}
            tone={chosen ? 'chosen' : 'plain'}
            pressed={chosen}
            onPress={onChoose}
          />
        </div>
      </td>
    </tr>
  );
}

function Lines({ texts, figure }: { readonly texts: readonly string[]; readonly figure?: 'figure' }) {
  return (
    <td class={figure}>
      {texts.map((text, i) => (
        <div key={`${i}${text}`}>{text}</div>
      ))}
    </td>
  );
}
