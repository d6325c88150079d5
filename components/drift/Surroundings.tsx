import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Paragraph } from '../../utils/domain/annotation.ts';
import { t } from '../t.ts';
import './drift.css';

/** Characters shown on either side of the passage at first. */
const AROUND = 240;

/** A passage in what stands or stood around it, marked. */
export function Surroundings({ paragraph: { text, start, end } }: { paragraph: Paragraph }) {
  const [whole, setWhole] = useState(false);
  const [from, to] = whole ? [0, text.length] : [wordAt(text, start - AROUND, 0), wordAt(text, end + AROUND, text.length)];
  return (
    <div>
      <p className="surroundings" dir="auto">
        {from > 0 ? '… ' : null}
        {text.slice(from, start)}
        <mark>{text.slice(start, end)}</mark>
        {text.slice(end, to)}
        {to < text.length ? ' …' : null}
      </p>
      {whole || from > 0 || to < text.length ? (
        <Button className="text-button" aria-expanded={whole} onPress={() => setWhole(!whole)}>
          {t(whole ? 'common_show_less' : 'common_show_more')}
        </Button>
      ) : null}
    </div>
  );
}

/** The first start of a word from `at` on, or `edge` where that is near. */
function wordAt(text: string, at: number, edge: number): number {
  if (at <= 0 || at >= text.length || Math.abs(at - edge) < 40) return edge;
  const space = text.indexOf(' ', at);
  return space < 0 || space > at + 40 ? edge : space + (edge === 0 ? 1 : 0);
}
