import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SignIn } from '#api';
import type { Asking } from '../link/asking.ts';
import type { SignInOutcome } from '../link/seat.ts';
import { defaultPreferences } from '../preferences.ts';
import type { Words } from '../words/words.ts';
import { zh } from '../words/zh.ts';
import type { Intent } from './intents.ts';
import { type CounterState, startState } from './state.ts';

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

const lost = { ok: false, code: 'lost' } as const;

export const ScreenContext = createContext<Screen>({
  words: zh,
  state: startState(defaultPreferences, false),
  perform: () => undefined,
  till: { ask: async () => lost, signIn: async () => lost, signOut: () => undefined },
});

export const useScreen = (): Screen => useContext(ScreenContext);
