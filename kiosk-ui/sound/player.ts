import { type Note, type SoundName, sounds } from './sounds.ts';

export interface SoundPlayer {
  /** Browsers let a page sound only after a person has touched it: call this at the first gesture. */
  unlock(): void;
  /** @param volume 0 to 1 */
  play(name: SoundName, volume: number): void;
}

export function createSoundPlayer(createContext: () => AudioContext): SoundPlayer {
  let context: AudioContext | null = null;
  return {
    unlock() {
      context ??= createContext();
      if (context.state === 'suspended') void context.resume();
    },
    play(name, volume) {
      if (context === null || volume === 0) return;
      for (const note of sounds[name]) playNote(context, note, volume);
    },
  };
}

// A note that starts or ends at full strength clicks on cheap speakers.
const fadeSeconds = 0.012;

function playNote(context: AudioContext, note: Note, volume: number): void {
  const start = context.currentTime + note.at / 1000;
  const end = start + note.lasts / 1000;
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume, start + fadeSeconds);
  gain.gain.setValueAtTime(volume, end - fadeSeconds);
  gain.gain.linearRampToValueAtTime(0, end);
  const oscillator = context.createOscillator();
  oscillator.type = 'triangle';
  oscillator.frequency.value = note.pitch;
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(end);
}
