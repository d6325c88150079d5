import type { Lexicon } from './lexicon.ts';
import type { Link, Mention } from './mention.ts';
import type { Scene } from './scene.ts';

/** What was decided for the quotation before, so that a running speech keeps its speaker. */
export interface Previous {
  /** Token of that quotation. */
  quote: number;
  mention: Mention | null;
}

export interface Setting {
  scene: Scene;
  lexicon: Lexicon;
  /** Token of the quotation. */
  q: number;
  candidates: Mention[];
  previous: Previous | null;
}

const cap = (n: number, most: number): number => Math.min(n, most);
const NP = "DpXTLOMN#'";

/** The tokens between two places as a short pattern; noun phrases are one `n`, days and adverbs left out. */
function pathBetween(scene: Scene, start: number, to: number): string {
  const { tag, low } = scene.tokens;
  let path = '';
  // A comma set outside the marks, as most of Europe does, counts like the American one inside.
  const from = tag[start - 1] === 'Q' && tag[start] === ',' ? start + 1 : start;
  for (let i = from; i < to; i++) {
    const c = tag[i] ?? '';
    if (c === 't' || c === 'a' || (c === ',' && /^da(?:ss|ß)$/.test(low[i + 1] ?? ''))) continue;
    const shown = NP.includes(c) ? 'n' : c === 'h' || c === 'H' ? 'H' : c;
    if (shown === 'n' && path.endsWith('n')) continue;
    path += shown;
    if (path.length > 6) return 'long';
  }
  return path;
}

export interface PlacedLink {
  link: Link;
  side: 'b' | 'f';
  /** Sentences and quotations between cue and quotation. */
  sentences: number;
  quotes: number;
  path: string;
  /** Read as if the subject stood before its verb. */
  turned: boolean;
}

/** The cue of the mention that stands closest to the quotation, in sentences first. */
export function closestLink(scene: Scene, mention: Mention, q: number): PlacedLink | null {
  const { tokens: t, quotesBefore } = scene;
  let best: PlacedLink | null = null;
  let bestCost = Infinity;
  for (const link of mention.links) {
    const back = link.cue < q;
    const [a, b] = back ? [link.cue, q] : [q, link.cue];
    const sentences = cap(Math.abs((t.sentence[a] ?? 0) - (t.sentence[b] ?? 0)), 3);
    const quotes = cap((quotesBefore[b] ?? 0) - (quotesBefore[a + 1] ?? 0), 3);
    const cost = sentences * 8 + quotes * 6 + (link.kind === 'object' ? 5 : 0) + cap(b - a, 30) / 10;
    if (cost >= bestCost) continue;
    bestCost = cost;
    const fronted = link.kind === 'inverted' && back && !answersQuote(scene, link.cue);
    // "explique-t-elle" is to the model what "she explained" is: English, where it learned, does not turn pronouns round.
    const turned = link.kind === 'inverted' && !back && mention.type === 'H';
    const from = fronted ? Math.max(a, mention.end - 1) : a;
    const path = sentences > 1 ? 'far' : pathBetween(scene, from + 1, b) + (turned ? 'H' : '');
    best = {
      link: fronted || turned ? { ...link, kind: 'subject' } : link,
      side: back ? 'b' : 'f',
      sentences,
      quotes,
      path,
      turned: fronted || turned,
    };
  }
  return best;
}

/** Whether the cue stands behind a quotation of its own. Where it does not, "sagte X: Q" is to the model what "X said: Q" is in English. */
function answersQuote(scene: Scene, cue: number): boolean {
  const { tag } = scene.tokens;
  let i = cue - 1;
  while (i >= 0 && 'Vaht,'.includes(tag[i] ?? '')) i--;
  return tag[i] === 'Q';
}

/** What is seen of the quotation itself. */
export interface QuoteShape {
  words: string;
  start: 'u' | 'l' | 'o';
  end: string;
  previousTag: string;
  nextTag: string;
  titleCase: boolean;
  speechLike: boolean;
}

export function shapeOf({ scene, q, lexicon }: Pick<Setting, 'scene' | 'q' | 'lexicon'>): QuoteShape {
  const { tokens: t, text } = scene;
  const quoted = text.slice(t.start[q], Math.min(t.end[q] ?? 0, (t.start[q] ?? 0) + 400));
  const words = quoted.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const n = words.length;
  let capitals = 0;
  let live = 0;
  for (const word of words) {
    if (/^[\p{Lu}\p{N}]/u.test(word)) capitals++;
    const tag = lexicon.tags.get(word.toLowerCase());
    if (tag === 'V' || tag === 'H' || tag === 'h') live++;
    else if (word.length < 4) capitals += 0.8;
  }
  const first = /[\p{L}\p{N}]/u.exec(quoted)?.[0] ?? '';
  const last =
    text
      .slice(Math.max(t.start[q] ?? 0, (t.end[q] ?? 0) - 3), t.end[q])
      .trimEnd()
      .at(-1) ?? '';
  const outside = ',.'.includes(t.tag[q + 1] ?? 'B') && !/[,.!?…—–;:-]/.test(last);
  const end = outside ? (t.tag[q + 1] ?? '') : last;
  return {
    words: n < 6 ? String(n) : n < 9 ? '6-8' : n < 15 ? '9-14' : '15+',
    start: /\p{Lu}/u.test(first) ? 'u' : /\p{Ll}/u.test(first) ? 'l' : 'o',
    end: end === '!' || end === '?' ? '!' : end === ',' || end === '.' ? end : '…—–-;:'.includes(end) ? '-' : 'x',
    previousTag: t.tag[q - 1] ?? 'B',
    nextTag: t.tag[outside ? q + 2 : q + 1] ?? 'B',
    titleCase: n > 1 && capitals / n > 0.85,
    speechLike: live > 0,
  };
}

/** Features of each candidate, and last of the answer "nobody". */
export function featuresOf(setting: Setting): string[][] {
  const { scene, q, candidates } = setting;
  const shape = shapeOf(setting);
  const placed = candidates.map((mention) => closestLink(scene, mention, q));
  const own = placed.map(isOwn);
  const strong = own.includes('strong') ? 'strong' : own.includes('weak') ? 'weak' : 'none';
  const rows = candidates.map((mention, i) => candidateFeatures(setting, shape, mention, placed[i] ?? null, i, own[i] ?? 'none', strong));
  rows.push(nobodyFeatures(setting, shape, strong, placed));
  return rows;
}

/** Whether a cue stands in the quotation's own sentence with no other quotation between. */
function isOwn(link: PlacedLink | null): 'strong' | 'weak' | 'none' {
  if (link === null || link.sentences > 0 || link.quotes > 0 || link.link.kind === 'object') return 'none';
  return 'SGA:-'.includes(link.link.tag) ? 'strong' : 'weak';
}

function candidateFeatures(
  { scene, q, candidates, previous }: Setting,
  shape: QuoteShape,
  m: Mention,
  link: PlacedLink | null,
  index: number,
  own: string,
  strong: string,
): string[] {
  const { tokens: t, quotesBefore } = scene;
  const side = m.start < q ? 'b' : 'f';
  const pd = cap(Math.abs((t.paragraph[m.start] ?? 0) - (t.paragraph[q] ?? 0)), 3);
  const sd = cap(Math.abs((t.sentence[m.start] ?? 0) - (t.sentence[q] ?? 0)), 3);
  const [a, b] = side === 'b' ? [m.start, q] : [q, m.start];
  const qb = cap((quotesBefore[b] ?? 0) - (quotesBefore[a + 1] ?? 0), 3);
  const place = `${side}${pd}${sd}${qb}`;
  const kind = link === null ? 'no' : link.link.kind;
  const kt = link === null ? 'no' : `${kind}${link.link.tag}`;
  const cuePlace = link === null ? '' : `${link.side}${link.sentences}${link.quotes}`;
  // A subject turned behind its verb is seen where English would have it: at the clause's start.
  const turned = link?.turned === true;
  const prevTag = turned ? '.' : (t.tag[m.start - 1] ?? 'B');
  const nth = side === 'b' ? candidates.filter((c) => c.start < q).length - index : index - candidates.filter((c) => c.start < q).length;
  const distance = Math.abs(m.start - q) - (side === 'f' && t.tag[q + 1] === ',' ? 1 : 0);
  const bucket = distance < 4 ? String(distance) : distance < 8 ? '4-7' : distance < 16 ? '8-15' : distance < 32 ? '16-31' : '32+';
  const f = [
    `type ${m.kind}`,
    `place ${place}`,
    `type+place ${m.kind} ${side}${sd}`,
    `link ${kt}`,
    `link+cue ${kt} ${cuePlace}`,
    `type+link ${m.kind} ${kind} ${cuePlace}`,
    `link+place ${kind} ${place}`,
    `nth ${side}${cap(nth, 5)} ${kind}`,
    `distance ${side} ${bucket} ${kind === 'no' ? 'no' : 'link'}`,
    `inside ${m.inside} ${kind}`,
    `verb ${m.verb || turned} ${side}${sd}`,
    `before ${prevTag} ${side}${sd}`,
    `before+link ${prevTag} ${kind}`,
    `start ${shape.start} ${kt} ${cuePlace}`,
    `end ${shape.end} ${kind} ${cuePlace}`,
    `prev ${shape.previousTag} ${kind} ${cuePlace} ${side}${sd}`,
    `next ${shape.nextTag} ${kind} ${cuePlace} ${side}${sd}`,
    `words ${shape.words} ${own}`,
    `rival ${own} of ${strong} ${side}${sd}`,
    `rival+type ${own} of ${strong} ${m.kind}`,
  ];
  if (link !== null) {
    f.push(
      `path ${kt} ${link.side} ${link.path}`,
      `path+type ${m.kind} ${kind} ${link.side} ${link.path}`,
      `path+end ${kind} ${link.side} ${link.path} ${shape.end}${shape.start}`,
    );
    if (link.sentences === 0 && 'SWGKNM'.includes(link.link.tag)) f.push(`word ${t.low[link.link.cue]} ${link.quotes} ${kind}`);
  } else f.push(`own path ${side} ${sd > 1 ? 'far' : pathBetween(scene, side === 'b' ? m.end : q + 1, side === 'b' ? q : m.start)}`);
  if (previous !== null) {
    const gap = `${cap((t.paragraph[q] ?? 0) - (t.paragraph[previous.quote] ?? 0), 2)}${cap((t.sentence[q] ?? 0) - (t.sentence[previous.quote] ?? 0), 3)}`;
    const same = previous.mention === m ? 'same' : previous.mention === null ? 'nobody' : 'other';
    f.push(
      `previous ${same} ${gap} ${own} of ${strong}`,
      `previous+path ${same} ${cap(q - previous.quote, 9)} ${shape.previousTag}`,
      `previous+type ${same} ${gap} ${m.type} ${side}`,
    );
    if (same === 'same')
      f.push(`continues ${pathBetween(scene, previous.quote + 1, q)}`, `continues+start ${shape.start} ${shape.previousTag} ${gap}`);
  }
  return f;
}

function nobodyFeatures(
  { scene, q, lexicon, candidates, previous }: Setting,
  shape: QuoteShape,
  strong: string,
  placed: readonly (PlacedLink | null)[],
): string[] {
  const { tokens: t } = scene;
  const before = t.low[q - 1] ?? '';
  const after = t.low[q + 1] ?? '';
  const naming = [1, 2, 3].some((k) => lexicon.naming.has(t.low[q - k] ?? '') && t.sentence[q - k] === t.sentence[q]);
  const works = [1, 2, 3].some((k) => lexicon.works.has(t.low[q - k] ?? '')) || [1, 2].some((k) => lexicon.works.has(t.low[q + k] ?? ''));
  const { words, start, end, previousTag: p, nextTag: n } = shape;
  const f = [
    'nobody',
    `n words ${words}`,
    `n strong ${strong} ${words}`,
    `n start ${start} ${words}`,
    `n end ${end} ${words}`,
    `n prev ${p}`,
    `n next ${n}`,
    `n prev+next ${p}${n}`,
    `n prev+strong ${p} ${strong}`,
    `n next+strong ${n} ${strong}`,
    `n shape ${p}${start}${end}${n}`,
    `n shape+words ${p}${start}${end} ${words}`,
    `n title ${shape.titleCase} ${strong} ${words}`,
    `n title+prev ${shape.titleCase} ${p}`,
    `n title+end ${shape.titleCase} ${end}`,
    `n live ${shape.speechLike} ${words}`,
    `n live+strong ${shape.speechLike} ${strong}`,
    `n naming ${naming} ${strong}`,
    `n works ${works} ${shape.titleCase} ${strong}`,
    `n candidates ${cap(candidates.length, 4)}`,
  ];
  // Only words of the cue lists: a table of others would be text of the articles it was learned from.
  if ('DPCVRapHWSGKA'.includes(p) && lexicon.tags.has(before)) f.push(`n before ${before}`, `n before+strong ${before} ${strong}`);
  if ('DPCVRaWSGK'.includes(n) && lexicon.tags.has(after)) f.push(`n after ${after}`);
  if (p === "'") f.push(`n possessor ${shape.titleCase} ${end}`);
  let best: PlacedLink | null = null;
  for (const link of placed) if (link !== null && link.sentences === 0 && (best === null || link.quotes < best.quotes)) best = link;
  if (best !== null) f.push(`n path ${best.link.kind}${best.link.tag} ${best.path}`, `n word ${t.low[best.link.cue] ?? ''}`);
  if (previous !== null) {
    const gap = `${cap((t.paragraph[q] ?? 0) - (t.paragraph[previous.quote] ?? 0), 2)}${cap((t.sentence[q] ?? 0) - (t.sentence[previous.quote] ?? 0), 2)}`;
    f.push(`n previous ${previous.mention === null} ${gap} ${strong}`, `n previous+words ${previous.mention === null} ${gap} ${words}`);
  } else f.push(`n first ${words} ${strong}`);
  if (t.paragraph[q] === 0) f.push(`n headline ${p}${n}`);
  return f;
}
