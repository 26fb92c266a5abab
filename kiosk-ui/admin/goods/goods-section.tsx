import { useState } from 'preact/hooks';
import { may } from '../may.ts';
import { usePage } from '../page-context.ts';
import { Compared } from './compared.tsx';
import { PlanForm } from './plan-form.tsx';

/** Deliveries: planned and announced to many at once by whoever may, and compared with what came. */
export function GoodsSection() {
  const { state } = usePage();
  const [announced, setAnnounced] = useState(0);
  return (
    <>
      {may(state.me, 'announce-delivery') && <PlanForm onAnnounced={() => setAnnounced(announced + 1)} />}
      <Compared about={String(announced)} />
    </>
  );
}
