import { pickLink } from './pick-link.ts';
import { finding, type SourceRule } from './source-context.ts';

const DOCUMENT =
  /(?:^|\s)(?:Charter|Constitution|Treaty|Declaration|Bible|Qur[’']?an|Koran|Torah|Talmud|Covenant|Convention|Gospel|Manifesto|Magna Carta|Basic Law|Grundgesetz|Verfassung|Charta|Konvention|Bibel|Koran|Constitución|Carta|Biblia|Charte|Convention)$/u;

/** [S26] A document with a name of its own speaks: `The U.N. Charter says “…”`. It is where a reader can look it up. */
export const documentSpeaks: SourceRule = {
  id: 'document-speaks',
  find({ item, sentence }) {
    const speaker = item.speech.speaker?.replace(/^(?:the|die|das|der|la|le|el)\s+/iu, '') ?? '';
    if (!DOCUMENT.test(speaker) || !/^\p{Lu}/u.test(speaker)) return null;
    const link = sentence === null ? null : (pickLink(sentence, null, 0)?.link ?? null);
    return finding({ name: speaker, url: link?.url ?? null, title: null }, 0.8, item.speech.evidence);
  },
};
