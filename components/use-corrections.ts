import { useLiveQuery } from 'dexie-react-hooks';
import { corrections, type SeenCorrection } from '../utils/db/corrections.ts';

// As in `use-annotations.ts`: undefined until known, below a `DatabaseGate` only.

/** All, the last changed first, with what the last visit found. */
export const useCorrections = (): SeenCorrection[] | undefined => useLiveQuery(() => corrections.all(), []);
export const useCorrectionCount = (): number | undefined => useLiveQuery(() => corrections.count(), []);
