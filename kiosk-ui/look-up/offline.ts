/** Lets the page be opened without a line: a worker keeps what it is made of. A browser may not know of such. */
export async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/look-up-worker.js');
  const { active } = await navigator.serviceWorker.ready;
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/assets/`));
  const language = new URLSearchParams(location.search).get('lang');
  active?.postMessage([...files, language === null ? '/' : `/?lang=${encodeURIComponent(language)}`]);
}
