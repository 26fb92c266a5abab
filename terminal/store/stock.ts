import type { Database } from 'better-sqlite3';
import type { MaskKind, PiecesByKind } from '#rules';

export interface Stock {
  onSale(): PiecesByKind;
  /** Moves pieces in (positive) or out (negative). @throws a constraint error if the stock would fall below zero */
  move(kind: MaskKind, pieces: number): void;
}

export function createStock(db: Database): Stock {
  const all = db.prepare<[], { kind: MaskKind; pieces: number }>(
    'SELECT mask_kind AS kind, on_sale AS pieces FROM stock',
  );
  const move = db.prepare('UPDATE stock SET on_sale = on_sale + ? WHERE mask_kind = ?');

  return {
    onSale: () => {
      const onSale = { adult: 0, child: 0 };
      for (const { kind, pieces } of all.all()) onSale[kind] = pieces;
      return onSale;
    },
    move: (kind, pieces) => void move.run(pieces, kind),
  };
}
