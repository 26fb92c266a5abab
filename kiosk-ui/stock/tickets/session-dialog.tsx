import { useState } from 'preact/hooks';
import { dayKeyed } from '../days.ts';
import { clockKeyed, wholeNumber } from '../keyed.ts';
import { usePage } from '../page-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DayEntry, FigureEntry, Form, TextEntry, Tick } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import { kinds, type TicketSessionView } from '../terms.ts';

export interface SessionDialogProps {
  /** The session to change; `null` plans a new one. */
  readonly session: TicketSessionView | null;
  readonly onClose: () => void;
  readonly onPlanned: (sessionId: string) => void;
}

/** Plans or changes a ticket session. */
export function SessionDialog({ session, onClose, onPlanned }: SessionDialogProps) {
  const { words, snapshot, newId } = usePage();
  const { tickets } = words;
  const [draft, setDraft] = useState(() => ({
    // Kept from the first attempt on, so that a second one does not plan a second session.
    sessionId: session?.sessionId ?? newId(),
    day: String(session?.day ?? snapshot.clock.day),
    handOutFrom: String(session?.handOutFrom ?? ''),
    pickUpFrom: String(session?.pickUpFrom ?? ''),
    pickUpUntil: String(session?.pickUpUntil ?? ''),
    adult: session ? String(session.sets.adult) : '',
    child: session ? String(session.sets.child) : '',
    cardCheck: session?.cardCheck ?? false,
  }));
  const { said, busy, send, say } = useSending();
  const keep = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });

  const plan = async () => {
    const day = dayKeyed(draft.day);
    const handOutFrom = clockKeyed(draft.handOutFrom);
    const pickUpFrom = clockKeyed(draft.pickUpFrom);
    const pickUpUntil = clockKeyed(draft.pickUpUntil);
    const sets = { adult: wholeNumber(draft.adult) ?? 0, child: wholeNumber(draft.child) ?? 0 };
    if (!day || !handOutFrom || !pickUpFrom || !pickUpUntil || pickUpFrom >= pickUpUntil) {
      return say({ tone: 'unclear', text: (w) => w.tickets.unclearTimes });
    }
    if (sets.adult + sets.child === 0) return say({ tone: 'unclear', text: (w) => w.tickets.unclearSets });
    const { sessionId, cardCheck } = draft;
    const refusal = await send(
      {
        type: 'plan-tickets',
        commandId: newId(),
        sessionId,
        day,
        handOutFrom,
        pickUpFrom,
        pickUpUntil,
        sets,
        cardCheck,
      },
      (w) => w.tickets.planned,
    );
    if (refusal === null) onPlanned(sessionId);
  };

  return (
    <Dialog title={session ? tickets.changeTitle : tickets.planTitle} onClose={onClose}>
      <Form name={session ? tickets.changeTitle : tickets.planTitle} onSend={() => void plan()}>
        <DayEntry
          label={tickets.day}
          from={snapshot.clock.day}
          value={draft.day}
          onValue={(day) => keep({ day })}
        />
        <div class="trio">
          {(['handOutFrom', 'pickUpFrom', 'pickUpUntil'] as const).map((when) => (
            <TextEntry
              key={when}
              label={tickets[when]}
              hint="0800"
              most={5}
              value={draft[when]}
              onValue={(text) => keep({ [when]: text })}
            />
          ))}
        </div>
        <div class="pair">
          {kinds.map((kind) => (
            <FigureEntry
              key={kind}
              label={`${words.kindsShort[kind]} ${tickets.sets}`}
              most={4}
              value={draft[kind]}
              onValue={(text) => keep({ [kind]: text })}
            />
          ))}
        </div>
        <Tick
          label={`${tickets.cardCheck}（${tickets.cardCheckHint}）`}
          ticked={draft.cardCheck}
          onTick={(cardCheck) => keep({ cardCheck })}
        />
        <div class="answers">
          <button type="submit" class="button main" disabled={busy}>
            {words.save}
          </button>
          <SaidLine said={said} />
        </div>
      </Form>
    </Dialog>
  );
}
