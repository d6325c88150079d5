/**
 * The terms beyond the W3C's own. Claims and quotations are schema.org's; what schema.org has no word for is ours:
 * `saidso:authenticity`, `saidso:veracity`  the two axes of an assessment, values as in `domain/annotation.ts`
 * `saidso:kind`, `saidso:region`            what the page presents the passage as, and where it stands
 * `saidso:mention`, `saidso:cue`            the words that point to the speaker, and that introduce the quote
 * `saidso:rule`, `saidso:confidence`        what found the attribution, and how sure it was (0–1)
 * `saidso:title`, `saidso:site`             of the page, as it was open; `saidso:canonical` its canonical URL
 * `saidso:copies`                           how many places of the page held the words
 * `saidso:start`, `saidso:end`              the span in UTF-16 units (the W3C's `TextPositionSelector` counts code points)
 * `saidso:astral`                           how many characters before `start` are two units: `start − astral` is the W3C's
 * `saidso:paragraph`                        what stood around the passage: `saidso:text`, with the passage's place in it
 * `saidso:history`                          earlier wordings, each with its selectors, its paragraph and `saidso:until`
 * `saidso:links`, `saidso:why`              links near the quotation, and what decided on its attribution (JSON literals)
 * `saidso:correction`, `saidso:part`        the reader's correction that it follows; set where only a part of the quotation was kept
 * `saidso:check`                            a comparison of the words with the source that the body links to, as it is stored (a JSON literal)
 */
export const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { schema: 'http://schema.org/', saidso: 'urn:x-saidso:ns#' }] as const;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const CLAIM = 'urn:x-saidso:claim:';

export const isUuid = (text: string): boolean => UUID.test(text);

/** Ids of claims are free text in records; in JSON-LD an id is an IRI. */
export const claimIri = (id: string): string =>
  UUID.test(id) ? `urn:uuid:${id}` : CLAIM + encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));

export function claimIdOf(iri: string): string {
  if (iri.startsWith('urn:uuid:')) return iri.slice('urn:uuid:'.length);
  if (!iri.startsWith(CLAIM)) return iri;
  try {
    return decodeURIComponent(iri.slice(CLAIM.length));
  } catch {
    return iri; // not written by us
  }
}
