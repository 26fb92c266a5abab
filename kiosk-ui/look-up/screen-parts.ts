import type { LookUp } from './look-up.ts';
import type { LookUpState } from './look-up-state.ts';
import type { LookUpWords } from './words/look-up-words.ts';

/** What every part of the page is given. `act` is `null` on the server, where nobody can press anything. */
export interface Shown {
  readonly state: LookUpState;
  readonly words: LookUpWords;
  readonly act: LookUp | null;
}
