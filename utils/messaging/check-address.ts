import type { QuotationPlace } from './protocol.ts';

/** What the check page is opened for: a kept annotation, a quotation that a tab shows, words that the reader gave or will give, or the list of many. */
export type CheckAddress =
  | { kind: 'annotation'; id: string /** A tab that shows the source: compared with at once. */; tabId?: number }
  | { kind: 'quotation'; tabId: number; frameId: number; place: QuotationPlace }
  | { kind: 'words'; words?: string }
  | { kind: 'queue' };

/** The page's address, to be opened in a tab. */
export function checkUrl(address: CheckAddress): string {
  if (address.kind === 'queue') return '/check.html#queue';
  const fields = new URLSearchParams();
  if (address.kind === 'annotation') {
    fields.set('annotation', address.id);
    if (address.tabId !== undefined) fields.set('with', String(address.tabId));
  }
  if (address.kind === 'quotation') {
    const { tabId, frameId, place } = address;
    for (const [name, value] of Object.entries({ tab: tabId, frame: frameId, start: place.start, end: place.end, exact: place.exact }))
      fields.set(name, String(value));
  }
  if (address.kind === 'words' && address.words !== undefined) fields.set('words', address.words);
  const query = fields.toString();
  return `/check.html${query === '' ? '' : `#${query}`}`;
}

/** Reads it back from `location.hash`; whatever does not fit is taken as an empty page. */
export function readCheckAddress(hash: string): CheckAddress {
  if (hash === '#queue') return { kind: 'queue' };
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const id = fields.get('annotation');
  if (id !== null && id !== '') {
    const withTab = whole(fields.get('with'));
    return { kind: 'annotation', id, ...(withTab === undefined ? {} : { tabId: withTab }) };
  }
  const words = fields.get('words')?.trim();
  if (words) return { kind: 'words', words };
  const [tabId, frameId, start, end] = ['tab', 'frame', 'start', 'end'].map((name) => whole(fields.get(name)));
  const exact = fields.get('exact');
  if (tabId === undefined || frameId === undefined || start === undefined || end === undefined || exact === null) return { kind: 'words' };
  return { kind: 'quotation', tabId, frameId, place: { start, end, exact } };
}

const whole = (text: string | null): number | undefined => (text !== null && /^\d{1,12}$/.test(text) ? Number(text) : undefined);
