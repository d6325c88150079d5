import { outletByName } from '../outlets/lookup.ts';
import { linksIn } from './link-info.ts';
import { finding, type SourceContext, type SourceRule } from './source-context.ts';

const PRESS = `News|Press|Times|Post|Journal|Magazine|Review|Radio|TV|Television|Tribune|Herald|Gazette|Observer|Chronicle|Report|Wire|Today|Daily|Weekly|Standard|Mail|Telegraph|Courier|Examiner|Register|Sun|Star|Globe|Bulletin|Dispatch|Sentinel|Inquirer|Ledger|Record|Argus|Mirror|Guardian|Independent|Broadcasting|Network|Zeitung|Rundschau|Kurier|Anzeiger|Nachrichten|Blatt|Tageblatt|Presse|Funk|Rundfunk|Spiegel|Bote|Journal|Hebdo|Matin|Dépêche|Diario|Periódico|Noticias|Prensa|Heraldo`;
/** A name of capitals in which a word of the press stands, apart or as the end of one ("MintPress"). */
const TOLD = new RegExp(
  String.raw`(?:told|tells|(?:explained|confirmed|admitted|described|said|complained|revealed) to|spoke (?:to|with)|speaking (?:to|with)|(?:interview|conversation) with|statement to|sagte[n]?(?:[^.]{0,60}) de[rmn]|gegenüber de[rmn]|gespräch mit(?: de[rmn])?|déclaré (?:à|au)|confié (?:à|au)|entrevista con|dijo a(?:l)?)[\s\u00a0]+(?:the[\s\u00a0]+)?["„“«]?((?:[\p{Lu}\d][\p{L}\d&.’'-]*[\s\u00a0]+(?:of[\s\u00a0]+)?){0,3}(?:[\p{Lu}\d][\p{L}\d&.-]*)?(?:${PRESS})(?:[\s\u00a0]+(?:${PRESS}))*)(?![\p{L}])`,
  'u',
);

/** [S27] `“…,” Hulsey told MintPress`: a paper that no list knows, by the form of its name. */
/** A name that is no press word, but was linked before: "the news agency <a>Niú</a> … in conversation with Niú". */
const TOLD_NAME =
  /(?:[Tt]old|[Tt]ells|[Ss]poke (?:to|with)|[Ss]peaking (?:to|with)|(?:[Ii]nterview|[Cc]onversation) with|[Ss]prach(?:en)? mit|[Gg]espräch mit|[Ii]nterview mit|[Ee]ntretien avec|[Ee]ntrevista con|[Hh]abló con)[\s\u00a0]+(?:the[\s\u00a0]+|der[\s\u00a0]+|dem[\s\u00a0]+)?(\p{Lu}[\p{L}\d&’'-]+(?:[\s\u00a0]+\p{Lu}[\p{L}\d&’'-]+){0,3})/u;
const NEWS_BEFORE =
  /(?:news|agency|agentur|paper|zeitung|magazin|website|webseite|site|outlet|portal|radio|journal|station|channel|sender|agence|quotidien|agencia|diario|periódico)\p{L}*[\s\u00a0]+$/iu;

/** The outlet that `name` names, by an earlier link that ends with it and says that it is one. */
function introduced({ context, site, sentence }: SourceContext, name: string): { url: string } | null {
  if (sentence === null) return null;
  for (const link of linksIn(context.outline, site, { start: Math.max(0, sentence.start - MAX_BACK), end: sentence.start })) {
    if (link.own || !link.text.endsWith(name)) continue;
    const ahead = link.text.slice(0, -name.length) || context.outline.text.slice(Math.max(0, link.start - 40), link.start);
    if (NEWS_BEFORE.test(ahead)) return { url: link.url };
  }
  return null;
}
const MAX_BACK = 6000;

export const toldUnknown: SourceRule = {
  id: 'told-press',
  find(source) {
    const { context, site, sentence } = source;
    if (sentence === null) return null;
    const told = TOLD_NAME.exec(sentence.text);
    const known = told?.[1] === undefined ? null : introduced(source, told[1]);
    if (told?.[1] !== undefined && known !== null) {
      const at = sentence.start + told.index;
      return finding({ name: told[1], url: known.url, title: null }, 0.8, { start: at, end: at + told[0].length });
    }
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
    if (outlet !== null && site.isOwnOutlet(outlet)) return null;
    const start = sentence.start + match.index;
    return finding({ name: outlet?.name ?? full, url: null, title: null }, 0.75, { start, end: start + match[0].length });
  },
};
