import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { dayAndTime } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { TextEntry } from '../../stock/parts/entries.tsx';
import { ask, isRefused } from '../ask.ts';
import { usePage } from '../page-context.ts';
import { type Said, SaidLine, WhenAnswered } from '../parts.tsx';
import { useAnswer } from '../use-answer.ts';
import type { AccountView, Instant, Role, SessionView } from '../wall.ts';

const roles: readonly Role[] = ['authority', 'county', 'chain', 'outlet'];

/** Who may sign in, and where one is signed in oneself. */
export function PeopleSection() {
  const { state } = usePage();
  if (state.me.role !== 'authority') return <Sessions />;
  return (
    <Accounts>
      <Sessions />
    </Accounts>
  );
}

/** @param children what stands beneath, once it is known how much room the accounts take */
function Accounts({ children }: { readonly children: ComponentChildren }) {
  const { words } = usePage();
  const { people } = words;
  const { asked, again } = useAnswer<{ accounts: readonly AccountView[] }>('/accounts');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('outlet');
  const [scope, setScope] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const [link, setLink] = useState<{ readonly name: string; readonly address: string } | null>(null);
  const invite = async (access: { readonly name: string; readonly role: Role; readonly scope: string }) => {
    const answer = await ask<{ invitation: string }>('POST', '/accounts', access);
    if (isRefused(answer))
      return setSaid({ tone: 'refused', text: words.refusal(answer.refused, answer.detail) });
    setSaid(null);
    setLink({ name: access.name, address: `${location.origin}/admin#invitation=${answer.done.invitation}` });
    again();
  };
  const end = async (whose: string) => {
    const answer = await ask('DELETE', `/accounts/${encodeURIComponent(whose)}`);
    if (isRefused(answer)) setSaid({ tone: 'refused', text: words.refusal(answer.refused, answer.detail) });
    again();
  };
  if (asked.stage === 'asking') return <p class="hint quiet-at-first">{words.asking}</p>;
  return (
    <>
      <section class="block">
        <header>
          <h2>{people.accounts}</h2>
        </header>
        <WhenAnswered asked={asked} again={again}>
          {({ accounts }) => (
            <table class="table">
              <tbody>
                {accounts.map((account) => (
                  <tr key={account.name}>
                    <th scope="row">{account.name}</th>
                    <td>
                      {words.roles[account.role]} {account.scope}
                    </td>
                    <td>{people.states[account.state]}</td>
                    <td class="doing">
                      <div>
                        <Button
                          label={people.again}
                          tone="quiet"
                          onPress={() => void invite(accessOf(account))}
                        />
                        <Button label={people.end} tone="quiet" onPress={() => void end(account.name)} />
                      </div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </WhenAnswered>
        <form
          class="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void invite({ name: name.trim(), role, scope: role === 'authority' ? '' : scope.trim() });
          }}
        >
          <div class="trio">
            <TextEntry label={words.door.name} value={name} onValue={setName} />
            <label class="entry">
              <span>{people.role}</span>
              <select value={role} onChange={({ currentTarget }) => setRole(currentTarget.value as Role)}>
                {roles.map((each) => (
                  <option key={each} value={each}>
                    {words.roles[each]}
                  </option>
                ))}
              </select>
            </label>
            {role !== 'authority' && (
              <TextEntry label={people.scope} hint={people.scopeHint} value={scope} onValue={setScope} />
            )}
          </div>
          <div class="answers">
            <button class="button" type="submit" disabled={name.trim() === ''}>
              {people.invite}
            </button>
            <SaidLine said={said} />
          </div>
        </form>
        {link && (
          <div class="check" role="status">
            <p>{people.link(link.name)}</p>
            <code>{link.address}</code>
          </div>
        )}
        <p class="hint">{people.tokens}</p>
      </section>
      {children}
    </>
  );
}

const accessOf = ({ name, role, scope }: AccountView) => ({ name, role, scope });

function Sessions() {
  const { words, state } = usePage();
  const { people } = words;
  const { asked, again } = useAnswer<{ sessions: readonly SessionView[] }>('/sessions');
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
              <table class="table">
                <tbody>
                  {sessions.map(({ id, openedAt, browser }) => (
                    <tr key={id}>
                      <th scope="row">{id === state.me.sessionId ? people.thisOne : browser}</th>
                      <td>
                        {people.since} {dayAndTime(openedAt as Instant)}
                      </td>
                      <td class="doing">
                        <div>
                          {id !== state.me.sessionId && (
                            <Button label={people.endSession} tone="quiet" onPress={() => void end(id)} />
                          )}
                        </div>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
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
