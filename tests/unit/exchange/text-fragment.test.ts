import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFragmentUrl } from '../../../utils/exchange/text-fragment.ts';

const URL_ = 'https://www.example.org/a';
const nine = 'one two three four five six seven eight nine';

/** The directive's parts as the specification reads them: [prefix-,]start[,end][,-suffix] */
function read(url: string) {
  const parts = (url.split(':~:text=')[1] ?? '').split(',');
  const prefix = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined;
  const [start, end, ...rest] = parts;
  const decode = (part: string | undefined) => (part === undefined ? undefined : decodeURIComponent(part));
  return { prefix: decode(prefix), start: decode(start), end: decode(end), suffix: decode(suffix), rest };
}

describe('textFragmentUrl', () => {
  it.each([
    [URL_, nine, `${URL_}#:~:text=one%20two%20three%20four%20five%20six%20seven%20eight%20nine`],
    [`${URL_}#part`, nine, `${URL_}#part:~:text=one%20two%20three%20four%20five%20six%20seven%20eight%20nine`],
    [`${URL_}#part:~:text=old`, nine, `${URL_}#part:~:text=one%20two%20three%20four%20five%20six%20seven%20eight%20nine`],
    [`${URL_}#:~:text=old`, 'a-b, c & d', `${URL_}#:~:text=a%2Db%2C%20c%20%26%20d`],
    [URL_, '  white \t space\u00a0here ', `${URL_}#:~:text=white%20space%20here`],
    [URL_, '', URL_],
    [URL_, ' \n ', URL_],
    ['not a url', 'words', 'not a url'],
  ])('%s + %j', (url, exact, expected) => expect(textFragmentUrl(url, exact)).toBe(expected));

  it('takes context along for few words, without the word that the selector cut', () =>
    expect(read(textFragmentUrl(URL_, 'he said', 'rce of it all, and then ', ' so, once more, and agai'))).toMatchObject({
      prefix: 'it all, and then',
      start: 'he said',
      suffix: 'so, once more, and',
    }));

  it('takes no context from another block, nor from within a word or behind a quotation mark', () => {
    expect(read(textFragmentUrl(URL_, 'he said', 'the end.\n', '\nNext'))).toMatchObject({ prefix: undefined, suffix: undefined });
    expect(read(textFragmentUrl(URL_, 'he said', 'the end.\nAnd so ', ' yes\nNext'))).toMatchObject({ prefix: 'And so', suffix: 'yes' });
    expect(read(textFragmentUrl(URL_, 'he said', 'and then “', '”, she'))).toMatchObject({ prefix: undefined, suffix: undefined });
  });

  it('gives long quotes and those over several blocks by their ends', () => {
    const long = Array.from({ length: 100 }, (_, i) => `word${i}`).join(' ');
    expect(read(textFragmentUrl(URL_, long))).toMatchObject({
      start: 'word0 word1 word2 word3 word4',
      end: 'word95 word96 word97 word98 word99',
    });
    expect(read(textFragmentUrl(URL_, 'First line here.\n\nLast one.'))).toMatchObject({ start: 'First line here.', end: 'Last one.' });
  });

  it('never lets the two ends overlap', () => {
    const few = Array.from({ length: 6 }, (_, i) => `${'x'.repeat(60)}${i}`);
    const { start, end } = read(textFragmentUrl(URL_, few.join(' ')));
    expect([start, end]).toEqual([few.slice(0, 3).join(' '), few.slice(3).join(' ')]);
  });

  it('writes any words so that the specification reads the same', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (exact, prefix, suffix) => {
        const url = textFragmentUrl(URL_, exact, prefix, suffix);
        if (exact.trim() === '') {
          expect(url).toBe(URL_);
          return;
        }
        const { start = '', end, rest } = read(url);
        const words = exact
          .replace(/\p{Surrogate}/gu, '\ufffd')
          .split(/\s+/)
          .filter((word) => word !== '')
          .join(' ');
        expect(rest).toEqual([]);
        expect(words.startsWith(start)).toBe(true);
        if (end !== undefined) expect(words.endsWith(end)).toBe(true);
        expect(URL.canParse(url)).toBe(true);
      }),
    ));
});
