import { type Actor, type Instant, instant, mayDo, type OperatorId, parsePin, type Role } from '#rules';
import type { Operator, Store } from '#store';
import { type PinProof, pinMatches, provePin } from './pin-proof.ts';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';

export type SignedIn =
  | { readonly outcome: 'signed-in'; readonly operator: Operator }
  | { readonly outcome: 'wrong-pin'; readonly attemptsLeft: number }
  | { readonly outcome: 'locked'; readonly until: Instant }
  /** No such person, or one who has left or was never given a PIN. */
  | { readonly outcome: 'unknown' };

/** What became of a change of people. Anything but `done` changed nothing. */
export type OperatorAnswer =
  | 'done'
  | 'not-your-right'
  | 'unknown'
  | 'not-a-pin'
  | 'pin-too-simple'
  | 'last-manager';

export interface KeepOperator {
  readonly commandId: string;
  /** `null` adds a person, who needs a PIN. */
  readonly operatorId: OperatorId | null;
  readonly name: string;
  readonly role: Role;
  /** `false`: has left; the name stays with what they did. */
  readonly active: boolean;
  /** `null` leaves the PIN as it is. */
  readonly pin: string | null;
}

export interface SetPin {
  readonly commandId: string;
  readonly operatorId: OperatorId;
  readonly pin: string;
}

/** Who works here, and how each proves to be who they say. All reject with a storage error if nothing could be kept. */
export interface OperatorDesk {
  /** Five wrong PINs lock a person for a quarter of an hour. Attempts for one person are made one after another. */
  signIn(operatorId: OperatorId, pin: string): Promise<SignedIn>;
  keep(order: KeepOperator, actor: Actor): Promise<OperatorAnswer>;
  /** One's own PIN, or anybody's by whoever keeps the operators; also unlocks. */
  setPin(order: SetPin, actor: Actor): Promise<OperatorAnswer>;
  /** The first manager. `not-now` where there are operators already. */
  begin(first: { readonly name: string; readonly pin: string }): Promise<BeginAnswer>;
  /** For whoever has the machine itself: a new PIN for the first manager. @returns whose it is, or `null` without one */
  resetManager(pin: string): Promise<Operator | null>;
  readonly changed: Signal;
}

export type BeginAnswer = 'done' | 'not-a-pin' | 'pin-too-simple' | 'not-now';

export interface OperatorDeskDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  /** A fresh UUID. */
  readonly newId: () => string;
}

const mostFailures = 5;
const lockMs = 15 * 60_000;

export function createOperatorDesk({ store, time, newId }: OperatorDeskDeps): OperatorDesk {
  const { operators, pins } = store;
  const changed = createSignal();
  const inTurn = createTurns();

  const lockOf = ({ lockedUntil }: Operator): Instant | null =>
    lockedUntil !== null && lockedUntil > time.now() ? lockedUntil : null;

  async function attempt(operatorId: OperatorId, pin: string): Promise<SignedIn> {
    const operator = operators.byId(operatorId);
    const proof = pins.of(operatorId);
    if (!operator?.active || !proof) return { outcome: 'unknown' };
    const until = lockOf(operator);
    if (until !== null) return { outcome: 'locked', until };
    if (proof.failures >= mostFailures) return lock(operatorId);
    // Counted before it is tried, so that a program that is cut off in between gives nobody an attempt for nothing.
    store.transact(() => pins.countFailure(operatorId));
    if (await pinMatches(pin, proof)) return welcome(operatorId);
    const attemptsLeft = mostFailures - proof.failures - 1;
    return attemptsLeft > 0 ? { outcome: 'wrong-pin', attemptsLeft } : lock(operatorId);
  }

  function lock(operatorId: OperatorId): SignedIn {
    const at = time.now();
    const until = instant(at + lockMs);
    store.transact(() => {
      store.record({ kind: 'operator-locked', operatorId, until }, at);
      pins.forgetFailures(operatorId);
    });
    changed.raise();
    return { outcome: 'locked', until };
  }

  function welcome(operatorId: OperatorId): SignedIn {
    store.transact(() => {
      pins.forgetFailures(operatorId);
      store.record({ kind: 'signed-in', by: operatorId }, time.now());
    });
    // Asked anew: while the PIN was tried the person may have been changed.
    const operator = operators.byId(operatorId);
    return operator?.active ? { outcome: 'signed-in', operator } : { outcome: 'unknown' };
  }

  function leavesNoManager({ operatorId, role, active }: KeepOperator): boolean {
    const manages = (other: Pick<Operator, 'role' | 'active'>) => other.active && other.role === 'manager';
    if (manages({ role, active })) return false;
    return !operators.all().some((other) => other.operatorId !== operatorId && manages(other));
  }

  function recordKept(
    order: KeepOperator,
    proof: PinProof | null,
    { operatorId: by }: Actor,
  ): OperatorAnswer {
    const { commandId, name, role, active } = order;
    if (store.commandsDone.has(commandId)) return 'done';
    if (order.operatorId !== null && !operators.byId(order.operatorId)) return 'unknown';
    if (leavesNoManager(order)) return 'last-manager';
    const operatorId = order.operatorId ?? (newId() as OperatorId);
    store.record({ kind: 'operator-kept', commandId, operatorId, name, role, active, by }, time.now());
    if (proof) recordPin({ commandId, operatorId, by }, proof);
    return 'done';
  }

  function recordPin(fact: { commandId: string; operatorId: OperatorId; by?: OperatorId }, proof: PinProof) {
    store.record({ kind: 'pin-set', ...fact }, time.now());
    pins.keep(fact.operatorId, proof);
  }

  function announced<A extends string>(answer: A): A {
    if (answer === 'done') changed.raise();
    return answer;
  }

  return {
    changed,
    signIn: (operatorId, pin) => inTurn(operatorId, () => attempt(operatorId, pin)),

    async keep(order, actor) {
      if (!mayDo(actor.role, 'keep-operators')) return 'not-your-right';
      if (order.operatorId === null && order.pin === null) return 'not-a-pin';
      const pin = order.pin === null ? null : parsePin(order.pin);
      if (pin && !pin.ok) return pin.problem;
      const record = async () => {
        const proof = pin && (await provePin(pin.value));
        return announced(store.transact(() => recordKept(order, proof, actor)));
      };
      return order.operatorId === null ? record() : inTurn(order.operatorId, record);
    },

    async setPin({ commandId, operatorId, pin }, actor) {
      if (operatorId !== actor.operatorId && !mayDo(actor.role, 'keep-operators')) return 'not-your-right';
      const given = parsePin(pin);
      if (!given.ok) return given.problem;
      return inTurn(operatorId, async () => {
        const proof = await provePin(given.value);
        const answer = store.transact((): OperatorAnswer => {
          if (store.commandsDone.has(commandId)) return 'done';
          if (!operators.byId(operatorId)) return 'unknown';
          recordPin({ commandId, operatorId, by: actor.operatorId }, proof);
          return 'done';
        });
        return announced(answer);
      });
    },

    async resetManager(pin) {
      const manager = operators.all().find(({ role, active }) => role === 'manager' && active);
      if (!manager) return null;
      const proof = await provePin(pin);
      const { operatorId } = manager;
      await inTurn(operatorId, async () =>
        store.transact(() => recordPin({ commandId: newId(), operatorId }, proof)),
      );
      changed.raise();
      return manager;
    },

    async begin({ name, pin }) {
      const given = parsePin(pin);
      if (!given.ok) return given.problem;
      const proof = await provePin(given.value);
      const answer = store.transact((): BeginAnswer => {
        if (operators.all().length > 0) return 'not-now';
        const fact = { commandId: newId(), operatorId: newId() as OperatorId };
        store.record({ kind: 'operator-kept', ...fact, name, role: 'manager', active: true }, time.now());
        recordPin(fact, proof);
        return 'done';
      });
      return announced(answer);
    },
  };
}

/** Lets what concerns one person happen one after another, in the order in which it was asked for. */
function createTurns() {
  const last = new Map<OperatorId, Promise<unknown>>();
  return <T>(operatorId: OperatorId, work: () => Promise<T>): Promise<T> => {
    const turn = (last.get(operatorId) ?? Promise.resolve()).catch(() => undefined).then(work);
    last.set(operatorId, turn);
    const forget = () => {
      if (last.get(operatorId) === turn) last.delete(operatorId);
    };
    turn.then(forget, forget);
    return turn;
  };
}
