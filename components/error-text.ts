import type { ErrorCode } from '../utils/domain/error-code.ts';
import { t, underscored } from './t.ts';

// The compiler names a code that has no text.

/** What happened, in one sentence. */
export const errorTitle = (code: ErrorCode): string => t(`error_${underscored(code)}`);

/** What is safe, and what to do. */
export const errorHelp = (code: ErrorCode): string => t(`error_${underscored(code)}_help`);
