import type { ComponentChildren } from 'preact';
import { Modal } from '../../look/modal.tsx';
import { useScreen } from '../screen-context.ts';

interface DialogProps {
  readonly title: string;
  readonly size?: 'plain' | 'wide';
  /** Keys that mean something in this dialog, in a field only function keys; answers whether it took the key. */
  readonly onKey?: (key: string) => boolean;
  readonly children: ComponentChildren;
}

/** A dialog of the counter. What the till refused stands at its foot. */
export function Dialog({ title, size = 'plain', onKey, children }: DialogProps) {
  const { words, state, perform } = useScreen();
  const { refused } = state;
  return (
    <Modal
      title={title}
      closeLabel={words.act.close}
      size={size}
      onClose={() => perform({ want: 'close-dialog' })}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        if (isWriting(event.target) && !isFunctionKey(event.key)) return;
        if (onKey?.(event.key)) event.preventDefault();
      }}
    >
      {children}
      <p class="refused" role="alert">
        {refused && (words.refusals[refused.code] ?? words.onManagersPage)}
      </p>
    </Modal>
  );
}

const isFunctionKey = (key: string): boolean => /^F\d+$/.test(key);

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type !== 'radio';
