/** `quiet`: neither well nor wrong. `wrong` is amber, and `bad` red. */
export type Tone = 'well' | 'quiet' | 'wrong' | 'bad';

/** How something stands: a word, and a mark that is not only a colour. */
export function State({ tone, text }: { readonly tone: Tone; readonly text: string }) {
  return (
    <span class="state" data-tone={tone}>
      {text}
    </span>
  );
}
