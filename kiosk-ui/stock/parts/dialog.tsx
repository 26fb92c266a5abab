import type { ComponentChildren } from 'preact';
import { Modal } from '../../look/modal.tsx';
import { usePage } from '../page-context.ts';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A dialog of the manager's page. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { words } = usePage();
  return (
    <Modal title={title} closeLabel={words.close} onClose={onClose}>
      {children}
    </Modal>
  );
}
