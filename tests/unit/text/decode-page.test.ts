import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../utils/text/decode-page.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the encoding of a page', () => {
  it('is UTF-8 when nothing is said and its bytes are', () => expect(decodePage(utf8('„Grüße“ 你好'))).toBe('„Grüße“ 你好'));
  it('is windows-1252 when nothing is said and they are not', () => expect(decodePage(latin('Gr\xfc\xdfe \x93x\x94'))).toBe('Grüße “x”'));
  it('is as the header says, before what the page says', () =>
    expect(decodePage(latin('<meta charset=utf-8>\xe0'), 'text/html; Charset="windows-1251"')).toBe('<meta charset=utf-8>а'));
  it('is as the page says, in both of its ways', () => {
    expect(decodePage(latin("<meta charset='iso-8859-2'>\xb1"))).toContain('ą');
    expect(decodePage(latin('<META http-equiv="Content-Type" content="text/html; charset=koi8-r">\xc1'))).toContain('а');
  });
  it('is not UTF-16 in a page whose markup was read byte by byte', () =>
    expect(decodePage(utf8('<meta charset="utf-16">ü'))).toContain('ü'));
  it('is as its byte order mark says, which is no character', () => {
    expect(decodePage(Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xbc), 'text/html; charset=latin1')).toBe('ü');
    expect(decodePage(Uint8Array.of(0xff, 0xfe, 0xfc, 0x00))).toBe('ü');
    expect(decodePage(Uint8Array.of(0xfe, 0xff, 0x00, 0xfc))).toBe('ü');
  });
  it('is looked for again when the name means nothing', () =>
    expect(decodePage(utf8('<meta charset=klingon>ü'), 'text/html; charset=x-none')).toContain('ü'));
  it('never fails, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, type) => {
        expect(typeof decodePage(bytes, type)).toBe('string');
      }),
    );
  });
});
