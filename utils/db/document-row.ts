import type { JoinedDocument } from '../domain/joined-document.ts';
import { pageKey } from '../text/page-key.ts';
import type { DocumentRow } from './database.ts';

export const documentRow = (document: JoinedDocument): DocumentRow => ({ ...document, keys: document.urls.map(pageKey) });

/** The joined document of a row, without the column. */
export function documentOf({ keys: _, ...document }: DocumentRow): JoinedDocument {
  return document;
}
