import { CodeEntry } from '../../look/code-entry.tsx';
import { useDraft, usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { Form } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';

/** 登錄: a code from the centre makes it know this till, or lets a till go on that it has stopped. */
export function EnrolBlock({ again }: { readonly again: 'first' | 'again' }) {
  const { words } = usePage();
  const { centre } = words;
  const [code, setCode] = useDraft('enrolment-code', '');
  const { said, busy, send } = useSending();
  const title = again === 'again' ? centre.enrolAgain : centre.enrol;
  const enrol = async () => {
    if (code === '') return;
    const refusal = await send({ type: 'enrol', code }, (w) => w.centre.enrolled);
    if (refusal === null) setCode('');
  };
  return (
    <Block title={title} aside={<p class="hint">{again === 'again' ? centre.goesOn : centre.codeFrom}</p>}>
      <Form name={title} onSend={() => void enrol()}>
        <div class="enrol">
          <CodeEntry label={centre.code} hint={centre.codeHint} code={code} onCode={setCode} />
          <button type="submit" class="button main" disabled={busy || code === ''}>
            {centre.doEnrol}
          </button>
          <SaidLine said={said} />
        </div>
      </Form>
    </Block>
  );
}
