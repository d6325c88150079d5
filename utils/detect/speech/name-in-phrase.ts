import { isGivenName } from './given-names.ts';
import type { Mention } from './mention.ts';
import { fullest, type NameRun, nameRun, nameWords, runText } from './names.ts';
import type { Resolver } from './resolution.ts';
import type { Scene } from './scene.ts';

/** In German every noun has a capital: a name there has a first name, two words, or no article. */
export function plausible({ scene, names, lexicon }: Resolver, run: NameRun): boolean {
  if (lexicon.cues.language !== 'de') return true;
  const words = nameWords(runText(scene, run));
  if (words.length > 1 || run.title !== null) return true;
  if (fullest(names, words, null)?.person === true) return true;
  const { tag, low } = scene.tokens;
  const before = tag[run.start - 1] ?? 'B';
  return (
    !'DpL'.includes(before) &&
    !scene.lower.has(low[run.start] ?? '') &&
    !/(?:ung|heit|keit|schaft|tion|nis|tum|chen|ismus|erin|innen)$/.test(low[run.start] ?? '')
  );
}

/** "die Frauenrechtlerin und Pädagogin María Blandón": the first name later in the phrase, before a comma. */
export function namedLater(scene: Scene, mention: Mention): NameRun | null {
  const { tag, low } = scene.tokens;
  for (let i = mention.start; i < mention.end && i < mention.start + 12 && tag[i] !== ','; i++) {
    if (tag[i] !== 'X' || !isGivenName(low[i] ?? '')) continue;
    if (tag[i - 1] === 'P' && i > mention.start) return null;
    let end = i + 1;
    while (end < mention.end && tag[end] === 'X') end++;
    return end - i > 1 && tag[end] !== "'" ? nameRun(scene, i, end) : null;
  }
  return titledLater(scene, mention);
}

/** "Minister of Justice Stavros Kontonis": behind a bare title the last two words of the run are the name. */
function titledLater(scene: Scene, mention: Mention): NameRun | null {
  const { tag } = scene.tokens;
  if (!'TO'.includes(tag[mention.head.end - 1] ?? 'B') || tag[mention.head.start] === 'D') return null;
  if (tag[mention.head.end] !== 'P') return null;
  const run = runFrom(scene, mention.head.end + 1, mention.end);
  if (run === null || (run.end - run.start < 3 && run.title === null)) return null;
  return { ...run, start: Math.max(run.start, run.end - 2) };
}

/** "his spokesman, Brian Fallon,": the name that the comma introduces. */
export function nameInAppositive(scene: Scene, mention: Mention): ReturnType<typeof nameRun> {
  const { tag } = scene.tokens;
  for (let i = mention.head.end; i < mention.end; i++) {
    if (tag[i] !== ',') continue;
    if (i > mention.head.end && INDEFINITE.test(scene.tokens.low[mention.head.start] ?? '')) return null;
    let end = i + 1;
    while (end < mention.end && 'XT'.includes(tag[end] ?? '')) end++;
    return end - i > 2 ? nameRun(scene, i + 1, end) : null;
  }
  return null;
}

/** "Centre for Economic Policy Research": a body's name goes on over "for" and "of". */
export function wholeBody(scene: Scene, run: NameRun, most: number, name: string): string {
  const { tag, low, start, end } = scene.tokens;
  let to = run.end;
  while (to < most && /^(?:of|for|de|du|des|del|für|para)$/.test(low[to] ?? '')) {
    let next = to + (tag[to + 1] === 'D' ? 2 : 1);
    if (tag[next] !== 'X') break;
    while (next < most && (tag[next] === 'X' || (tag[next] === 'C' && tag[next + 1] === 'X'))) next++;
    to = next;
  }
  return to === run.end ? name : scene.text.slice(start[run.start], end[to - 1]);
}

/** "a study by the Centre for Economic Policy": the body's name up to the comma. */
export function bodyName(scene: Scene, start: number, most: number): string {
  let end = start;
  while (end < most && scene.tokens.tag[end] !== ',') end++;
  return scene.text.slice(scene.tokens.start[start], scene.tokens.end[end - 1]);
}

export function runFrom(scene: Scene, start: number, most: number): NameRun | null {
  let end = start;
  while (end < most && 'XT'.includes(scene.tokens.tag[end] ?? 'B')) end++;
  return nameRun(scene, start, end);
}

export const INDEFINITE =
  /^(?:an?|some|many|several|one|two|three|four|five|another|other|others|most|few|both|each|every|no|any|all|various|numerous|countless|multiple|certain|such|half|ein|eine|einer|einem|einen|viele|einige|manche|mehrere|un|une|des|plusieurs|certains|certaines|quelques|una|unos|unas|varios|varias|algunos|algunas|muchos|muchas)$/;
