import { useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { Modal } from '../look/modal.tsx';
import { usePage } from './page-context.ts';

/** A button for what cannot be taken back: it asks first, and says what will be. */
export function Sure({
  label,
  title,
  text,
  tone = 'quiet',
  onSure,
}: {
  readonly label: string;
  /** The question. */
  readonly title: string;
  /** What will be then. */
  readonly text: string;
  readonly tone?: 'quiet' | 'plain';
  readonly onSure: () => void;
}) {
  const { words } = usePage();
  const [stage, setStage] = useState<'quiet' | 'asking'>('quiet');
  return (
    <>
      <Button label={label} tone={tone} onPress={() => setStage('asking')} />
      {stage === 'asking' && (
        <Modal title={title} closeLabel={words.cancel} onClose={() => setStage('quiet')}>
          <div class="sure">
            <p>{text}</p>
            <div class="answers">
              <Button
                label={label}
                tone="main"
                onPress={() => {
                  setStage('quiet');
                  onSure();
                }}
              />
            </div>
          </div>
        </Modal>
      )}
    </>
  );
}
