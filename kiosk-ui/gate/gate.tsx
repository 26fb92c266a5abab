import './gate.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { GateSnapshot, OperatorView, SignIn } from '#api';
import type { SignInOutcome } from '../link/seat.ts';
import { Button } from '../look/button.tsx';
import { type GateWords, refusalSentence } from './gate-words.ts';
import { PinPad } from './pin-pad.tsx';

/** Who is there, and their PIN; fills the box that it stands in, a page or a dialog. */
export interface GateProps {
  readonly gate: GateSnapshot;
  readonly words: GateWords;
  readonly signIn: (who: SignIn) => Promise<SignInOutcome>;
  /** Offered where the gate may be left without signing in. */
  readonly onCancel?: () => void;
}

export function Gate({ gate, words, signIn, onCancel }: GateProps) {
  const [chosen, setChosen] = useState<OperatorView['operatorId'] | null>(null);
  const [pin, setPin] = useState('');
  // Kept as the till said it, so that it changes its language with the page.
  const [refusal, setRefusal] = useState<Extract<SignInOutcome, { ok: false }> | null>(null);
  const [asking, setAsking] = useState<'idle' | 'asked'>('idle');
  const people = useRef<HTMLUListElement>(null);

  const [only] = gate.operators.length === 1 ? gate.operators : [];
  const who = gate.operators.find(({ operatorId }) => operatorId === chosen) ?? only ?? null;

  const choose = (operatorId: OperatorView['operatorId'] | null) => {
    setChosen(operatorId);
    setPin('');
    setRefusal(null);
  };
  const tryPin = async () => {
    if (!who || pin === '' || asking === 'asked') return;
    setAsking('asked');
    const outcome = await signIn({ operatorId: who.operatorId, pin });
    setAsking('idle');
    setPin('');
    if (!outcome.ok) setRefusal(outcome);
  };

  const nobody = who === null;
  useEffect(() => {
    if (nobody) people.current?.querySelector('button')?.focus();
  }, [nobody]);
  useChoiceByDigit(gate.operators, nobody, choose);

  return (
    <section
      class="gate"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (chosen !== null) choose(null);
        else if (onCancel) onCancel();
        else return;
        // Otherwise the same key would also close the dialog in which the gate stands.
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div class="parts">
        <header>
          <p>
            {gate.mode === 'drill' && <b class="drill">{words.drill}</b>}
            {gate.outlet.name}
          </p>
          <h1>{words.title}</h1>
        </header>
        <ul ref={people} aria-label={words.choose}>
          {gate.operators.map((operator, i) => (
            <li key={operator.operatorId}>
              <Person
                operator={operator}
                digit={i < 9 && nobody ? i + 1 : null}
                chosen={operator === who}
                now={gate.now}
                words={words}
                onPress={() => choose(operator.operatorId)}
              />
            </li>
          ))}
        </ul>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void tryPin();
          }}
        >
          <p class="ask">
            {gate.operators.length === 0 ? words.nobody : who ? words.pinOf(who.name) : words.choose}
          </p>
          <PinPad key={who?.operatorId} words={words} pin={pin} onPin={setPin} open={who !== null} />
          <p class="refusal" role="alert">
            {refusal && refusalSentence(words, refusal)}
          </p>
          <div class="answers">
            {chosen !== null ? (
              <Button label={words.other} keycap="Esc" shortcut="Escape" onPress={() => choose(null)} />
            ) : (
              onCancel && <Button label={words.cancel} keycap="Esc" shortcut="Escape" onPress={onCancel} />
            )}
            <button
              type="submit"
              class="button main"
              data-keycap="Enter"
              disabled={who === null || pin === '' || asking === 'asked'}
            >
              {words.signIn}
            </button>
          </div>
        </form>
      </div>
    </section>
  );
}

/** The number keys choose a person as long as nobody is chosen, wherever the focus is. */
function useChoiceByDigit(
  operators: readonly OperatorView[],
  open: boolean,
  choose: (operatorId: OperatorView['operatorId']) => void,
): void {
  useEffect(() => {
    if (!open) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
      const operator = operators[Number(event.key) - 1];
      if (!operator) return;
      // The digit has chosen a person; it must not also be the first of the PIN.
      event.preventDefault();
      choose(operator.operatorId);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}

interface PersonProps {
  readonly operator: OperatorView;
  readonly digit: number | null;
  readonly chosen: boolean;
  readonly now: GateSnapshot['now'];
  readonly words: GateWords;
  readonly onPress: () => void;
}

function Person({ operator, digit, chosen, now, words, onPress }: PersonProps) {
  const { name, role, lockedUntil } = operator;
  const locked = lockedUntil !== null && lockedUntil > now;
  return (
    <button
      type="button"
      class={`button person ${chosen ? 'chosen' : ''}`}
      data-keycap={digit ?? undefined}
      aria-keyshortcuts={digit === null ? undefined : String(digit)}
      aria-pressed={chosen}
      onClick={onPress}
    >
      <span>
        <b>{name}</b>
        <span class="role">{locked ? words.lockedUntil(lockedUntil) : words.roles[role]}</span>
      </span>
    </button>
  );
}
