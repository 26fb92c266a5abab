import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import { type Matter, matters } from './attention.ts';

/** More than these would push the day's figures off the screen; the urgent are among them. */
const mostAtOnce = 3;

/** 待處理: one line each, with the way there. While all is well a quiet line stands there, so that news moves nothing. */
export function Attention() {
  const { words, snapshot, now } = usePage();
  const { attention } = words.today;
  const found = matters(snapshot, words, now);
  const shown = found.slice(0, mostAtOnce);
  const rest = found.slice(shown.length);
  return (
    <section class="attention" aria-label={attention.title} data-found={found.length}>
      {found.length === 0 && <p class="nothing">{attention.nothing}</p>}
      <ul>
        {shown.map((matter) => (
          <Line key={matter.text} matter={matter} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{attention.more(rest.length)}</summary>
          <ul>
            {rest.map((matter) => (
              <Line key={matter.text} matter={matter} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Line({ matter }: { readonly matter: Matter }) {
  const { words, open, newId, drafts } = usePage();
  const { attention } = words.today;
  const { said, busy, send } = useSending();
  const go = () => {
    if (matter.view) drafts.set('history-view', matter.view);
    open(matter.where);
  };
  return (
    <li data-weight={matter.weight}>
      <span>{matter.text}</span>
      {said && <SaidLine said={said} />}
      {matter.answer === 'clock' && (
        <Button
          label={attention.clockRight}
          disabled={busy}
          onPress={() =>
            void send({ type: 'confirm-clock', commandId: newId() }, (w) => w.today.attention.clockConfirmed)
          }
        />
      )}
      <Button
        label={words.sections[matter.where]}
        name={`${attention.look}：${words.sections[matter.where]}`}
        tone="quiet"
        onPress={go}
      />
    </li>
  );
}
