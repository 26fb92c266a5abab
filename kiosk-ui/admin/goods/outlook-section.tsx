import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { grouped } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { may } from '../may.ts';
import { runsOutText, soonest, soonestOf } from '../outlets/runs-out.ts';
import { usePage } from '../page-context.ts';
import { kinds, type Notice, type OutletRow } from '../wall.ts';

/** Who will run out today and who will be left with stock, and what could be sent tomorrow. */
export function OutlookSection() {
  const { words, state } = usePage();
  const { outlook } = words;
  const having = (notice: Notice) => state.all.filter(({ notices }) => notices.includes(notice));
  const runOut = having('will-run-out').sort((a, b) => soonest(a.runsOut) - soonest(b.runsOut));
  const left = having('left-with-stock').sort((a, b) => daysLeft(b) - daysLeft(a));
  return (
    <>
      <p class="hint">{outlook.lead}</p>
      <Suggested
        title={outlook.runOut}
        nothing={outlook.noneRunOut}
        rows={runOut}
        heading={words.outlets.columns['runs-out']}
        of={({ runsOut }) => {
          const first = soonestOf(runsOut);
          return first && runsOutText(words, first);
        }}
      />
      <Suggested
        title={outlook.left}
        nothing={outlook.noneLeft}
        rows={left}
        heading={outlook.lasts}
        of={(row) => outlook.days(Math.floor(daysLeft(row)))}
      />
    </>
  );
}

const daysLeft = (row: OutletRow): number =>
  Math.max(...kinds.map((kind) => row.available[kind] / Math.max(1, row.usualDay[kind])));

/** Drawn at once; the next as many follow when they are asked for. */
const portion = 200;

function Suggested({
  title,
  nothing,
  rows,
  heading,
  of,
}: {
  readonly title: string;
  readonly nothing: string;
  readonly rows: readonly OutletRow[];
  readonly heading: string;
  readonly of: (row: OutletRow) => ComponentChildren;
}) {
  const { words, state } = usePage();
  const [most, setMost] = useState(portion);
  return (
    <section class="block">
      <header>
        <h2>
          {title} <small>{grouped(rows.length)}</small>
        </h2>
      </header>
      {rows.length === 0 ? (
        <p class="hint">{nothing}</p>
      ) : (
        <>
          <table class="table by-kind">
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  {words.outlets.columns.name}
                </th>
                <th scope="col" rowSpan={2}>
                  {heading}
                </th>
                {kinds.map((kind) => (
                  <th key={kind} scope="colgroup" colSpan={3} class="figure">
                    {words.kinds[kind]}
                  </th>
                ))}
                {may(state.me, 'announce-delivery') && <td rowSpan={2} />}
              </tr>
              <tr>
                {kinds.map((kind) =>
                  [words.outlook.has, words.outlook.usual, words.outlook.suggested].map((name) => (
                    <th key={`${kind} ${name}`} scope="col" class="figure">
                      <span class="unseen">{words.kinds[kind]} </span>
                      {name}
                    </th>
                  )),
                )}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, most).map((row) => (
                <Row key={row.code} row={row} of={of} />
              ))}
            </tbody>
          </table>
          {rows.length > most && (
            <div class="answers">
              <Button label={words.more} onPress={() => setMost(most + portion)} />
              <p class="hint">{words.first(most, rows.length)}</p>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Row({ row, of }: { readonly row: OutletRow; readonly of: (row: OutletRow) => ComponentChildren }) {
  const { words, state, desk, planGoods } = usePage();
  const { code, name, county, town, available, usualDay, suggested } = row;
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" onClick={() => desk.choose(code)}>
          {name}
        </button>
        <small>
          {county}
          {town}
        </small>
      </th>
      <td>{of(row)}</td>
      {kinds.map((kind) =>
        [available, usualDay, suggested].map((pieces, i) => (
          <td key={`${kind} ${i === 0 ? 'has' : i === 1 ? 'usual' : 'suggested'}`} class="figure">
            {grouped(pieces[kind])}
          </td>
        )),
      )}
      {may(state.me, 'announce-delivery') && (
        <td class="doing">
          <div>
            <Button
              label={words.outlook.send}
              onPress={() => planGoods({ outlets: [code], adult: suggested.adult, child: suggested.child })}
            />
          </div>
        </td>
      )}
    </tr>
  );
}
