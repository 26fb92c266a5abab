import { useDraft, usePage } from '../page-context.ts';
import { type PaperAnswer, PaperAnswers } from './paper-answers.tsx';
import { PaperForm } from './paper-form.tsx';

/** 補登: a paper form, line by line, each answered at once. */
export function PaperSection() {
  const { words } = usePage();
  const [answers, setAnswers] = useDraft<readonly PaperAnswer[]>('paper-answers', []);
  return (
    <>
      <div class="switch">
        <p class="hint">{words.paper.hint}</p>
        <a class="button" href="/paper-form" target="_blank" rel="noreferrer">
          {words.paper.print}
        </a>
      </div>
      <PaperForm onAnswer={(answer) => setAnswers([answer, ...answers])} />
      <PaperAnswers answers={answers} />
    </>
  );
}
