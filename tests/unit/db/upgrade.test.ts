import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { fromRow, toRow } from '../../../utils/db/annotation-row.ts';
import { correctionOf, correctionRow } from '../../../utils/db/correction-row.ts';
import { type AnnotationRow, SaidsoDatabase } from '../../../utils/db/database.ts';
import { documentRow } from '../../../utils/db/document-row.ts';
import { LastAnchor } from '../../../utils/domain/anchor.ts';
import { Annotation } from '../../../utils/domain/annotation.ts';
import { CheckJob } from '../../../utils/domain/check-job.ts';
import { Correction } from '../../../utils/domain/correction.ts';
import { JoinedDocument } from '../../../utils/domain/joined-document.ts';

// Each file is all of a database as the release with that version wrote it: schema and rows. A new version adds a dump and
// never changes an old one.
const folder = join(import.meta.dirname, '../../dumps');
interface Dump {
  name: string;
  version: number;
  stores: Record<string, string>;
  tables: Record<string, { id?: string; annotationId?: string }[]>;
}
const dumps = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): Dump => JSON.parse(readFileSync(join(folder, name), 'utf8')));

async function restored({ version, stores, tables }: Dump): Promise<SaidsoDatabase> {
  const name = `upgrade-from-${version}`;
  const old = new Dexie(name);
  old.version(version).stores(stores);
  for (const [table, rows] of Object.entries(tables)) await old.table(table).bulkAdd(rows);
  old.close();
  return new SaidsoDatabase(name);
}

let database: SaidsoDatabase | null = null;
afterEach(() => database?.delete());

describe('a database of an earlier version', () => {
  it('stands in the dumps for every version there is', () => {
    const { verno } = new SaidsoDatabase('unopened');
    expect(dumps.map(({ version }) => version).sort((a, b) => a - b)).toEqual(Array.from({ length: verno }, (_, n) => n + 1));
  });

  it.each(dumps)('version $version: every row is there after the upgrade and fits its schema', async (dump) => {
    database = await restored(dump);
    const rows = await database.annotations.toArray();
    expect(rows.map(({ id }) => id).sort()).toEqual(dump.tables.annotations?.map(({ id }) => id).sort());
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const annotation = fromRow(row);
      expect(Annotation.parse(annotation)).toEqual(annotation);
      expect(toRow(annotation)).toEqual(row);
    }
    const corrections = await database.corrections.toArray();
    expect(corrections).toHaveLength(dump.tables.corrections?.length ?? 0);
    for (const row of corrections) {
      expect(Correction.parse(correctionOf(row))).toEqual(correctionOf(row));
      expect(correctionRow(correctionOf(row), row.found)).toEqual(row);
    }
    const documents = await database.documents.toArray();
    expect(documents).toHaveLength(dump.tables.documents?.length ?? 0);
    for (const { keys, ...document } of documents) expect({ ...JoinedDocument.parse(document), keys }).toEqual(documentRow(document));
    const jobs = await database.checkJobs.toArray();
    expect(jobs).toHaveLength(dump.tables.checkJobs?.length ?? 0);
    for (const job of jobs) expect(CheckJob.parse(job)).toEqual(job);
    const anchors = await database.anchors.toArray();
    expect(anchors).toHaveLength(dump.tables.anchors?.length ?? 0);
    for (const anchor of anchors) expect(LastAnchor.parse(anchor)).toEqual(anchor);
  });

  it.each(dumps)('version $version: an upgrade that breaks off changes nothing', async (dump) => {
    database = await restored(dump);
    const next = new Dexie(database.name);
    next.version(dump.version).stores(dump.stores);
    next
      .version(dump.version + 1)
      .stores({ annotations: 'id, pageKey' })
      .upgrade(async (transaction) => {
        await transaction.table<AnnotationRow>('annotations').toCollection().modify({ pageKey: 'broken' });
        throw new Error('killed');
      });
    await expect(next.open()).rejects.toThrow('killed');
    next.close();
    expect(await database.annotations.toArray()).toEqual(dump.tables.annotations);
  });
});
