import type { ComponentChildren } from 'preact';
import { grouped } from '../day-format.ts';
import { BandMark } from '../look/band-mark.tsx';
import type { Asked } from './answer-keeper.ts';
import { usePage } from './page-context.ts';
import { Trouble } from './trouble.tsx';
import type { Band, Notice } from './wall.ts';

/** A figure with the shape of its band, so that it is read at a glance. */
export function Stock({ pieces, band }: { readonly pieces: number; readonly band: Band }) {
  const { words } = usePage();
  return (
    <span class="stock" data-band={band}>
      <BandMark band={band} />
      <b>{grouped(pieces)}</b>
      <span class="unseen">{words.bands[band]}</span>
    </span>
  );
}

/** What somebody should look at, in words. */
export function Notices({
  notices,
  most = notices.length,
}: {
  readonly notices: readonly Notice[];
  /** Where there is room for so many; of more the rest is counted. */
  readonly most?: number;
}) {
  const { words } = usePage();
  const shown = notices.length > most ? notices.slice(0, most - 1) : notices;
  const rest = notices.slice(shown.length);
  return (
    <span class="notices">
      {shown.map((notice) => (
        <span key={notice} class="notice" data-notice={notice}>
          {words.notices[notice]}
        </span>
      ))}
      {rest.length > 0 && (
        <span class="notice" title={rest.map((notice) => words.notices[notice]).join('、')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}

/** An answer of the centre, or why there is none yet. */
export function WhenAnswered<T>({
  asked,
  again,
  children,
}: {
  readonly asked: Asked<T>;
  readonly again: () => void;
  readonly children: (answer: T) => ComponentChildren;
}) {
  const { words } = usePage();
  switch (asked.stage) {
    case 'asking':
      return <p class="hint quiet-at-first">{words.asking}</p>;
    case 'refused':
      return (
        <Trouble
          title={words.refusal(asked.refused.refused, asked.refused.detail)}
          again={words.again}
          onAgain={again}
        />
      );
    case 'answered':
      return <>{children(asked.answer)}</>;
  }
}

/** Nothing to show, in words of what that means. */
export const Empty = ({ text }: { readonly text: string }) => (
  <p class="empty">
    <b>{text}</b>
  </p>
);

export interface Said {
  readonly tone: 'done' | 'refused';
  readonly text: string;
}

export const SaidLine = ({ said }: { readonly said: Said | null }) => (
  <p class="said" data-tone={said?.tone} role="status">
    {said?.text}
  </p>
);
