import { useState } from 'preact/hooks';
import type { CounterSnapshot } from '#api';
import { Button } from '../../look/button.tsx';
import type { TicketSession } from '../../wall.ts';
import { useScreen } from '../screen-context.ts';
import { Dialog } from './dialog.tsx';
import { HandOut } from './hand-out.tsx';
import { OpenTickets } from './open-tickets.tsx';

/** The session that is worked on at this time of day: handed out before picked up. */
export function presentSession(sessions: readonly TicketSession[]): TicketSession | undefined {
  const inPhase = (phase: TicketSession['phase']) => sessions.find((session) => session.phase === phase);
  return inPhase('handing-out') ?? inPhase('picking-up') ?? inPhase('planned') ?? sessions[0];
}

/** 號碼牌: hand out, call out, cancel. Planning is done on the manager's page. */
export function TicketsDialog({ snapshot }: { readonly snapshot: CounterSnapshot }) {
  const { words } = useScreen();
  const { tickets: sessions } = snapshot;
  const [picked, pick] = useState<string | null>(null);
  const session = sessions.find(({ sessionId }) => sessionId === picked) ?? presentSession(sessions);
  return (
    <Dialog title={words.keys.tickets} size="wide">
      {session ? (
        <div class="tickets">
          <div>
            <Sessions sessions={sessions} chosen={session} onPick={pick} />
            <HandOut key={session.sessionId} session={session} visit={snapshot.session} />
          </div>
          <OpenTickets key={session.sessionId} session={session} snapshot={snapshot} />
        </div>
      ) : (
        <>
          <p class="question">{words.tickets.none}</p>
          <div class="answers">
            <a class="button main" href="/stock" data-first>
              {words.tickets.plan}
            </a>
          </div>
        </>
      )}
    </Dialog>
  );
}

function Sessions(props: {
  readonly sessions: readonly TicketSession[];
  readonly chosen: TicketSession;
  readonly onPick: (sessionId: string) => void;
}) {
  const { tickets } = useScreen().words;
  return (
    <fieldset class="sessions">
      <legend>{tickets.session}</legend>
      {props.sessions.map((session) => (
        <Button
          key={session.sessionId}
          label={`${tickets.hours(session)} · ${tickets.phases[session.phase]}`}
          tone={session === props.chosen ? 'chosen' : 'plain'}
          pressed={session === props.chosen}
          onPress={() => props.onPick(session.sessionId)}
        />
      ))}
    </fieldset>
  );
}
