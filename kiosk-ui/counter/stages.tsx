import type { ComponentChildren } from 'preact';
import type { CounterSnapshot } from '#api';
import { IdleField, IdlePanel } from './idle.tsx';
import { Problem } from './problem.tsx';
import { useScreen } from './screen-context.ts';
import { SoldField, SoldPanel } from './sold.tsx';
import { VerdictField } from './verdict-field.tsx';
import { VisitPanel } from './visit-panel.tsx';

/** Two thirds of the screen, by stage. */
export function Field({ snapshot }: { readonly snapshot: CounterSnapshot }) {
  const { session, today } = snapshot;
  switch (session.stage) {
    case 'idle':
    case 'reading':
      return <IdleField snapshot={snapshot} session={session} />;
    case 'visit':
      return <VerdictField visit={session} today={today} />;
    case 'sold':
      return <SoldField session={session} />;
    case 'problem':
      return <Problem session={session} />;
  }
}

/** One third beside it. A card that joins a visit does not take the visit off the screen while it is read. */
export function Panel({ snapshot }: { readonly snapshot: CounterSnapshot }) {
  const { state } = useScreen();
  const { session } = snapshot;
  switch (session.stage) {
    case 'idle':
    case 'reading':
      return state.joined ? (
        <Third cards={state.joined.lines.length} reading>
          <VisitPanel visit={state.joined} />
        </Third>
      ) : (
        <Third>
          <IdlePanel snapshot={snapshot} />
        </Third>
      );
    case 'visit':
      return (
        <Third cards={session.lines.length}>
          <VisitPanel visit={session} />
        </Third>
      );
    case 'sold':
      return (
        <Third cards={session.lines.length}>
          <SoldPanel session={session} />
        </Third>
      );
    case 'problem':
      return null;
  }
}

function Third(props: {
  readonly cards?: number;
  readonly reading?: boolean;
  readonly children: ComponentChildren;
}) {
  const { cards = 0, reading = false, children } = props;
  return (
    <section class="visit" data-cards={cards > 1 ? 'many' : 'one'} inert={reading}>
      {children}
    </section>
  );
}
