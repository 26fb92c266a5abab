import { useRef, useState } from 'preact/hooks';
import type { Command, RefusalCode } from '#api';
import { usePage } from './page-context.ts';
import type { Words } from './words/words.ts';

/** What is said beside a form, in whatever language the page is in by then. */
export type Said =
  | { readonly tone: 'done'; readonly text: (words: Words) => string }
  | { readonly tone: 'refused'; readonly code: RefusalCode | 'lost' }
  /** Not sent: something in the form cannot be meant so. */
  | { readonly tone: 'unclear'; readonly text: (words: Words) => string };

export interface Sending {
  readonly said: Said | null;
  readonly busy: boolean;
  /** Sends a command and says what became of it; answers the code of a refusal, or `null`. */
  send(command: Command, done: (words: Words) => string): Promise<RefusalCode | 'lost' | null>;
  say(said: Said | null): void;
}

/** One form's way to the till: one command at a time, and its answer beside the button. */
export function useSending(): Sending {
  const page = usePage();
  const [said, say] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  // Two presses can come before the page is drawn again.
  const underWay = useRef(false);
  return {
    said,
    busy,
    say,
    async send(command, done) {
      if (underWay.current) return 'not-now';
      underWay.current = true;
      setBusy(true);
      say(null);
      const outcome = await page.send(command);
      underWay.current = false;
      setBusy(false);
      say(outcome.ok ? { tone: 'done', text: done } : { tone: 'refused', code: outcome.code });
      return outcome.ok ? null : outcome.code;
    },
  };
}
