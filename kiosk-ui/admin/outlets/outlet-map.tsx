import { useEffect, useRef, useState } from 'preact/hooks';
import type { StockMap } from '../../look-up/map/stock-map.ts';
import { lookUpEn } from '../../look-up/words/en.ts';
import { lookUpZh } from '../../look-up/words/zh.ts';
import { usePage } from '../page-context.ts';
import { Trouble } from '../trouble.tsx';
import type { OutletRow } from '../wall.ts';

/** The same map as the public's, of the outlets that the filters leave. */
export function OutletMap() {
  const { words, state, desk } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<StockMap | null>(null);
  const [stage, setStage] = useState<'loading' | 'drawn' | 'missing'>('loading');
  const [round, setRound] = useState(0);
  const shown = useRef(state.rows);
  shown.current = state.rows;
  const draw = () => map.current?.show(countryOf(shown.current), null);
  useEffect(() => {
    let wanted: 'yes' | 'no' = 'yes';
    setStage('loading');
    import('../../look-up/map/stock-map.ts').then(
      ({ createStockMap }) => {
        if (wanted === 'no' || !box.current) return;
        map.current = createStockMap({
          box: box.current,
          words: words.lang === 'en' ? lookUpEn : lookUpZh,
          tiles: null,
          choose: (code) => desk.choose(code),
        });
        setStage('drawn');
        draw();
      },
      () => {
        if (wanted === 'yes') setStage('missing');
      },
    );
    return () => {
      wanted = 'no';
      map.current?.remove();
      map.current = null;
    };
  }, [words, round]);
  useEffect(draw, [state.rows]);
  return (
    <div class="map-panel" data-map={stage}>
      <div class="map" ref={box} />
      {stage === 'loading' && <p class="map-said quiet-at-first">{words.outlets.mapLoading}</p>}
      {stage === 'missing' && (
        <div class="map-trouble">
          <Trouble
            title={words.outlets.mapMissing}
            hint={words.outlets.mapMissingHint}
            again={words.again}
            onAgain={() => setRound(round + 1)}
          />
        </div>
      )}
    </div>
  );
}

const countryOf = (rows: readonly OutletRow[]) => ({
  size: rows.length,
  code: (n: number) => (rows[n] as OutletRow).code,
  place: (n: number) => rows[n]?.place ?? null,
  stock: (n: number) => rows[n]?.available ?? { adult: 0, child: 0 },
  bands: (n: number) => (rows[n] as OutletRow).bands,
  outlet: (n: number) => rows[n] ?? null,
  // Other rows are another country.
  revision: () => 0,
});
