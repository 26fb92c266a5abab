import { useState } from 'preact/hooks';
import { ask, isRefused } from '../ask.ts';
import { usePage } from '../page-context.ts';
import { type Said, SaidLine } from '../parts.tsx';
import { useCommandId } from '../use-command-id.ts';
import type { OutletRow } from '../wall.ts';

/** A word to the people at an outlet's counter. */
export function MessageForm({ row }: { readonly row: OutletRow }) {
  const { words } = usePage();
  const [text, setText] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const command = useCommandId();
  const send = async () => {
    const wanted = { to: { outlet: row.code }, text };
    const answer = await ask('POST', '/messages', { commandId: command.idOf(wanted), ...wanted });
    if (isRefused(answer)) setSaid({ tone: 'refused', text: words.refusal(answer.refused, answer.detail) });
    else {
      command.done();
      setText('');
      setSaid({ tone: 'done', text: words.sheet.sent });
    }
  };
  return (
    <form
      class="answers"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label class="entry">
        <span>{words.sheet.message}</span>
        <input maxLength={500} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      <button class="button" type="submit" disabled={text.trim() === ''}>
        {words.sheet.send}
      </button>
      <SaidLine said={said} />
    </form>
  );
}
