import { render } from 'preact';
import '../look/tokens.css';
import '../look/base.css';
import '../look/form.css';
import './set-up.css';
import { pageToken } from '../link/link.ts';
import { setPageLanguage } from '../page-language.ts';
import { loadPreferences, savePreferences } from '../preferences.ts';
import { isOpen, sendSetUp } from './opening.ts';
import { SetUpScreen } from './set-up-screen.tsx';
import { setUpWords } from './set-up-words.ts';

const root = document.getElementById('app') ?? document.body;
/** Given where the program was started for one outlet; then no other code is accepted. */
const knownCode = document.querySelector<HTMLMetaElement>('meta[name="till-outlet"]')?.content ?? '';
/** `configured`: there is a centre, and a code of it may be given here. */
const centre = document.querySelector<HTMLMetaElement>('meta[name="till-centre"]')?.content;
let { language } = loadPreferences(localStorage);

function show(): void {
  const words = setUpWords[language];
  setPageLanguage(words.lang);
  document.title = words.title;
  render(
    <SetUpScreen
      words={words}
      knownCode={knownCode}
      centre={centre === 'configured' ? 'configured' : 'none'}
      send={(setUp) => sendSetUp(setUp, pageToken())}
      whenOpen={whenOpen}
      enter={() => location.replace('/')}
      switchLanguage={switchLanguage}
    />,
    root,
  );
}

function switchLanguage(): void {
  language = language === 'zh' ? 'en' : 'zh';
  savePreferences(localStorage, { ...loadPreferences(localStorage), language });
  show();
}

/** Asks once a second until the till answers as a till. */
async function whenOpen(): Promise<void> {
  while (!(await isOpen())) await new Promise((resolve) => setTimeout(resolve, 1000));
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'F8') return;
  event.preventDefault();
  switchLanguage();
});
show();
