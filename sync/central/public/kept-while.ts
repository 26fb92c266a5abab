/** Made once, and again when what it is made of is another. */
export function keptWhile<Of, Made>(of: () => Of, make: (of: Of) => Made): () => Made {
  let kept: { readonly of: Of; readonly made: Made } | null = null;
  return () => {
    const now = of();
    if (kept === null || kept.of !== now) kept = { of: now, made: make(now) };
    return kept.made;
  };
}
