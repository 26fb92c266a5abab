import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Gate } from '../gate/gate.tsx';
import { Button } from '../look/button.tsx';
import { CentreSection } from './centre/centre-section.tsx';
import { DayCloseSection } from './day-close/day-close-section.tsx';
import { DevicesSection } from './devices/devices-section.tsx';
import { GoodsSection } from './goods/goods-section.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { HistorySection } from './history/history-section.tsx';
import { OnPaper } from './on-paper.tsx';
import { type Doings, PageProvider } from './page-context.ts';
import type { PageState, Section } from './page-state.ts';
import { PaperSection } from './paper/paper-section.tsx';
import { PeopleSection } from './people/people-section.tsx';
import { Rail } from './rail.tsx';
import { TicketsSection } from './tickets/tickets-section.tsx';
import { TodaySection } from './today/today-section.tsx';
import { stockLanguages, type Words } from './words/words.ts';

const bodies: Readonly<Record<Section, ComponentType>> = {
  today: TodaySection,
  goods: GoodsSection,
  tickets: TicketsSection,
  'day-close': DayCloseSection,
  history: HistorySection,
  paper: PaperSection,
  devices: DevicesSection,
  people: PeopleSection,
  centre: CentreSection,
};

/** The whole manager's page: a function of the state. `data-…` are for tests. */
export function StockScreen({ state, ...doings }: { readonly state: PageState } & Doings) {
  const words = stockLanguages[state.language];
  const { snapshot, gate, section, help, connection, now } = state;
  return (
    <div
      class="page"
      data-connection={connection}
      data-section={snapshot ? section : gate ? 'gate' : 'connecting'}
      data-revision={snapshot?.revision}
    >
      <Banner words={words} connection={connection} />
      {snapshot && snapshot.mode !== 'shop' && (
        <header class="mode" data-mode={snapshot.mode}>
          {snapshot.mode === 'drill' ? words.drill : words.demo}
        </header>
      )}
      {snapshot ? (
        <PageProvider value={{ ...doings, words, snapshot, now }}>
          <div class="desk" inert={connection !== 'online'}>
            <Rail section={section} />
            <SectionBody key={section} section={section} words={words} />
          </div>
          {help === 'open' && <HelpDialog onClose={() => doings.help('closed')} />}
        </PageProvider>
      ) : (
        <main class="before">
          {gate ? <Gate gate={gate} words={words.gate} signIn={doings.signIn} /> : <p>{words.connecting}</p>}
          <div class="tongue">
            <Button label={words.otherLanguage} keycap="F8" tone="quiet" onPress={doings.switchLanguage} />
          </div>
        </main>
      )}
    </div>
  );
}

function SectionBody({ section, words }: { readonly section: Section; readonly words: Words }) {
  const Body = bodies[section];
  const title = useRef<HTMLHeadingElement>(null);
  // Where a person has gone, the next Tab key goes on.
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <main class="section">
      <OnPaper />
      <h1 ref={title} tabIndex={-1}>
        {words.sections[section]}
      </h1>
      <Body />
    </main>
  );
}

/** Says that the connection to the till is lost; it comes back by itself. */
function Banner({
  words,
  connection,
}: {
  readonly words: Words;
  readonly connection: PageState['connection'];
}) {
  if (connection === 'online' || connection === 'connecting') return null;
  const { what, next } = words.connection[connection];
  return (
    <div class="banner" role="alert">
      <p>
        <b>{what}</b>
        <span>{next}</span>
      </p>
      {connection === 'refused' && <Button label={words.reload} onPress={() => location.reload()} />}
    </div>
  );
}
