import { may } from '../may.ts';
import { usePage } from '../page-context.ts';
import { Accounts } from './accounts.tsx';
import { OwnSessions } from './sessions.tsx';

/** Who may sign in, and where one is signed in oneself. */
export function PeopleSection() {
  const { state } = usePage();
  if (!may(state.me, 'keep-accounts')) return <OwnSessions />;
  return (
    <Accounts>
      <OwnSessions />
    </Accounts>
  );
}
