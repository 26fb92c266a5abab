import { useState } from 'preact/hooks';
import { dayAfter } from '../../stock/days.ts';
import { DayEntry } from '../../stock/parts/entries.tsx';
import { usePage } from '../page-context.ts';
import type { Day } from '../wall.ts';

const files = ['outlets', 'sales', 'deliveries', 'conflicts'] as const;

/** Everything of one's scope as CSV, and the public files as they are. */
export function ExportsSection() {
  const { words, state } = usePage();
  const { exports } = words;
  const [from, setFrom] = useState<string>(dayAfter(state.day as Day, -30));
  const [to, setTo] = useState<string>(state.day as Day);
  const span = new URLSearchParams({ ...(from && { from }), ...(to && { to }) });
  return (
    <>
      <p class="hint">{exports.lead}</p>
      <div class="trio">
        <DayEntry label={exports.from} value={from} until={to} onValue={setFrom} />
        <DayEntry label={exports.to} value={to} from={from} onValue={setTo} />
      </div>
      <ul class="exports">
        {files.map((file) => (
          <li key={file}>
            <a class="button" href={`/admin/api/exports/${file}.csv?${span}`} download>
              {exports.files[file]}
            </a>
            <span>{exports.what[file]}</span>
          </li>
        ))}
        <li>
          <a class="button" href="/opendata/maskdata.csv" download>
            maskdata.csv
          </a>
          <span>{exports.maskdata}</span>
        </li>
        <li>
          <a class="button" href="/opendata/points.json" download>
            points.json
          </a>
          <span>{exports.points}</span>
        </li>
      </ul>
    </>
  );
}
