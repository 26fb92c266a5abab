import { useState } from 'preact/hooks';
import { clockTime } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import type { OperatorView } from '../terms.ts';
import { OperatorDialog } from './operator-dialog.tsx';
import { OutletForm } from './outlet-form.tsx';
import { PinDialog } from './pin-dialog.tsx';

type Open =
  | { readonly what: 'nothing' | 'add' }
  | { readonly what: 'edit' | 'pin'; readonly operator: OperatorView };

/** 人員與店別: who works here, and what the slips say on top. */
export function PeopleSection() {
  const { words, snapshot, now } = usePage();
  const { people } = words;
  const { you, operators } = snapshot;
  const manager = you.role === 'manager';
  const [open, setOpen] = useState<Open>({ what: 'nothing' });
  const close = () => setOpen({ what: 'nothing' });
  const stateOf = ({ active, lockedUntil }: OperatorView) => {
    if (!active) return people.left;
    return lockedUntil !== null && lockedUntil > now
      ? people.lockedUntil(clockTime(lockedUntil))
      : people.active;
  };
  const pinLabel = ({ lockedUntil }: OperatorView) =>
    lockedUntil !== null && lockedUntil > now ? people.unlock : people.setPin;
  return (
    <>
      {!manager && <p class="hint">{people.managerOnly}</p>}
      <Block
        title={people.people}
        aside={manager && <Button label={people.add} onPress={() => setOpen({ what: 'add' })} />}
      >
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{people.name}</th>
              <th scope="col">{people.role}</th>
              <th scope="col">{people.state}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {operators.map((operator) => (
              <tr key={operator.operatorId} data-left={operator.active ? undefined : ''}>
                <th scope="row">
                  {operator.name}
                  {operator.operatorId === you.operatorId && <span class="mark">{people.you}</span>}
                </th>
                <td>{words.roles[operator.role]}</td>
                <td data-open={operator.lockedUntil !== null && operator.lockedUntil > now ? '' : undefined}>
                  {stateOf(operator)}
                </td>
                <td class="doing">
                  <div>
                    {manager && (
                      <Button
                        label={people.edit}
                        name={`${people.edit} ${operator.name}`}
                        tone="quiet"
                        onPress={() => setOpen({ what: 'edit', operator })}
                      />
                    )}
                    {(manager || operator.operatorId === you.operatorId) && (
                      <Button
                        label={pinLabel(operator)}
                        name={`${pinLabel(operator)} ${operator.name}`}
                        tone="quiet"
                        onPress={() => setOpen({ what: 'pin', operator })}
                      />
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Block>
      <OutletForm disabled={!manager} />
      {open.what === 'add' && <OperatorDialog operator={null} onClose={close} />}
      {open.what === 'edit' && <OperatorDialog operator={open.operator} onClose={close} />}
      {open.what === 'pin' && <PinDialog operator={open.operator} onClose={close} />}
    </>
  );
}
