import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ErrorCode } from '../utils/domain/error-code.ts';
import { type MessageKey, t } from './t.ts';

type Hyphenless<Code extends string> = Code extends `${infer Head}-${infer Tail}` ? `${Head}_${Hyphenless<Tail>}` : Code;
type ErrorKey = `error_${Hyphenless<ErrorCode>}`;
// The compiler lists the codes that have no text.
const keyOf = (code: ErrorCode) => `error_${code.replaceAll('-', '_')}` as ErrorKey & MessageKey; // the same replacement as in the type

/** What happened, for places with room for one sentence (a toast). */
export const errorTitle = (code: ErrorCode): string => t(keyOf(code) satisfies ErrorKey);

/** The only place that shows a foreseen failure: what happened, what is safe, what to do; with the means to do it as children. */
export function ErrorNotice({ code, children }: { code: ErrorCode; children?: ReactNode }) {
  return (
    <div className="notice notice-error" role="alert">
      <TriangleAlert className="icon" aria-hidden />
      <p>
        <strong>{errorTitle(code)}</strong>
      </p>
      <p>{t(`${keyOf(code)}_help`)}</p>
      {children ? <div className="row">{children}</div> : null}
    </div>
  );
}
