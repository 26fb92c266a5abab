import type { JSX } from 'preact';
import { Gate } from '../gate/gate.tsx';
import { Button } from '../look/button.tsx';
import { DrillBand } from './drill-band.tsx';
import { KeyLegend } from './key-legend.tsx';
import { type Screen, ScreenProvider, useScreen } from './screen-context.ts';
import { SpeakingStrip } from './speaking-strip.tsx';
import { Field, Panel } from './stages.tsx';
import { StatusBar } from './status-bar.tsx';
import { VirtualDevicesDrawer } from './virtual-devices.tsx';
import { currentLine, shownVerdict } from './visit-lines.ts';

export interface CounterScreenProps extends Screen {
  /** `null` until they have been fetched. */
  readonly Dialogs: (() => JSX.Element | null) | null;
}

/** The whole counter: a function of the state. `data-stage`, `data-verdict` and `data-revision` are for tests. */
export function CounterScreen({ Dialogs, ...screen }: CounterScreenProps) {
  const { state } = screen;
  const { snapshot, gate, connection } = state;
  const session = snapshot?.session;
  const mode = snapshot?.mode ?? gate?.mode;
  return (
    <ScreenProvider value={screen}>
      <div
        class="counter"
        data-stage={session?.stage ?? (gate ? 'gate' : 'connecting')}
        data-verdict={session?.stage === 'visit' ? shownVerdict(currentLine(session)) : undefined}
        data-revision={snapshot?.revision}
        data-connection={connection}
        data-mode={mode}
        data-devices={snapshot?.virtual && state.devicesOpen ? 'open' : 'closed'}
      >
        <div class="above">
          <Banner />
          {mode === 'drill' && <DrillBand />}
        </div>
        {snapshot ? <Counter /> : gate ? <SignIn /> : <Connecting />}
        {Dialogs && <Dialogs />}
      </div>
    </ScreenProvider>
  );
}

function Counter() {
  const { state } = useScreen();
  const { snapshot, connection } = state;
  if (!snapshot) return null;
  return (
    <>
      <main inert={connection !== 'online'}>
        <section
          class="field"
          aria-live="assertive"
          aria-atomic="true"
          data-drill={snapshot.mode === 'drill' ? '練習' : undefined}
        >
          <Field snapshot={snapshot} />
        </section>
        <SpeakingStrip />
        {snapshot.session.stage !== 'problem' && <Panel snapshot={snapshot} />}
      </main>
      <footer>
        <KeyLegend />
        <StatusBar />
      </footer>
      {snapshot.virtual && state.devicesOpen && <VirtualDevicesDrawer {...snapshot.virtual} />}
    </>
  );
}

/** Nobody is signed in: nothing of the shop's is on the screen but its name and who may sign in. */
function SignIn() {
  const { words, state, perform, till } = useScreen();
  const { gate, connection } = state;
  if (!gate) return null;
  return (
    <>
      <main class="gate-page" inert={connection !== 'online'}>
        <Gate gate={gate} words={words.gate} signIn={till.signIn} />
      </main>
      <footer>
        <nav class="keys" aria-label={words.keys.legend}>
          <Button
            label={words.otherLanguage}
            keycap="F8"
            tone="quiet"
            onPress={() => perform({ want: 'switch-language' })}
          />
        </nav>
      </footer>
    </>
  );
}

function Connecting() {
  const { words } = useScreen();
  return (
    <main>
      <section class="field">
        <p class="invitation">{words.connection.connecting}</p>
      </section>
    </main>
  );
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
