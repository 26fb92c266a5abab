import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A titled part of a section; what is done with it stands at the right of the title. */
export function Block({
  title,
  children,
  aside,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly aside?: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="block" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** Names and figures, one under the other. */
export function Figures({
  rows,
}: {
  readonly rows: readonly (readonly [name: string, figure: string, weight?: 'strong'])[];
}) {
  return (
    <dl class="figures">
      {rows.map(([name, figure, weight]) => (
        <div key={name} data-weight={weight}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
