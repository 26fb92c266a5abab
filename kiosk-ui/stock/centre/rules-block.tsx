import { dayAndTime, monthDay } from '../../day-format.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import type { StockSnapshot } from '../terms.ts';

type Rules = Pick<StockSnapshot['policyNow'], 'number' | 'ruleSet'>;

/** 販售規定: what holds now and what comes next, with the numbers by which the centre names them. */
export function RulesBlock() {
  const { words, snapshot } = usePage();
  const { centre } = words;
  const { policyNow, policyNext, central } = snapshot;
  const { refusedPolicy } = central;
  return (
    <Block title={centre.policy}>
      {refusedPolicy && (
        <p class="check">{centre.refusedPack(refusedPolicy.number, centre.refused[refusedPolicy.why])}</p>
      )}
      <dl class="rules">
        <dt>{centre.now}</dt>
        <dd>
          <Allowed rules={policyNow} since={policyNow.since && monthDay(policyNow.since)} />
        </dd>
        <dt>{centre.next}</dt>
        <dd>
          {policyNext ? <Allowed rules={policyNext} since={dayAndTime(policyNext.at)} /> : centre.noNext}
        </dd>
      </dl>
    </Block>
  );
}

function Allowed({ rules, since }: { readonly rules: Rules; readonly since: string | null }) {
  const { words, snapshot } = usePage();
  const { centre } = words;
  const { number, ruleSet } = rules;
  const set = snapshot.policy.ruleSets.find(({ id }) => id === ruleSet);
  return (
    <>
      {since && <b>{centre.since(since)}</b>}
      {set && <span>{centre.allowance(set)}</span>}
      <small>{number === null ? centre.ownPack : centre.packNumber(number)}</small>
    </>
  );
}
