import { ArrowLeftRight, Files, Keyboard, LibraryBig, type LucideIcon, PencilLine, Scale, Settings, Trash2, Users } from 'lucide-react';
import { IconButton } from '../Button.tsx';
import { t } from '../t.ts';
import { VIEWS, type View } from './library-state.ts';

const ICONS: Record<View, LucideIcon> = {
  all: LibraryBig,
  claims: Scale,
  speakers: Users,
  pages: Files,
  corrections: PencilLine,
  bin: Trash2,
  exchange: ArrowLeftRight,
  settings: Settings,
};

/** Links, not buttons: the back button and "open in a new tab" work as everywhere. */
export function LibraryNav({ view, onKeys }: { view: View; onKeys: () => void }) {
  return (
    <header className="library-head">
      <p className="wordmark" aria-hidden>
        Saidso
      </p>
      <nav aria-label={t('library_views')} className="library-nav">
        {VIEWS.map((each) => {
          const Icon = ICONS[each];
          return (
            <a key={each} href={`#${each}`} aria-current={each === view ? 'page' : undefined} title={t(`library_view_${each}`)}>
              <Icon className="icon" aria-hidden />
              <span>{t(`library_view_${each}`)}</span>
            </a>
          );
        })}
      </nav>
      <IconButton icon={Keyboard} label={t('library_keys')} onPress={onKeys} />
    </header>
  );
}
