import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { useScreen } from '../screen-context.ts';

interface DialogProps {
  readonly title: string;
  readonly size?: 'plain' | 'wide';
  /** Keys that mean something in this dialog while nobody is writing in a field; answers whether it took the key. */
  readonly onKey?: (key: string) => boolean;
  readonly children: ComponentChildren;
}

/** A modal dialog. The browser keeps the focus inside; Esc closes. What the till refused stands at its foot. */
export function Dialog({ title, size = 'plain', onKey, children }: DialogProps) {
  const { words, state, perform } = useScreen();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => perform({ want: 'close-dialog' });
  useEffect(() => {
    const before = document.activeElement;
    const opened = dialog.current;
    opened?.showModal();
    opened?.querySelector<HTMLElement>('[data-first]')?.focus();
    // The browser gives the focus back to what it closes, not to what is taken out of the page.
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  const { refused } = state;
  return (
    <dialog
      ref={dialog}
      class={size}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target)) return;
        if (onKey?.(event.key)) event.preventDefault();
      }}
    >
      <h2>{title}</h2>
      {children}
      <p class="refused" role="alert">
        {refused && words.refusals[refused.code]}
      </p>
      {/* Last, so that the focus begins at what the dialog is for. */}
      <div class="close">
        <Button label={words.act.close} keycap="Esc" shortcut="Escape" tone="quiet" onPress={close} />
      </div>
    </dialog>
  );
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type !== 'radio';
