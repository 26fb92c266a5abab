import { render } from 'preact';
import '../look/tokens.css';
import '../look/base.css';
import '../look/form.css';
import '../stock/page.css';
import '../stock/parts.css';
import '../stock/table.css';
import '../stock/sections.css';
import '../look/band-mark.css';
import './admin.css';
import './parts.css';
import './outlets/outlets.css';
import './lists/lists.css';
// With the page: a style that failed once would not be asked for again, and the map's program is.
import 'leaflet/dist/leaflet.css';
import '../look-up/map/map.css';
import '../stock/print.css';
import './print.css';
import { setPageLanguage } from '../page-language.ts';
import { loadPreferences, savePreferences } from '../preferences.ts';
import { ask, isRefused } from './ask.ts';
import { createBackOff } from './back-off.ts';
import { createDesk, type Desk } from './desk.ts';
import { type DeskState, type Section, sections } from './desk-state.ts';
import { SignIn, TakeInvitation } from './door/door.tsx';
import { later } from './later.ts';
import type { Medium } from './page-context.ts';
import { Shell } from './shell.tsx';
import { Trouble } from './trouble.tsx';
import type { Me } from './wall.ts';
import { adminEn } from './words/en.ts';
import type { AdminWords } from './words/words.ts';
import { adminZh } from './words/zh.ts';

const root = document.getElementById('app') ?? document.body;
const languages = { zh: adminZh, en: adminEn } as const;

/** Who is before the page: nobody yet, somebody with an invitation, or somebody who is signed in. */
type Before =
  | { readonly stage: 'asking' }
  /** It is asked again and again until it answers. */
  | { readonly stage: 'unreached'; readonly why: string }
  | { readonly stage: 'signed-out' }
  | { readonly stage: 'invited'; readonly invitation: string }
  | { readonly stage: 'in'; readonly desk: Desk; readonly state: DeskState };

let before: Before = { stage: 'asking' };
let language = loadPreferences(localStorage).language;
let medium: Medium = 'screen';
const backOff = createBackOff({ random: Math.random, after: later });

function go(next: Before): void {
  before = next;
  show();
}

function switchLanguage(): void {
  language = language === 'zh' ? 'en' : 'zh';
  savePreferences(localStorage, { ...loadPreferences(localStorage), language });
  show();
}

async function begin(): Promise<void> {
  const invitation = /^#invitation=([A-Za-z0-9_-]{22})$/.exec(location.hash)?.[1];
  if (invitation) {
    // It is not for the next who looks at the address.
    history.replaceState(null, '', '/admin');
    return go({ stage: 'invited', invitation });
  }
  const answer = await ask<Me>('GET', '/me');
  if (isRefused(answer)) {
    if (answer.status === 401) return go({ stage: 'signed-out' });
    backOff.plan(() => void begin());
    return go({ stage: 'unreached', why: answer.refused });
  }
  backOff.reset();
  const named = location.hash.slice(1) as Section;
  const desk = createDesk({
    me: answer.done,
    section: sections.includes(named) ? named : 'outlets',
    show: (state) => {
      if (before.stage === 'in' && before.state.section !== state.section) {
        history.replaceState(null, '', `#${state.section}`);
      }
      go({ stage: 'in', desk, state });
    },
    ...{ wall: () => Date.now(), elapsed: () => performance.now(), random: Math.random },
    onSignedOut: () => {
      desk.end();
      go({ stage: 'signed-out' });
    },
  });
  go({ stage: 'in', desk, state: desk.state() });
}

async function signOut(desk: Desk): Promise<void> {
  desk.end();
  await ask('POST', '/sign-out', {});
  go({ stage: 'signed-out' });
}

function show(): void {
  const words = languages[language];
  setPageLanguage(words.lang);
  document.title = words.title;
  render(<Whole words={words} />, root);
}

function Whole({ words }: { readonly words: AdminWords }) {
  const door = { words, onIn: () => void begin(), onLanguage: switchLanguage };
  switch (before.stage) {
    case 'asking':
      return <p class="hint quiet-at-first">{words.asking}</p>;
    case 'unreached':
      return (
        <main class="door">
          <h1 class="unseen">{words.title}</h1>
          <Trouble
            title={words.trouble[before.why === 'not-reached' ? 'notReached' : 'broke']}
            hint={words.trouble.byItself}
            again={words.again}
            onAgain={backOff.hurry}
          />
        </main>
      );
    case 'signed-out':
      return <SignIn {...door} />;
    case 'invited':
      return <TakeInvitation {...door} invitation={before.invitation} />;
    case 'in': {
      const { desk, state } = before;
      return (
        <Shell
          {...{ words, state, desk, medium }}
          onLanguage={switchLanguage}
          onSignOut={() => void signOut(desk)}
        />
      );
    }
  }
}

/** Paper has room for rows that a screen does not draw; they have to be there before the browser prints. */
function turnTo(next: Medium): void {
  medium = next;
  show();
}

addEventListener('beforeprint', () => turnTo('paper'));
addEventListener('afterprint', () => turnTo('screen'));
show();
void begin();
