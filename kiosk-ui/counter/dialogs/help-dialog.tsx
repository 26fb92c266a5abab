import { Button } from '../../look/button.tsx';
import { KeyList } from '../../look/key-list.tsx';
import { useScreen } from '../screen-context.ts';
import { Dialog } from './dialog.tsx';

const answers = ['may-buy', 'may-not', 'confirm'] as const;

/** All keys on one page, and the sounds to learn. */
export function HelpDialog() {
  const { words, state, perform } = useScreen();
  const { help } = words;
  const { volume, muted } = state.preferences;
  return (
    <Dialog title={words.keys.help} size="wide">
      <div class="key-lists">
        <KeyList title={help.atCounter} rows={help.rows} />
        <KeyList title={help.functionKeys} rows={help.functionRows} />
      </div>
      <div class="sounds">
        <label class="volume">
          <span>{help.volume}</span>
          <input
            type="range"
            min="0"
            max="1"
            step="0.1"
            value={muted ? 0 : volume}
            onInput={({ currentTarget }) =>
              perform({ want: 'set-volume', volume: Number(currentTarget.value) })
            }
          />
        </label>
        <Button
          label={muted ? words.keys.unmute : words.keys.mute}
          keycap="F9"
          pressed={muted}
          onPress={() => perform({ want: 'toggle-mute' })}
        />
        {answers.map((sound) => (
          <Button
            key={sound}
            label={words.verdicts[sound]}
            name={help.listen(words.verdicts[sound])}
            onPress={() => perform({ want: 'hear', sound })}
          />
        ))}
      </div>
    </Dialog>
  );
}
