import { useState } from 'preact/hooks';
import { dayAndTime } from '../../day-format.ts';
import { Wide } from '../../stock/parts/block.tsx';
import { TextEntry } from '../../stock/parts/entries.tsx';
import { MoreRows } from '../more-rows.tsx';
import { usePage } from '../page-context.ts';
import { Empty, WhenAnswered } from '../parts.tsx';
import { useAnswer } from '../use-answer.ts';
import { useSettled } from '../use-settled.ts';
import type { AuditEntry, AuditPage } from '../wall.ts';

/** Who did what, and what became of it; newest first. */
export function AuditSection() {
  const { words, state } = usePage();
  const { audit } = words;
  const [who, setWho] = useState('');
  const [deed, setDeed] = useState('');
  const wanted = useSettled(who.trim());
  const query = new URLSearchParams({ ...(wanted && { who: wanted }), ...(deed && { deed }) });
  const path = `/audit?${query}`;
  const { asked, again } = useAnswer<AuditPage>(path);
  const rows = ({ entries }: AuditPage) => entries.map((entry) => <Row key={entry.id} entry={entry} />);
  return (
    <>
      <div class="trio audit-filters">
        <TextEntry label={audit.who} value={who} onValue={setWho} />
        <label class="entry">
          <span>{audit.deed}</span>
          <select value={deed} onChange={({ currentTarget }) => setDeed(currentTarget.value)}>
            <option value="">{audit.allDeeds}</option>
            {state.me.may.map((name) => (
              <option key={name} value={name}>
                {audit.deeds[name]}
              </option>
            ))}
          </select>
        </label>
        <div class="answers">
          <a class="button" href="/admin/api/exports/audit.csv" download>
            {words.outlets.export}
          </a>
        </div>
      </div>
      <WhenAnswered asked={asked} again={again}>
        {(page) =>
          page.entries.length === 0 ? (
            <Empty text={audit.nothing} />
          ) : (
            <Wide name={words.sections.audit}>
              <table class="table audit">
                <thead>
                  <tr>
                    <th scope="col">{audit.at}</th>
                    <th scope="col">{audit.who}</th>
                    <th scope="col">{audit.deed}</th>
                  </tr>
                </thead>
                <tbody>{rows(page)}</tbody>
                <MoreRows<AuditPage> {...{ path, rows }} next={page.next} columns={3} />
              </table>
            </Wide>
          )
        }
      </WhenAnswered>
    </>
  );
}

/** What began a moment ago may go on: the very question for this list is one of them. */
const stillBusyMs = 60_000;

function Row({ entry: { at, who, deed, fact, outcome } }: { readonly entry: AuditEntry }) {
  const { words, state } = usePage();
  const { audit } = words;
  const nameOf = (outlet: string) => state.all.find(({ code }) => code === outlet)?.name ?? outlet;
  const said = audit.fact(fact, nameOf);
  return (
    <tr data-outcome={outcome.state}>
      <td>{dayAndTime(at)}</td>
      <td>{audit.person(who)}</td>
      <td>
        {audit.deeds[deed]}
        {said && <span class="said-of">{said}</span>}
        {outcome.state === 'refused' && (
          <small class="fault">
            {audit.refused} {words.refusal(outcome.code)}
          </small>
        )}
        {outcome.state === 'begun' && state.now - at > stillBusyMs && <small>{audit.begun}</small>}
      </td>
    </tr>
  );
}
