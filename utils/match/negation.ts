/** Words that turn a statement round. Folded, lower case; words that mean something else in a language listed here are left out (Italian "mai", Spanish "sin"). */
const NEGATIONS = new Set(
  [
    'not no never none nobody nothing neither nor nowhere cannot without hardly barely scarcely dont didnt doesnt isnt arent wasnt werent wont cant', // English
    'nicht nie niemals kein keine keinen keinem keiner keines nichts niemand weder ohne', // German
    'ne pas jamais aucun aucune rien personne sans ni', // French
    'nunca jamás ningún ninguno ninguna nada nadie tampoco', // Spanish
    'non nessun nessuno nessuna niente senza', // Italian
    'não nenhum nenhuma ninguém sem', // Portuguese
    'niet nooit geen niemand niets zonder', // Dutch
    'ikke aldri aldrig ingen intet ingenting uden uten', // Danish, Norwegian
    'inte ej inga inget utan', // Swedish
    'nie nigdy nikt nic żaden bez', // Polish
    'не нет никогда никто ничего ни без', // Russian
    'ні ніколи ніхто немає', // Ukrainian
    'değil hiç hayır asla', // Turkish
    'لا لم لن ليس ليست ما غير', // Arabic
    '不 没 沒 無 无 未 非', // Chinese
  ].flatMap((line) => line.split(' ')),
);

/** Is this folded lower-case word a negation: "not", "isn't", "n'est", "kein"? */
export const isNegation = (word: string): boolean => NEGATIONS.has(word) || word.endsWith("n't") || word.startsWith("n'");
