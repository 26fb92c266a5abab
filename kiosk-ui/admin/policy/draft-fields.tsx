import { usePage } from '../page-context.ts';
import type { Draft } from './draft.ts';
import { FigureField, TextField, TimeField } from './fields.tsx';

const childMasksFor = ['child-cards', 'any-card'] as const;
const weekdayBinds = ['everybody', 'adult-cards', 'nobody'] as const;
const promised = ['left-out', 'counted'] as const;

/** Everything that a rule set says, to be written. */
export function DraftFields({
  draft,
  missing,
  onWrite,
}: {
  readonly draft: Draft;
  readonly missing: readonly (keyof Draft)[];
  readonly onWrite: (part: Partial<Draft>) => void;
}) {
  const { words } = usePage();
  const { policy, kinds } = words;
  const fault = (key: keyof Draft) => (missing.includes(key) ? policy.missing : null);
  const figure = (label: string, key: FigureKey) => (
    <FigureField
      label={label}
      fault={fault(key)}
      value={draft[key]}
      onValue={(value) => onWrite({ [key]: value })}
    />
  );
  return (
    <div class="trio">
      <TextField label={policy.id} fault={fault('id')} value={draft.id} onValue={(id) => onWrite({ id })} />
      <TimeField
        label={policy.effective}
        fault={fault('effective')}
        value={draft.effective}
        onValue={(effective) => onWrite({ effective })}
      />
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
