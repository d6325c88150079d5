import { expect, describe as group, it } from 'vitest';
import { parseHtml } from '../../../cli/parse-html.ts';
import { applyCorrections, detectedOf } from '../../../utils/anchor/apply-corrections.ts';
import { describe } from '../../../utils/anchor/describe.ts';
import { createPageIndex } from '../../../utils/anchor/page-index.ts';
import { detectQuotations } from '../../../utils/detect/detect-quotations.ts';
import { readPage } from '../../../utils/dom/read-page.ts';
import type { Correction } from '../../../utils/domain/correction.ts';
import type { PageText } from '../../../utils/domain/page-text.ts';
import type { Quotation } from '../../../utils/domain/quotation.ts';
import { aCorrection } from '../db/a-correction.ts';

const html = (body: string): PageText =>
  readPage(parseHtml(`<!doctype html><html lang="en"><title>Tides</title><main><article><h1>Tides</h1>${body}</article></main></html>`), 'https://tide.example/story').page; // biome-ignore format: one call
const PIER = '<p>Mayor Ida Moss said, “The pier will open when the last plank is safe to stand on.”</p>';
const MARKET = '<p>“The market closes when the first bell is heard across the water,” said Jon Oak.</p>';
const OUTER =
  '<p>The harbour board wrote:</p><blockquote><p>We asked the mayor and she said “the pier will open when the last plank is safe to stand on”, which we note.</p></blockquote>';

const page = html(PIER + MARKET);
const quotations = detectQuotations(page);

/** A correction of the quotation that holds `words`, made on `on`. */
function correct(words: string, attribution: Correction['attribution'], n = 1, on: PageText = page): Correction {
  const detected = detectQuotations(on);
  const quotation = detected.filter(({ text }) => text.includes(words)).at(-1);
  if (quotation === undefined) throw new Error(`“${words}” is not detected`);
  return { ...aCorrection(n), target: { source: on.url, title: '', site: '', selector: describe(on, quotation) }, attribution, detected: detectedOf(quotation) }; // biome-ignore format: one record
}
const apply = (on: PageText, ...corrections: Correction[]) => applyCorrections(createPageIndex(on), detectQuotations(on), corrections);
const speakers = (list: Quotation[]) => list.map(({ speaker }) => speaker);

group('a correction of whose words they are', () => {
  it('is told instead of what was detected, which stays to be seen and comes first among the others', () => {
    const { quotations: told, applied } = apply(page, correct('pier', { speaker: 'Ida B. Moss', source: null }));
    expect(speakers(quotations)).toEqual(['Ida Moss', 'Jon Oak']);
    expect(speakers(told)).toEqual(['Ida B. Moss', 'Jon Oak']);
    expect(told[0]).toMatchObject({ rule: 'reader', confidence: 1, corrected: { correction: aCorrection(1).id } });
    expect(told[0]?.corrected?.detected).toEqual(detectedOf(quotations[0] as Quotation)); // two were detected, as shown above
    expect(told[0]?.why.speaker).toMatchObject({ rule: 'reader', evidence: null, alternatives: [{ name: 'Ida Moss' }] });
    expect(told[1]).toEqual(quotations[1]);
    expect(applied).toMatchObject([{ id: aCorrection(1).id, span: { start: told[0]?.start, end: told[0]?.end }, hides: false }]);
  });

  it('may say that nobody is named, and leaves the reason of what it does not change', () => {
    const [told] = apply(page, correct('pier', { speaker: null, source: quotations[0]?.source ?? null })).quotations;
    expect(told).toMatchObject({ speaker: null, mention: null, cue: null, why: { source: quotations[0]?.why.source } });
  });

  it('survives edits of the page, in the passage and around it', () => {
    const correction = correct('pier', { speaker: 'Ida B. Moss', source: null });
    const edited = html(`<p>Updated at noon.</p>${MARKET}${PIER.replace('last plank', 'very last plank')}`);
    expect(speakers(apply(edited, correction).quotations)).toEqual(['Jon Oak', 'Ida B. Moss']);
  });

  it('does nothing, and says so, when the passage is gone or nothing is quoted there any more', () => {
    const correction = correct('pier', { speaker: 'Ida B. Moss', source: null });
    const plain = html(`${MARKET}<p>The pier will open when the last plank is safe to stand on.</p>`);
    for (const other of [html(MARKET), plain]) {
      const { quotations: told, applied } = apply(other, correction);
      expect(told).toEqual(detectQuotations(other));
      expect(applied).toMatchObject([{ span: null, hides: false, words: 'The pier will open when the last plank is safe to stand on.' }]);
    }
  });

  it('of a quotation within another is never told of the other', () => {
    const nested = html(OUTER);
    const correction = correct('the pier', { speaker: 'Ida B. Moss', source: null }, 1, nested);
    const inner = apply(nested, correction).quotations;
    expect(inner.map(({ speaker, within }) => [speaker, within])).toEqual([
      [inner[0]?.speaker, null],
      ['Ida B. Moss', 0],
    ]);
    const whole = html(OUTER.replaceAll(/[“”]/g, ''));
    expect(apply(whole, correction).quotations).toEqual(detectQuotations(whole));
  });

  it('of two about one passage the first given counts', () => {
    const [a, b] = [correct('pier', { speaker: 'A', source: null }, 1), correct('pier', { speaker: 'B', source: null }, 2)];
    expect(speakers(apply(page, b, a).quotations)).toEqual(['B', 'Jon Oak']);
  });
});

group('“not a quotation”', () => {
  it('takes it off the list, and what stood within it stands in what is around', () => {
    expect(speakers(apply(page, correct('pier', null)).quotations)).toEqual(['Jon Oak']);
    const nested = html(OUTER);
    const { quotations: told, applied } = apply(nested, correct('We asked', null, 1, nested));
    expect(told.map(({ text, within }) => [text.slice(0, 8), within])).toEqual([['the pier', null]]);
    expect(applied).toMatchObject([{ hides: true }]);
  });
});
