import './modal.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';

export interface ModalProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly size?: 'plain' | 'wide';
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ComponentChildren;
}

/** A modal dialog. The browser keeps the focus inside; Esc closes. What is marked `data-first` has the focus first. */
export function Modal({ title, closeLabel, onClose, size = 'plain', onKeyDown, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the frame is painted, or a quick key would still go to the page behind.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const box = dialog.current;
    box?.showModal();
    box?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      // Closed first: as long as it is modal, nothing behind it can take the focus back.
      box?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={size}
      aria-label={title}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2>{title}</h2>
      {children}
      {/* Last, so that the focus begins at what the dialog is for. */}
      <div class="close">
        <Button label={closeLabel} keycap="Esc" shortcut="Escape" tone="quiet" onPress={onClose} />
      </div>
    </dialog>
  );
}
