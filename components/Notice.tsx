import { Info } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something the reader should know that is no failure: paused, page read in part. */
export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="notice">
      <Info className="icon" aria-hidden />
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}
