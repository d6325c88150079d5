/** Words of a name in a head: a nick may hold anything but the marks that end it. */
const NAME = '[^\\s:<>(),“”"„«»][^:<>()\\n“”"„«»]{0,38}?';
const WROTE =
  '(?:wrote|writes|said|says|schrieb|schreibt|sagte|hat geschrieben|a écrit|écrit|a dit|escribió|escribe|dijo|ha scritto|scrive|escreveu|disse|schreef|skrev|написала?|пишет|napisała?|napsal)';
const MAIL = new RegExp(
  `^(?:(?:[Oo]n|[Aa]m|[Ll]e|[Ee]l|[Oo]p|[Ii]l|[Ee]m|[Dd]en|[Dd]ne|[Dd]nia|[Ii]n|[Aa]t)[\\s\\u00a0][^\\n]{0,20}[\\s\\S]{4,110}?[,\\s\\u00a0>])?(\\p{Lu}[\\p{L}.’'-]+(?:[\\s\\u00a0]+\\p{Lu}[\\p{L}.’'-]*){0,3})[\\s\\u00a0]*(?:[<(\\[][^>)\\]]*[>)\\]])?,?[\\s\\u00a0]+${WROTE}[\\s\\u00a0]*:?$`,
  'u',
);
const SAID = new RegExp(
  `^(${NAME})[\\s\\u00a0]+${WROTE}(?:[\\s\\u00a0]+(?:on|am|le|el)[\\s\\u00a0].{4,40})?[\\s\\u00a0]*(?::|↑|:[\\s\\u00a0]*[↑⬆→].*)$`,
  'iu',
);
const FROM = new RegExp(
  `^(?:(?:quote|zitat)[\\s\\u00a0]*:[\\s\\u00a0]*)?(?:originally[\\s\\u00a0]+(?:posted|written)[\\s\\u00a0]+by|(?:quote|quoted)[\\s\\u00a0]+from|quoting|ursprünglich[\\s\\u00a0]+(?:geschrieben|gepostet)[\\s\\u00a0]+von|original[\\s\\u00a0]+(?:geschrieben|gepostet)[\\s\\u00a0]+von|zitat[\\s\\u00a0]+von|envoyé[\\s\\u00a0]+par|citation[\\s\\u00a0]+de|originalmente[\\s\\u00a0]+(?:publicado|escrito)[\\s\\u00a0]+por|(?:escrito|publicado|iniciado)[\\s\\u00a0]+originalmente[\\s\\u00a0]+por|cita[\\s\\u00a0]+de)[\\s\\u00a0:]+(${NAME})(?:[\\s\\u00a0]*(?:[,»(]|on[\\s\\u00a0]|am[\\s\\u00a0]|le[\\s\\u00a0]|el[\\s\\u00a0]|view post|beitrag anzeigen|go to post|[↑→]).*)?[\\s\\u00a0]*:?$`,
  'iu',
);
const BY = new RegExp(
  `^(?:quote[\\s\\u00a0]*:[\\s\\u00a0]*)?(?:posted|geschrieben|gepostet|publicado|escrito)[\\s\\u00a0]+(?:by|von|por)[\\s\\u00a0:]+(${NAME})(?:[\\s\\u00a0]+(?:on|am|el|at)[\\s\\u00a0].{4,40})?:?$`,
  'iu',
);
const LONGEST = 200;

/**
 * The name in the line with which forums and mails head what they quote: "On 3 May 2031 at 19:05, Jane Doe <jane@…> wrote:",
 * "oldboots said: ↑", "Originally Posted by Tilda", "Zitat von Knut:". Null for any other line.
 */
export function nameInHead(line: string): string | null {
  const text = line.trim();
  if (text.length > LONGEST) return null;
  return (MAIL.exec(text) ?? FROM.exec(text) ?? BY.exec(text) ?? SAID.exec(text))?.[1]?.trim() ?? null;
}

/** Whether a line is such a head and can be nothing else. */
export const isForumHead = (line: string): boolean => line.trim().length <= LONGEST && FROM.test(line.trim());
