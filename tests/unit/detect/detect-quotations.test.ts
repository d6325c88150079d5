import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../cli/parse-html.ts';
import { detectQuotations } from '../../../utils/detect/detect-quotations.ts';
import { readPage } from '../../../utils/dom/read-page.ts';
import type { PageText } from '../../../utils/domain/page-text.ts';
import { Quotation } from '../../../utils/domain/quotation.ts';

const pageOf = (html: string): PageText => readPage(parseHtml(html), 'https://daily.example.org/a').page;
const detect = (html: string): Quotation[] => detectQuotations(pageOf(html));

/** What holds for the quotations of any page. */
function expectSound(page: PageText): void {
  const quotations = detectQuotations(page);
  let last = 0;
  for (const [i, quotation] of quotations.entries()) {
    expect(Quotation.safeParse(quotation).success).toBe(true);
    expect(quotation.start).toBeGreaterThanOrEqual(last);
    expect(quotation.end).toBeGreaterThan(quotation.start);
    expect(quotation.end).toBeLessThanOrEqual(page.text.length);
    expect(quotation.text).toBe(page.text.slice(quotation.start, quotation.end).replace(/\n+/g, ' '));
    expect(quotation.confidence).toBeGreaterThanOrEqual(0);
    expect(quotation.confidence).toBeLessThanOrEqual(1);
    if (quotation.within !== null) {
      expect(quotation.within).toBeLessThan(i);
      const outer = quotations[quotation.within];
      expect(outer !== undefined && outer.start <= quotation.start && quotation.end <= outer.end).toBe(true);
    }
    for (const [told, reason] of [
      [quotation.speaker, quotation.why.speaker],
      [quotation.source?.name ?? null, quotation.why.source],
    ] as const) {
      if (told !== null) expect(reason?.rule).toMatch(/^(?!unsure$)./);
      else if (reason !== null) expect(reason).toMatchObject({ rule: 'unsure', confidence: 0, evidence: null });
      if (reason === null) continue;
      expect(reason.confidence >= 0 && reason.confidence <= 1).toBe(true);
      if (reason.evidence !== null) expect(reason.evidence.end).toBeLessThanOrEqual(page.text.length);
      expect(reason.alternatives.length).toBeLessThanOrEqual(3);
      expect(reason.alternatives.map(({ name }) => name)).not.toContain(told);
    }
    last = quotation.start;
  }
}

const words = fc.constantFrom(
  'she said',
  '“We go now, all of us.”',
  '"It was never so"',
  '‘as if it were ours’',
  '„Wir gehen jetzt alle“',
  '“left open for good',
  'never opened at all”',
  'told Reuters',
  'From X:',
  'AP:',
  '— Jane Doe, Reuters',
  '[3]',
  'Mr. Lee wrote:',
  '\u202eabc\u202c',
  '<a href="https://news.example.com/a">reported</a>',
  '<a href="#n1">[1]</a>',
  '<a href="http://[bad">x</a>',
  '<em>All of this is set in italics</em>',
  '<br>',
);
const tag = fc.constantFrom(
  'p',
  'blockquote',
  'li',
  'div',
  'div class="comment" id="comment-1"',
  'ul',
  'aside class="pullquote"',
  'blockquote class="twitter-tweet"',
  'h2',
  'footer',
  'cite',
  'q',
  'figure',
  'td',
  'section class="comments"',
  'pre',
  'span class="author"',
);
const html = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    words,
    fc.tuple(tag, fc.array(tie('node'), { maxLength: 5 })).map(([t, inner]) => `<${t}>${inner.join(' ')}</${t.split(' ')[0]}>`),
  ),
})).node;

describe('detectQuotations', () => {
  it('gives sound quotations for any page', () => {
    fc.assert(
      fc.property(fc.array(html, { maxLength: 12 }), (nodes) => expectSound(pageOf(nodes.join('\n')))),
      { numRuns: 400 },
    );
  });

  it('gives sound quotations for any bytes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => expectSound(pageOf(text))),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing', ''],
    ['no body', '<html><head><title>x</title></head></html>'],
    ['plain text', 'He said “we go now, all of us” and left.'],
    ['broken markup', '<p><blockquote><b>“We go now</p></div></blockquote>, all of us” <li>'],
    ['a hostile name', '<p>“We go now, all of us,” said &lt;script&gt;alert(1)&lt;/script&gt; Doe.</p>'],
    ['right-to-left overrides', '<p>\u202e“We go now, all of us,”\u202c said Jane Doe.</p>'],
  ])('bears %s', (_, page) => {
    expectSound(pageOf(page));
  });

  it('bears a word of 100 kB', () => {
    expect(detect(`<p>“${'x'.repeat(100_000)} and three more words,” said Jane Doe.</p>`)).toHaveLength(1);
  });

  it('bears thousands of quotations in one paragraph and in many', () => {
    expect(detect(`<p>${'She said “we will do it again now”. '.repeat(2000)}</p>`)).toHaveLength(2000);
    expect(detect('<p>She said “we will do it again now”.</p>'.repeat(2000))).toHaveLength(2000);
  });

  it('bears boxes in boxes in boxes', () => {
    expectSound(pageOf(`${'<div><blockquote>'.repeat(1500)}“We go now, all of us.”`));
  });

  it('takes time that grows with the page', () => {
    const paragraph =
      '<p>The minister told the Courier that “the harbour will be rebuilt before the spring,” and <a href="https://n.example/a">said</a> no more. Nobody asked her why.</p>';
    const time = (n: number): number => {
      const page = pageOf(paragraph.repeat(n));
      const started = performance.now();
      detectQuotations(page);
      return performance.now() - started;
    };
    time(200);
    const small = Math.min(time(300), time(300));
    const large = Math.min(time(2400), time(2400));
    // Eight times the page: quadratic would be 64 times the time.
    expect(large / small).toBeLessThan(24);
  });
});

describe('what is a quotation', () => {
  const texts = (page: string): string[] => detect(page).map((q) => `${q.kind}: ${q.text}`);

  it('leaves out fewer than four words unless somebody utters them', () => {
    expect(texts('<p>They spoke of the “red harbour” all evening.</p>')).toEqual([]);
    expect(texts('<p>“Who cares?” asked Jane Doe.</p>')).toEqual(['inline: Who cares?']);
  });

  it('takes two passages where the cue interrupts', () => {
    expect(texts('<p>“We won the vote,” said Jane Doe, “and we will again.”</p>')).toEqual([
      'inline: We won the vote,',
      'inline: and we will again.',
    ]);
  });

  it('takes a passage over several paragraphs one by one', () => {
    expect(texts('<p>Jane Doe said: “It began with a storm.</p><p>“It ended with a vote.”</p>')).toEqual([
      'inline: It began with a storm.',
      'inline: It ended with a vote.',
    ]);
  });

  it('takes a block with all its paragraphs as one, and what is quoted in it as more', () => {
    const [block, inner] = detect(
      '<p>The Courier wrote:</p><blockquote><p>It rained for days.</p><p>“We had no boats at all,” said Jane Doe.</p></blockquote>',
    );
    expect(block).toMatchObject({ kind: 'block', text: 'It rained for days. “We had no boats at all,” said Jane Doe.' });
    expect(inner).toMatchObject({ kind: 'inline', text: 'We had no boats at all,', within: 0 });
  });

  it('leaves a block that is a quotation as a whole without its marks', () => {
    expect(texts('<blockquote><p>“It rained for days.</p><p>“And then it snowed.”</p></blockquote>')).toEqual([
      'block: It rained for days. “And then it snowed.',
    ]);
  });

  it('reads a head of a quoted mail as what introduces it', () => {
    const [quotation] = detect(
      '<blockquote><p>On 3 May 2031 at 19:05, Jane Doe wrote:</p><p>It rained for days and days.</p></blockquote>',
    );
    expect(quotation?.text).toBe('It rained for days and days.');
  });

  it('takes a fragment between two of one speaker in a cited block for that speaker’s', () => {
    const found = detect(
      '<p>Reuters reported:</p><blockquote><p>Ports must “move every crane away from the water,” Jane Doe said.</p><p>Lists are due in May, including “cranes that nobody has used for years.”</p><p>The aim is to “leave the water to the fish alone,” Jane Doe said.</p></blockquote>',
    );
    expect(found.slice(1).map((q) => q.speaker)).toEqual(['Jane Doe', 'Jane Doe', 'Jane Doe']);
  });
});
