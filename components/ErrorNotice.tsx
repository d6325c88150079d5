import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ErrorCode } from '../utils/domain/error-code.ts';
import { errorHelp, errorTitle } from './error-text.ts';

/** The only place that shows a foreseen failure: what happened, what is safe, what to do; with the means to do it as children. */
export function ErrorNotice({ code, children }: { code: ErrorCode; children?: ReactNode }) {
  return (
    <div className="notice notice-error" role="alert">
      <TriangleAlert className="icon" aria-hidden />
      <p>
        <strong>{errorTitle(code)}</strong>
      </p>
      <p>{errorHelp(code)}</p>
      {children ? <div className="row">{children}</div> : null}
    </div>
  );
}
