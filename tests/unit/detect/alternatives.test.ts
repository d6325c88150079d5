import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../cli/parse-html.ts';
import { detectQuotations, findQuotations } from '../../../utils/detect/detect-quotations.ts';
import { readPage } from '../../../utils/dom/read-page.ts';
import type { PageText } from '../../../utils/domain/page-text.ts';
import type { Quotation } from '../../../utils/domain/quotation.ts';

const pageOf = (body: string): PageText =>
  readPage(parseHtml(`<html lang="en"><body><article>${body}</article></body></html>`), 'https://harbour-post.example/a').page;
const detect = (body: string): Quotation[] => detectQuotations(pageOf(body));
const names = (quotation: Quotation | undefined, of: 'speaker' | 'source'): string[] =>
  quotation?.why[of]?.alternatives.map((a) => a.name) ?? [];

describe('who else may have said it', () => {
  it('is another man whom “he” may mean', () => {
    const [quotation] = detect(
      `<p>Peter Holm, the harbour master, met Oscar Brandt, who runs the ferry, on Monday.</p>
       <p>“We will not sell the northern quay to anyone this year,” he said.</p>`,
    );
    expect(quotation?.speaker).toMatch(/Holm|Brandt/);
    expect([quotation?.speaker, ...names(quotation, 'speaker')].sort()).toEqual(['Oscar Brandt', 'Peter Holm']);
  });

  it('is nobody where one is named with a cue and no one else is near', () => {
    const [quotation] = detect('<p>“We will not sell the northern quay to anyone this year,” said Peter Holm.</p>');
    expect(quotation?.speaker).toBe('Peter Holm');
    expect(names(quotation, 'speaker')).toEqual([]);
  });

  it('is shown where it is left open who speaks', () => {
    const quotations = detect(
      `<p>Peter Holm and Ida Brandt walked along the quay. There was talk of a “deal that would change the harbour for good”, and of much else.</p>`,
    );
    expect(quotations[0]).toMatchObject({ speaker: null });
    expect(names(quotations[0], 'speaker').length).toBeGreaterThan(0);
  });
});

describe('where else it may be from', () => {
  const letter = `<p>According to <a href="https://www.reuters.com/a">Reuters</a>, the mayor said in <a href="https://council.example/letter">a letter</a> that “the northern quay will not be sold to anyone this year”.</p>`;

  it('is what a rule of lower rank would have said', () => {
    const [found] = findQuotations(pageOf(letter));
    expect(found?.source).toMatchObject({ source: { name: 'Reuters' }, rule: 'according-to-outlet' });
    expect(found?.source.weighed[0]).toEqual({ name: expect.stringMatching(/letter|council/), kind: 'rule' });
  });

  it('is told beside the source, never the source itself', () => {
    const [quotation] = detect(letter);
    expect(names(quotation, 'source').length).toBeGreaterThan(0);
    expect(names(quotation, 'source')).not.toContain('Reuters');
  });

  it('is the page cited last, where nothing tells', () => {
    const quotations = detect(
      `<p>From <a href="https://www.reuters.com/a">Reuters</a>:</p><blockquote><p>The northern quay will not be sold this year, the council has decided after a long night.</p></blockquote>
       <p>A man in the market, asked about it, called it “the best news that we have had for years”.</p>`,
    );
    expect(quotations[1]?.source).toBeNull();
    expect(names(quotations[1], 'source')).toEqual(['Reuters']);
  });
});
