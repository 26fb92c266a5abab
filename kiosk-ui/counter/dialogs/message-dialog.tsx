import './message.css';
import type { MessageView } from '#api';
import { dayAndTime } from '../../day-format.ts';
import { Modal } from '../../look/modal.tsx';
import { useScreen } from '../screen-context.ts';

/** A word from the centre. An urgent one stays until someone says that it was read; a notice may be left for later. */
export function MessageDialog({ message }: { readonly message: MessageView }) {
  const { words, state, perform } = useScreen();
  const { messageId, urgency, text, at } = message;
  const must = state.dialog === null;
  const read = () => perform({ want: 'send', command: { type: 'message-read', messageId } });
  return (
    <Modal
      title={words.message.titles[urgency]}
      closeLabel={words.act.close}
      onClose={must ? null : () => perform({ want: 'close-dialog' })}
    >
      {/* The focus begins at the text, so that an Enter pressed by habit is not taken for its reading. */}
      <p class="message-text" tabIndex={-1} data-first>
        {text}
      </p>
      <p class="hint">{words.message.sentAt(dayAndTime(at))}</p>
      <div class="answers">
        <button
          type="button"
          class="button main"
          {...(must ? { 'data-keycap': words.keys.space, 'aria-keyshortcuts': 'Space' } : {})}
          onClick={read}
        >
          {words.act.understood}
        </button>
      </div>
    </Modal>
  );
}
