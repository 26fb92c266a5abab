import type { CounterSnapshot, GateSnapshot } from '#api';
import { Gate } from '../../gate/gate.tsx';
import { useScreen } from '../screen-context.ts';
import { Dialog } from './dialog.tsx';

/** 換人: another person signs in over the one who is there; nothing on the counter is lost by it. */
export function PersonDialog({ snapshot }: { readonly snapshot: CounterSnapshot }) {
  const { words, perform, till } = useScreen();
  const { you } = snapshot;
  const { person } = words;
  const gate = gateFor(snapshot);
  return (
    <Dialog title={person.change} size={gate ? 'wide' : 'plain'}>
      <div class="signed-in">
        <p>
          {person.signedIn(you.name)} <span class="hint">{person.roles[you.role]}</span>
        </p>
        <button type="button" class="button" data-first={gate ? undefined : true} onClick={till.signOut}>
          {person.signOut}
        </button>
      </div>
      {gate ? (
        <Gate
          gate={gate}
          words={words.gate}
          signIn={till.signIn}
          onCancel={() => perform({ want: 'close-dialog' })}
        />
      ) : (
        <p class="hint">{person.hint}</p>
      )}
    </Dialog>
  );
}

/** Who else may sign in. */
function gateFor({ you, mode, outlet, clock, ...snapshot }: CounterSnapshot): GateSnapshot | null {
  const operators = snapshot.operators.filter(({ operatorId }) => operatorId !== you.operatorId);
  return operators.length > 0 ? { mode, outlet, operators, now: clock.now } : null;
}
