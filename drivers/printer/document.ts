/** A slip without a device: what stands on it, in which order. Columns and bytes come later. */
export interface ReceiptDocument {
  readonly lines: readonly ReceiptLine[];
}

export type ReceiptLine =
  /** Wraps where it is too long for the paper. `size` double is twice as wide and twice as high. */
  | {
      readonly type: 'text';
      readonly text: string;
      readonly align?: 'left' | 'center' | 'right';
      readonly size?: 'normal' | 'double';
      readonly bold?: boolean;
    }
  /** A label at the left edge and a value at the right edge; on two lines where one cannot hold both. */
  | {
      readonly type: 'pair';
      readonly label: string;
      readonly value: string;
      readonly size?: 'normal' | 'double';
      readonly bold?: boolean;
    }
  | { readonly type: 'rule' }
  | { readonly type: 'space' };
