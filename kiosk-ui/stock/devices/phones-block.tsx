import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { shortTime } from '../days.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { State } from '../parts/state.tsx';
import { useSending } from '../sending.ts';

/** 手機: which phones look on, and the way to pair one and to end it. */
export function PhonesBlock() {
  const { words, snapshot } = usePage();
  const { phones } = words;
  const { you, mode } = snapshot;
  const { fault, paired } = snapshot.phones;
  // What draws the code is fetched with the first press: few open it.
  const [Dialog, setDialog] = useState<ComponentType<{ onClose: () => void }> | null>(null);
  const pair = async () => {
    const { PairDialog } = await import('./pair-dialog.tsx');
    setDialog(() => PairDialog);
  };
  const manager = you.role === 'manager';
  return (
    <Block
      title={phones.title}
      aside={manager && mode !== 'drill' && <Button label={phones.pair} onPress={() => void pair()} />}
    >
      {fault && <p class="check">{phones.faults[fault]}</p>}
      {paired.length > 0 ? <PhoneTable /> : <p class="hint">{hintOf(phones, mode, manager)}</p>}
      {Dialog && <Dialog onClose={() => setDialog(null)} />}
    </Block>
  );
}

function hintOf(
  phones: ReturnType<typeof usePage>['words']['phones'],
  mode: ReturnType<typeof usePage>['snapshot']['mode'],
  manager: boolean,
): string {
  if (mode === 'drill') return phones.refusals.drill;
  return manager ? `${phones.none}${phones.hint}` : phones.managerOnly;
}

function PhoneTable() {
  const { words, snapshot } = usePage();
  const { phones } = words;
  const { you, clock } = snapshot;
  const { paired } = snapshot.phones;
  const manager = you.role === 'manager';
  const { said, busy, send } = useSending();
  const end = (phoneId: string | null) => void send({ type: 'end-phone', phoneId }, (w) => w.phones.ended);
  return (
    <>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{phones.browser}</th>
            <th scope="col">{phones.pairedAt}</th>
            <th scope="col">{phones.lastSeen}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {paired.map(({ phoneId, browser, pairedAt, by, lastSeen, online }) => (
            <tr key={phoneId}>
              <th scope="row">{browser || phones.unknownBrowser}</th>
              <td>
                {shortTime(pairedAt, clock.day)} {by}
              </td>
              <td>{online ? <State tone="well" text={phones.online} /> : shortTime(lastSeen, clock.day)}</td>
              <td class="doing">
                <div>
                  {manager && (
                    <Button
                      label={phones.end}
                      name={`${phones.end} ${browser || phones.unknownBrowser}`}
                      disabled={busy}
                      onPress={() => end(phoneId)}
                    />
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="answers">
        {manager && paired.length > 1 && (
          <Button label={phones.endAll} disabled={busy} onPress={() => end(null)} />
        )}
        <SaidLine said={said} />
      </div>
    </>
  );
}
