import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkQuotation } from '../../../utils/check/check-quotation.ts';
import { sameContracted, sameSpelling } from '../../../utils/check/equal-words.ts';
import { checkLanguages } from '../../../utils/check/languages/all-languages.ts';
import { german } from '../../../utils/check/languages/de.ts';
import { english } from '../../../utils/check/languages/en.ts';
import { spanish } from '../../../utils/check/languages/es.ts';
import { french } from '../../../utils/check/languages/fr.ts';
import { canonicalNumbers } from '../../../utils/check/numbers.ts';
import { prepareSource } from '../../../utils/check/source-words.ts';

const words = (text: string): string[] => text.split(' ');

describe('languages', () => {
  it('every file of the folder is registered', () => {
    const files = readdirSync(join(import.meta.dirname, '../../../utils/check/languages')).filter((name) => /^[a-z]{2}\.ts$/.test(name));
    expect(checkLanguages.map(({ code }) => `${code}.ts`).sort()).toEqual(files.sort());
  });

  it.each([
    ['en', 'The pier is closed and the boats are in the bay.'],
    ['de', 'Der Hafen ist zu, und die Boote liegen nicht mehr auf dem Fluss.'],
    ['fr', 'Les bateaux sont dans le port, et nous avons une vue sur la mer.'],
    ['es', 'Los barcos están en el puerto y las casas del pueblo son para una fiesta.'],
  ])('W5 %s is told from its words', (code, text) => expect(prepareSource({ text }).language.code).toBe(code));
  it('W5 the declared language comes first', () => expect(prepareSource({ text: 'the end', language: 'de-AT' }).language.code).toBe('de'));
});

describe('K5 another spelling', () => {
  it.each([
    [english, 'colour', 'color'],
    [english, 'organisations', 'organizations'],
    [english, 'analyse', 'analyze'],
    [english, 'centre', 'center'],
    [english, 'travelled', 'traveled'],
    [english, 'defence', 'defense'],
    [english, 'dialogue', 'dialog'],
    [english, 'paediatric', 'pediatric'],
    [english, 'naïve', 'naive'],
    [english, 'grey', 'gray'],
    [english, "hodges's", 'hodges'],
    [english, 'health care', 'healthcare'],
    [english, 'dont', "don't"],
    [german, 'daß', 'dass'],
    [german, 'potential', 'potenzial'],
    [german, 'so dass', 'sodass'],
    [french, 'cœur', 'coeur'],
    [french, 'évènement', 'événement'],
    [spanish, 'sólo', 'solo'],
  ])('%#: %s', (language, a, b) => expect(sameSpelling(words(a), words(b), language)).toBe(true));

  it.each([
    [english, 'four', 'for'],
    [english, 'prise', 'prize'],
    [english, 'timbre', 'timber'],
    [english, 'filling', 'filing'],
    [english, 'were', "we're"],
    [english, 'ill', "i'll"],
    [english, '15', '1 5'],
    [german, 'schon', 'schön'],
    [french, 'ou', 'où'],
    [spanish, 'el', 'él'],
  ])('%#: is no other word', (language, a, b) => expect(sameSpelling(words(a), words(b), language)).toBe(false));
});

describe('K7 contractions', () => {
  it.each([
    [english, "don't", 'do not'],
    [english, "can't", 'cannot'],
    [english, "he'd", 'he had'],
    [english, "shouldn't've", 'should not have'],
    [english, 'gonna', 'going to'],
    [english, "let's", 'let us'],
    [german, 'im', 'in dem'],
    [german, "geht's", 'geht es'],
    [french, "j'ai", 'je ai'],
    [french, "t'as", 'tu as'],
    [french, "n'est pas", 'est pas'],
    [spanish, 'del', 'de el'],
  ])('%#: %s', (language, a, b) => expect(sameContracted(words(a), words(b), language)).toBe(true));
  it('a negation more is no contraction', () => expect(sameContracted(["don't"], ['do'], english)).toBe(false));
});

describe('K6 numbers', () => {
  it.each([
    [english, '$ 1 trillion', 'a trillion dollars'],
    [english, '1,500', 'fifteen hundred'],
    [english, 'twenty five', '25'],
    [english, 'two hundred and five', '205'],
    [english, '50 %', 'fifty percent'],
    [english, '10 per cent', '10%'.replace('%', ' %')],
    [english, '2nd', 'second'],
    [english, '$ 30m', '30 million dollars'],
    [english, '2.5 million', '2,500,000'],
    [english, '10 000', '10,000'],
    [german, 'zweihundertfünfundzwanzig', '225'],
    [german, '1.000', 'tausend'],
    [german, '2,5 milliarden', '2.500.000.000'],
    [french, 'quatre vingt dix', '90'],
    [french, 'soixante quinze', '75'],
    [french, '50 pour cent', '50 %'],
    [spanish, 'treinta y cinco', '35'],
    [spanish, 'dos mil millones', '2.000.000.000'],
  ])('%#: %s is %s', (language, a, b) => {
    expect(canonicalNumbers(words(a), language)).not.toBeNull();
    expect(canonicalNumbers(words(a), language)).toBe(canonicalNumbers(words(b), language));
  });
  it.each([
    [english, '1 million', '1 billion'],
    [english, '$ 5', '€ 5'],
    [english, '5 %', '5'],
    [english, '1.000', '1,000'],
    [english, '10:30', '10:45'],
    [english, 'one two', 'twelve'],
    [german, '1.000', '1,000'],
    [german, 'zweihundert', 'zwei'],
  ])('%#: %s is not %s', (language, a, b) => expect(canonicalNumbers(words(a), language)).not.toBe(canonicalNumbers(words(b), language)));
});

describe('other languages', () => {
  const kinds = (quote: string, text: string, language: string) => {
    const { verdict, changes, notes } = checkQuotation(quote, { text, language });
    return [verdict, ...changes.map(({ kind }) => kind), ...notes.map(({ kind }) => kind)];
  };
  const DE =
    'Herr Lindt sagte: Wir werden die Straße bauen, aber nur wenn die Stadt zahlt. Das Haus am Hafen kostet, äh, zwanzig Millionen Euro. (Beifall) Wir haben das nicht gewusst. Minister Calder hat es gewusst.';
  it.each([
    ['Wir werden die Strasse bauen.', ['edited', 'spelling', 'truncated-sentence']],
    ['Das Haus am Hafen kostet 20 Millionen Euro', ['altered', 'filler', 'number-form']],
    ['Das Haus am Hafen kostet dreißig Millionen Euro', ['altered', 'number']],
    ['Wir haben das gewusst', ['altered', 'negation']],
    ['Minister Lindt hat es gewusst', ['altered', 'name']],
  ])('German: %s', (quote, expected) => expect(kinds(quote, DE, 'de')).toEqual(expect.arrayContaining(expected)));

  const FR =
    'Nous construirons la jetée, sauf si la ville refuse. Elle coûte, euh, quatre-vingt-dix millions d’euros. (Applaudissements.) Je ne crois pas que Marchand soit coupable.';
  it.each([
    ['« Nous construirons la jetée. »', ['verbatim', 'truncated-sentence']],
    ['Elle coûte 90 millions d’euros', ['altered', 'filler', 'number-form']],
    ['Je crois que Marchand soit coupable', ['altered', 'negation']],
    ['Je ne crois pas que Delorme soit coupable', ['altered', 'name']],
    ['Je crois pas que Marchand soit coupable', ['altered', 'contraction']],
    ['Marchand soit coupable', ['verbatim', 'after-negation']],
  ])('French: %s', (quote, expected) => expect(kinds(quote, FR, 'fr')).toEqual(expect.arrayContaining(expected)));

  const ES =
    'Vamos a construir el muelle, pero solo si el pueblo lo quiere. Cuesta, este, treinta y cinco millones de euros. (Aplausos) No sabemos nada de Herrera.';
  it.each([
    ['Vamos a construir el muelle.', ['verbatim', 'truncated-sentence']],
    ['Cuesta 35 millones de euros', ['altered', 'filler', 'number-form']],
    ['Sabemos nada de Herrera', ['edited', 'case', 'after-negation']],
    ['pero si el pueblo no lo quiere', ['altered', 'negation']],
    ['No sabemos nada de Molina', ['altered', 'name']],
  ])('Spanish: %s', (quote, expected) => expect(kinds(quote, ES, 'es')).toEqual(expect.arrayContaining(expected)));

  it('scripts without spaces are compared sign by sign', () => {
    const text = '我们将建造一座新的码头，但是只有在城市同意的情况下。';
    expect(checkQuotation('我们将建造一座新的码头', { text }).verdict).toBe('verbatim');
    expect(checkQuotation('我们将建造一座旧的码头', { text }).verdict).toBe('altered');
  });
});
