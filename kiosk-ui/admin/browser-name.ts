/** The first that fits: most browsers name others besides themselves. */
const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Chromium', 'Chromium'],
  ['Safari', 'Safari'],
] as const;
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

/** `Chrome, Windows` of what a browser calls itself; `null` where nothing in it is known. */
export function browserName(said: string): string | null {
  const parts = [browsers, systems].flatMap((known) => {
    const found = known.find(([sign]) => said.includes(sign));
    return found ? [found[1]] : [];
  });
  return parts.length === 0 ? null : parts.join(', ');
}
