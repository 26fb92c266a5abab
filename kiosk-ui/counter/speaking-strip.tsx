import { Button } from '../look/button.tsx';
import type { Words } from '../words/words.ts';
import { useScreen } from './screen-context.ts';
import { type Notice, type Speaking, speaking } from './state.ts';

/** The one line above the keys in which exceptions speak. */
export function SpeakingStrip() {
  const { state } = useScreen();
  const said = speaking(state);
  return (
    <div class="strip" aria-live="polite" data-kind={said?.kind}>
      {said && <Said said={said} />}
    </div>
  );
}

function Said({ said }: { readonly said: Speaking }) {
  const { words, perform } = useScreen();
  switch (said.kind) {
    case 'notice':
      return <p>{sentence(words, said.notice)}</p>;
    case 'slip':
      return (
        <>
          <p>{words.slipQuestion(said.receiptNumber)}</p>
          <Button
            label={words.act.printed}
            keycap="F7"
            onPress={() => perform({ want: 'settle-slip', jobId: said.jobId, answer: 'printed' })}
          />
          <Button
            label={words.act.copy}
            keycap="F6"
            onPress={() => perform({ want: 'settle-slip', jobId: said.jobId, answer: 'copy' })}
          />
        </>
      );
    case 'alert': {
      const { what, next } = words.alerts[said.code];
      return (
        <>
          <p>
            <b>{what}</b>
            <span>{next}</span>
          </p>
          <Button
            label={words.act.understood}
            onPress={() => perform({ want: 'silence-alert', code: said.code })}
          />
        </>
      );
    }
  }
}

function sentence(words: Words, notice: Notice): string {
  switch (notice.about) {
    case 'refusal':
      return words.refusals[notice.code];
    case 'scanned':
      return words.notices.scanned;
    case 'too-many':
      return words.notices.tooMany(notice.most);
    case 'goods-in':
      return words.notices.goodsIn(notice.adult, notice.child);
    case 'copy-ordered':
      return words.notices.copyOrdered;
    case 'no-receipt':
      return words.notices.noReceipt;
  }
}
