import { Authenticity, type Body, type Claim, type Evidence, QuotationBody, Veracity } from '../../domain/annotation.ts';
import { CheckRecord } from '../../domain/check.ts';
import { QuotationKind, Region, type Source } from '../../domain/quotation.ts';
import { nameBasedUuid } from './name-based-uuid.ts';
import { iriOf, listOf, property, textOf } from './reader.ts';
import { claimIdOf } from './vocabulary.ts';

/** A body as ours; none for what we have no place for (pictures, links). A textual body that is no tag is a note. */
export function readBody(body: unknown): Body[] {
  const text = textOf(body);
  if (text !== null) return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) ? [] : note(text);
  const source = property(body, 'source');
  if (isType(source, 'schema:Claim')) return readClaim(source);
  if (isType(source, 'schema:Quotation')) return [readQuotation(source)];
  if (property(source, 'saidso:check') !== undefined) return readEvidence(source);
  const value = textOf(property(body, 'value'));
  if (value === null) return [];
  return listOf(property(body, 'purpose')).includes('tagging') ? tag(value) : note(value);
}

const isType = (value: unknown, type: string): boolean => listOf(property(value, 'type')).includes(type);

const note = (value: string): Body[] =>
  value === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value }];

const tag = (value: string): Body[] => (value === '' ? [] : [{ type: 'TextualBody', purpose: 'tagging', value }]);

function readClaim(source: unknown): Claim[] {
  const text = textOf(property(source, 'schema:text'));
  if (text === null || text === '') return [];
  const id = iriOf(source);
  return [
    {
      type: 'Claim',
      purpose: 'describing',
      id: id === null ? nameBasedUuid(text) : claimIdOf(id),
      text,
      author: nameOf(property(source, 'schema:author')),
      date: textOf(property(source, 'schema:dateCreated')),
      assessment: {
        authenticity: Authenticity.safeParse(property(source, 'saidso:authenticity')).data ?? null,
        veracity: Veracity.safeParse(property(source, 'saidso:veracity')).data ?? null,
      },
    },
  ];
}

function readQuotation(source: unknown): QuotationBody {
  const confidence = property(source, 'saidso:confidence');
  return {
    type: 'Quotation',
    purpose: 'identifying',
    kind: QuotationKind.safeParse(property(source, 'saidso:kind')).data ?? null,
    region: Region.safeParse(property(source, 'saidso:region')).data ?? null,
    speaker: nameOf(property(source, 'schema:creator')),
    mention: textOf(property(source, 'saidso:mention')),
    cue: textOf(property(source, 'saidso:cue')),
    source: readSource(property(source, 'schema:isBasedOn')),
    rule: textOf(property(source, 'saidso:rule')) ?? 'reader',
    confidence: typeof confidence === 'number' ? confidence : 1,
    ...readOwn(source),
  };
}

/** Fields that may be missing, and that nobody else writes. */
function readOwn(source: unknown): Partial<QuotationBody> {
  const { links, why, correction, part } = QuotationBody.shape;
  const found = {
    links: links.safeParse(literalOf(source, 'saidso:links')).data,
    why: why.safeParse(literalOf(source, 'saidso:why')).data,
    correction: correction.safeParse(property(source, 'saidso:correction')).data,
    part: part.safeParse(property(source, 'saidso:part')).data,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

const literalOf = (node: unknown, key: string): unknown => property(property(node, key), '@value');

/** Only what we wrote ourselves is a check that can be made again. */
function readEvidence(source: unknown): Evidence[] {
  const record = CheckRecord.safeParse(literalOf(source, 'saidso:check'));
  if (!record.success) return [];
  const id = iriOf(source)?.replace(/^urn:uuid:/, '') ?? nameBasedUuid(record.data.reading.sha256 + record.data.reading.accessed);
  return [{ ...record.data, type: 'Evidence', purpose: 'linking', id }];
}

const nameOf = (value: unknown): string | null => textOf(value) ?? textOf(property(value, 'schema:name'));

function readSource(value: unknown): Source | null {
  const name = nameOf(property(value, 'schema:publisher'));
  return name === null ? null : { name, url: textOf(property(value, 'schema:url')), title: textOf(property(value, 'schema:name')) };
}
