import { useState } from 'preact/hooks';
import { grouped } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { dayAfter } from '../../stock/days.ts';
import { DayEntry, FigureEntry, TextEntry } from '../../stock/parts/entries.tsx';
import { ask, isRefused } from '../ask.ts';
import { usePage } from '../page-context.ts';
import { type Said, SaidLine, WhenAnswered } from '../parts.tsx';
import { useAnswer } from '../use-answer.ts';
import { useCommandId } from '../use-command-id.ts';
import { type Day, type DeliveryView, kinds } from '../wall.ts';

/** Deliveries: planned and announced to many at once, and compared with what came. */
export function GoodsSection() {
  const { state } = usePage();
  const [day, setDay] = useState<Day>(state.day as Day);
  const { asked, again } = useAnswer<{ deliveries: readonly DeliveryView[] }>(
    `/deliveries?day=${day}`,
    state.news.goods,
  );
  return (
    <>
      <PlanForm onAnnounced={again} />
      <Compared day={day} onDay={setDay} asked={asked} again={again} />
    </>
  );
}

function PlanForm({ onAnnounced }: { readonly onAnnounced: () => void }) {
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

const mostShown = 500;

function Compared({
  day,
  onDay,
  asked,
  again,
}: {
  readonly day: Day;
  readonly onDay: (day: Day) => void;
} & ReturnType<typeof useAnswer<{ deliveries: readonly DeliveryView[] }>>) {
  const { words, state, desk } = usePage();
  const { goods } = words;
  const names = new Map(state.all.map(({ code, name }) => [code, name]));
  return (
    <section class="block">
      <header>
        <h2>{goods.compare}</h2>
        <DayEntry label={goods.day} value={day} onValue={(value) => value !== '' && onDay(value as Day)} />
      </header>
      <WhenAnswered asked={asked} again={again}>
        {({ deliveries }) => {
          const differ = deliveries.filter(differs);
          const came = deliveries.filter(({ received }) => received !== null);
          if (deliveries.length === 0) return <p class="hint">{goods.nothing}</p>;
          const shown = [...deliveries]
            .sort((a, b) => Number(differs(b)) - Number(differs(a)))
            .slice(0, mostShown);
          return (
            <>
              <p class="hint">{goods.summary(deliveries.length, came.length, differ.length)}</p>
              <table class="table">
                <thead>
                  <tr>
                    <th scope="col">{words.outlets.columns.name}</th>
                    {kinds.map((kind) => (
                      <th key={kind} scope="col" class="figure">
                        {words.kinds[kind]}
                      </th>
                    ))}
                    <th scope="col">{goods.received}</th>
                    <th scope="col">{goods.difference}</th>
                    <th scope="col">{goods.note}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((delivery) => (
                    <tr key={delivery.deliveryId}>
                      <th scope="row">
                        <button type="button" class="link" onClick={() => desk.choose(delivery.outlet)}>
                          {names.get(delivery.outlet) ?? delivery.outlet}
                        </button>
                      </th>
                      {kinds.map((kind) => (
                        <td key={kind} class="figure">
                          {grouped(delivery.announced[kind])}
                        </td>
                      ))}
                      <td>
                        {delivery.received
                          ? kinds.map((kind) => grouped(delivery.received?.[kind] ?? 0)).join(' / ')
                          : goods.due}
                      </td>
                      <td>
                        {delivery.received && (
                          <span class="notice" data-notice={differs(delivery) ? 'goods-differ' : 'same'}>
                            {differs(delivery)
                              ? kinds
                                  .map((kind) =>
                                    signed((delivery.received?.[kind] ?? 0) - delivery.announced[kind]),
                                  )
                                  .join(' / ')
                              : goods.same}
                          </span>
                        )}
                      </td>
                      <td>{delivery.note}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          );
        }}
      </WhenAnswered>
    </section>
  );
}

const differs = ({ announced, received }: DeliveryView): boolean =>
  received !== null && kinds.some((kind) => received[kind] !== announced[kind]);
const signed = (n: number): string => (n > 0 ? `+${grouped(n)}` : n < 0 ? `−${grouped(-n)}` : '0');
