import type { ComponentChildren } from 'preact';
import { Button } from '../look/button.tsx';
import type { VirtualDevices } from '../wall.ts';
import { useScreen } from './screen-context.ts';
import { SlipPicture } from './slip-picture.tsx';

/** The demo's reader and printer, to be worked by hand. It looks like no part of the counter, because it is none. */
export function VirtualDevicesDrawer({ reader, printer }: VirtualDevices) {
  const { words, state } = useScreen();
  const title = words.virtual.titles[state.snapshot?.mode ?? 'demo'];
  return (
    <aside class="devices" aria-label={title}>
      <h2>{title}</h2>
      {reader && <Reader reader={reader} />}
      {printer && <Printer printer={printer} />}
    </aside>
  );
}

function Reader({ reader }: { readonly reader: NonNullable<VirtualDevices['reader']> }) {
  const { words, perform } = useScreen();
  const insert = (card: string | null) => perform({ want: 'send', command: { type: 'virtual-card', card } });
  return (
    <Choices name={words.virtual.insert} columns="three">
      {reader.cards.map((card) => (
        <Button
          key={card}
          label={words.virtual.card(card)}
          tone={card === reader.inserted ? 'chosen' : 'plain'}
          pressed={card === reader.inserted}
          onPress={() => insert(card)}
        />
      ))}
      <Button
        label={words.virtual.takeOut}
        disabled={reader.inserted === null}
        onPress={() => insert(null)}
      />
    </Choices>
  );
}

const papers = ['ok', 'near-end', 'out'] as const;
const covers = ['closed', 'open'] as const;

function Printer({ printer }: { readonly printer: NonNullable<VirtualDevices['printer']> }) {
  const { words, perform } = useScreen();
  const { paper, cover, lastSlip } = printer;
  const set = (change: Partial<Pick<typeof printer, 'paper' | 'cover'>>) =>
    perform({ want: 'send', command: { type: 'virtual-printer', paper, cover, ...change } });
  return (
    <>
      <Choices name={words.virtual.paper} columns="three">
        {papers.map((choice) => (
          <Button
            key={choice}
            label={words.virtual.papers[choice]}
            tone={choice === paper ? 'chosen' : 'plain'}
            pressed={choice === paper}
            onPress={() => set({ paper: choice })}
          />
        ))}
      </Choices>
      <Choices name={words.virtual.cover}>
        {covers.map((choice) => (
          <Button
            key={choice}
            label={words.virtual.covers[choice]}
            tone={choice === cover ? 'chosen' : 'plain'}
            pressed={choice === cover}
            onPress={() => set({ cover: choice })}
          />
        ))}
      </Choices>
      <h3>{words.virtual.slip}</h3>
      {lastSlip ? <SlipPicture slip={lastSlip} /> : <p class="hint">{words.virtual.noSlip}</p>}
    </>
  );
}

function Choices(props: {
  readonly name: string;
  readonly columns?: 'two' | 'three';
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class={`choices ${props.columns ?? 'two'}`}>
      <legend>{props.name}</legend>
      {props.children}
    </fieldset>
  );
}
