import type { Authenticity, Veracity } from '../utils/domain/annotation.ts';
import { t, underscored } from './t.ts';

/** A judgement in a word or two, and what it says in plain words. */
export type Judgement = { name: string; means: string };

export const authenticityText = (value: Authenticity): Judgement => ({
  name: t(`authenticity_${underscored(value)}`),
  means: t(`authenticity_${underscored(value)}_means`),
});

export const veracityText = (value: Veracity): Judgement => ({
  name: t(`veracity_${underscored(value)}`),
  means: t(`veracity_${underscored(value)}_means`),
});

export const authenticityName = (value: Authenticity): string => authenticityText(value).name;
export const veracityName = (value: Veracity): string => veracityText(value).name;
