import { pickLink } from './pick-link.ts';
import { finding, type SourceRule } from './source-context.ts';

const TWEETS =
  /^(?:(?:re)?tweet(?:s|ed|ing)?|twittert?e?|getwittert|tweet(?:e|é|a|ait)|twitt(?:e|é|a|ait)|tuite(?:ó|a|ado|ar|ando)|tuit(?:ó|eó)|twitte(?:ó|ou))$/iu;

/** [S35] The verb names the platform: `Price tweeted: “…”`. */
export const postingVerb: SourceRule = {
  id: 'posting-verb',
  find({ sentence, item }) {
    const { cue } = item.speech;
    if (cue === null || !TWEETS.test(cue) || item.speech.mention === null) return null;
    const link = sentence === null ? null : (pickLink(sentence, null, 0)?.link ?? null);
    if (link !== null && link.outlet !== null && link.outlet.kind !== 'platform') return null;
    return finding({ name: 'Twitter', url: link?.url ?? null, title: null }, 0.8, item.speech.evidence);
  },
};
