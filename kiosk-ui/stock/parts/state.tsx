/** How something stands: a word, and a mark that is not only a colour. */
export function State({ tone, text }: { readonly tone: 'well' | 'wrong'; readonly text: string }) {
  return (
    <span class="state" data-tone={tone}>
      {text}
    </span>
  );
}
