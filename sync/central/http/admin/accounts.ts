import { accessSchema, deeds, type Me } from '#central-api';
import { mayDo, operatorName } from '../../access/rights.ts';
import { type AdminDesk, atLarge } from './admin-desk.ts';
import { type AdminAnswer, type Asked, answer, reading, refuse } from './asking.ts';

export const tellMe =
  ({ purpose }: Pick<AdminDesk, 'purpose'>) =>
  async ({ who, sessionId }: Asked): Promise<AdminAnswer> => {
    const may = deeds.filter((deed) => mayDo(who, deed, null));
    const me: Me = { ...who, may, sessionId, mode: purpose };
    return answer(me);
  };

export const listAccounts =
  (desk: AdminDesk) =>
  (asked: Asked): Promise<AdminAnswer> =>
    atLarge(desk, asked, 'keep-accounts', { listed: 'all' }, async () =>
      answer({ accounts: await desk.accounts.all() }),
    );

/** The invitation is in the answer and nowhere else. */
export const inviteAccount = (desk: AdminDesk) =>
  reading(accessSchema, (wanted, asked) =>
    atLarge(desk, asked, 'keep-accounts', { invited: wanted }, async () => {
      if (wanted.name === operatorName) return refuse('name-taken');
      // 台北市 is no county of the list's: whoever had it would see nothing.
      if (wanted.role !== 'authority' && !(await desk.places.seenBy(wanted)).length)
        return refuse('unknown-scope');
      return invitationOf(await desk.accounts.invite(wanted));
    }),
  );

/** For somebody who lost the telephone or the password. */
export const inviteAgain =
  (desk: AdminDesk) =>
  (asked: Asked): Promise<AdminAnswer> => {
    const { name = '' } = asked.params;
    return atLarge(desk, asked, 'keep-accounts', { invitedAgain: name }, async () =>
      invitationOf(await desk.accounts.inviteAgain(name)),
    );
  };

type Outcome = Awaited<ReturnType<AdminDesk['accounts']['invite' | 'inviteAgain']>>;

function invitationOf(made: Outcome): AdminAnswer {
  if (made.outcome !== 'invited') return refuse(made.outcome);
  const { access, code, until } = made;
  return answer({ ...access, invitation: code, until }, 201);
}

export const endAccount =
  (desk: AdminDesk) =>
  (asked: Asked): Promise<AdminAnswer> => {
    const { name = '' } = asked.params;
    return atLarge(desk, asked, 'keep-accounts', { ended: name }, async () =>
      (await desk.accounts.end(name)) ? answer({ outcome: 'done' }) : refuse('unknown-account'),
    );
  };

/** Somebody's, for who keeps the accounts. */
export const listSessionsOf =
  (desk: AdminDesk) =>
  (asked: Asked): Promise<AdminAnswer> => {
    const { name = '' } = asked.params;
    return atLarge(desk, asked, 'keep-accounts', { sessionsOf: name }, async () =>
      answer({ sessions: await desk.sessions.of(name) }),
    );
  };

export const endSessionOf =
  (desk: AdminDesk) =>
  (asked: Asked): Promise<AdminAnswer> => {
    const { name = '', id = '' } = asked.params;
    return atLarge(desk, asked, 'keep-accounts', { endedSessionOf: name }, async () =>
      (await desk.sessions.end(name, { id })) > 0 ? answer({ outcome: 'done' }) : refuse('unknown-session'),
    );
  };

/** One's own. */
export const listSessions =
  ({ sessions }: Pick<AdminDesk, 'sessions'>) =>
  async ({ who }: Asked): Promise<AdminAnswer> =>
    answer({ sessions: await sessions.of(who.name) });

/** One of one's own, or with `others` all but this one. */
export const endSession =
  ({ sessions }: Pick<AdminDesk, 'sessions'>) =>
  async ({ who, sessionId, params: { id = '' } }: Asked): Promise<AdminAnswer> => {
    const ended = await sessions.end(who.name, id === 'others' ? { allBut: sessionId } : { id });
    return ended > 0 || id === 'others' ? answer({ outcome: 'done', ended }) : refuse('unknown-session');
  };
