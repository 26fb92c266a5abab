import { useScreen } from './screen-context.ts';

/** What the public is told while the shop does not sell, where a person looks; nothing while it does. */
export function SellingFlag() {
  const { words, state } = useScreen();
  const told = state.snapshot?.sellingState.state ?? 'open';
  return told === 'open' ? null : <span class="flag">{words.menu.states[told]}</span>;
}
