import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { clockTime } from '../day-format.ts';
import { Button } from '../look/button.tsx';
import type { Desk } from './desk.ts';
import { type DeskState, type Section, sections } from './desk-state.ts';
import { NoFigures, OldFigures } from './figures-state.tsx';
import { GoodsSection } from './goods/goods-section.tsx';
import { OutlookSection } from './goods/outlook-section.tsx';
import { AuditSection } from './lists/audit-section.tsx';
import { ConflictsSection } from './lists/conflicts-section.tsx';
import { ExportsSection } from './lists/exports-section.tsx';
import { PeopleSection } from './lists/people-section.tsx';
import { may } from './may.ts';
import { OnPaper } from './on-paper.tsx';
import { OutletSheet } from './outlets/outlet-sheet.tsx';
import { OutletsSection } from './outlets/outlets-section.tsx';
import { type GoodsPlan, type Medium, PageProvider } from './page-context.ts';
import { PolicySection } from './policy/policy-section.tsx';
import { scopeName } from './scope-name.ts';
import type { Me } from './wall.ts';
import type { AdminWords } from './words/words.ts';

const bodies: Readonly<Record<Section, ComponentType>> = {
  outlets: OutletsSection,
  outlook: OutlookSection,
  goods: GoodsSection,
  policy: PolicySection,
  conflicts: ConflictsSection,
  exports: ExportsSection,
  people: PeopleSection,
  audit: AuditSection,
};

interface ShellProps {
  readonly words: AdminWords;
  readonly state: DeskState;
  readonly desk: Desk;
  readonly medium: Medium;
  readonly onLanguage: () => void;
  readonly onSignOut: () => void;
}

/** The whole page of who is signed in. `data-…` are for tests. */
export function Shell({ words, state, desk, medium, onLanguage, onSignOut }: ShellProps) {
  const { section, chosen, me } = state;
  const [plan, setPlan] = useState<GoodsPlan | null>(null);
  const planGoods = (next: GoodsPlan) => {
    setPlan(next);
    desk.open('goods');
  };
  const Body = bodies[section];
  const row = chosen === null ? null : (state.all.find(({ code }) => code === chosen) ?? null);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), [section]);
  return (
    <PageProvider value={{ words, state, desk, medium, planGoods, plan }}>
      <div class="page" data-section={section} data-line={state.line}>
        {me.mode === 'demo' && (
          <header class="mode" data-mode="demo">
            {words.demo}
          </header>
        )}
        <div class="desk">
          <aside class="rail" aria-label={words.title}>
            <div class="where">
              <b>{words.title}</b>
              <time>{state.day && `${words.day(state.day)} ${clockTime(state.now)}`}</time>
              <p class="line" data-line={state.line} role="status">
                {words.line[state.line]}
              </p>
            </div>
            <nav aria-label={words.rail}>
              <ul>
                {sections
                  .filter((name) => mayOpen(name, me))
                  .map((name) => (
                    <li key={name}>
                      <button
                        type="button"
                        class="button quiet"
                        aria-current={name === section ? 'page' : undefined}
                        onClick={() => {
                          setPlan(null);
                          desk.open(name);
                        }}
                      >
                        {words.sections[name]}
                      </button>
                    </li>
                  ))}
              </ul>
            </nav>
            <div class="who">
              <p>
                <b>{me.name}</b>
                <span>
                  {words.roles[me.role]}　{scopeName(state.all, me.role, me.scope)}
                </span>
              </p>
              {me.sessionId !== null && <Button label={words.signOut} tone="quiet" onPress={onSignOut} />}
              <Button label={words.otherLanguage} tone="quiet" onPress={onLanguage} />
              <a class="button quiet" href="/">
                {words.publicPage}
              </a>
            </div>
          </aside>
          <main class="section" key={section}>
            <OnPaper />
            <h1 ref={title} tabIndex={-1}>
              {words.sections[section]}
            </h1>
            <OldFigures words={words} state={state} desk={desk} />
            {state.day === null ? <NoFigures words={words} state={state} desk={desk} /> : <Body />}
          </main>
        </div>
        {row && <OutletSheet key={row.code} row={row} />}
      </div>
    </PageProvider>
  );
}

/** What the centre would refuse is not offered. */
const mayOpen = (section: Section, me: Me): boolean => section !== 'audit' || may(me, 'read-audit');
