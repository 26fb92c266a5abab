import type { Promises, PublicOutlet } from '#central-api';
import { grouped } from '../day-format.ts';
import { BandMark } from '../look/band-mark.tsx';
import { mapAddress, telephone } from './address.ts';
import { ageWords } from './age-words.ts';
import { distanceText, metresBetween } from './distance.ts';
import { ageAt, kinds, type MaskKind } from './figures.ts';
import { OpeningHours } from './opening-hours.tsx';
import type { Shown } from './screen-parts.ts';

/** One outlet: what it has by kind, how old that is, when it sells, and how to reach it. Its texts are only texts. */
export function OutletCard({ outlet, ...page }: Shown & { readonly outlet: PublicOutlet }) {
  const { state, words } = page;
  const age = ageAt(outlet.heardAt, state.now, state.freshness);
  const near =
    state.near.stage === 'on' && outlet.place ? metresBetween(state.near.place, outlet.place) : null;
  return (
    <article class="outlet" data-code={outlet.code} data-age={age.tone}>
      <header>
        <h3>{outlet.name}</h3>
        {near !== null && <b class="distance">{distanceText(near)}</b>}
        <p lang="zh-Hant-TW">{outlet.address}</p>
      </header>
      {outlet.selling.state !== 'open' && (
        <p class="selling" data-selling={outlet.selling.state}>
          <BandMark band="none" />
          <b>{words.card.states[outlet.selling.state]}</b>
          {outlet.selling.note && <span>{outlet.selling.note}</span>}
        </p>
      )}
      <dl class="stock">
        {kinds.map((kind) => (
          <Pieces key={kind} {...{ kind, outlet, words }} />
        ))}
      </dl>
      <Promised {...{ outlet, words, promises: state.promises }} />
      <Heard age={age} words={words} />
      <Details {...{ outlet, ...page }} />
      <Reach {...{ outlet, words }} />
    </article>
  );
}

function Pieces(props: { kind: MaskKind; outlet: PublicOutlet; words: Shown['words'] }) {
  const { kind, outlet, words } = props;
  const band = outlet.bands[kind];
  return (
    <div data-kind={kind} data-band={band}>
      <dt>{words.kinds[kind]}</dt>
      <dd>
        <BandMark band={band} />
        <b>{grouped(outlet.pieces[kind])}</b> <span>{words.unit}</span>
        <em>{words.bands[band]}</em>
      </dd>
    </div>
  );
}

function Promised(props: { outlet: PublicOutlet; words: Shown['words']; promises: Promises }) {
  const { outlet, words, promises } = props;
  const { adult, child } = outlet.promised;
  if (adult + child === 0) return null;
  const pieces = kinds.flatMap((kind) =>
    outlet.promised[kind] > 0 ? [`${words.kinds[kind]} ${grouped(outlet.promised[kind])} ${words.unit}`] : [],
  );
  return <p class="promised">{words.card.promised[promises](pieces.join(' · '))}</p>;
}

function Heard({ age, words }: { age: ReturnType<typeof ageAt>; words: Shown['words'] }) {
  return (
    <p class="heard" data-tone={age.tone}>
      <span>{heardText(age, words)}</span>
    </p>
  );
}

function heardText(age: ReturnType<typeof ageAt>, { card, ...words }: Shown['words']): string {
  switch (age.tone) {
    case 'never':
      return card.never;
    case 'fresh':
      return age.minutes === 0 ? card.heardNow : card.heard(ageWords(words, age.minutes));
    case 'aged':
    case 'old':
      return card[age.tone](ageWords(words, age.minutes));
  }
}

function Details({ outlet, words, state }: Shown & { outlet: PublicOutlet }) {
  const notes = [outlet.hoursNote, outlet.note, outlet.ownNote].filter((text) => text.trim());
  return (
    <div class="details">
      <OpeningHours outlet={outlet} now={state.now} words={words} />
      {notes.length > 0 && (
        <p class="notes" lang="zh-Hant-TW">
          <span class="unseen">{words.card.note}</span>
          {notes.map((text) => (
            <span key={text}>{text}</span>
          ))}
        </p>
      )}
    </div>
  );
}

function Reach({ outlet, words }: { outlet: PublicOutlet; words: Shown['words'] }) {
  const call = telephone(outlet.phone);
  return (
    <p class="reach">
      {call && (
        <a href={call} aria-label={`${words.card.call(outlet.phone)}, ${outlet.name}`}>
          {outlet.phone}
        </a>
      )}
      <a
        href={mapAddress(outlet.place, outlet.address)}
        rel="noreferrer"
        target="_blank"
        aria-label={`${words.card.where}, ${outlet.name}`}
      >
        {words.card.where}
      </a>
      {/^https?:\/\//.test(outlet.website) && (
        <a href={outlet.website} rel="noreferrer nofollow" target="_blank">
          {words.card.website}
        </a>
      )}
    </p>
  );
}
