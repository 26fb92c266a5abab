import { grouped } from '../../day-format.ts';
import { usePage } from '../page-context.ts';
import { kinds } from '../terms.ts';

/** Each kind by where its pieces stand; what may be sold to anybody is the figure that people come for. */
export function StockTable() {
  const { words, snapshot } = usePage();
  const { stock, lots } = snapshot;
  const names = words.today.stock;
  return (
    <table class="table stock-table">
      <thead>
        <tr>
          <td />
          <th scope="col">{names.available}</th>
          <th scope="col">{names.promised}</th>
          <th scope="col">{names.onHand}</th>
          <th scope="col">{names.notYetOnSale}</th>
          <th scope="col">{names.defective}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{words.kinds[kind]}</th>
            <td class="available">{grouped(stock[kind].available)}</td>
            <td>{grouped(stock[kind].promised)}</td>
            <td>{grouped(stock[kind].onHand)}</td>
            <td>
              {grouped(stock[kind].notYetOnSale)}
              {lots
                .filter((lot) => lot.kind === kind)
                .map((lot) => (
                  <small key={lot.onSaleFrom}>{names.lot(lot.pieces, lot.onSaleFrom)}</small>
                ))}
            </td>
            <td>{grouped(stock[kind].defective)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
