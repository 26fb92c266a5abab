import { useMemo } from 'preact/hooks';
import { RulesSaid } from './rules-said.tsx';
import type { Shown } from './screen-parts.ts';
import type { GuideStep } from './words/guide-words.ts';

/** The leaflet's way to the way of buying: an answer opens the next question. It works without a program. */
export function GuideSection(page: Shown) {
  const { guide } = page.words;
  // The largest part of the page, and the same at every key of a search.
  const steps = useMemo(() => <Step step={guide.start} bring={guide.bring} />, [guide]);
  return (
    <section class="guide" id="guide" aria-labelledby="guide-heading">
      <h2 id="guide-heading">{guide.heading}</h2>
      <p class="hint">{guide.lead}</p>
      {steps}
      <RulesSaid {...page} />
    </section>
  );
}

function Step({ step, bring }: { readonly step: GuideStep; readonly bring: string }) {
  if ('way' in step) {
    return (
      <div class="way">
        <b>{step.way}</b>
        <p>
          <span>{bring}</span> {step.bring.join(' · ')}
        </p>
        <p>{step.how}</p>
      </div>
    );
  }
  return (
    <div class="step">
      <p>{step.ask}</p>
      {step.answers.map(([answer, next]) => (
        // One answer of a question is open at a time.
        <details key={answer} name={step.ask}>
          <summary>{answer}</summary>
          <Step step={next} bring={bring} />
        </details>
      ))}
    </div>
  );
}
