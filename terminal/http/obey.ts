import { type Command, commandSchema, type RefusalCode, type Reply } from '#api';
import { exhaustive } from '#rules';
import type { Till } from '#services';

type Answer = 'done' | RefusalCode;

/** Turns what came over the socket into a command, carries it out, and says how it ended. @throws storage errors */
export function obey(till: Till, message: unknown): Reply {
  const command = commandSchema.safeParse(message);
  const answer = command.success ? carryOut(till, command.data) : 'malformed';
  return answer === 'done' ? { ok: true } : { ok: false, code: answer };
}

function carryOut(till: Till, command: Command): Answer {
  const { counter, slips } = till;
  switch (command.type) {
    case 'choose-kind':
      return counter.chooseKind(command.visitId, command.kind);
    case 'set-pieces':
      return counter.setPieces(command.visitId, command.pieces);
    case 'sell':
      return counter.sell(command);
    case 'dismiss':
      return counter.dismiss();
    case 'reprint':
      return slips.copy(command.commandId, command.receiptNumber);
    case 'settle-slip':
      return slips.settle(command.commandId, command.jobId, command.answer);
    case 'goods-in':
      till.stockKeeping.goodsIn(command.commandId, { adult: command.adult, child: command.child });
      return 'done';
    case 'virtual-card':
      if (!till.virtual?.reader) return 'not-now';
      return till.virtual.reader.insert(command.card) ? 'done' : 'unknown';
    case 'virtual-printer':
      if (!till.virtual?.printer) return 'not-now';
      till.virtual.printer.set({ paper: command.paper, cover: command.cover });
      return 'done';
    default:
      return exhaustive(command);
  }
}
