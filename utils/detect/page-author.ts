import { overlapping, type PageOutline } from './page-outline.ts';
import type { PageRegions } from './regions.ts';

const BYLINE = /(?:^|[\s_-])(?:author|byline|by-line|entry-author|author-name|autor|auteur|p-author|fn|post-author|vcard)(?:$|[\s_-])/i;
const LEADING = /^(?:posted |written |published |story |words |text )?(?:by|von|par|por|di)[:\s]+/iu;
const MAX_NAME = 60;
const NAME = /^[\p{L}\p{M}\d.’'@_-]+(?: [\p{L}\p{M}\d.’'&_-]+){0,4}$/u;

/** A name without "by" before and role, date or "says:" after it; null when what is left is no name. */
export function cleanName(raw: string): string | null {
  const name = raw
    .replace(/\s+/g, ' ')
    .trim()
    // A name that is there twice, once for machines: "Jane DoeJane Doe".
    .replace(/^(.{3,60})\s?\1$/u, '$1')
    .replace(LEADING, '')
    .replace(/[\s,|•·:]+(?:says|said|wrote|writes|schrieb|sagt|a écrit|dice|dit)?\s*:?$/iu, '')
    .split(/\s*[|•·\n(]\s*|,\s|\s+(?:on|at|am|le|el)\s+\d|\s+and\s+|\s+&\s+|\s+says\b/u)[0]
    ?.trim();
  if (name === undefined || name === '' || name.length > MAX_NAME || !NAME.test(name) || /^https?:/i.test(name)) return null;
  return name;
}

/** Who wrote the page: its metadata, its JSON-LD, else the byline of the article. Null when it does not say. */
export function pageAuthor(outline: PageOutline, regions: PageRegions): string | null {
  const { metadata } = outline.page;
  for (const raw of [...metadata.authors, ...metadata.jsonLd.flatMap(jsonLdAuthors)]) {
    const name = cleanName(raw);
    if (name?.includes(' ')) return name;
  }
  for (const [i, element] of outline.elements.entries()) {
    if (element.names === undefined || element.end - element.start > 120 || !BYLINE.test(element.names)) continue;
    if (regions.region[i] === 'comment') continue;
    const name = cleanName(outline.text.slice(element.start, element.end).split('\n')[0] ?? '');
    if (name?.includes(' ')) return name;
  }
  for (const raw of metadata.authors) {
    const name = cleanName(raw);
    if (name !== null) return name;
  }
  return nickOfPost(outline, regions);
}

const NICK = /^(?:author|username|hnuser|fn|post-author|author-name)$/i;
const NOBODY = /^(?:admin|administrator|staff|editor|redaktion|guest|author|anonym\w*|by|von|par)$/i;

/** Who opened a thread: outside the comments one element names an author by a nick. */
function nickOfPost(outline: PageOutline, regions: PageRegions): string | null {
  for (const [i, element] of outline.elements.entries()) {
    if (element.names === undefined || element.end - element.start > MAX_NAME || regions.region[i] !== 'article') continue;
    if (!element.names.split(/\s+/).some((name) => NICK.test(name))) continue;
    const name = cleanName(outline.text.slice(element.start, element.end));
    if (name !== null && !NOBODY.test(name)) return name;
  }
  return null;
}

/** Names of authors in a block of JSON-LD, however deep; none when it is not JSON. */
function jsonLdAuthors(json: string): string[] {
  if (json.length > 500_000) return [];
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return []; // Pages hold broken JSON-LD; that says nothing about the author.
  }
  const names: string[] = [];
  const queue: unknown[] = [value];
  for (let i = 0; i < queue.length && i < 5000; i++) {
    const node = queue[i];
    if (Array.isArray(node)) queue.push(...node.slice(0, 500));
    else if (typeof node === 'object' && node !== null)
      for (const [key, child] of Object.entries(node)) {
        if (key === 'author' || key === 'creator') names.push(...namesIn(child));
        else if (typeof child === 'object') queue.push(child);
      }
  }
  return names;
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(namesIn);
  if (typeof value === 'object' && value !== null && 'name' in value) {
    const type = '@type' in value ? String(value['@type']) : '';
    return typeof value.name === 'string' && !/organi[sz]ation/i.test(type) ? [value.name] : [];
  }
  return [];
}

const COMMENTER =
  /(?:^|[\s_-])(?:fn|author|authorname|comment-?author|commentauthor|author-?name|username|user-?name|user|commenter|commentor(?:-info)?|poster|hnuser|post-?byline|post_author|trigger-user-card|postprofile|nick(?:name)?|comment[-_]author[-_]name|comment-user|.*comment__username|byline)(?:$|[\s_-])/i;
const POSTED_BY =
  /^(?:posted|comment(?:ed)?|written|von|par|por|by|geschrieben)\s*(?:by|von|par|por)?\s*:?\s+(.{1,60}?)(?:\s+(?:at|on|am|le|el|\|)\s|,|$)/iu;

/** Who wrote a comment: the element named for it, else a line "posted by X at …". */
export function commentAuthor(outline: PageOutline, comment: number): string | null {
  const item = outline.elements[comment];
  if (item === undefined) return null;
  const end = outline.after[comment] ?? comment + 1;
  for (let i = comment + 1; i < end; i++) {
    const element = outline.elements[i];
    if (element === undefined || element.names === undefined || element.end - element.start > 120) continue;
    if (!COMMENTER.test(element.names)) continue;
    const name = cleanName((outline.text.slice(element.start, element.end).split('\n')[0] ?? '').trim());
    if (name !== null) return name;
  }
  const paragraphs = overlapping(outline.paragraphs, item);
  for (const paragraph of [paragraphs[0], paragraphs.at(-1), paragraphs[1], paragraphs.at(-2)]) {
    if (paragraph === undefined) continue;
    const match = POSTED_BY.exec(outline.text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 150)));
    const name = match?.[1] === undefined ? null : cleanName(match[1]);
    if (name !== null) return name;
  }
  return null;
}
