import { useId } from 'preact/hooks';
import { usePage } from '../page-context.ts';
import { type KeyedRange, mostDays, type Range } from '../range.ts';
import { DayEntry } from './entries.tsx';

export interface RangeEntriesProps {
  readonly keyed: KeyedRange;
  readonly range: Range;
  readonly onKeyed: (keyed: KeyedRange) => void;
}

/** From a day until a day; a range that cannot be shown says why, and marks the day to be changed. */
export function RangeEntries({ keyed, range, onKeyed }: RangeEntriesProps) {
  const { words, snapshot } = usePage();
  const id = useId();
  const limits = { from: { until: keyed.until }, until: { from: keyed.from, until: snapshot.clock.day } };
  return (
    <>
      {(['from', 'until'] as const).map((end) => (
        <DayEntry
          key={end}
          label={words[end]}
          value={keyed[end]}
          onValue={(day) => onKeyed({ ...keyed, [end]: day })}
          faultId={!range.ready && range.at === end ? id : null}
          {...limits[end]}
        />
      ))}
      {!range.ready && (
        <p class="said" data-tone="unclear" role="status" id={id}>
          {words.rangeFaults[range.fault](mostDays)}
        </p>
      )}
    </>
  );
}
