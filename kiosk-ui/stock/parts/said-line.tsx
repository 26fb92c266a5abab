import { usePage } from '../page-context.ts';
import type { Said } from '../sending.ts';

/** What the till, or the form itself, said to what was sent last. */
export function SaidLine({ said }: { readonly said: Said | null }) {
  const { words } = usePage();
  return (
    <p class="said" data-tone={said?.tone} role="status">
      {said && (said.tone === 'refused' ? words.refusals[said.code] : said.text(words))}
    </p>
  );
}
