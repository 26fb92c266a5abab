import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Command, OfferPairingReply, SignIn } from '#api';
import type { Outcome } from '../link/outbox.ts';
import type { SignInOutcome } from '../link/seat.ts';
import type { Answers } from './answers.ts';
import type { Drafts } from './drafts.ts';
import type { PageState, Section } from './page-state.ts';
import type { TakenBack } from './take-back.ts';
import type { Instant, StockSnapshot } from './terms.ts';
import type { Words } from './words/words.ts';

/** What the page does for its parts, whatever it shows. */
export interface Doings {
  readonly send: (command: Command) => Promise<Outcome>;
  readonly signIn: (who: SignIn) => Promise<SignInOutcome>;
  readonly signOut: () => void;
  readonly open: (section: Section) => void;
  readonly help: (help: PageState['help']) => void;
  readonly switchLanguage: () => void;
  readonly newId: () => string;
  /** Fetches a report and lets the browser save it. Answers whether there was one. */
  readonly saveReport: (path: string, name: string) => Promise<'saved' | 'refused' | 'lost'>;
  /** Asks for a code by which one phone may be paired, at this address of the machine or at the till's own choice. */
  readonly offerPairing: (
    address: string | null,
  ) => Promise<OfferPairingReply | { readonly ok: false; readonly code: 'lost' }>;
  /** Gives the till a file that came from the centre. */
  readonly takeBack: (file: Blob) => Promise<TakenBack>;
  readonly drafts: Drafts;
  readonly answers: Answers;
}

/** What every part of a section sees. */
export interface PageView extends Doings {
  readonly words: Words;
  readonly snapshot: StockSnapshot;
  readonly now: Instant;
}

const Context = createContext<PageView | null>(null);
export const PageProvider = Context.Provider;

export function usePage(): PageView {
  const view = useContext(Context);
  if (!view) throw new Error('a part of the manager’s page stands outside of it');
  return view;
}

/** Like `useState`, but kept while another section is open. A draft belongs to one form, by its name. */
export function useDraft<T>(name: string, empty: T): readonly [T, (draft: T) => void] {
  const { drafts } = usePage();
  const [draft, setDraft] = useState<T>(() => (drafts.get(name) as T | undefined) ?? empty);
  return [
    draft,
    (next) => {
      drafts.set(name, next);
      setDraft(next);
    },
  ];
}
