import { Button } from '../look/button.tsx';
import { useScreen } from './screen-context.ts';

/** The one button that ends what the counter shows. */
export function DismissButton({ label }: { readonly label: string }) {
  const { perform } = useScreen();
  return <Button label={label} keycap="Enter" tone="main" onPress={() => perform({ want: 'dismiss' })} />;
}
