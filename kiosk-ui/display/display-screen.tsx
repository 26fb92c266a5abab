import type { DisplaySnapshot } from '#api';
import { CardSlot, VerdictShape } from '../look/shapes.tsx';
import type { DisplayView } from '../wall.ts';
import { beneath, type DisplayWords, displayZh, todayLine } from './display-words.ts';
import { Figures } from './figures.tsx';
import { QrCode } from './qr-code.tsx';
import { Said } from './said.tsx';

/** What the customer sees: the verdict, the number and the amount, large, in Chinese with a second language beneath. */
export function DisplayScreen({ snapshot }: { readonly snapshot: DisplaySnapshot | null }) {
  const view = snapshot?.view;
  const second = beneath[snapshot?.language ?? 'en'];
  const closed = snapshot !== null && view?.stage === 'idle' && snapshot.sellingState.state !== 'open';
  const drill = snapshot?.mode === 'drill';
  return (
    <div
      class="display"
      data-stage={closed ? 'closed' : (view?.stage ?? 'connecting')}
      data-verdict={view?.stage === 'verdict' ? view.verdict : undefined}
      data-revision={snapshot?.revision}
      data-drill={drill ? '練習' : undefined}
    >
      <header>
        <span>{snapshot?.outlet.name}</span>
        {drill && <b class="drill-word">練習</b>}
        {snapshot && view?.stage !== 'idle' && <Serving snapshot={snapshot} second={second} />}
      </header>
      <main aria-live="polite">
        {snapshot && closed ? (
          <Closed snapshot={snapshot} second={second} />
        ) : (
          <>
            <Sign snapshot={snapshot} second={second} />
            <Said by={(words) => headline(words, view)} second={second} level="h1" />
            {view?.stage === 'receipt' && <QrCode text={view.text} name={displayZh.scan} />}
            <Figures view={view} second={second} />
          </>
        )}
      </main>
      <footer>
        {snapshot && view?.stage === 'idle' && !closed && (
          <Said by={(words) => todayLine(words, snapshot.today)} second={second} level="p" />
        )}
      </footer>
    </div>
  );
}

interface Part {
  readonly snapshot: DisplaySnapshot;
  readonly second: DisplayWords | null;
}

/** The shape of the verdict; on the quiet screen the number that is served, or else a card. */
function Sign({
  snapshot,
  second,
}: {
  readonly snapshot: Part['snapshot'] | null;
  readonly second: Part['second'];
}) {
  const view = snapshot?.view;
  if (view?.stage === 'verdict') {
    const { card, verdict } = view;
    return (
      <div class="sign-row">
        <VerdictShape verdict={verdict} />
        {card.of > 1 && (
          <p class="place">
            <b>
              {card.place}/{card.of}
            </b>
            <span class="unseen">{displayZh.card(card.place, card.of)}</span>
            {second && <span lang={second.lang}>{second.card(card.place, card.of)}</span>}
          </p>
        )}
      </div>
    );
  }
  if (view?.stage === 'sold') return <VerdictShape verdict="may-buy" />;
  if (snapshot === null || view?.stage !== 'idle') return null;
  return snapshot.nowServing ? <Serving snapshot={snapshot} second={second} /> : <CardSlot />;
}

/** `A012`: large on the quiet screen, in the corner on the others. */
function Serving({ snapshot, second }: Part) {
  const { nowServing } = snapshot;
  if (nowServing === null) return null;
  return (
    <p class="now-serving">
      <span>
        {displayZh.serving}
        {second && <small lang={second.lang}>{second.serving}</small>}
      </span>
      <b>{nowServing}</b>
    </p>
  );
}

function Closed({ snapshot, second }: Part) {
  const { state, note } = snapshot.sellingState;
  return (
    <>
      <Said by={(words) => words.states[state]} second={second} level="h1" />
      {note && <p class="note">{note}</p>}
    </>
  );
}

function headline(words: DisplayWords, view: DisplayView | undefined): string {
  switch (view?.stage) {
    case undefined:
    case 'wait':
      return words.wait;
    case 'verdict':
      return words.verdicts[view.verdict];
    case 'receipt':
      return words.scan;
    case 'idle':
    case 'reading':
    case 'sold':
      return words[view.stage];
  }
}
