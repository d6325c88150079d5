/** Numbers written as words. Folded, lower case; "one", "ein", "un", "uno" are articles or pronouns too often. */
const NUMBER_WORDS = new Set(
  [
    'zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half third quarter twice first second fourth fifth', // English
    'null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert hunderte tausend tausende million millionen milliarde milliarden billion billionen dutzend hälfte drittel viertel', // German
    'zéro deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante cinquante soixante cent cents mille million millions milliard milliards moitié tiers quart', // French
    'cero dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil millón millones mitad tercio cuarto', // Spanish
  ].flatMap((line) => line.split(' ')),
);

/** Is this folded lower-case word a number? */
export const isNumberWord = (word: string): boolean => NUMBER_WORDS.has(word);
