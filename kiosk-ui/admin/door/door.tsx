import './door.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { QrCode } from '../../display/qr-code.tsx';
import { Button } from '../../look/button.tsx';
import { ask, isRefused } from '../ask.ts';
import type { InvitationView } from '../wall.ts';
import type { AdminWords } from '../words/words.ts';

interface DoorProps {
  readonly words: AdminWords;
  readonly onIn: () => void;
  readonly onLanguage: () => void;
}

/** Name, password and the code of this half minute. */
export function SignIn(props: DoorProps) {
  const { words } = props;
  const { door } = words;
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  return (
    <Frame
      {...props}
      title={door.signIn}
      submit={door.enter}
      ready={name !== '' && password !== '' && code.length === 6}
      send={() => ask('POST', '/sign-in', { name: name.trim(), password, oneTimeCode: code })}
    >
      <Line label={door.name} autocomplete="username" value={name} onValue={setName} />
      <Line
        label={door.password}
        type="password"
        autocomplete="current-password"
        value={password}
        onValue={setPassword}
      />
      <CodeLine words={words} value={code} onValue={setCode} />
    </Frame>
  );
}

/** Three things, once: the authenticator, a password, the first code. */
export function TakeInvitation({ invitation, ...props }: DoorProps & { readonly invitation: string }) {
  const { words } = props;
  const { door } = words;
  const [found, setFound] = useState<InvitationView | 'asking' | 'none'>('asking');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  useEffect(() => {
    ask<InvitationView>('POST', '/invitations/open', { invitation }).then((answer) =>
      setFound(isRefused(answer) ? 'none' : answer.done),
    );
  }, [invitation]);
  if (found === 'asking') return <p class="hint quiet-at-first">{words.asking}</p>;
  if (found === 'none') {
    return (
      <main class="door">
        <p class="said" data-tone="refused" role="alert">
          {door.noInvitation}
        </p>
        <a class="button" href="/admin">
          {door.signIn}
        </a>
      </main>
    );
  }
  return (
    <Frame
      {...props}
      title={door.welcome(found.name, `${words.roles[found.role]} ${found.scope}`.trim())}
      lead={door.invited}
      submit={door.accept}
      ready={password.length >= 12 && code.length === 6}
      send={() => ask('POST', '/invitations/accept', { invitation, password, oneTimeCode: code })}
    >
      <ol class="steps">
        <li>
          <p>{door.scan}</p>
          <QrCode text={found.uri} name={door.scan} />
          <p class="hint">
            {door.secret}
            <br />
            <code>{found.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
        </li>
        <li>
          <Line
            label={door.choose}
            type="password"
            autocomplete="new-password"
            hint={door.passwordHint}
            value={password}
            onValue={setPassword}
          />
        </li>
        <li>
          <CodeLine words={words} value={code} onValue={setCode} />
        </li>
      </ol>
    </Frame>
  );
}

function Frame({
  words,
  onIn,
  onLanguage,
  title,
  lead,
  submit,
  ready,
  send,
  children,
}: DoorProps & {
  readonly title: string;
  readonly lead?: string;
  readonly submit: string;
  readonly ready: boolean;
  readonly send: () => ReturnType<typeof ask>;
  readonly children: ComponentChildren;
}) {
  const [said, setSaid] = useState('');
  const [stage, setStage] = useState<'writing' | 'sending'>('writing');
  const submitIt = async () => {
    setStage('sending');
    const answer = await send();
    setStage('writing');
    if (!isRefused(answer)) return onIn();
    setSaid(words.refusal(answer.refused, answer.detail));
  };
  return (
    <main class="door">
      <h1>{title}</h1>
      {lead && <p>{lead}</p>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submitIt();
        }}
      >
        {children}
        <p class="said" data-tone="refused" role="alert">
          {said}
        </p>
        <button class="button main" type="submit" disabled={!ready || stage === 'sending'}>
          {submit}
        </button>
      </form>
      <Button label={words.otherLanguage} tone="quiet" onPress={onLanguage} />
    </main>
  );
}

function Line({
  label,
  value,
  onValue,
  hint,
  ...rest
}: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string;
  readonly type?: 'password';
  readonly autocomplete: 'username' | 'current-password' | 'new-password' | 'one-time-code';
}) {
  return (
    <label class="entry">
      <span>{label}</span>
      <input {...rest} value={value} onInput={({ currentTarget }) => onValue(currentTarget.value)} />
      {hint && <small>{hint}</small>}
    </label>
  );
}

function CodeLine({
  words: { door },
  value,
  onValue,
}: {
  readonly words: AdminWords;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  return (
    <label class="entry">
      <span>{door.code}</span>
      <input
        class="code"
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={6}
        value={value}
        onInput={({ currentTarget }) => {
          currentTarget.value = currentTarget.value.replace(/\D/g, '');
          onValue(currentTarget.value);
        }}
      />
      <small>{door.codeHint}</small>
    </label>
  );
}
