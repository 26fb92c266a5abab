import './modal.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';

export interface ModalProps {
  readonly title: string;
  readonly closeLabel: string;
  /** `null`: only what stands inside closes it, and Esc does nothing. */
  readonly onClose: (() => void) | null;
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
      onKeyDown={(event) => {
        // A browser lets a second Esc through that only the cancel event refuses.
        if (onClose === null && event.key === 'Escape') event.preventDefault();
        onKeyDown?.(event);
      }}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2>{title}</h2>
      {children}
      {/* Last, so that the focus begins at what the dialog is for. */}
      {onClose && (
        <div class="close">
          <Button label={closeLabel} keycap="Esc" shortcut="Escape" tone="quiet" onPress={onClose} />
        </div>
      )}
    </dialog>
  );
}
