import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';
import type { AdminWords } from './words/words.ts';

/** Where the page is drawn just now. */
export type Medium = 'screen' | 'paper';

/** What every part of the page may use. */
export interface Page {
  readonly words: AdminWords;
  readonly state: DeskState;
  readonly desk: Desk;
  readonly medium: Medium;
  /** Opens the plan of a delivery with these filled in. */
  readonly planGoods: (plan: GoodsPlan) => void;
  readonly plan: GoodsPlan | null;
}

export interface GoodsPlan {
  readonly outlets: readonly string[];
  readonly adult: number;
  readonly child: number;
}

const context = createContext<Page | null>(null);
export const PageProvider = context.Provider;

export function usePage(): Page {
  const page = useContext(context);
  if (!page) throw new Error('outside of the page');
  return page;
}
