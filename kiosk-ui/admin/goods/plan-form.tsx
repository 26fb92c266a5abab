import { useState } from 'preact/hooks';
import { grouped } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { dayAfter } from '../../stock/days.ts';
import { DayEntry, FigureEntry, TextEntry } from '../../stock/parts/entries.tsx';
import { ask, isRefused } from '../ask.ts';
import { usePage } from '../page-context.ts';
import { type Said, SaidLine } from '../parts.tsx';
import { useCommandId } from '../use-command-id.ts';
import type { Day } from '../wall.ts';

/** One allotment to many outlets, asked twice about. */
export function PlanForm({ onAnnounced }: { readonly onAnnounced: () => void }) {
  const { words, state, plan } = usePage();
  const { goods } = words;
  const [day, setDay] = useState<string>(dayAfter(state.day as Day, 1));
  const [county, setCounty] = useState('');
  const [adult, setAdult] = useState(String(plan?.adult ?? ''));
  const [child, setChild] = useState(String(plan?.child ?? ''));
  const [note, setNote] = useState('');
  const [stage, setStage] = useState<'writing' | 'sure' | 'sending'>('writing');
  const [said, setSaid] = useState<Said | null>(null);
  const command = useCommandId();
  const counties = [...new Set(state.all.map((row) => row.county))].filter(Boolean).sort();
  const withTill = state.all.filter(({ tills }) => tills > 0);
  const outlets =
    plan?.outlets ?? withTill.filter((row) => county === '' || row.county === county).map(({ code }) => code);
  const total = (each: string) => grouped(Number(each) * outlets.length);
  const announce = async () => {
    setStage('sending');
    const pieces = { adult: Number(adult), child: Number(child) };
    const wanted = { day, pieces, outlets, note };
    const commandId = command.idOf(wanted);
    const answer = await ask<{ outlets: number }>('POST', '/allotments', { commandId, ...wanted });
    setStage('writing');
    if (isRefused(answer))
      return setSaid({ tone: 'refused', text: words.refusal(answer.refused, answer.detail) });
    command.done();
    setSaid({ tone: 'done', text: goods.announced(answer.done.outlets) });
    onAnnounced();
  };
  return (
    <section class="block">
      <header>
        <h2>{goods.plan}</h2>
      </header>
      <p class="hint">{goods.planHint}</p>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setStage('sure');
        }}
      >
        <div class="trio">
          <DayEntry label={goods.day} value={day} onValue={setDay} />
          {plan ? (
            <TextEntry
              label={goods.where}
              value={state.all.find(({ code }) => code === plan.outlets[0])?.name ?? ''}
              disabled
              onValue={() => {}}
            />
          ) : (
            <label class="entry">
              <span>{goods.where}</span>
              <select value={county} onChange={({ currentTarget }) => setCounty(currentTarget.value)}>
                <option value="">{words.outlets.allCounties}</option>
                {counties.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
          )}
          <TextEntry label={goods.note} value={note} onValue={setNote} />
          <FigureEntry label={goods.adult} value={adult} onValue={setAdult} />
          <FigureEntry label={goods.child} value={child} onValue={setChild} />
        </div>
        {stage === 'writing' ? (
          <div class="answers">
            <button
              type="submit"
              class="button main"
              disabled={outlets.length === 0 || Number(adult) + Number(child) === 0 || day === ''}
            >
              {goods.announce(outlets.length)}
            </button>
            <SaidLine said={said} />
          </div>
        ) : (
          <div class="check" role="alert">
            <p>{goods.sure(outlets.length, total(adult), total(child))}</p>
            <div class="answers">
              <Button
                label={goods.announce(outlets.length)}
                tone="main"
                disabled={stage === 'sending'}
                onPress={() => void announce()}
              />
              <Button label={words.cancel} onPress={() => setStage('writing')} />
            </div>
          </div>
        )}
      </form>
    </section>
  );
}
