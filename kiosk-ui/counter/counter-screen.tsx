import type { CounterSnapshot } from '#api';
import { Button } from '../look/button.tsx';
import { languages } from '../words/languages.ts';
import { GoodsInDialog } from './goods-in-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { IdleField, IdlePanel } from './idle.tsx';
import { KeyLegend } from './key-legend.tsx';
import { Problem } from './problem.tsx';
import { ReprintDialog } from './reprint-dialog.tsx';
import { type Screen, ScreenContext, useScreen } from './screen-context.ts';
import { SoldField, SoldPanel } from './sold.tsx';
import { SpeakingStrip } from './speaking-strip.tsx';
import { StatusBar } from './status-bar.tsx';
import { VerdictField } from './verdict-field.tsx';
import { VirtualDevicesDrawer } from './virtual-devices.tsx';
import { VisitPanel } from './visit-panel.tsx';

/** The whole counter: a function of the state. `data-stage`, `data-verdict` and `data-revision` are for tests. */
export function CounterScreen({ state, perform }: Omit<Screen, 'words'>) {
  const words = languages[state.preferences.language];
  const { snapshot, connection } = state;
  const session = snapshot?.session;
  return (
    <ScreenContext.Provider value={{ words, state, perform }}>
      <div
        class="counter"
        data-stage={session?.stage ?? 'connecting'}
        data-verdict={session?.stage === 'verdict' ? session.verdict.verdict : undefined}
        data-revision={snapshot?.revision}
        data-connection={connection}
        data-devices={snapshot?.virtual && state.devicesOpen ? 'open' : 'closed'}
      >
        <Banner />
        <main inert={connection !== 'online'}>
          <section class="field" aria-live="assertive" aria-atomic="true">
            {snapshot ? (
              <Field snapshot={snapshot} />
            ) : (
              <p class="invitation">{words.connection.connecting}</p>
            )}
          </section>
          <SpeakingStrip />
          {snapshot && snapshot.session.stage !== 'problem' && (
            <section class="visit">
              <Panel snapshot={snapshot} />
            </section>
          )}
        </main>
        <footer>
          <KeyLegend />
          <StatusBar />
        </footer>
        {snapshot?.virtual && state.devicesOpen && <VirtualDevicesDrawer {...snapshot.virtual} />}
        {state.dialog === 'help' && <HelpDialog />}
        {state.dialog === 'goods-in' && <GoodsInDialog />}
        {state.dialog === 'reprint' && <ReprintDialog />}
      </div>
    </ScreenContext.Provider>
  );
}

function Field({ snapshot }: { readonly snapshot: CounterSnapshot }) {
  const { session, today } = snapshot;
  switch (session.stage) {
    case 'idle':
    case 'reading':
      return <IdleField stage={session.stage} today={today} />;
    case 'verdict':
      return <VerdictField session={session} today={today} />;
    case 'sold':
      return <SoldField session={session} />;
    case 'problem':
      return <Problem session={session} />;
  }
}

function Panel({ snapshot }: { readonly snapshot: CounterSnapshot }) {
  const { session } = snapshot;
  switch (session.stage) {
    case 'idle':
    case 'reading':
      return <IdlePanel snapshot={snapshot} />;
    case 'verdict':
      return <VisitPanel session={session} />;
    case 'sold':
      return <SoldPanel session={session} />;
    case 'problem':
      return null;
  }
}

/** Says that the connection to the till is lost; it comes back by itself. */
function Banner() {
  const { words, state } = useScreen();
  const { connection } = state;
  if (connection === 'online' || connection === 'connecting') return null;
  const { what, next } = words.connection[connection];
  return (
    <div class="banner" role="alert">
      <p>
        <b>{what}</b>
        <span>{next}</span>
      </p>
      {connection === 'refused' && <Button label={words.act.reload} onPress={() => location.reload()} />}
    </div>
  );
}
