import { clockTime, minutesBetween } from '../day-format.ts';
import { ageWords } from './age-words.ts';
import type { Shown } from './screen-parts.ts';

/** Said where the centre speaks as only a newer page understands: kindly, with the one thing that helps. */
export function OutdatedSaid({ state, words, act }: Shown) {
  if (state.page === 'current') return null;
  return (
    <p class="said-large outdated-said" role="alert">
      {words.line.outdated}
      <button type="button" class="button" onClick={() => act?.reload()}>
        {words.line.reload}
      </button>
    </p>
  );
}

/** How old everything on the page is: quiet while it is new, amber and then red when the feed has stopped. */
export function LineSaid({ state, words, act }: Shown) {
  const ms = Math.max(0, state.now - state.readAt);
  // "0 minutes ago" would sound like a mistake.
  const age = ageWords(words, Math.max(1, minutesBetween(state.readAt, state.now)));
  const { agedAfterMs, oldAfterMs } = state.freshness;
  const tone = ms >= oldAfterMs ? 'old' : ms >= agedAfterMs || state.line === 'silent' ? 'aged' : 'fresh';
  const said =
    tone === 'old'
      ? words.line.old(age)
      : state.line === 'silent'
        ? words.line.silent(age)
        : tone === 'aged'
          ? words.line.aged(age)
          : words.line.upToDate(clockTime(state.readAt));
  return (
    <p
      class="line-said"
      data-tone={tone}
      data-line={state.line}
      role={tone === 'fresh' ? undefined : 'status'}
    >
      <span>{said}</span>
      {tone !== 'fresh' && (
        <button type="button" class="link" onClick={() => act?.seenAgain()}>
          {words.line.again}
        </button>
      )}
    </p>
  );
}
