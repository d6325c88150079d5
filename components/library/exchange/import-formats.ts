import type { Format } from '../../../utils/exchange/format.ts';
import { json } from '../../../utils/exchange/formats/json.ts';

/** Formats that can be read, our own first. Loaded when there is something to read: most visits import nothing. */
export async function importFormats(): Promise<readonly Format[]> {
  const { formats } = await import('../../../utils/exchange/formats.ts');
  return [json, ...formats.filter((format) => format.read !== undefined && format !== json)];
}
