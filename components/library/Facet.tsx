import { type ReactNode, useState } from 'react';
import { formatNumber } from '../t.ts';

type FacetProps = {
  title: string;
  /** How many of its values are chosen. */
  chosen: number;
  startsOpen?: boolean;
  children: ReactNode;
};

/** One group of filters. It opens by itself where something in it is chosen, and closes only when the reader closes it. */
export function Facet({ title, chosen, startsOpen = false, children }: FacetProps) {
  const [open, setOpen] = useState(startsOpen || chosen > 0);
  return (
    <details className="facet" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="grow">{title}</span>
        {chosen > 0 ? <span className="badge">{formatNumber(chosen)}</span> : null}
      </summary>
      {children}
    </details>
  );
}
