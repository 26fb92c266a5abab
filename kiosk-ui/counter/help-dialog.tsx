import { Button } from '../look/button.tsx';
import { Dialog } from './dialog.tsx';
import { useScreen } from './screen-context.ts';

const answers = ['may-buy', 'may-not', 'confirm'] as const;

/** The keys on one page, and the sounds to learn. */
export function HelpDialog() {
  const { words, state, perform } = useScreen();
  const { help } = words;
  const { volume, muted } = state.preferences;
  return (
    <Dialog title={words.keys.help}>
      <dl class="key-list">
        {help.rows.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3>{help.sound}</h3>
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
      <div class="answers">
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
