import { type CSSProperties, useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { clip } from './Foreign.tsx';
import { t } from './t.ts';

type QuoteTextProps = {
  text: string /** Lines shown at first. */;
  lines?: number /** With it the words are a button that leads to the passage. */;
  onPress?: () => void;
  pressLabel?: string;
};

// What stands in the document at first: a page may hold a "quote" of 100 kB, and laying it out for four lines is not free.
const FIRST_CHARACTERS = 700;
const MAX_CHARACTERS = 20_000;

/** Quoted words, in their own direction, a few lines of them at first. */
export function QuoteText({ text, lines = 4, onPress, pressLabel }: QuoteTextProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const long = text.length > lines * 60;
  const shown = clip(text, open ? MAX_CHARACTERS : FIRST_CHARACTERS);
  const style: CSSProperties & { '--lines': number } = { '--lines': lines };
  const words = (
    <span id={id} dir="auto" className={open || !long ? 'quote-words' : 'quote-words clamp'} style={style}>
      {shown}
    </span>
  );
  return (
    <div className="quote">
      {onPress ? (
        <Button className="plain-button" onPress={onPress}>
          {words}
          {pressLabel ? <span className="visually-hidden"> {pressLabel}</span> : null}
        </Button>
      ) : (
        words
      )}
      {long ? (
        <Button className="text-button" aria-expanded={open} aria-controls={id} onPress={() => setOpen(!open)}>
          {open ? t('common_show_less') : t('common_show_more')}
        </Button>
      ) : null}
    </div>
  );
}
