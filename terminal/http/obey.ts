import { type Command, commandSchema, type RefusalCode, type Reply } from '#api';
import { type Actor, exhaustive, type Instant, type OperatorId } from '#rules';
import { keysOf, type Till } from '#services';

type Answer = 'done' | RefusalCode;

/** Who asks, and what becomes of a person's seats at other screens than the one from which they ask. */
export interface Asker {
  readonly actor: Actor;
  readonly endOtherSeats: (operatorId: OperatorId) => void;
}

/** Turns what came over the socket into a command, carries it out, and says how it ended. @throws storage errors */
export async function obey(till: Till, asker: Asker, message: unknown): Promise<Reply> {
  const command = commandSchema.safeParse(message);
  const answer = command.success ? await carryOut(till, asker, command.data) : 'malformed';
  return answer === 'done' ? { ok: true } : { ok: false, code: answer };
}

function carryOut(till: Till, asker: Asker, command: Command): Answer | Promise<Answer> {
  const { actor } = asker;
  switch (command.type) {
    case 'choose-kind':
    case 'set-pieces':
    case 'confirm-line':
    case 'show-line':
    case 'remove-line':
    case 'sell':
    case 'dismiss':
    case 'enter-by-hand':
      return atCounter(till, actor, command);
    case 'enter-paper-sale': {
      const { soldAt, formLine, kind, pieces, contested, commandId, ...document } = command;
      const keyedIn = { ...document, reason: 'reader-broken' } as const;
      return till.paperSales.enter({ soldAt, formLine, kind, pieces, contested, commandId, keyedIn }, actor);
    }
    case 'void-sale':
      return till.voiding.voidSale(command, actor);
    case 'sign-off':
      return till.reviewing.signOff(command, actor);
    case 'reprint':
    case 'settle-slip':
    case 'test-printer':
    case 'show-receipt':
    case 'display-language':
      return aboutSlips(till, actor, command);
    case 'goods-in': {
      const { adult, child, ...delivery } = command;
      return till.stockKeeping.goodsIn({ ...delivery, pieces: { adult, child } }, actor);
    }
    case 'count-stock':
      return till.stockKeeping.count(command, actor);
    case 'move-stock':
      return till.stockKeeping.move(command, actor);
    case 'plan-tickets':
    case 'hand-out-tickets':
    case 'cancel-ticket':
    case 'serve-tickets':
      return aboutTickets(till, actor, command);
    case 'set-selling-state':
      return till.shop.setSellingState(command, actor);
    case 'set-opening-hours':
      return till.shop.setOpeningHours(command, actor);
    case 'describe-outlet':
      return till.shop.describeOutlet(command, actor);
    case 'close-day':
      return till.dayClosing.close(command, actor);
    case 'confirm-clock':
      return till.clockKeeping.confirmClock(command.commandId, actor);
    case 'back-up-now':
      return till.backups.now();
    case 'centre-resume':
      return till.centre.resume();
    case 'enrol':
      return till.centre.enrol(command.code, actor);
    case 'message-read':
      return till.centre.markRead(command.messageId);
    case 'withdraw-pairing':
      till.phones.withdraw();
      return 'done';
    case 'end-phone':
      return till.phones.end(command.phoneId, actor);
    case 'keep-operator':
    case 'set-pin':
      return aboutPeople(till, asker, command);
    case 'virtual-card':
    case 'virtual-printer':
      return withVirtualDevices(till, command);
    default:
      return exhaustive(command);
  }
}

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

type AtCounter = Of<
  | 'choose-kind'
  | 'set-pieces'
  | 'confirm-line'
  | 'show-line'
  | 'remove-line'
  | 'sell'
  | 'dismiss'
  | 'enter-by-hand'
>;

function atCounter({ counter }: Till, actor: Actor, command: AtCounter): Answer | Promise<Answer> {
  switch (command.type) {
    case 'choose-kind':
      return counter.chooseKind(command.visitId, command.lineId, command.kind);
    case 'set-pieces':
      return counter.setPieces(command.visitId, command.lineId, command.pieces);
    case 'confirm-line':
      return counter.confirmLine(command.visitId, command.lineId);
    case 'show-line':
      return counter.showLine(command.visitId, command.lineId);
    case 'remove-line':
      return counter.removeLine(command.visitId, command.lineId);
    case 'sell':
      return counter.sell(command, actor);
    case 'dismiss':
      return counter.dismiss();
    case 'enter-by-hand':
      return counter.enterByHand(command.commandId, command);
    default:
      return exhaustive(command);
  }
}

type AboutSlips = Of<'reprint' | 'settle-slip' | 'test-printer' | 'show-receipt' | 'display-language'>;

function aboutSlips({ slips, display }: Till, actor: Actor, command: AboutSlips): Answer {
  switch (command.type) {
    case 'reprint':
      return slips.copy(command.commandId, { slip: command.slip, reference: command.reference }, actor);
    case 'settle-slip':
      return slips.settle(command.commandId, command.jobId, command.answer, actor);
    case 'test-printer':
      return slips.test(command.commandId);
    case 'show-receipt':
      return display.showReceipt(command.receiptNumber);
    case 'display-language':
      display.chooseLanguage(command.language);
      return 'done';
    default:
      return exhaustive(command);
  }
}

type AboutTickets = Of<'plan-tickets' | 'hand-out-tickets' | 'cancel-ticket' | 'serve-tickets'>;

function aboutTickets({ tickets, counter, selling }: Till, actor: Actor, command: AboutTickets): Answer {
  switch (command.type) {
    case 'plan-tickets':
      return tickets.plan(command, actor);
    case 'hand-out-tickets': {
      const visitor = command.visitId === null ? null : counter.currentVisitor(command.visitId);
      const holder = visitor && {
        keys: keysOf(visitor),
        mayBuyAt: (at: Instant) => selling.mayBuyAt(visitor, at),
      };
      return tickets.handOut(command, holder, actor);
    }
    case 'cancel-ticket':
      return tickets.cancel(command, actor);
    case 'serve-tickets':
      return tickets.serve(command, actor);
    default:
      return exhaustive(command);
  }
}

/** Whoever has a new PIN or has left is signed out elsewhere: somebody else may sit there, or they themselves still. */
async function aboutPeople(
  { operators, store }: Till,
  { actor, endOtherSeats }: Asker,
  command: Of<'keep-operator' | 'set-pin'>,
): Promise<Answer> {
  const doneBefore = store.commandsDone.has(command.commandId);
  const answer =
    command.type === 'set-pin'
      ? await operators.setPin(command, actor)
      : await operators.keep(command, actor);
  const endsSeats = command.pin !== null || (command.type === 'keep-operator' && !command.active);
  if (answer === 'done' && !doneBefore && endsSeats && command.operatorId !== null) {
    endOtherSeats(command.operatorId);
  }
  return answer;
}

function withVirtualDevices({ virtual }: Till, command: Of<'virtual-card' | 'virtual-printer'>): Answer {
  switch (command.type) {
    case 'virtual-card':
      if (!virtual?.reader) return 'not-now';
      return virtual.reader.insert(command.card) ? 'done' : 'unknown';
    case 'virtual-printer':
      if (!virtual?.printer) return 'not-now';
      virtual.printer.set({ paper: command.paper, cover: command.cover });
      return 'done';
    default:
      return exhaustive(command);
  }
}
