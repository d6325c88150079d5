import { CircleAlert, CircleCheck, CircleHelp, CircleX, type LucideIcon, PencilLine } from 'lucide-react';
import type { QuoteCheck, CheckVerdict as Verdict } from '../../utils/domain/check.ts';
import { plural, t, underscored } from '../t.ts';

const icons: Record<Verdict, LucideIcon> = {
  verbatim: CircleCheck,
  edited: PencilLine,
  altered: CircleAlert,
  'not-found': CircleX,
  unreadable: CircleHelp,
};

/** The verdict in words, and what it means in one sentence. It speaks of words, never of people. */
export function CheckVerdict({ check }: { check: QuoteCheck }) {
  const Icon = icons[check.verdict];
  const grave = check.changes.filter((change) => change.grave).length + check.notes.filter((note) => note.grave).length;
  return (
    <div className="verdict" data-verdict={check.verdict}>
      <Icon className="verdict-icon" aria-hidden />
      <div>
        <h2>{t(`check_verdict_${underscored(check.verdict)}`)}</h2>
        <p>{verdictSentence(check)}</p>
        {grave > 0 ? <p className="verdict-grave">⚠ {plural('check_grave', grave)}</p> : null}
      </div>
    </div>
  );
}

function verdictSentence({ verdict, changes }: QuoteCheck): string {
  if (verdict === 'altered') return plural('check_altered', changes.length);
  if (verdict === 'edited') return plural('check_edited', changes.length);
  return t(`check_${underscored(verdict)}_means`);
}
