import { useEffect, useRef } from 'preact/hooks';
import { OutletCard } from '../outlet-card.tsx';
import type { Shown } from '../screen-parts.ts';
import type { StockMap } from './stock-map.ts';

/** The map, with the card of what was chosen on it. Its program is fetched when it is opened for the first time. */
export function MapPanel(page: Shown) {
  const { state, words, act } = page;
  if (state.map === 'closed') return null;
  return (
    <section class="map-panel" data-stage={state.map} aria-label={words.map.name}>
      {state.map === 'failed' ? <p class="map-said">{words.map.failed}</p> : <Drawn {...page} />}
      {state.map === 'loading' && (
        <p class="map-said" role="status">
          {words.map.loading}
        </p>
      )}
      {state.chosen && (
        <section class="chosen-outlet" aria-live="polite" aria-label={state.chosen.name}>
          <button type="button" class="button close" onClick={() => act?.choose(null)}>
            {words.map.closeCard}
          </button>
          <OutletCard {...page} outlet={state.chosen} />
        </section>
      )}
    </section>
  );
}

function Drawn({ state, words, act }: Shown) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<StockMap | null>(null);
  const { country } = state;
  useEffect(() => {
    let stage: 'wanted' | 'gone' = 'wanted';
    act?.loadMap().then(
      ({ createStockMap }) => {
        if (stage === 'gone' || !box.current || !act) return;
        const choose = act.choose;
        map.current = createStockMap({ box: box.current, words, tiles: state.tiles, choose });
        drawIfKnown();
      },
      () => act?.mapStage('failed'),
    );
    return () => {
      stage = 'gone';
      map.current?.remove();
      map.current = null;
    };
  }, []);
  const drawIfKnown = () => {
    const latest = act?.state();
    if (!latest?.country || !map.current) return;
    map.current.show(latest.country, latest.near.stage === 'on' ? latest.near.place : null);
    if (latest.map === 'loading') act?.mapStage('open');
  };
  useEffect(drawIfKnown, [country, state.at, state.near]);
  return <div class="map" ref={box} />;
}
