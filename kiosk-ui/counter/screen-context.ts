import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SignIn } from '#api';
import type { Asking } from '../link/asking.ts';
import type { SignInOutcome } from '../link/seat.ts';
import type { Words } from '../words/words.ts';
import type { Intent } from './intents.ts';
import type { CounterState } from './state.ts';

/** What goes to the till and comes back to the part of the screen that asked, not to the state. */
export interface TillPort extends Asking {
  signIn(who: SignIn): Promise<SignInOutcome>;
  signOut(): void;
}

/** What every part of the screen sees: the state, the words for it, and the ways to ask for something. */
export interface Screen {
  readonly words: Words;
  readonly state: CounterState;
  readonly perform: (intent: Intent) => void;
  readonly till: TillPort;
}

const Context = createContext<Screen | null>(null);
export const ScreenProvider = Context.Provider;

export function useScreen(): Screen {
  const screen = useContext(Context);
  if (!screen) throw new Error('a part of the counter stands outside of it');
  return screen;
}
