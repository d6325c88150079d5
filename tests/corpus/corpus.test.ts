import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../cli/parse-html.ts';
import { allRules } from '../../utils/detect/all-rules.ts';
import { detectQuotations } from '../../utils/detect/detect-quotations.ts';
import { inlineSourceRules, setOffSourceRules } from '../../utils/detect/source/all-source-rules.ts';
import { readPage } from '../../utils/dom/read-page.ts';
import type { ReaderCase } from '../../utils/exchange/correction-case.ts';
import { judgeReaderCase } from './reader-case.ts';

/** What a page's `expected.json` holds; a field that is left out is not compared. */
interface Expected {
  kind: string;
  region: string;
  text: string;
  source: string | null;
  url: string | null;
  title?: string;
  speaker?: string | null;
  rule?: string;
  within?: number;
}

const folder = import.meta.dirname;
const slugs = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const fileOf = (slug: string): { quotes: Expected[] } => JSON.parse(readFileSync(join(folder, slug, 'expected.json'), 'utf8'));
const expectedOf = (slug: string): Expected[] => fileOf(slug).quotes;
/** What a reader's correction was exported as: it names what the reader judged, and says nothing of the rest of its page. */
const isReaders = (file: object): file is ReaderCase => 'reader' in file;

function detected(slug: string) {
  const tree = parseHtml(readFileSync(join(folder, slug, 'page.html'), 'utf8'));
  const { page } = readPage(tree, 'https://unknown.example/');
  page.url = page.metadata.canonical ?? page.url;
  page.base = page.url;
  return detectQuotations(page);
}

describe.each(slugs.filter((slug) => isReaders(fileOf(slug))))('%s', (slug) => {
  it('has what a reader said of its quotations', () => {
    const file = fileOf(slug);
    if (isReaders(file)) expect(judgeReaderCase(file, detected(slug))).toEqual(file);
  });
});

describe.each(slugs.filter((slug) => !isReaders(fileOf(slug))))('%s', (slug) => {
  it('has its quotations, with whose words and where from', () => {
    const expected = expectedOf(slug);
    const found = detected(slug);
    const compared = found.map((quotation, i) => {
      const wanted = expected[i];
      const { kind, region, text, source } = quotation;
      return {
        kind,
        region,
        text,
        source: source?.name ?? null,
        url: source?.url ?? null,
        ...(wanted?.title === undefined ? {} : { title: source?.title ?? null }),
        ...(wanted?.speaker === undefined ? {} : { speaker: quotation.speaker }),
        ...(wanted?.rule === undefined ? {} : { rule: quotation.rule }),
        ...(wanted?.within === undefined ? {} : { within: quotation.within }),
      };
    });
    expect(compared).toEqual(expected);
  });
});

it('has a case for each source rule', () => {
  const cases = new Set(slugs.flatMap((slug) => expectedOf(slug).flatMap((quote) => quote.rule ?? [])));
  const ids = [...setOffSourceRules, ...inlineSourceRules].map((rule) => rule.id);
  expect(ids.filter((id) => !cases.has(id))).toEqual([]);
});

it('has a kind for each detection rule', () => {
  expect(allRules.map((rule) => rule.id).sort()).toEqual([...new Set(allRules.map((rule) => rule.id))].sort());
});
