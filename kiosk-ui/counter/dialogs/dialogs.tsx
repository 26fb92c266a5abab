import '../../look/form.css';
import './dialog.css';
import './parts.css';
import './goods-in.css';
import './by-hand.css';
import './slips.css';
import './tickets.css';
import './menu.css';
import { inTheWay, noticeOf, urgentOf } from '../messages.ts';
import { useScreen } from '../screen-context.ts';
import { ByHandDialog } from './by-hand-dialog.tsx';
import { GoodsInDialog } from './goods-in-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { LanguageDialog } from './language-dialog.tsx';
import { MenuDialog } from './menu-dialog.tsx';
import { MessageDialog } from './message-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { SlipsDialog } from './slips-dialog.tsx';
import { TicketsDialog } from './tickets-dialog.tsx';

/** The one dialog that is open. None of them opens before somebody is signed in. */
export function Dialogs() {
  const { state } = useScreen();
  const { snapshot, dialog, scanned } = state;
  if (!snapshot) return null;
  switch (dialog) {
    case null: {
      const urgent = inTheWay(state);
      return urgent && <MessageDialog key={urgent.messageId} message={urgent} />;
    }
    case 'message': {
      const message = urgentOf(snapshot) ?? noticeOf(snapshot);
      return message && <MessageDialog key={message.messageId} message={message} />;
    }
    case 'help':
      return <HelpDialog />;
    case 'goods-in':
      return <GoodsInDialog snapshot={snapshot} />;
    case 'by-hand':
      return <ByHandDialog key={scanned} scanned={scanned} snapshot={snapshot} />;
    case 'slips':
      return <SlipsDialog key={scanned} scanned={scanned} snapshot={snapshot} />;
    case 'tickets':
      return <TicketsDialog snapshot={snapshot} />;
    case 'person':
      return <PersonDialog snapshot={snapshot} />;
    case 'menu':
      return <MenuDialog snapshot={snapshot} />;
    case 'language':
      return <LanguageDialog snapshot={snapshot} />;
  }
}
