import { Button } from '../../look/button.tsx';
import { shortTime } from '../days.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { Pages } from '../parts/pages.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';

/** Words from the centre to the people here, newest first; those that nobody has read stand out. */
export function Messages() {
  const { words, snapshot } = usePage();
  const { centre } = words;
  const { messages, clock } = snapshot;
  const { said, busy, send } = useSending();
  return (
    <Block title={centre.messages} aside={said && <SaidLine said={said} />}>
      {messages.length === 0 && <p class="hint">{centre.noMessages}</p>}
      <Pages of={messages} size={5}>
        {(shown) => (
          <ul class="messages">
            {shown.map(({ messageId, at, urgency, text, read }) => (
              <li key={messageId} data-read={read ? '' : undefined}>
                <p>
                  <b>{shortTime(at, clock.day)}</b>
                  {urgency === 'urgent' && <span class="mark">{centre.urgencies.urgent}</span>}
                </p>
                <p class="message">{text}</p>
                {!read && (
                  <Button
                    label={centre.read}
                    name={`${centre.read} ${shortTime(at, clock.day)}`}
                    disabled={busy}
                    onPress={() => void send({ type: 'message-read', messageId }, (w) => w.centre.wasRead)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </Block>
  );
}
