import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../cli/parse-html.ts';
import { detectQuotations } from '../../../utils/detect/detect-quotations.ts';
import { takeFragment } from '../../../utils/detect/take-fragment.ts';
import { readPage } from '../../../utils/dom/read-page.ts';
import { Fragment } from '../../../utils/domain/correction.ts';

const corpus = join(import.meta.dirname, '../../corpus');
const slugs = readdirSync(corpus, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const pageOf = (html: string, url = 'https://unknown.example/') => {
  const { page } = readPage(parseHtml(html), url);
  page.url = page.metadata.canonical ?? page.url;
  page.base = page.url;
  return page;
};

describe('the fragment of a quotation', () => {
  it.each(slugs)('gives it as the whole page does, for each of: %s', (slug) => {
    const page = pageOf(readFileSync(join(corpus, slug, 'page.html'), 'utf8'));
    const quotations = detectQuotations(page);
    for (const quotation of quotations) {
      const fragment = takeFragment(page, quotations, quotation);
      expect(Fragment.safeParse(fragment).success).toBe(true);
      expect(fragment?.faithful, quotation.text).toBe(true);
      const { page: part, passage } = fragment as Fragment; // just parsed
      const again = detectQuotations(part).find(({ start, end }) => start === passage.start && end === passage.end);
      const { kind, region, text, speaker, source, rule } = quotation;
      expect(again).toMatchObject({ kind, region, text, speaker, rule });
      expect(again?.source?.name).toBe(source?.name);
      expect(again?.source?.url).toBe(source?.url);
    }
  });

  const filler = Array.from({ length: 400 }, (_, i) => `<p>Paragraph ${i} is about the tide and the moon.</p>`).join('');
  const head = '<html lang="en"><title>Tides</title><article><h1>Tides</h1>';

  it('tells the words as detection does: two paragraphs as one line', () => {
    const page = pageOf(
      `${head}<p>Ida Moss, the mayor, said:</p><blockquote><p>The pier will open when it is safe to stand on.</p><p>Nobody will walk on it before.</p></blockquote><p>It rained.</p>`,
    );
    const quotations = detectQuotations(page);
    const [quotation] = quotations;
    const { page: part, passage, text } = takeFragment(page, quotations, quotation as NonNullable<typeof quotation>) as Fragment; // there is one, or this throws
    expect(text).toBe(quotation?.text);
    expect(text).not.toBe(part.text.slice(passage.start, passage.end));
  });

  it('is a few lines where those are enough', () => {
    const page = pageOf(`${head}${filler}<p>Ida Moss, the mayor, said: “The pier will open when it is safe to stand on.”</p>${filler}`);
    const quotations = detectQuotations(page);
    const fragment = takeFragment(page, quotations, quotations[0] as (typeof quotations)[0]); // there is one, or the next line fails
    expect(fragment?.page.text.length).toBeLessThan(400);
    expect(fragment?.page.text).toMatch(/^Tides\n/);
  });

  it('reaches as far as the name that “he” stands for', () => {
    const page = pageOf(
      `${head}<p>Jon Oak, the harbour master, came to the meeting.</p>${'<p>He sat in the first row and listened to the others.</p>'.repeat(5)}<p>“The market closes when the first bell is heard,” Oak said.</p>${filler}`,
    );
    const quotations = detectQuotations(page);
    expect(quotations[0]?.speaker).toBe('Jon Oak');
    const fragment = takeFragment(page, quotations, quotations[0] as (typeof quotations)[0]); // it has a speaker, as just expected
    expect(fragment?.faithful).toBe(true);
    expect(fragment?.page.text).toContain('the harbour master');
    expect(fragment?.page.text.length).toBeLessThan(2_000);
  });

  it('says all of itself: its canonical URL, links that need no base', () => {
    const page = readPage(parseHtml(`<html lang="en"><head><title>T</title><base href="https://cdn.example/a/"><link rel="canonical" href="https://other.example/"></head><article><p>From <a href="b">The Gazette</a>:</p><blockquote cite="c"><p>The pier will open when it is safe to stand on it.</p></blockquote></article>`), 'https://tide.example/x').page; // biome-ignore format: one page
    const quotations = detectQuotations(page);
    const { page: part } = takeFragment(page, quotations, quotations[0] as (typeof quotations)[0]) as Fragment; // there is one, or this throws
    expect(part).toMatchObject({ url: 'https://tide.example/x', base: 'https://tide.example/x', metadata: { canonical: 'https://tide.example/x' } }); // biome-ignore format: one object
    expect(part.elements.flatMap(({ href, cite }) => [href, cite].filter(Boolean))).toEqual([
      'https://cdn.example/a/b',
      'https://cdn.example/a/c',
    ]);
  });

  it('of a passage too long for a case there is none', () => {
    const long = `<p>${'The tide is high and the moon is bright. '.repeat(20)}</p>`.repeat(60);
    const quote = `<p>As <a href="https://gazette.example/x">The Gazette</a> wrote:</p><blockquote cite="https://gazette.example/x">${long}</blockquote>`;
    const page = pageOf(`${head}${quote}${filler.repeat(4)}`);
    const quotations = detectQuotations(page);
    expect(quotations[0]?.text.length).toBeGreaterThan(40_000);
    expect(takeFragment(page, quotations, quotations[0] as (typeof quotations)[0])).toBeNull(); // there is one, as just expected
  });
});
