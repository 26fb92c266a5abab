/** BCP 47. Browsers work out the style of every element anew when it is set, even to what it was. */
export function setPageLanguage(lang: string): void {
  const page = document.documentElement;
  if (page.lang !== lang) page.lang = lang;
}
