import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { useScreen } from './screen-context.ts';

/** A modal dialog. The browser keeps the focus inside; Esc closes. */
export function Dialog({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const { words, perform } = useScreen();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => perform({ want: 'close-dialog' });
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // The browser gives the focus back to what it closes, not to what is taken out of the page.
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <h2>{title}</h2>
      {children}
      {/* Last, so that the focus begins at what the dialog is for. */}
      <div class="close">
        <Button label={words.act.close} keycap="Esc" shortcut="Escape" tone="quiet" onPress={close} />
      </div>
    </dialog>
  );
}
