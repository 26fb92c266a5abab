import { useState } from 'preact/hooks';
import { TextEntry } from '../../stock/parts/entries.tsx';
import { usePage } from '../page-context.ts';
import type { Role } from '../wall.ts';
import { ScopeField } from './scope-field.tsx';

const roles: readonly Role[] = ['authority', 'county', 'chain', 'outlet'];

export interface WantedAccess {
  readonly name: string;
  readonly role: Role;
  readonly scope: string;
}

/** Somebody new: name, role, and of what, chosen from what there is. */
export function InviteForm({
  onInvite,
}: {
  readonly onInvite: (access: WantedAccess) => Promise<'invited' | 'refused'>;
}) {
  const { words } = usePage();
  const { people } = words;
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('outlet');
  const [scope, setScope] = useState('');
  // The next one is searched from the beginning.
  const [round, setRound] = useState(0);
  const isWhole = name.trim() !== '' && (role === 'authority' || scope !== '');
  const invite = async () => {
    if ((await onInvite({ name: name.trim(), role, scope })) === 'refused') return;
    setName('');
    setScope('');
    setRound(round + 1);
  };
  return (
    <form
      class="form"
      aria-label={people.invite}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void invite();
      }}
    >
      <h3>{people.inviteNew}</h3>
      <div class="trio">
        <TextEntry label={words.door.name} value={name} onValue={setName} />
        <label class="entry">
          <span>{people.role}</span>
          <select
            value={role}
            onChange={({ currentTarget }) => {
              setRole(currentTarget.value as Role);
              setScope('');
            }}
          >
            {roles.map((each) => (
              <option key={each} value={each}>
                {words.roles[each]}
              </option>
            ))}
          </select>
        </label>
        {role !== 'authority' && (
          <ScopeField key={`${role} ${round}`} role={role} scope={scope} onScope={setScope} />
        )}
      </div>
      <div class="answers">
        <button class="button" type="submit" disabled={!isWhole}>
          {people.invite}
        </button>
      </div>
    </form>
  );
}
