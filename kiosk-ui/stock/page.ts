import type { GateSnapshot, StockSnapshot } from '#api';
import type { Connection } from '../link/link.ts';
import { replaces } from '../link/link.ts';
import type { Answers } from './answers.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import type { PageState, Section } from './page-state.ts';
import type { Instant } from './terms.ts';

export interface PageDeps {
  readonly answers: Pick<Answers, 'forget'>;
  readonly start: Pick<PageState, 'section' | 'language'>;
  /** Called after every change of the state, once for each. */
  readonly show: (state: PageState) => void;
}

/** The manager's page without its pixels. */
export interface Page {
  state(): PageState;
  readonly drafts: Drafts;
  connection(connection: Connection): void;
  snapshot(snapshot: StockSnapshot): void;
  gate(gate: GateSnapshot): void;
  open(section: Section): void;
  help(help: PageState['help']): void;
  switchLanguage(): void;
  clock(now: Instant): void;
}

export function createPage({ answers, start, show }: PageDeps): Page {
  let state: PageState = {
    ...start,
    connection: 'connecting',
    snapshot: null,
    gate: null,
    help: 'closed',
    now: 0 as Instant,
  };
  let fresh = true;
  const drafts = createDrafts();

  const set = (change: Partial<PageState>) => {
    state = { ...state, ...change };
    show(state);
  };

  return {
    state: () => state,
    drafts,
    connection(connection) {
      // After a restart of the till its revisions begin again.
      if (connection === 'online') fresh = true;
      set({ connection });
    },
    snapshot(snapshot) {
      if (!fresh && !replaces(state.snapshot, snapshot)) return;
      fresh = false;
      answers.forget();
      drafts.belongTo(snapshot.you.operatorId);
      set({ snapshot, gate: null, now: snapshot.clock.now });
    },
    gate(gate) {
      fresh = true;
      answers.forget();
      set({ gate, snapshot: null, help: 'closed', now: gate.now });
    },
    open: (section) => set({ section }),
    help(help) {
      if (state.snapshot) set({ help });
    },
    switchLanguage: () => set({ language: state.language === 'zh' ? 'en' : 'zh' }),
    clock: (now) => set({ now }),
  };
}
