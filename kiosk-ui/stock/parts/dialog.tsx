import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A modal dialog. The browser keeps the focus inside; Esc closes. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { words } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const box = dialog.current;
    box?.showModal();
    return () => {
      // Closed first: as long as it is modal, nothing behind it can take the focus back.
      box?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2>{title}</h2>
      {children}
      {/* Last, so that the focus begins at what the dialog is for. */}
      <div class="close">
        <Button label={words.close} keycap="Esc" shortcut="Escape" tone="quiet" onPress={onClose} />
      </div>
    </dialog>
  );
}
