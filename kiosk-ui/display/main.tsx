import { render } from 'preact';
import type { DisplaySnapshot } from '#api';
import '../look/tokens.css';
import '../look/base.css';
import './display.css';
import { openLink, replaces } from '../link/link.ts';
import { DisplayScreen } from './display-screen.tsx';

const root = document.getElementById('app') ?? document.body;
let snapshot: DisplaySnapshot | null = null;
let fresh = true;

const show = () => render(<DisplayScreen snapshot={snapshot} />, root);
const socket = openLink('display', {
  connection(connection) {
    fresh = connection === 'online';
    // What a lost till said last may not be true any more.
    if (connection !== 'online') snapshot = null;
    show();
  },
});
socket.on('display', (incoming) => {
  if (!fresh && !replaces(snapshot, incoming)) return;
  fresh = false;
  snapshot = incoming;
  show();
});
show();
