import { grouped } from '../day-format.ts';
import { BandMark } from '../look/band-mark.tsx';
import { pageAddress } from './address.ts';
import { pageSize } from './look-up.ts';
import { MapPanel } from './map/map-panel.tsx';
import { OutletCard } from './outlet-card.tsx';
import type { Shown } from './screen-parts.ts';

/** How many were found, the map if it is wanted, the outlets, and the way to the next ones. */
export function OutletList(page: Shown) {
  const { state, words, act } = page;
  return (
    <>
      <ListHead {...page} />
      <NearSaid {...page} />
      <MapPanel {...page} />
      {state.list === 'failed' && (
        <p class="said-large" data-tone="old" role="alert">
          {words.list.failed}
          <button type="button" class="button" onClick={() => act?.search(state.query)}>
            {words.list.again}
          </button>
        </p>
      )}
      {state.outlets.length === 0 ? (
        <div class="none-found">
          <BandMark band="none" />
          <p>
            <b>{words.list.none}</b>
            {words.list.noneHint}
          </p>
        </div>
      ) : (
        <ul class="outlets" aria-busy={state.list === 'asking'}>
          {state.outlets.map((outlet) => (
            <li key={outlet.code}>
              <OutletCard {...page} outlet={outlet} />
            </li>
          ))}
        </ul>
      )}
      <Pages {...page} />
    </>
  );
}

function ListHead({ state, words, act }: Shown) {
  const isNear = state.near.stage === 'on';
  const isAsking = state.near.stage === 'asking';
  const isOpen = state.map !== 'closed';
  return (
    <div class="list-head">
      <p role="status">
        <b>{state.list === 'asking' ? words.list.asking : words.list.found(grouped(state.total))}</b>
        <span>{isNear ? words.list.nearest : words.list.most}</span>
      </p>
      {/* Without a program they could do nothing, so they are not seen; their room is kept, so that nothing moves. */}
      <p class="tools">
        <button
          type="button"
          class={isNear ? 'button chosen' : 'button'}
          aria-pressed={isNear}
          // Pressed again it is called off: a browser may wait for an answer that never comes.
          onClick={() => (isNear || isAsking ? act?.notNear() : act?.nearMe())}
        >
          {isAsking ? words.near.asking : words.near.go}
        </button>
        <button
          type="button"
          class={isOpen ? 'button chosen' : 'button'}
          aria-expanded={isOpen}
          onClick={() => (isOpen ? act?.closeMap() : act?.openMap())}
        >
          {isOpen ? words.map.close : words.map.open}
        </button>
      </p>
    </div>
  );
}

function NearSaid({ state, words, act }: Shown) {
  const said = nearWords(state.near.stage, words);
  const isBare = state.tiles !== null && state.near.stage === 'on' && state.map !== 'closed';
  return (
    <div role="status">
      {said && (
        <p class="near-said" data-stage={state.near.stage}>
          {said}
          {isBare && <span class="bare">{words.map.noTiles}</span>}
          <button type="button" class="link" onClick={() => act?.notNear()}>
            {words.near.off}
          </button>
        </p>
      )}
    </div>
  );
}

function nearWords(stage: Shown['state']['near']['stage'], { near }: Shown['words']): string | null {
  switch (stage) {
    case 'off':
    case 'asking':
      return null;
    case 'no-figures':
      return near.noFigures;
    case 'on':
    case 'refused':
    case 'outside':
    case 'silent':
      return near[stage];
  }
}

function Pages({ state, words, act }: Shown) {
  const { query, next, language } = state;
  return (
    <nav class="pages" aria-label={words.parts.list}>
      {(query.after ?? 0) > 0 && state.running === 'still' && (
        <a class="button" href={pageAddress(language, { ...query, after: 0 }, 'list')}>
          {words.list.first}
        </a>
      )}
      {next !== null && (
        <a
          class="button"
          href={pageAddress(language, { ...query, after: next }, 'list')}
          onClick={(event) => {
            if (!act) return;
            event.preventDefault();
            act.more();
          }}
        >
          {words.list.more(Math.min(pageSize, Math.max(1, state.total - state.outlets.length)))}
        </a>
      )}
    </nav>
  );
}
