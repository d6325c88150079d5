import { hostWithoutPort, isHttp, isRoute, type KeyParts, keyParts, pageKey, portOf } from './page-key.ts';
import { archivedCopy, behindAmpCache, isArticlePath, plainHost } from './page-variants.ts';

/** What the page says its own address is, and what it said before. */
export interface Canonical {
  /** `<link rel=canonical>` as written; resolved against the URL. */
  href: string | null;
  /** An earlier route of the same document (single-page apps): a canonical that did not move along with the route says nothing about it. */
  before?: { url: string; href: string | null } | undefined;
}

/**
 * The canonical URL where it deserves trust, else null. Templates get it wrong in well-known ways: they name the home page or the
 * section, the first page of a series, the address without the parameter that names the text, the original of a translation, another text, or stay
 * behind when a single-page app changes its route. Then annotations would show on a page that does not hold their words, which is worse
 * than missing them under another address (the reader can join pages by hand): in doubt it is null.
 * A foreign site's canonical is never taken: a page could otherwise call up the annotations of another.
 */
export function trustedCanonical(url: string, { href, before }: Canonical): string | null {
  if (href === null || href.trim() === '' || !URL.canParse(href, url) || !URL.canParse(url)) return null;
  const page = behindAmpCache(new URL(url));
  const claimed = new URL(href, url);
  if (!isHttp(page) || !isHttp(claimed) || claimed.username !== '' || claimed.password !== '') return null;
  if (archivedCopy(page) !== null) return null; // the head of a copy is that of the original
  if (isRoute(page.hash) && page.hash !== claimed.hash) return null;
  const moved = movedSince(before, url);
  if (moved && sameUrl(before?.href ?? null, before?.url ?? '', claimed)) return null;
  claimed.hash = isRoute(claimed.hash) ? claimed.hash : '';
  if (isDoubtful(page, claimed, moved && before?.href != null)) return null;
  return claimed.href;
}

const movedSince = (before: Canonical['before'], url: string): boolean => before !== undefined && pageKey(before.url) !== pageKey(url);
const sameUrl = (href: string | null, base: string, other: URL): boolean =>
  href !== null && URL.canParse(href, base) && new URL(href, base).href === other.href;

interface Side extends KeyParts {
  segments: string[];
  parameters: URLSearchParams;
  /** Letters and numbers of the path, in lower case. */
  tokens: string[];
}

function sideOf(url: URL): Side {
  const parts = keyParts(url);
  const segments = parts.path.toLowerCase().split('/').slice(1);
  return { ...parts, segments, tokens: tokensOf(parts.path), parameters: new URLSearchParams(parts.query) };
}

const tokensOf = (path: string): string[] => path.toLowerCase().match(/\p{N}+|[^\p{N}\s/\-_.,;:~+]+/gu) ?? [];

/** `isKept`: the page's canonical was seen to change along with its route. */
function isDoubtful(pageUrl: URL, claimedUrl: URL, isKept: boolean): boolean {
  const page = sideOf(pageUrl);
  const claimed = sideOf(claimedUrl);
  if (claimed.path === '' && claimed.query === '' && claimed.route === '' && (page.path !== '' || page.query !== '')) return true; // the home page
  if (siteOf(pageUrl) !== siteOf(claimedUrl)) return !isMirror(page, claimed);
  if (page.path === claimed.path && page.query === claimed.query) return false;
  return (
    speaksAnotherLanguage(page, claimed) ||
    dropsWhatNames(page, claimed, isKept) ||
    isAncestor(page, claimed) ||
    differsInNumbers(page, claimed) ||
    isOtherVersion(page, claimed) ||
    !namesTheSame(page, claimed, pageUrl)
  );
}

/** Host without the labels of its variants, with the port. */
const siteOf = (url: URL): string => plainHost(hostWithoutPort(url)) + portOf(url);

/** `eu.example.org/2025/11/an-article` for `example.org/2025/11/an-article`: an edition's host with the very same articles. */
function isMirror(page: Side, claimed: Side): boolean {
  const label = page.host.endsWith(`.${claimed.host}`) ? page.host.slice(0, -claimed.host.length - 1) : '';
  const isEdition = /^[a-z-]+$/.test(label) && (label === 'eu' || label === 'uk' || !isLanguage(label));
  return isEdition && page.path === claimed.path && page.query === claimed.query && isArticlePath(page.path);
}

/** ISO 639-1, those that pages are published in. `uk` may be the country or Ukrainian: in doubt the latter. */
const LANGUAGES = new Set(
  (
    'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ' +
    'ml mn mr ms my nb ne nl nn no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh'
  ).split(' '),
);
const isLanguage = (text: string): boolean => LANGUAGES.has(text.replace(/[-_](?:[a-z]{2}|\d{3}|[a-z]{4})$/, ''));
const LANGUAGE_NAMES = /^(?:lang|language|hl|locale|lng|lg|setlang|uselang)$/i;

function speaksAnotherLanguage(page: Side, claimed: Side): boolean {
  const languagesOf = ({ segments, parameters }: Side): string =>
    [
      ...segments.filter((segment) => isLanguage(segment)),
      /[._-]([a-z]{2})(?:\.[a-z]{3,5})?$/.exec(segments.at(-1) ?? '')?.[1] ?? '',
      ...[...parameters].filter(([name]) => LANGUAGE_NAMES.test(name)).map(([, value]) => value.toLowerCase()),
    ]
      .filter((text) => isLanguage(text))
      .join();
  return languagesOf(page) !== languagesOf(claimed);
}

/** They choose a part or a state of the document, wherever they stand. */
const PART_NAMES =
  /^(?:page|pg|pn|paged|pagenum|page_?no|start|offset|skip|seite|pagina|part|teil|chapter|oldid|rev|revision|version|diff|action)$/i;
/** They name the document itself, or what is listed; unless the value is that of a campaign (`cid=sm_npd_tw`). */
const NAMING =
  /^(?:.*id|[avpq]|article|story|doc|item|news|no|nr|num|par|date|year|month|query|search|keyword|title|name|slug|section|tab)$/i;
/** They change how a thing looks, not which one. */
const LOOK_NAMES = /^(?:variant|colou?r|size|sort|order|share|replytocom|from|via|highlight|theme)$/i;

/** The canonical leaves out, or changes, a parameter that names the text or a part of it. */
function dropsWhatNames(page: Side, claimed: Side, isKept: boolean): boolean {
  const dropped = [...page.parameters].filter(([name, value]) => claimed.parameters.get(name) !== value);
  if (dropped.some(([name]) => PART_NAMES.test(name))) return true;
  if (page.path !== claimed.path) return false; // `?p=123` for `/a-slug` is what canonicals are for
  if (dropped.some(([name]) => claimed.parameters.has(name))) return true;
  const names = ([name, value]: [string, string]): boolean => NAMING.test(name) && !/^[a-z]+(?:_[a-z]+)+$/i.test(value);
  const name = nameOf(page);
  if (/\d{6,}/.test(name)) return false; // a number that long names the text already
  if (isArticlePath(page.path) || idsOf(page).length > 0) return dropped.some(names);
  if (wordsIn(name).length >= 3) return dropped.some((each) => names(each) || each[0].length < 3);
  const kept = page.parameters.size - dropped.length; // `watch?v=abc&index=4` for `watch?v=abc`
  return dropped.some((each) => names(each) || !(LOOK_NAMES.test(each[0]) || isKept || hasName(claimed, kept)));
}

const hasName = ({ parameters }: Side, kept: number): boolean => kept > 0 && [...parameters.keys()].some((name) => NAMING.test(name));

const OTHER_FORM = /^(?:amp|amphtml|print|printable|printer|druck|drucken|imprimir|imprimer|mobile|m)$/;

/** The canonical is a part of the page's own path: a section, a thread, the first page. Good only where what is left out names another form. */
function isAncestor(page: Side, claimed: Side): boolean {
  const { length } = claimed.segments;
  if (length >= page.segments.length || claimed.segments.some((segment, i) => segment !== page.segments[i])) return false;
  const rest = page.segments.slice(length);
  const isPermalink = rest.every((segment) => /^\d{4,}$/.test(segment)) && /\d{3}/.test(claimed.path);
  return !isPermalink && !rest.every((segment) => OTHER_FORM.test(segment));
}

const isNumber = (token: string): boolean => /^\p{N}+$/u.test(token);
const isPart = (token: string): boolean => isNumber(token) || /^(?:p|page|seite|pagina|part|teil|folge|v|ver|rev)$/.test(token);

/** Days stand in the path of articles, and may be left out: `/2025/11/18/slug` for `/slug`. */
const DAY = /\/((?:19|20)\d\d(?:\/(?:0?[1-9]|1[0-2])(?:\/[0-3]?\d)?)?)(?=\/)/;

/** The words are the same and the numbers are not: part 2 for part 1, picture 5 for picture 1, another version, another day. */
function differsInNumbers(page: Side, claimed: Side): boolean {
  const dayOf = ({ path }: Side): string => DAY.exec(path)?.[1] ?? '';
  const [day, claimedDay] = [dayOf(page), dayOf(claimed)];
  if (!day.startsWith(claimedDay) && !claimedDay.startsWith(day)) return true;
  const [a, b] = [tokensOf(page.path.replace(DAY, '')), tokensOf(claimed.path.replace(DAY, ''))];
  const words = (tokens: string[]): string => tokens.filter((token) => !isPart(token)).join();
  const parts = (tokens: string[]): string => tokens.filter(isPart).join();
  if (words(a) !== words(b) || parts(a) === parts(b)) return false;
  const isShortened = claimed.segments.length < page.segments.length && claimed.segments.every((each, i) => each === page.segments[i]);
  return !isShortened; // `isAncestor` has judged that
}

const CURRENT = new Set(['stable', 'latest', 'current', 'master', 'main', 'head', 'dev']);
const isOtherVersion = (page: Side, claimed: Side): boolean =>
  claimed.tokens.some((token) => CURRENT.has(token) && !page.tokens.includes(token)) && page.tokens.some(isNumber);

/** Numbers and codes by which a site tells its texts apart: `4711`, `rcna12345`; no years. */
const idsOf = ({ path }: Side): string[] =>
  (path.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => (/^\d{3,}$/.test(word) && !/^(?:19|20)\d\d$/.test(word)) || (word.length >= 6 && /\d/.test(word) && /\p{L}/u.test(word)),
  );

const FILE_TYPE = /\.(?:html?|php|aspx?|jsp|shtml|amp)$/;
const nameOf = ({ segments }: Side): string => (segments.findLast((segment) => !OTHER_FORM.test(segment)) ?? '').replace(FILE_TYPE, '');
const wordsIn = (name: string): string[] => name.split(/[-_.,~+]+/).filter((word) => /\p{L}{2}/u.test(word));

/** Addresses that name by number only say nothing that could be compared: then it must be an article's address that stands for them. */
const PLAIN_WORDS =
  /^(?:s|p|a|c|n|id|node|story|stories|article|artikel|item|post|page|news|content|view|show|read|index|amp|print|printpage|mobile|short|go|doc|document|wiki|w)$/;

/** Something in both addresses says that they name the same text. */
function namesTheSame(page: Side, claimed: Side, url: URL): boolean {
  if (page.path === claimed.path) return true; // the parameters were judged
  if (claimed.segments.every((segment, i) => segment === page.segments[i])) return true; // `isAncestor` has judged what is left out
  const [own, other] = [nameOf(page), nameOf(claimed)];
  const [words, otherWords] = [wordsIn(own), wordsIn(other)];
  const ids = idsOf(claimed);
  const shared = idsOf(page).filter((id) => ids.includes(id));
  // `/4711/opinion` is not `/4711/dissent`; `/4711/a-title` may be `/4711/another-title`.
  const standsFor = (name: string, its: string[]): boolean => its.length >= 2 || shared.some((id) => name.includes(id));
  if (shared.length > 0 && (own === other || (standsFor(own, words) && standsFor(other, otherWords)))) return true;
  const isForm =
    page.segments.some((segment) => OTHER_FORM.test(segment)) || siteOf(url) !== hostWithoutPort(url).replace(/^www\./, '') + portOf(url);
  if (own === other && (words.length >= 2 || isForm)) return true;
  const [short, long] = words.length < otherWords.length ? [words, otherWords] : [otherWords, words];
  if (short.length >= 3 && short.every((word) => long.includes(word))) return true;
  if ([...page.parameters.values()].some((value) => value.toLowerCase() === other && other !== '')) return true;
  const plain = page.tokens.every((token) => isNumber(token) || PLAIN_WORDS.test(token) || FILE_TYPE.test(`.${token}`));
  const isNumbered = page.tokens.some(isNumber) || [...page.parameters.values()].some((value) => /\d/.test(value));
  return plain && isNumbered && (isArticlePath(claimed.path) || ids.length > 0 || otherWords.length >= 2);
}
