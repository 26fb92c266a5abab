import { useState } from 'preact/hooks';
import { dayAndTime } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';
import { WhenAnswered } from '../parts.tsx';
import { useAnswer } from '../use-answer.ts';
import type { AuditPage } from '../wall.ts';

/** Who did what, newest first. */
export function AuditSection() {
  const { words } = usePage();
  const [after, setAfter] = useState<string | null>(null);
  const { asked, again } = useAnswer<AuditPage>(`/audit${after === null ? '' : `?after=${after}`}`);
  return (
    <WhenAnswered asked={asked} again={again}>
      {(page) => (
        <>
          <table class="table audit">
            <thead>
              <tr>
                <th scope="col">{words.audit.at}</th>
                <th scope="col">{words.audit.who}</th>
                <th scope="col">{words.audit.deed}</th>
              </tr>
            </thead>
            <tbody>
              {page.entries.map(({ id, at, who, deed, detail }) => (
                <tr key={id}>
                  <td>{dayAndTime(at)}</td>
                  <td>{who}</td>
                  <td>
                    {words.audit.deeds[deed] ?? deed}
                    <Detail text={detail} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {page.next !== null && <Button label={words.audit.more} onPress={() => setAfter(page.next)} />}
        </>
      )}
    </WhenAnswered>
  );
}

/** Longer than one looks at it. */
const shortest = 100;

function Detail({ text }: { readonly text: string }) {
  if (text === '{}') return null;
  if (text.length <= shortest) return <small>{text}</small>;
  return (
    <details>
      <summary>{text.slice(0, shortest)}…</summary>
      {text}
    </details>
  );
}
