import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkQuotation } from '../../../utils/check/check-quotation.ts';
import { CheckChangeKind, type QuoteCheck } from '../../../utils/domain/check.ts';

const SPEECH = `MODERATOR: Governor Orton, the harbour is yours now.
ORTON: Thank you. We have spent $1 trillion, over twelve years, on a pier that nobody can use. I do not blame the engineers. They're honest people, and they
told us so in 1994. Well, I mean, we could have listened. The ministry of Lind and Hale did not listen. We will build a smaller one, but only if the
town votes for it. If the town refuses, the money goes back to the schools. The colour of the lighthouse is not the question -- the question is the light.
[ applause ]
ORTON: And I say to the town: vote. It was Mara Hale who said we cannot afford a lighthouse in a country of ships.
MODERATOR: Would you resign over it?
ORTON: No. Nobody has ever asked me that question in eleven years of public life.`;

const check = (quote: string, text = SPEECH): QuoteCheck => checkQuotation(quote, { text });
const kinds = ({ changes }: QuoteCheck): CheckChangeKind[] => changes.map(({ kind }) => kind);
const shown = ({ changes }: QuoteCheck): string[] => changes.map(({ kind, quote, source }) => `${kind}: ${quote} ← ${source}`);

describe('the same words', () => {
  it.each([
    ['as they are', 'We have spent $1 trillion, over twelve years, on a pier that nobody can use.'],
    ['W1 with other marks, dashes and spaces', '“The colour of the lighthouse is not the question—the  question is the light,”'],
    ['W1 with an end mark of the quoting side', 'I do not blame the engineers!'],
    ['two words', 'honest people'],
    ['one word', 'schools'],
  ])('are verbatim %s', (_, quote) => {
    const result = check(quote);
    expect(result).toMatchObject({ verdict: 'verbatim', similarity: 1, changes: [] });
    expect(result.passage?.text).toBe(SPEECH.slice(result.passage?.start, result.passage?.end));
  });

  it('V1 with changes of form only are edited', () => {
    expect(shown(check('Told us so in 1994.'))).toEqual(['case: Told ← told']);
    expect(shown(check('[T]he question is the light'))).toEqual(['bracket: [T]he ← the']);
    expect(shown(check('They’re honest people and they told us so'))).toEqual(['punctuation: people and ← people, and']);
    expect(shown(check('the money goes back to [our] schools'))).toEqual(['bracket: [our] ← the']);
    expect(shown(check('We will build a smaller one ... if the town votes for it.'))).toEqual(['ellipsis: ... ← but only']);
    for (const quote of ['[They are] honest people', 'Mara Hale (the minister) who said we cannot'])
      expect(check(quote).verdict).toBe('edited');
  });

  it('W3 a marked cut over sentences is one change, whatever stands between', () => {
    const result = check('I do not blame the engineers … We will build a smaller one');
    expect(result).toMatchObject({ verdict: 'edited' });
    expect(result.changes).toHaveLength(1);
    expect(result.changes[0]).toMatchObject({ kind: 'ellipsis', quote: '…' });
  });

  it('W4 a stage direction and a label between them are no words of the speech', () => {
    const result = check('the question is the light. And I say to the town: vote.');
    expect(result.verdict).toBe('edited');
    expect(shown(result)).toEqual(['stage:  ← [ applause ]\nORTON:']);
  });

  it('K4 what others put in between is an interruption', () => {
    const text = 'LIND: If everyone had voted as he did...\nHOST: Yes, senator.\nLIND: ... we would have no pier at all, and no town.';
    expect(kinds(check('If everyone had voted as he did we would have no pier at all', text))).toContain('stage');
    expect(check('If everyone had voted as he did we would have no pier at all', text).verdict).toBe('edited');
  });

  it('K1 a capital inside is an editorial change, but "us" is not "US"', () => {
    expect(kinds(check('The Ministry of Lind and Hale'))).toEqual(['case-inside']);
    expect(check('they told US so in 1994')).toMatchObject({ verdict: 'altered' });
  });

  it('K2 a question that was none is a change', () => {
    expect(shown(check('I do not blame the engineers?'))).toEqual(['punctuation: engineers? ← engineers.']);
  });
});

describe('other words are altered', () => {
  it.each<[string, string, CheckChangeKind, boolean]>([
    ['K6 another number', 'over thirteen years, on a pier that nobody can use', 'number', true],
    ['K6 another year', 'honest people, and they told us so in 1995', 'number', true],
    ['K6 another scale', 'We have spent $1 billion, over twelve years', 'number', true],
    ['K6 another unit', 'We have spent €1 trillion, over twelve years', 'number', true],
    ['K8 a negation less', 'The ministry of Lind and Hale did listen.', 'negation', true],
    ['K8 a negation more', 'the money never goes back to the schools', 'negation', true],
    ['K8 the opposite', 'They’re dishonest people, and they told us so', 'negation', true],
    ['K9 another name', 'The ministry of Lind and Orton did not listen.', 'name', true],
    ['K12 another word', 'I do not blame the architects. They’re honest people', 'word', false],
    ['K12 a word more', 'We will build a much smaller one', 'added', false],
    ['K12 a word less', 'a pier that nobody can use. I do not blame engineers', 'dropped', false],
    ['K7 a contraction', 'I don’t blame the engineers. They’re honest people', 'contraction', false],
    ['K7 written out', 'They are honest people, and they told us so in 1994', 'contraction', false],
    ['K11 fillers left out', 'they told us so in 1994. We could have listened.', 'filler', false],
    ['K10 another order', 'They’re people honest, and they told us so in 1994', 'order', false],
    ['K10 a sentence left out unmarked', 'I do not blame the engineers. Well, I mean, we could have listened.', 'splice', false],
  ])('%s', (_, quote, kind, grave) => {
    const result = check(quote);
    expect(result.verdict).toBe('altered');
    expect(kinds(result)).toContain(kind);
    if (grave) expect(result.changes.find((change) => change.kind === kind)?.grave).toBe(true);
  });

  it('K6 words of one number are one change, and the same number in another form is none of the words', () => {
    expect(shown(check('We have spent a trillion dollars over 12 years'))).toEqual([
      'number-form: a trillion dollars ← $1 trillion',
      'punctuation: dollars over ← trillion, over',
      'number-form: 12 ← twelve',
    ]);
    expect(check('We have spent a trillion dollars over 12 years').verdict).toBe('edited');
  });

  it('K5 another spelling is an editorial change', () => {
    expect(shown(check('The color of the light house is not the question'))).toEqual([
      'spelling: color ← colour',
      'spelling: light house ← lighthouse',
    ]);
  });

  it('K9 a name is shown whole', () => {
    expect(shown(check('It was Mara Lind who said we cannot afford'))).toEqual(['name: Mara Lind ← Mara Hale']);
  });

  it('K13 brackets and cuts that hide a negation are grave', () => {
    expect(check('The colour of the lighthouse is … the question').changes[0]).toMatchObject({ kind: 'ellipsis', grave: true });
    expect(check('the money [never] goes back to the schools').changes[0]).toMatchObject({ kind: 'bracket', grave: true });
  });
});

describe('the place', () => {
  const notes = (quote: string, options = {}, text = SPEECH) =>
    checkQuotation(quote, { text }, options).notes.map(({ kind, text: words, speaker }) => `${kind}: ${speaker ?? words.trim()}`);

  it('N1 a sentence that turns where the quote stops is told', () => {
    expect(notes('We will build a smaller one.')).toEqual([
      expect.stringMatching(/^truncated-sentence: , but only if the\n?.*town votes for it/s),
    ]);
    expect(notes('We have spent $1 trillion')).toEqual([]);
    expect(notes('We have spent $1 trillion.')).toEqual([expect.stringContaining('truncated-sentence')]);
  });

  it('N2 a negation or a condition right before is told', () => {
    expect(notes('the question -- the question is the light')).toEqual(['after-negation: not']);
    expect(notes('the money goes back to the schools')).toEqual(['after-condition: If the town refuses,']);
  });

  it('N3 another speaker at that place is told, the same one is not', () => {
    expect(notes('Would you resign over it?', { speaker: 'Ines Orton' })).toEqual([]);
    const text = SPEECH.replaceAll('MODERATOR', 'VERHOEK');
    expect(notes('Would you resign over it?', { speaker: 'Ines Orton' }, text)).toEqual(['other-speaker: VERHOEK']);
    expect(notes('It was Mara Hale who said', { speaker: 'Governor Ines Orton' })).toEqual([]);
    expect(check('It was Mara Hale who said').speaker).toBe('ORTON');
  });

  it('N4 words that stand only in a quotation are told as that', () => {
    const article =
      'The council met on Monday. “We will sell the old customs house,” said Mara Lind. The paper thinks that this is a mistake.';
    expect(notes('We will sell the old customs house', {}, article)).toEqual([expect.stringContaining('only-in-a-quotation')]);
    expect(notes('We will sell the old customs house', { speaker: 'Mara Lind' }, article)).toEqual([]);
    expect(notes('The paper thinks that this is a mistake', {}, article)).toEqual([]);
  });

  it('N3 N4 the quotations that were found in the source tell whose words they are', () => {
    const article = 'Lind said the town would keep the house. It is ours, she said, and so it stays.';
    const start = article.indexOf('It is ours');
    const nobody = { mention: null, cue: null, source: null, rule: 'r', confidence: 1, why: { speaker: null, source: null } };
    const held = {
      ...nobody,
      kind: 'inline',
      region: 'article',
      text: 'It is ours',
      start,
      end: start + 10,
      within: null,
      speaker: 'Mara Lind',
    } as const;
    const told = (options: object) =>
      notes('It is ours', { sourceQuotations: [held], ...options }, article).filter((note) => !note.startsWith('trunc'));
    expect(told({})).toEqual(['only-in-a-quotation: Mara Lind']);
    expect(told({ speaker: 'Lind' })).toEqual([]);
    expect(told({ speaker: 'Jonas Hale' })).toEqual(['other-speaker: Mara Lind']);
  });

  it('N5 parts that lie far apart, or in another order, are spliced', () => {
    const filling = Array.from({ length: 30 }, (_, i) => `On day ${i} the board counted boats and wrote the number into a book.`).join(' ');
    const text = `The pier costs more than the whole town. ${filling} A lighthouse is all that a harbour needs.`;
    const on = check('The pier costs more than the whole town. A lighthouse is all that a harbour needs.', text);
    expect(on).toMatchObject({ verdict: 'altered', changes: [{ kind: 'splice' }], notes: [{ kind: 'spliced' }] });
    expect(on.parts).toHaveLength(2);
    const back = check('A lighthouse is all that a harbour needs … The pier costs more than the whole town.', text);
    expect(back.notes).toMatchObject([{ kind: 'spliced', grave: true }]);
  });

  it('before and after are the neighbouring sentences', () => {
    const { before, after } = check('I do not blame the engineers.');
    expect(SPEECH.slice(before?.start, before?.end)).toMatch(/^We have spent.*use\. $/);
    expect(SPEECH.slice(after?.start, after?.end)).toMatch(/They're honest people.*1994\.$/s);
  });

  it('F6 of several copies the one that agrees in marks is taken', () => {
    const text = 'The plan works, they say. Nobody knows how. The plan works.';
    expect(check('The plan works', text)).toMatchObject({ verdict: 'verbatim', copies: 2 });
    expect(check('Nobody knows how. The plan works.', text).passage?.start).toBe(text.indexOf('Nobody'));
  });
});

describe('what is not there', () => {
  it('V2 is not found, even on the same theme', () => {
    expect(check('We will never vote for a pier in this town')).toMatchObject({ verdict: 'not-found', passage: null, changes: [] });
    expect(check('brave people').verdict).toBe('not-found');
  });
  it('V2 a sentence that is there is found beside one that is not', () => {
    const result = check(
      'Everything here was better in the old days of sail and rope. Nobody has ever asked me that question in eleven years of public life.',
    );
    expect(result.verdict).toBe('altered');
    expect(result.notes.map(({ kind }) => kind)).toContain('part-missing');
  });
  it('V3 a source without words is unreadable, a quote without words not found', () => {
    expect(check('anything', ' … ').verdict).toBe('unreadable');
    expect(check('…').verdict).toBe('not-found');
    expect(check('').verdict).toBe('not-found');
  });
});

describe('pages', () => {
  const text =
    'The pier was closed in spring.[1] It will open again,\nA boat at the pier, by Ines Calder\nthe mayor said, when the money is there.';
  const start = text.indexOf('A boat');
  const page = { text, elements: [{ tag: 'figcaption', start, end: text.indexOf('\nthe mayor'), parent: -1 }] };
  it('W4 a caption and a footnote between are no part of the running text', () => {
    expect(checkQuotation('The pier was closed in spring. It will open again, the mayor said', page).verdict).toBe('verbatim');
  });
  it('W4 a quote of the caption itself is held to all of its words', () => {
    expect(checkQuotation('A boat at the pier', page).verdict).toBe('verbatim');
    expect(checkQuotation('A boat at pier, by Ines Calder', page)).toMatchObject({
      verdict: 'altered',
      changes: [{ kind: 'dropped', source: 'the' }],
    });
  });
});

it('the README has an example of each kind of change', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
  const section = /^## What a check tells apart$(.*?)^## /ms.exec(readme)?.[1] ?? '';
  const rows = [...section.matchAll(/^\| ([a-z-]+)(?: ⚠)? \| .+ \| .+ \|$/gm)].map(([, kind]) => kind).filter((kind) => kind !== 'kind');
  expect(rows).toEqual(CheckChangeKind.options);
});
