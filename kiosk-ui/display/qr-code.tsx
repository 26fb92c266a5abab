import { encode } from 'uqr';

/** A text as a QR code, drawn as one path; its box is its own measure, the style sheet gives the size. */
export function QrCode({ text, name }: { readonly text: string; readonly name: string }) {
  // Four clear modules around it are what readers of the code are promised.
  const { data, size } = encode(text, { border: 4 });
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shape-rendering="crispEdges">
      <path d={darkModules(data)} />
    </svg>
  );
}

/** Each run of dark modules in a row as one rectangle. */
export function darkModules(rows: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  rows.forEach((row, y) => {
    let from = -1;
    for (let x = 0; x <= row.length; x++) {
      const dark = row[x] ?? false;
      if (dark && from < 0) from = x;
      if (!dark && from >= 0) {
        runs.push(`M${from} ${y}h${x - from}v1h${from - x}z`);
        from = -1;
      }
    }
  });
  return runs.join('');
}
