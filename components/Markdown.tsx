import ReactMarkdown, { type Components } from 'react-markdown';
import { isParsable } from '../utils/exchange/markdown-text.ts';

// A picture would be fetched from the web and tell its server that the note is being read: it becomes a link.
const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ),
  img: ({ src, alt }) => (
    <a href={typeof src === 'string' ? src : undefined} target="_blank" rel="noopener noreferrer">
      {alt || String(src ?? '')}
    </a>
  ),
};

/** Markdown as React elements. HTML in it stays text; only links of safe schemes remain (react-markdown's defaults). What would take seconds is shown as text. */
export default function Markdown({ text }: { text: string }) {
  return (
    <div className="markdown foreign" dir="auto">
      {isParsable(text) ? <ReactMarkdown components={components}>{text}</ReactMarkdown> : <pre>{text}</pre>}
    </div>
  );
}
