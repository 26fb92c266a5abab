import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

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
  const { ref, scrolls } = useScrolling();
  return (
    <section class="block" aria-labelledby={id} ref={ref} tabIndex={scrolls ? 0 : undefined}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** A table that stands by itself, and scrolls sideways where it has too little room. */
export function Wide({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  const { ref, scrolls } = useScrolling();
  return (
    <section class="wide" aria-label={name} ref={ref} tabIndex={scrolls ? 0 : undefined}>
      {children}
    </section>
  );
}

/** What is too wide scrolls inside its block, which only then is a stop for the Tab key. */
function useScrolling() {
  const ref = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const block = ref.current;
    if (!block) return;
    const look = new ResizeObserver(() => setScrolls(block.scrollWidth > block.clientWidth));
    for (const each of [block, ...block.children]) look.observe(each);
    return () => look.disconnect();
  }, []);
  return { ref, scrolls };
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
