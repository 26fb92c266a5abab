import { Button } from '../look/button.tsx';
import { cardFor, guideSteps } from './guide.ts';
import { useScreen } from './screen-context.ts';

/** 練習, on every stage; and the guided first sale, one step at a time. */
export function DrillBand() {
  const { words, state, perform } = useScreen();
  const { snapshot, guide } = state;
  const { drill } = words;
  const card = snapshot && guide && cardFor(guide, snapshot.virtual?.reader ?? null, snapshot.today);
  const insert = (id: string | null) => () =>
    perform({ want: 'send', command: { type: 'virtual-card', card: id } });
  if (!snapshot || !guide) {
    return (
      <aside class="drill-band">
        <b>{drill.name}</b>
        <p>{drill.banner}</p>
      </aside>
    );
  }
  return (
    <aside class="drill-band" aria-label={drill.guide} data-step={guide}>
      <b>{drill.name}</b>
      <p aria-live="polite">
        {guide !== 'done' && (
          <span class="progress">{drill.progress(guideSteps.indexOf(guide) + 1, guideSteps.length - 1)}</span>
        )}
        {drill.steps[guide]}
      </p>
      {card && <Button label={drill.insert} tone="quiet" onPress={insert(card)} />}
      {guide === 'take-card' && snapshot.virtual?.reader && (
        <Button label={drill.takeOut} tone="quiet" onPress={insert(null)} />
      )}
      {guide === 'done' && (
        <Button label={drill.again} tone="quiet" onPress={() => perform({ want: 'guide', guide: 'begin' })} />
      )}
      <Button
        label={drill.closeGuide}
        tone="quiet"
        onPress={() => perform({ want: 'guide', guide: 'close' })}
      />
    </aside>
  );
}
