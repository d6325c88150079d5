import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../cli/parse-html.ts';
import { detectedOf } from '../../../utils/anchor/apply-corrections.ts';
import { detectQuotations } from '../../../utils/detect/detect-quotations.ts';
import { takeFragment } from '../../../utils/detect/take-fragment.ts';
import { readPage } from '../../../utils/dom/read-page.ts';
import { Correction } from '../../../utils/domain/correction.ts';
import { correctionCases, type ReaderCase } from '../../../utils/exchange/correction-case.ts';
import { judgeReaderCase } from '../../corpus/reader-case.ts';
import { aCorrection } from '../db/a-correction.ts';

const page = readPage(
  parseHtml(
    '<html lang="en"><title>The pier & the tide</title><article><h1>The pier</h1><p>Mayor Ida Moss said, “The pier will open when the last plank is safe to stand on.”</p><p>“The market closes when the first bell is heard,” said Jon Oak.</p></article>',
  ),
  'https://www.gazette.example/pier?id=1',
).page;
const quotations = detectQuotations(page);

function corrected(attribution: Correction['attribution'], n = 1): Correction {
  const [pier] = quotations;
  if (pier === undefined) throw new Error('nothing is detected');
  return { ...aCorrection(n), target: { ...aCorrection(n).target, source: page.url, title: page.title }, attribution, detected: detectedOf(pier), fragment: takeFragment(page, quotations, pier) }; // biome-ignore format: one record
}
const expectedIn = (files: Record<string, string>): ReaderCase => JSON.parse(files['expected.json'] ?? '');
/** As the corpus reads a case. */
function detected(html: string) {
  const { page: read } = readPage(parseHtml(html), 'https://unknown.example/');
  read.url = read.metadata.canonical ?? read.url;
  read.base = read.url;
  return detectQuotations(read);
}

describe('a correction as a test case', () => {
  it('holds the part of the page that detection needs, and what the reader said', () => {
    const [one] = correctionCases([corrected({ speaker: 'Ida B. Moss', source: { name: 'The Gazette', url: null, title: null } })]);
    expect(one?.name).toBe('reader-gazette-example-the-pier-the-tide');
    expect(expectedIn(one?.files ?? {})).toEqual({
      reader: true,
      quotes: [
        {
          kind: 'inline',
          region: 'article',
          text: 'The pier will open when the last plank is safe to stand on.',
          speaker: 'Ida B. Moss',
          source: 'The Gazette',
        },
      ],
      none: [],
    });
    const found = detected(one?.files['page.html'] ?? '').find(({ text }) => text.startsWith('The pier'));
    expect(found).toMatchObject({ speaker: 'Ida Moss', rule: quotations[0]?.rule, region: 'article', kind: 'inline' });
  });

  it('fails while detection tells what it told, and passes when it tells what the reader says', () => {
    const judged = (attribution: Correction['attribution']) => {
      const [one] = correctionCases([corrected(attribution)]);
      const expected = expectedIn(one?.files ?? {});
      return { expected, told: judgeReaderCase(expected, detected(one?.files['page.html'] ?? '')) };
    };
    const wrong = judged({ speaker: 'Ida B. Moss', source: null });
    expect(wrong.told).not.toEqual(wrong.expected);
    const right = judged({ speaker: 'Ida Moss', source: quotations[0]?.source ?? null });
    expect(right.told).toEqual(right.expected);
    const none = judged(null);
    expect(none.expected).toMatchObject({ quotes: [], none: [quotations[0]?.text] });
    expect(none.told).not.toEqual(none.expected);
    expect(judgeReaderCase(none.expected, [])).toEqual(none.expected);
    expect(judgeReaderCase(right.expected, [])).not.toEqual(right.expected);
  });

  it('of words that are quoted twice judges the one that tells what the reader says', () => {
    const [one] = correctionCases([corrected({ speaker: 'Ida Moss', source: quotations[0]?.source ?? null })]);
    const expected = expectedIn(one?.files ?? {});
    const [pier] = quotations.slice(0, 1).map((quotation) => ({ ...quotation, speaker: null }));
    const twice = pier === undefined ? [] : [pier, ...quotations];
    expect(twice.filter(({ text }) => text === pier?.text)).toHaveLength(2);
    expect(judgeReaderCase(expected, twice)).toEqual(expected);
    expect(judgeReaderCase(expected, twice.slice(0, 1))).not.toEqual(expected);
  });

  it('names each case once, also where no letter of the title is one of a file name', () => {
    const odd = { ...corrected(null), target: { ...corrected(null).target, source: 'nowhere', title: '海と月' } };
    const names = correctionCases([odd, odd, corrected(null, 2), corrected(null, 3)]).map(({ name }) => name);
    expect(names).toEqual(['reader', 'reader-2', 'reader-gazette-example-the-pier-the-tide', 'reader-gazette-example-the-pier-the-tide-2']);
  });

  it('there is none of one whose page was not open since', () => expect(correctionCases([aCorrection(1)])).toEqual([]));

  it('survives its store: the record is valid', () => expect(Correction.safeParse(corrected(null)).success).toBe(true));
});
