import { useState } from 'preact/hooks';
import { normalText, wordsOf } from '../../look-up/normal-text.ts';
import { usePage } from '../page-context.ts';
import type { OutletRow, Role } from '../wall.ts';

interface ScopeFieldProps {
  readonly role: Exclude<Role, 'authority'>;
  /** Empty: none is chosen. */
  readonly scope: string;
  readonly onScope: (scope: string) => void;
}

/** A county, a chain or an outlet of those that there are: what is typed would be of nothing if it were misspelt. */
export function ScopeField({ role, scope, onScope }: ScopeFieldProps) {
  const { words, state } = usePage();
  if (role === 'outlet') return <OutletField scope={scope} onScope={onScope} />;
  const names = [...new Set(state.all.map((row) => row[role]))].filter(Boolean).sort();
  return (
    <label class="entry">
      <span>{words.people.scopes[role]}</span>
      <select value={scope} onChange={({ currentTarget }) => onScope(currentTarget.value)}>
        <option value="">{words.people.choose}</option>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}

/** As many as are read at a glance; who does not find theirs types more. */
const most = 6;

function OutletField({ scope, onScope }: Omit<ScopeFieldProps, 'role'>) {
  const { words, state } = usePage();
  const { people } = words;
  const [text, setText] = useState('');
  const chosen = state.all.find(({ code }) => code === scope);
  const found = text.trim() === '' ? [] : outletsFor(state.all, text);
  return (
    <div class="scope-search">
      <label class="entry">
        <span>{people.scopes.outlet}</span>
        <input
          type="search"
          autocomplete="off"
          placeholder={words.outlets.search}
          value={chosen ? `${chosen.name}（${chosen.code}）` : text}
          onInput={({ currentTarget }) => {
            onScope('');
            setText(currentTarget.value);
          }}
        />
      </label>
      {!chosen && found.length > 0 && (
        <ul>
          {found.slice(0, most).map(({ code, name, county, town }) => (
            <li key={code}>
              <button type="button" class="link" onClick={() => onScope(code)}>
                {name}
              </button>
              <small>
                {code}　{county}
                {town}
              </small>
            </li>
          ))}
        </ul>
      )}
      {!chosen && text.trim() !== '' && (
        <p class="hint" role="status">
          {found.length === 0 ? words.outlets.nothing : found.length > most ? people.typeMore : ''}
        </p>
      )}
    </div>
  );
}

/** One more than are shown, to know whether there are more. */
function outletsFor(rows: readonly OutletRow[], text: string): readonly OutletRow[] {
  const wanted = wordsOf(text);
  const found: OutletRow[] = [];
  for (const row of rows) {
    const searched = normalText([row.code, row.name, row.county, row.town].join(' '));
    if (wanted.every((word) => searched.includes(word))) found.push(row);
    if (found.length > most) break;
  }
  return found;
}
