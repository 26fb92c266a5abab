import { KeyList } from '../look/key-list.tsx';
import { usePage } from './page-context.ts';
import { sections } from './page-state.ts';
import { Dialog } from './parts/dialog.tsx';

/** All keys of the page in one place. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { words } = usePage();
  const { help } = words;
  return (
    <Dialog title={help.title} size="wide" onClose={onClose}>
      <div class="key-lists">
        <KeyList
          title={help.sections}
          rows={sections.map((section, i) => [`Alt ${i + 1}`, words.sections[section]] as const)}
        />
        <div class="help">
          <KeyList title={help.page} rows={help.pageRows} />
          <KeyList title={help.forms} rows={help.formRows} />
        </div>
      </div>
    </Dialog>
  );
}
