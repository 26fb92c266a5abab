import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import { matters } from './attention.ts';

/** 待處理: one line each, with the way there. Silent while all is well. */
export function Attention() {
  const page = usePage();
  const { words, snapshot, open, newId } = page;
  const { attention } = words.today;
  const { said, busy, send } = useSending();
  const found = matters(snapshot, words);
  return (
    <section class="attention" aria-label={attention.title} data-found={found.length}>
      {found.length === 0 && <p class="hint">{attention.nothing}</p>}
      <ul>
        {found.map((matter) => (
          <li key={matter.text} data-weight={matter.weight}>
            <span>{matter.text}</span>
            {matter.answer === 'clock' && (
              <Button
                label={attention.clockRight}
                disabled={busy}
                onPress={() =>
                  void send(
                    { type: 'confirm-clock', commandId: newId() },
                    (w) => w.today.attention.clockConfirmed,
                  )
                }
              />
            )}
            <Button
              label={words.sections[matter.where]}
              name={`${attention.look}：${words.sections[matter.where]}`}
              tone="quiet"
              onPress={() => open(matter.where)}
            />
          </li>
        ))}
      </ul>
      {said && <SaidLine said={said} />}
    </section>
  );
}
