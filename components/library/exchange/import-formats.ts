import type { Format } from '../../../utils/exchange/format.ts';
import { json } from '../../../utils/exchange/formats/json.ts';
import { formats } from '../../../utils/exchange/formats.ts';

/** Formats that can be read, our own first. */
export const importFormats: readonly Format[] = [json, ...formats.filter((format) => format.read !== undefined && format !== json)];
