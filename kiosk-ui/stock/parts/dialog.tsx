import type { ComponentChildren } from 'preact';
import { Modal } from '../../look/modal.tsx';
import { usePage } from '../page-context.ts';

export interface DialogProps {
  readonly title: string;
  readonly size?: 'plain' | 'wide';
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A dialog of the manager's page. */
export function Dialog({ title, size = 'plain', onClose, children }: DialogProps) {
  const { words } = usePage();
  return (
    <Modal title={title} closeLabel={words.close} size={size} onClose={onClose}>
      {children}
    </Modal>
  );
}
