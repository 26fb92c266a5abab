import { FigureEntry, TextEntry } from '../../stock/parts/entries.tsx';
import { usePage } from '../page-context.ts';
import type { Draft } from './draft.ts';

const childMasksFor = ['child-cards', 'any-card'] as const;
const weekdayBinds = ['everybody', 'adult-cards', 'nobody'] as const;
const promised = ['left-out', 'counted'] as const;

/** Everything that a rule set says, to be written. */
export function DraftFields({
  draft,
  onWrite,
}: {
  readonly draft: Draft;
  readonly onWrite: (part: Partial<Draft>) => void;
}) {
  const { words } = usePage();
  const { policy, kinds } = words;
  const figure = (label: string, key: FigureKey) => (
    <FigureEntry label={label} most={3} value={draft[key]} onValue={(value) => onWrite({ [key]: value })} />
  );
  return (
    <div class="trio">
      <TextEntry label={policy.id} most={40} value={draft.id} onValue={(id) => onWrite({ id })} />
      <label class="entry">
        <span>{policy.effective}</span>
        <input
          type="datetime-local"
          value={draft.effective}
          onInput={({ currentTarget }) => onWrite({ effective: currentTarget.value })}
        />
      </label>
      {figure(policy.price, 'unitPrice')}
      {figure(policy.pieces(kinds.adult), 'adultPieces')}
      {figure(policy.days(kinds.adult), 'adultDays')}
      {figure(policy.childAge, 'childCardMaxAge')}
      {figure(policy.pieces(kinds.child), 'childPieces')}
      {figure(policy.days(kinds.child), 'childDays')}
      <Select
        label={policy.childMasks}
        options={childMasksFor}
        words={policy.childMasksFor}
        value={draft.childMasksFor}
        onValue={(value) => onWrite({ childMasksFor: value })}
      />
      {figure(policy.proxyAdult, 'proxyAdult')}
      {figure(policy.proxyChild, 'proxyChild')}
      <Select
        label={policy.weekday}
        options={weekdayBinds}
        words={policy.weekdayBinds}
        value={draft.weekdayBinds}
        onValue={(value) => onWrite({ weekdayBinds: value })}
      />
      <Select
        label={policy.tickets}
        options={promised}
        words={policy.promised}
        value={draft.promised}
        onValue={(value) => onWrite({ promised: value })}
      />
    </div>
  );
}

type FigureKey =
  | 'adultPieces'
  | 'adultDays'
  | 'childPieces'
  | 'childDays'
  | 'childCardMaxAge'
  | 'unitPrice'
  | 'proxyAdult'
  | 'proxyChild';

function Select<T extends string>({
  label,
  options,
  words,
  value,
  onValue,
}: {
  readonly label: string;
  readonly options: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onValue: (value: T) => void;
}) {
  return (
    <label class="entry">
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onValue(currentTarget.value as T)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {words[option]}
          </option>
        ))}
      </select>
    </label>
  );
}
