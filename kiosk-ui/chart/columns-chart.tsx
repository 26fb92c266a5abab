import './columns-chart.css';
import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { grouped } from '../day-format.ts';
import { useWidth } from './use-width.ts';

export interface Column {
  readonly name: string;
  readonly adult: number;
  readonly child: number;
  /** What is usual for both together: a step over the column, since nothing is known of what lies between two. */
  readonly usual?: number;
  /** For those who listen. */
  readonly said: string;
}

export interface ColumnsChartProps {
  readonly title: string;
  readonly columns: readonly Column[];
  /** The one that is still growing. */
  readonly now?: string;
  /** CSS pixels, the names beneath included. */
  readonly height?: number;
  readonly legend: { readonly adult: string; readonly child: string; readonly usual?: string };
}

/** The width of a letter beneath the columns, and of a column with its gap at most, CSS pixels. */
const letter = 8;
const mostStep = 112;
const around = { top: 12, right: 0, bottom: 26 };

/** Adult and child masks, one on the other, in columns, with what is usual as steps over them. */
export function ColumnsChart({ title, columns, now, legend, height = 200 }: ColumnsChartProps) {
  const { ref, width } = useWidth<HTMLDivElement>(640);
  const names = columns.map(({ name }) => name);
  const longest = Math.max(0, ...names.map((name) => name.length));
  const most = Math.max(
    4,
    ...columns.map((column) => Math.max(column.adult + column.child, column.usual ?? 0)),
  );
  const left = Math.max(40, 12 + letter * grouped(Math.round(most)).length);
  const right = Math.min(width - around.right, left + mostStep * names.length);
  const x = scaleBand(names, [left, right]).paddingInner(0.25).paddingOuter(0.1);
  const y = scaleLinear([0, most], [height - around.bottom, around.top]).nice(4);
  const middle = (name: string) => (x(name) ?? 0) + x.bandwidth() / 2;
  const edges = (name: string) => [middle(name) - x.step() / 2, middle(name) + x.step() / 2] as const;
  const steps = columns.flatMap(({ name, usual = 0 }) =>
    edges(name).map((edge): [number, number] => [Math.max(left, Math.min(right, edge)), y(usual)]),
  );
  const usual = line()(steps) ?? '';
  const every = Math.ceil(Math.max(28, letter * longest) / Math.max(1, x.step()));
  return (
    <figure class="columns-chart">
      <div ref={ref}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {y.ticks(4).map((tick) => (
            <g key={tick}>
              <line class="rule" x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
              <text class="scale" x={left - 8} y={y(tick)} dy="0.32em">
                {grouped(tick)}
              </text>
            </g>
          ))}
          {columns.map(({ name, adult, child }, i) => (
            <g key={name} data-now={name === now ? '' : undefined}>
              <rect
                class="child"
                x={x(name)}
                width={x.bandwidth()}
                y={y(adult + child)}
                height={y(adult) - y(adult + child)}
              />
              <rect class="adult" x={x(name)} width={x.bandwidth()} y={y(adult)} height={y(0) - y(adult)} />
              {i % every === 0 && (
                <text class="name" x={middle(name)} y={height - 8}>
                  {name}
                </text>
              )}
            </g>
          ))}
          {legend.usual && (
            <g class="usual">
              {/* A lighter line beneath, or the dark one is lost before a dark column. */}
              <path class="under" d={usual} />
              <path d={usual} />
            </g>
          )}
        </svg>
      </div>
      <ol class="unseen" aria-label={title}>
        {columns.map(({ name, said }) => (
          <li key={name}>{said}</li>
        ))}
      </ol>
      <figcaption>
        <span class="adult">{legend.adult}</span>
        <span class="child">{legend.child}</span>
        {legend.usual && <span class="usual">{legend.usual}</span>}
      </figcaption>
    </figure>
  );
}
