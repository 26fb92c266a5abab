import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { ask, isRefused } from '../ask.ts';
import { usePage } from '../page-context.ts';
import { type Said, SaidLine, WhenAnswered } from '../parts.tsx';
import { scopeName } from '../scope-name.ts';
import { Sure } from '../sure.tsx';
import { useAnswer } from '../use-answer.ts';
import type { AccountView } from '../wall.ts';
import { InviteForm } from './invite-form.tsx';
import { SessionsOf } from './sessions.tsx';

interface Link {
  readonly name: string;
  readonly address: string;
}

/** @param children what stands beneath, once it is known how much room the accounts take */
export function Accounts({ children }: { readonly children: ComponentChildren }) {
  const { words } = usePage();
  const { people } = words;
  const { asked, again } = useAnswer<{ accounts: readonly AccountView[] }>('/accounts');
  const [said, setSaid] = useState<Said | null>(null);
  const [link, setLink] = useState<Link | null>(null);
  const [looking, setLooking] = useState<string | null>(null);
  const invite = async (name: string, path: string, access: object): Promise<'invited' | 'refused'> => {
    const answer = await ask<{ invitation: string }>('POST', path, access);
    if (isRefused(answer)) {
      setSaid({ tone: 'refused', text: words.refusal(answer.refused, answer.detail) });
      return 'refused';
    }
    setSaid(null);
    setLink({ name, address: `${location.origin}/admin#invitation=${answer.done.invitation}` });
    again();
    return 'invited';
  };
  const pathOf = (name: string) => `/accounts/${encodeURIComponent(name)}`;
  const end = async (name: string) => {
    const answer = await ask('DELETE', pathOf(name));
    setSaid(
      isRefused(answer)
        ? { tone: 'refused', text: words.refusal(answer.refused, answer.detail) }
        : { tone: 'done', text: people.ended(name) },
    );
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
          {({ accounts }) =>
            accounts.length === 0 ? (
              <p class="hint">{people.nobody}</p>
            ) : (
              <table class="table">
                <tbody>
                  {accounts.map((account) => (
                    <AccountRow
                      key={account.name}
                      account={account}
                      onLook={() => setLooking(account.name)}
                      onAgain={() => void invite(account.name, `${pathOf(account.name)}/invitation`, {})}
                      onEnd={() => void end(account.name)}
                    />
                  ))}
                </tbody>
              </table>
            )
          }
        </WhenAnswered>
        <SaidLine said={said} />
        {link && (
          <div class="check" role="status">
            <p>{people.link(link.name)}</p>
            <code>{link.address}</code>
          </div>
        )}
        <InviteForm onInvite={(access) => invite(access.name, '/accounts', access)} />
        <p class="hint">{people.tokens}</p>
      </section>
      {children}
      {looking !== null && <SessionsOf name={looking} onClose={() => setLooking(null)} />}
    </>
  );
}

function AccountRow({
  account: { name, role, scope, state: standing },
  onLook,
  onAgain,
  onEnd,
}: {
  readonly account: AccountView;
  readonly onLook: () => void;
  readonly onAgain: () => void;
  readonly onEnd: () => void;
}) {
  const { words, state } = usePage();
  const { people } = words;
  const isOwn = name === state.me.name;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {words.roles[role]}　{scopeName(state.all, role, scope)}
      </td>
      <td>{people.states[standing]}</td>
      <td class="doing">
        <div>
          {standing !== 'invited' && <Button label={people.devices} tone="quiet" onPress={onLook} />}
          {/* Whoever does it to themselves is outside at once, and somebody else has to let them in. */}
          {!isOwn && (
            <Sure
              label={people.again}
              title={people.againSure(name)}
              text={people.againMeans}
              onSure={onAgain}
            />
          )}
          {!isOwn && (
            <Sure label={people.end} title={people.endSure(name)} text={people.endMeans} onSure={onEnd} />
          )}
        </div>
      </td>
    </tr>
  );
}
