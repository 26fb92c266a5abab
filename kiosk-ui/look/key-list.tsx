import './key-list.css';

export type KeyRow = readonly [keys: string, meaning: string];

/** Keys and what they do, beneath a title. Several stand side by side in `.key-lists`. */
export function KeyList({ title, rows }: { readonly title: string; readonly rows: readonly KeyRow[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl class="key-list">
        {rows.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
