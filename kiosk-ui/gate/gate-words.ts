import type { OperatorView } from '#api';
import type { SignInOutcome } from '../link/seat.ts';

type Instant = NonNullable<OperatorView['lockedUntil']>;
type RefusalWithoutFigures = Exclude<Extract<SignInOutcome, { ok: false }>['code'], 'wrong-pin' | 'locked'>;

/** Everything the sign-in says; a page fetches it with its other words. */
export interface GateWords {
  readonly title: string;
  readonly choose: string;
  readonly pinOf: (name: string) => string;
  readonly pin: string;
  readonly keyed: (digits: number) => string;
  readonly keypad: string;
  readonly erase: string;
  readonly signIn: string;
  readonly other: string;
  readonly cancel: string;
  readonly drill: string;
  readonly nobody: string;
  readonly roles: Readonly<Record<OperatorView['role'], string>>;
  readonly lockedUntil: (until: Instant) => string;
  readonly wrongPin: (attemptsLeft: number) => string;
  readonly locked: (until: Instant) => string;
  readonly refusals: Readonly<Record<RefusalWithoutFigures, string>>;
}

/** What is said to a person who was not signed in. */
export function refusalSentence(words: GateWords, refusal: Extract<SignInOutcome, { ok: false }>): string {
  switch (refusal.code) {
    case 'wrong-pin':
      return words.wrongPin(refusal.attemptsLeft);
    case 'locked':
      return words.locked(refusal.until as Instant);
    default:
      return words.refusals[refusal.code];
  }
}
