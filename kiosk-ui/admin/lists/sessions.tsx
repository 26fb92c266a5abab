import { dayAndTime } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { Modal } from '../../look/modal.tsx';
import { ask } from '../ask.ts';
import { browserName } from '../browser-name.ts';
import { usePage } from '../page-context.ts';
import { WhenAnswered } from '../parts.tsx';
import { Sure } from '../sure.tsx';
import { useAnswer } from '../use-answer.ts';
import type { Instant, SessionView } from '../wall.ts';

interface Sessions {
  readonly sessions: readonly SessionView[];
}

/** Where one is signed in oneself. */
export function OwnSessions() {
  const { words, state } = usePage();
  const { people } = words;
  const { asked, again } = useAnswer<Sessions>('/sessions');
  const end = async (id: string) => {
    await ask('DELETE', `/sessions/${id}`);
    again();
  };
  return (
    <section class="block">
      <header>
        <h2>{people.sessions}</h2>
      </header>
      <WhenAnswered asked={asked} again={again}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <p class="hint">{people.noSessions}</p>
          ) : (
            <>
              <SessionTable sessions={sessions} onEnd={(id) => void end(id)} own={state.me.sessionId} />
              {sessions.length > 1 && (
                <div class="answers">
                  <Button label={people.endOthers} onPress={() => void end('others')} />
                </div>
              )}
            </>
          )
        }
      </WhenAnswered>
    </section>
  );
}

/** Where somebody else is signed in, to end it there: such as on a telephone that was lost. */
export function SessionsOf({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { words, state } = usePage();
  const { people } = words;
  const path = `/accounts/${encodeURIComponent(name)}/sessions`;
  const { asked, again } = useAnswer<Sessions>(path);
  const end = async (id: string) => {
    await ask('DELETE', `${path}/${id}`);
    again();
  };
  return (
    <Modal title={people.devicesOf(name)} closeLabel={words.close} onClose={onClose}>
      <div class="sure">
        <WhenAnswered asked={asked} again={again}>
          {({ sessions }) =>
            sessions.length === 0 ? (
              <p class="hint">{people.nowhere}</p>
            ) : (
              <SessionTable sessions={sessions} onEnd={(id) => void end(id)} own={state.me.sessionId} />
            )
          }
        </WhenAnswered>
      </div>
    </Modal>
  );
}

function SessionTable({
  sessions,
  own,
  onEnd,
}: {
  readonly sessions: readonly SessionView[];
  /** The session of this page. */
  readonly own: string | null;
  readonly onEnd: (id: string) => void;
}) {
  const { words } = usePage();
  const { people } = words;
  return (
    <table class="table">
      <tbody>
        {sessions.map(({ id, openedAt, browser }) => (
          <tr key={id}>
            <th scope="row">
              {browserName(browser) ?? people.someBrowser}
              {id === own && <small>{people.thisOne}</small>}
            </th>
            <td>{people.since(dayAndTime(openedAt as Instant))}</td>
            <td class="doing">
              <div>
                {id !== own && (
                  <Sure
                    label={people.endSession}
                    title={people.endSessionSure}
                    text={people.endSessionMeans}
                    onSure={() => onEnd(id)}
                  />
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
