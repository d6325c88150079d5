import { outletByName } from '../outlets/lookup.ts';
import { finding, type SourceRule } from './source-context.ts';

const PRESS = `News|Press|Times|Post|Journal|Magazine|Review|Radio|TV|Television|Tribune|Herald|Gazette|Observer|Chronicle|Report|Wire|Today|Daily|Weekly|Standard|Mail|Telegraph|Courier|Examiner|Register|Sun|Star|Globe|Bulletin|Dispatch|Sentinel|Inquirer|Ledger|Record|Argus|Mirror|Guardian|Independent|Broadcasting|Network|Zeitung|Rundschau|Kurier|Anzeiger|Nachrichten|Blatt|Tageblatt|Presse|Funk|Rundfunk|Spiegel|Bote|Journal|Hebdo|Matin|Dépêche|Diario|Periódico|Noticias|Prensa|Heraldo`;
/** A name of capitals in which a word of the press stands, apart or as the end of one ("MintPress"). */
const TOLD = new RegExp(
  String.raw`(?:told|tells|spoke (?:to|with)|speaking (?:to|with)|(?:interview|conversation) with|statement to|sagte[n]?(?:[^.]{0,60}) de[rmn]|gegenüber de[rmn]|gespräch mit(?: de[rmn])?|déclaré (?:à|au)|confié (?:à|au)|entrevista con|dijo a(?:l)?)[\s\u00a0]+(?:the[\s\u00a0]+)?["„“«]?((?:[\p{Lu}\d][\p{L}\d&.’'-]*[\s\u00a0]+(?:of[\s\u00a0]+)?){0,3}(?:[\p{Lu}\d][\p{L}\d&.-]*)?(?:${PRESS})(?:[\s\u00a0]+(?:${PRESS}))*)(?![\p{L}])`,
  'u',
);

/** [S27] `“…,” Hulsey told MintPress`: a paper that no list knows, by the form of its name. */
export const toldUnknown: SourceRule = {
  id: 'told-press',
  find({ context, site, sentence }) {
    if (sentence === null) return null;
    const match = TOLD.exec(sentence.text);
    const name = match?.[1]?.trim();
    if (match === null || name === undefined || site.isOwnName(name)) return null;
    // The fuller name that the page uses elsewhere: "MintPress" of "MintPress News".
    const { text } = context.outline;
    const at = text.indexOf(`${name} `);
    const fuller =
      at < 0
        ? null
        : new RegExp(String.raw`^(?:[\s\u00a0]+(?:${PRESS}))+`, 'u').exec(text.slice(at + name.length, at + name.length + 40))?.[0];
    const full = `${name}${fuller ?? ''}`;
    const outlet = outletByName(full) ?? outletByName(name);
    if (outlet !== null && outlet === site.outlet) return null;
    const start = sentence.start + match.index;
    return finding({ name: outlet?.name ?? full, url: null, title: null }, 0.75, { start, end: start + match[0].length });
  },
};
