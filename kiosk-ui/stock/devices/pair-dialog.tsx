import './pairing.css';
import { useEffect, useState } from 'preact/hooks';
import type { OfferPairingReply } from '#api';
import { QrCode } from '../../display/qr-code.tsx';
import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Choice } from '../parts/entries.tsx';

type Offered = OfferPairingReply | { readonly ok: false; readonly code: 'lost' };

/** 配對手機: a QR code that is good for two minutes and for one phone. It ends with the dialog. */
export function PairDialog({ onClose }: { readonly onClose: () => void }) {
  const { words, snapshot, send, offerPairing } = usePage();
  const { phones } = words;
  const [offered, setOffered] = useState<Offered | null>(null);
  const [before] = useState(() => new Set(snapshot.phones.paired.map(({ phoneId }) => phoneId)));
  const offer = (address: string | null) => {
    setOffered(null);
    void offerPairing(address).then(setOffered);
  };
  useEffect(() => {
    offer(null);
    return () => void send({ type: 'withdraw-pairing' });
  }, []);
  const paired = snapshot.phones.paired.some(({ phoneId }) => !before.has(phoneId));
  const addresses = offered && 'addresses' in offered ? offered.addresses : [];
  return (
    <Dialog title={phones.pair} onClose={onClose}>
      <div class="pairing" role="status">
        {paired && (
          <p class="said" data-tone="done">
            {phones.paired}
          </p>
        )}
        {!paired && offered?.ok && <Code offered={offered} anew={() => offer(offered.address)} />}
        {!paired && offered?.ok === false && (
          <p class={offered.code === 'choose-address' ? 'hint' : 'check'}>{phones.refusals[offered.code]}</p>
        )}
        {!paired && offered === null && <p class="hint quiet-at-first">{words.asking}</p>}
      </div>
      {!paired && addresses.length > (offered?.ok ? 1 : 0) && (
        <Choice
          legend={phones.address}
          value={offered?.ok ? offered.address : ''}
          options={addresses.map((address) => ({ value: address, label: address }))}
          onValue={offer}
        />
      )}
    </Dialog>
  );
}

type Standing = Extract<OfferPairingReply, { ok: true }>;

function Code({ offered, anew }: { readonly offered: Standing; readonly anew: () => void }) {
  const { words, snapshot } = usePage();
  const { phones } = words;
  const seconds = useSecondsLeft(offered.until - snapshot.clock.now);
  if (seconds <= 0) {
    return (
      <div class="answers">
        <p class="hint">{phones.over}</p>
        <Button label={phones.anew} onPress={anew} />
      </div>
    );
  }
  return (
    <div class="pairing-code">
      <QrCode text={offered.url} name={phones.code} />
      <div>
        <p>
          <b>{phones.scan}</b>
        </p>
        <p>{phones.scanHint}</p>
        <p class="hint" aria-hidden="true">
          {phones.secondsLeft(seconds)}
        </p>
        {/* What the code says, without its secret: enough to see that it is this machine. */}
        <p class="hint address">{offered.url.split('/phone')[0]}</p>
      </div>
    </div>
  );
}

/** Counts down by the page's own time from what was left when the code came. */
function useSecondsLeft(ms: number): number {
  const [ends] = useState(() => performance.now() + Math.min(ms, 120_000));
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.ceil((ends - now) / 1000);
}
