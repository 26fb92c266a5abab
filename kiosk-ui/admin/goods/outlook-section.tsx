import { grouped } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { runsOutText, soonest, soonestOf } from '../outlets/runs-out.ts';
import { usePage } from '../page-context.ts';
import { kinds, type Notice, type OutletRow } from '../wall.ts';

const most = 200;

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
      <Suggested title={outlook.runOut} nothing={outlook.noneRunOut} rows={runOut} />
      <Suggested title={outlook.left} nothing={outlook.noneLeft} rows={left} />
    </>
  );
}

const daysLeft = (row: OutletRow): number =>
  Math.max(...kinds.map((kind) => row.available[kind] / Math.max(1, row.usualDay[kind])));

function Suggested({
  title,
  nothing,
  rows,
}: {
  readonly title: string;
  readonly nothing: string;
  readonly rows: readonly OutletRow[];
}) {
  const { words, desk, planGoods } = usePage();
  const firstGone = ({ runsOut }: OutletRow) => {
    const first = soonestOf(runsOut);
    return first && runsOutText(words, first);
  };
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
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.outlets.columns.name}</th>
              <th scope="col">{words.outlets.columns['runs-out']}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col" class="figure">
                  {words.kinds[kind]} {words.outlook.has} / {words.outlook.usual}
                </th>
              ))}
              <th scope="col" class="figure">
                {words.outlook.suggested}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <tr key={row.code}>
                <th scope="row">
                  <button type="button" class="link" onClick={() => desk.choose(row.code)}>
                    {row.name}
                  </button>
                  <small>
                    {row.county}
                    {row.town}
                  </small>
                </th>
                <td>{firstGone(row)}</td>
                {kinds.map((kind) => (
                  <td key={kind} class="figure">
                    {grouped(row.available[kind])} / {grouped(row.usualDay[kind])}
                  </td>
                ))}
                <td class="figure">
                  {kinds.map((kind) => `${words.kinds[kind]} ${grouped(row.suggested[kind])}`).join('　')}
                </td>
                <td class="doing">
                  <div>
                    <Button
                      label={words.outlook.send}
                      onPress={() =>
                        planGoods({
                          outlets: [row.code],
                          adult: row.suggested.adult,
                          child: row.suggested.child,
                        })
                      }
                    />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
