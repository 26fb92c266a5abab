import { render } from 'preact';
import '../look/tokens.css';
import '../look/base.css';
import './phone.css';
import { io, type Socket } from 'socket.io-client';
import type { PhoneEvents } from '#api';
import { setPageLanguage } from '../page-language.ts';
import { loadPreferences, savePreferences } from '../preferences.ts';
import { forgetToken, pairWith, tokenIn } from './pairing.ts';
import { PhonePage } from './phone-page.tsx';
import { type PhoneChange, type PhoneState, phoneAfter } from './phone-state.ts';
import { phoneLanguages } from './phone-words.ts';

const root = document.getElementById('app') ?? document.body;
let { language } = loadPreferences(localStorage);
let state: PhoneState = { stage: 'not-paired' };
let heardAt = 0;

function show(change?: PhoneChange): void {
  if (change) state = phoneAfter(state, change);
  const words = phoneLanguages[language];
  setPageLanguage(words.lang);
  document.title = words.title;
  render(<PhonePage state={state} words={words} onLanguage={switchLanguage} />, root);
}

function switchLanguage(): void {
  language = language === 'zh' ? 'en' : 'zh';
  savePreferences(localStorage, { ...loadPreferences(localStorage), language });
  show();
}

function look(token: string): void {
  show({ type: 'connecting' });
  const socket: Socket<PhoneEvents> = io({
    auth: { token },
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
  });
  const end = () => {
    socket.disconnect();
    forgetToken(localStorage);
    show({ type: 'ended' });
  };
  socket.on('glance', (snapshot) => {
    heardAt = performance.now();
    show({ type: 'figures', snapshot });
  });
  socket.on('ended', end);
  socket.on('connect_error', (error) => (error.message === 'ended' ? end() : show({ type: 'lost' })));
  socket.on('disconnect', () => show({ type: 'lost' }));
  // A phone that slept may not know yet that its line is gone.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && !socket.connected && tokenIn(localStorage) !== null) socket.connect();
  });
}

async function begin(): Promise<void> {
  const secret = location.hash.slice(1);
  // Gone from the address, so that nobody sends it on with a link.
  if (secret !== '') history.replaceState(null, '', location.pathname);
  if (secret !== '') {
    show({ type: 'pairing' });
    const refused = await pairWith(secret, localStorage);
    // A page that was loaded again with its used code is paired all the same.
    if (refused !== null && tokenIn(localStorage) === null) return show({ type: 'refused', code: refused });
  }
  const token = tokenIn(localStorage);
  if (token !== null) look(token);
  else show();
}

setInterval(() => {
  if (state.stage !== 'looking') return;
  show({ type: 'time-passed', age: performance.now() - heardAt });
}, 10_000);
addEventListener('hashchange', () => location.reload());
void begin();
