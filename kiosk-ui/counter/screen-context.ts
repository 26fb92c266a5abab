import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { defaultPreferences } from '../preferences.ts';
import type { Words } from '../words/words.ts';
import { zh } from '../words/zh.ts';
import type { Intent } from './intents.ts';
import { type CounterState, startState } from './state.ts';

/** What every part of the screen sees: the state, the words for it, and one way to ask for something. */
export interface Screen {
  readonly words: Words;
  readonly state: CounterState;
  readonly perform: (intent: Intent) => void;
}

export const ScreenContext = createContext<Screen>({
  words: zh,
  state: startState(defaultPreferences, false),
  perform: () => undefined,
});

export const useScreen = (): Screen => useContext(ScreenContext);
