import { render } from 'preact-render-to-string';
import type { LookUpView } from '#central-api';
import { LookUpPage } from './look-up-page.tsx';
import { stateOf } from './look-up-state.ts';
import { everyLanguage } from './words/every-language.ts';

/** The page as it stands before its program runs, or where none runs. Texts of outlets are escaped. */
export function renderLookUp(view: LookUpView): { readonly title: string; readonly body: string } {
  const words = everyLanguage[view.language];
  const body = render(<LookUpPage state={stateOf(view)} words={words} act={null} />);
  return { title: words.title, body };
}
