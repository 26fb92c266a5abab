import { centreState, haltOf, mendedByCode } from '../../centre-state.ts';
import { usePage } from '../page-context.ts';
import { CarryBlock } from './carry-block.tsx';
import { Conflicts } from './conflicts.tsx';
import { EnrolBlock } from './enrol-block.tsx';
import { Messages } from './messages.tsx';
import { RulesBlock } from './rules-block.tsx';
import { StandingBlock } from './standing-block.tsx';

/** 中央: how this till stands with the centre, what a manager can do about it, and what came from there. */
export function CentreSection() {
  const { words, snapshot } = usePage();
  const { central, you } = snapshot;
  const state = centreState(central);
  const manager = you.role === 'manager';
  const codeHelps = state === 'not-enrolled' || (state === 'halted' && mendedByCode(haltOf(central.why)));
  return (
    <>
      <div class="pair">
        <StandingBlock />
        <RulesBlock />
      </div>
      {state !== 'none' && (
        <>
          {manager && codeHelps && <EnrolBlock again={state === 'halted' ? 'again' : 'first'} />}
          {!manager && codeHelps && <p class="hint">{words.centre.managerOnly}</p>}
          <Conflicts />
          <Messages />
          {manager && central.mode === 'enrolled' && <CarryBlock />}
        </>
      )}
    </>
  );
}
