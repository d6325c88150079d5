import type { ErrorCode } from '../utils/domain/error-code.ts';
import { type MessageKey, t } from './t.ts';

type Underscored<Code extends string> = Code extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Code;
type ErrorKey = `error_${Underscored<ErrorCode>}`;

// `satisfies` makes the compiler name the codes that have no text.
const keyOf = (code: ErrorCode) => `error_${code.replaceAll('-', '_')}` as ErrorKey; // the same replacement as in the type

/** What happened, in one sentence. */
export const errorTitle = (code: ErrorCode): string => t(keyOf(code) satisfies MessageKey);

/** What is safe, and what to do. */
export const errorHelp = (code: ErrorCode): string => t(`${keyOf(code)}_help` satisfies MessageKey);
