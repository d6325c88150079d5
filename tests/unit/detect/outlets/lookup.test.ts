import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOutlets, outletByDomain, outletByName } from '../../../../utils/detect/outlets/lookup.ts';
import { allOutlets } from '../../../../utils/detect/outlets/name-index.ts';

describe('outletByDomain', () => {
  it.each([
    ['www.nytimes.com', 'The New York Times'],
    ['NYTimes.com.', 'The New York Times'],
    ['m.faz.net:443', 'Frankfurter Allgemeine Zeitung'],
    ['amp.theguardian.com', 'The Guardian'],
    ['edition.cnn.com', 'CNN'],
    ['news.un.org', 'UN News'],
    ['www.un.org', 'United Nations'],
    ['factcheck.afp.com', 'AFP Fact Check'],
    ['ec.europa.eu', 'European Commission'],
    ['curia.europa.eu', 'Court of Justice of the European Union'],
    ['de.wikipedia.org', 'Wikipedia'],
    ['www.whitehouse.gov', 'The White House'],
    ['elpais.com.uy', 'El País (Uruguay)'],
    ['cincodias.elpais.com', 'Cinco Días'],
  ])('%s is %s', (host, name) => expect(outletByDomain(host)?.name).toBe(name));

  it.each(['notnytimes.com', 'nytimes.com.evil.example', 'com', '', '.', 'constructor', '__proto__', 'example.org'])(
    'knows nobody at “%s”',
    (host) => expect(outletByDomain(host)).toBeNull(),
  );

  it('finds each registered domain and its subdomains', () => {
    for (const outlet of allOutlets)
      for (const host of outlet.domains) {
        expect(outletByDomain(host), host).toBe(outlet);
        expect(outletByDomain(`www.${host}`), host).toBe(outlet);
      }
  });

  it('never throws', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (host) => void outletByDomain(host))));
});

describe('outletByName', () => {
  it.each([
    ['NYT', 'The New York Times'],
    ['new york times', 'The New York Times'],
    ['the New York Times', 'The New York Times'],
    ['WaPo', 'The Washington Post'],
    ['Spiegel', 'Der Spiegel'],
    ['Le Monde', 'Le Monde'],
    ['El Pais', 'El País'],
    ['Time', 'Time'],
    ['The Guardian', 'The Guardian'],
    ['Zeit', 'Die Zeit'],
    ['nytimes.com', 'The New York Times'],
    ['Observer', 'Observer'],
    ['The Observer', 'The Observer'],
    ['L’Express', "L'Express"],
    ['L’Opinion', "L'Opinion"],
    ['La Opinión', 'La Opinión'],
    ['the United Nations', 'United Nations'],
    ['Vereinte Nationen', 'United Nations'],
    ['The White House', 'The White House'],
    ['Associated Press', 'Associated Press'],
  ])('“%s” is %s', (name, expected) => expect(outletByName(name)?.name).toBe(expected));

  it.each(['The Times', 'ABC', 'La Nación', 'the', '', '  ', 'Nobody’s Paper', 'hasOwnProperty'])('“%s” names nobody', (name) =>
    expect(outletByName(name)).toBeNull(),
  );

  it('never throws', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => void outletByName(name))));
});

const found = (text: string) => findOutlets(text).map(({ outlet, start, end }) => `${outlet.name}=${text.slice(start, end)}`);

describe('findOutlets finds', () => {
  it.each([
    ['From the New York Times:', ['The New York Times=the New York Times']],
    ['NYT (“A Title”):', ['The New York Times=NYT']],
    ['WaPo reported:', ['The Washington Post=WaPo']],
    ['he told Reuters and the AP on Monday', ['Reuters=Reuters', 'Associated Press=AP']],
    ['As The Guardian’s editor told the Guardian.', ['The Guardian=The Guardian', 'The Guardian=the Guardian']],
    ['sagte er dem Spiegel.', ['Der Spiegel=dem Spiegel']],
    ['sagte er der „Welt“ am Montag.', ['Die Welt=Welt']],
    ['a déclaré le ministre au Monde et à Libération', []],
    ['selon Le Figaro, le ministre', ['Le Figaro=Le Figaro']],
    ['sagte sie dem Guardian am Montag', ['The Guardian=dem Guardian']],
    ['dijo a El País en una entrevista', ['El País=El País']],
    ['a study in Nature, out today', ['Nature=Nature']],
    ['Time magazine called it', ['Time=Time magazine']],
    ['The Hill reported that', ['The Hill=The Hill']],
    ['he wrote on X.', ['X=X']],
    ['the UN Security Council met', ['UN Security Council=UN Security Council']],
    ['according to a Washington Post report', ['The Washington Post=Washington Post']],
    ['THE NEW YORK TIMES', ['The New York Times=THE NEW YORK TIMES']],
    ['Al-Jazeera and Al Jazeera', ['Al Jazeera=Al-Jazeera', 'Al Jazeera=Al Jazeera']],
    ['the U.N. said', ['United Nations=U.N.']],
    ['Agence France-Presse', ['Agence France-Presse=Agence France-Presse']],
    ['a Guardian investigation found', ['The Guardian=Guardian']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('findOutlets leaves alone', () => {
  it.each([
    'Time is running out. Nature is cruel.',
    'the Independent candidate, an Independent from Vermont',
    'across the Atlantic. On the Hill, the mood',
    'Economist Paul Krugman and Howard Stern said',
    'Die Welt ist groß. Die Zeit vergeht, die Presse schweigt.',
    'zum ersten Mal in der Welt, nach kurzer Zeit',
    'die Asamblea Nacional; die Corona-Zeit, DFG-VK',
    'Rear-View Mirror, the North Atlantic area, My Personal Information.',
    'el Buró Político y la República',
    'QUE FAIRE DE NOS COLÈRES',
    'What is the Point of Equality, the Mac Observer',
    'Der Post zeigt es, und die Post leitet weiter.',
    'the guardian of the galaxy, a mirror',
    'WHO SAID THAT AGAIN',
    'the Times reported',
    'Apple Inc. said',
    'who is it, un homme, une ap',
    'New York, Times Square',
    'New York. Times are hard',
    'She felt the Sun on her face.',
    'People say that Science works, and Fortune favours.',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

describe('findOutlets', () => {
  it('gives spans in order, without overlaps, within any text', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...allOutlets.map((outlet) => outlet.name), ' ', '. ', 'the '));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of findOutlets(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('finds each outlet whose name is nobody else’s and no ordinary word', () => {
    const missed = allOutlets.filter((outlet) => {
      if (outlet.common.includes(outlet.name) || outletByName(outlet.name) !== outlet) return false;
      return findOutlets(`he told ${outlet.name}, and left`)[0]?.outlet !== outlet;
    });
    expect(missed.map((outlet) => outlet.name)).toEqual([]);
  });

  it('is not slowed down by long gaps', () => {
    const start = performance.now();
    findOutlets(`${`${'\n'.repeat(100_000)}- Time`.repeat(5)}`);
    expect(performance.now() - start).toBeLessThan(2_000); // a search of the whole gap takes minutes
  });

  it('takes time in proportion to the text', () => {
    const time = (repeat: number) => {
      const text = 'The New York Times and the New York Post of New York told United Nations. '.repeat(repeat);
      const start = performance.now();
      findOutlets(text);
      return performance.now() - start;
    };
    time(500);
    const ratio = Math.min(...[1, 2, 3].map(() => time(4_000))) / Math.max(0.5, Math.min(...[1, 2, 3].map(() => time(500))));
    expect(ratio).toBeLessThan(24); // 8 times the text; a quadratic search would take 64 times as long
  });
});
