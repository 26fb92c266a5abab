import type { DisplaySnapshot } from '#api';
import { grouped } from '../day-format.ts';
import { CardSlot, VerdictShape } from '../look/shapes.tsx';
import type { DisplayView } from '../wall.ts';
import { type DisplayWords, displayEn, displayZh } from './display-words.ts';

/** What the customer sees: the verdict, the number and the amount, large, in Chinese with English beneath. */
export function DisplayScreen({ snapshot }: { readonly snapshot: DisplaySnapshot | null }) {
  const view = snapshot?.view;
  return (
    <div
      class="display"
      data-stage={view?.stage ?? 'connecting'}
      data-verdict={view?.stage === 'verdict' ? view.verdict : undefined}
      data-revision={snapshot?.revision}
    >
      <header>{snapshot?.outlet.name}</header>
      <main aria-live="polite">
        {view?.stage === 'verdict' && <VerdictShape verdict={view.verdict} />}
        {view?.stage === 'sold' && <VerdictShape verdict="may-buy" />}
        {view?.stage === 'idle' && <CardSlot />}
        <Said by={(words) => headline(words, view)} level="h1" />
        <Figures view={view} />
      </main>
      <footer>
        {snapshot && view?.stage === 'idle' && <Said by={(words) => words.today(snapshot.today)} level="p" />}
      </footer>
    </div>
  );
}

/** One sentence in both languages. */
function Said(props: { readonly by: (words: DisplayWords) => string; readonly level: 'h1' | 'p' }) {
  const Level = props.level;
  return (
    <div class="said">
      <Level>{props.by(displayZh)}</Level>
      <p lang="en">{props.by(displayEn)}</p>
    </div>
  );
}

function Figures({ view }: { readonly view: DisplayView | undefined }) {
  if (view?.stage === 'idle') {
    return (
      <dl class="figures">
        {(['adult', 'child'] as const).map((kind) => (
          <Figure
            key={kind}
            zh={displayZh.kinds[kind]}
            en={displayEn.kinds[kind]}
            shown={grouped(view.stock[kind])}
          />
        ))}
      </dl>
    );
  }
  const sale = view?.stage === 'sold' ? view : view?.stage === 'verdict' ? view.sale : null;
  if (!sale) return null;
  return (
    <dl class="figures">
      <Figure zh={displayZh.kinds[sale.kind]} en={displayEn.kinds[sale.kind]} shown={`${sale.pieces} 片`} />
      <Figure zh={displayZh.total} en={displayEn.total} shown={`${grouped(sale.total)} 元`} />
    </dl>
  );
}

function Figure(props: { readonly zh: string; readonly en: string; readonly shown: string }) {
  return (
    <div>
      <dt>
        {props.zh} <span lang="en">{props.en}</span>
      </dt>
      <dd>{props.shown}</dd>
    </div>
  );
}

function headline(words: DisplayWords, view: DisplayView | undefined): string {
  switch (view?.stage) {
    case undefined:
    case 'wait':
      return words.wait;
    case 'verdict':
      return words.verdicts[view.verdict];
    default:
      return words[view?.stage ?? 'wait'];
  }
}
