import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Field, fieldOf, mergeField, withClaim, withField, withJudgement } from '../../../components/annotation-fields.ts';
import { Annotation, claimsOf, noteOf, quotationOf } from '../../../utils/domain/annotation.ts';
import { aClaim, anAnnotation, aQuotation, note, tag } from './an-annotation.ts';

const full = anAnnotation([aQuotation, tag('ferry'), note('Ask the port'), aClaim]);
const fields: Field[] = ['note', 'speaker', 'source', 'sourceUrl', 'claim/claim-1/text', 'claim/claim-1/author', 'claim/claim-1/date'];

describe('a field of an annotation', () => {
  it.each([
    ['note', 'Ask the port'],
    ['speaker', 'Ana Example'],
    ['source', 'Harbour Post'],
    ['sourceUrl', 'https://harbour-post.example/speech'],
    ['claim/claim-1/text', 'Nobody will wait'],
    ['claim/claim-1/author', 'Ana Example'],
    ['claim/claim-1/date', ''],
  ] as [Field, string][])('%s reads “%s”', (field, text) => expect(fieldOf(full, field)).toBe(text));

  it('is empty where the annotation has nothing', () => {
    for (const field of fields) expect(fieldOf(anAnnotation(), field)).toBe('');
  });

  it('holds what was written into it, and the annotation stays one that the schema takes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ unit: 'binary' }), (field, text) => {
        const written = withField(full, field, text);
        const kept = text.trim() === '' || field === 'sourceUrl' ? text.trim() : text;
        const wordless = field === 'claim/claim-1/text' && text.trim() === '';
        expect(fieldOf(written, field)).toBe(wordless ? aClaim.text : field === 'source' && text.trim() === '' ? text : kept);
        expect(Annotation.safeParse(written).success).toBe(true);
        for (const other of fields.filter((f) => f !== field)) expect(fieldOf(written, other)).toBe(fieldOf(full, other));
      }),
    );
  });

  it('is the very same annotation when the text is the same', () => {
    for (const field of fields) expect(withField(full, field, fieldOf(full, field))).toBe(full);
  });

  it('a correction of the speaker makes the attribution the reader’s', () => {
    const corrected = quotationOf(withField(full, 'speaker', 'Bo Example'));
    expect(corrected).toMatchObject({ speaker: 'Bo Example', rule: 'reader', confidence: 1, cue: 'said', source: aQuotation.source });
  });

  it('a highlight without an attribution gets one when the reader names a speaker', () => {
    expect(quotationOf(withField(anAnnotation(), 'speaker', 'Bo Example'))).toMatchObject({
      speaker: 'Bo Example',
      kind: null,
      rule: 'reader',
    });
  });

  it('another address of the source drops the title of the former document', () => {
    expect(quotationOf(withField(full, 'sourceUrl', 'https://other.example/'))?.source).toEqual({
      name: 'Harbour Post',
      url: 'https://other.example/',
      title: null,
    });
  });

  it('an emptied note is gone and the annotation comments no longer', () => {
    const emptied = withField(anAnnotation([note('x')], { motivation: 'commenting' }), 'note', '  ');
    expect([noteOf(emptied), emptied.motivation]).toEqual(['', 'highlighting']);
  });

  it('a claim that is not there is not invented', () => {
    expect(withClaim(full, 'other', { text: 'x' })).toBe(full);
    expect(claimsOf(withField(full, 'claim/other/text', 'x'))).toHaveLength(1);
  });
});

describe('a judgement', () => {
  it('answers one question and leaves the other as it is by now, also when both are answered before the screen shows the first', () => {
    const first = withJudgement(full, aClaim.id, { authenticity: 'out-of-context' });
    const both = withJudgement(first, aClaim.id, { veracity: 'mostly-true' });
    expect(claimsOf(both)[0]?.assessment).toEqual({ authenticity: 'out-of-context', veracity: 'mostly-true' });
    expect(claimsOf(withJudgement(both, aClaim.id, { authenticity: null }))[0]?.assessment).toEqual({
      authenticity: null,
      veracity: 'mostly-true',
    });
    expect(withJudgement(full, 'other', { veracity: 'true' })).toBe(full);
  });
});

describe('a field that two surfaces write', () => {
  it('mine is written when nobody else wrote', () => expect(mergeField('note', 'a', 'a', 'ab')).toEqual({ text: 'ab', conflict: false }));

  it('the same text from both is no conflict', () => expect(mergeField('note', 'a', 'ab', 'ab').conflict).toBe(false));

  it('a note keeps both texts', () => {
    expect(mergeField('note', 'a', 'theirs', 'mine')).toEqual({ text: 'theirs\n\nmine', conflict: true });
  });

  it('a note that holds their text already is not doubled', () => {
    expect(mergeField('note', 'a', 'theirs', 'theirs and mine').text).toBe('theirs and mine');
  });

  it('of one line mine counts, and it is told', () => {
    expect(mergeField('speaker', 'a', 'theirs', 'mine')).toEqual({ text: 'mine', conflict: true });
  });

  it('no text of either is lost from a note', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (base, theirs, mine) => {
        const { text } = mergeField('note', base, theirs, mine);
        expect(text).toContain(mine);
        if (theirs !== base) expect(text).toContain(theirs.trim() === '' ? '' : theirs.trim());
      }),
    );
  });
});
