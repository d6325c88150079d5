import { expect, it } from 'vitest';
import { sureness } from '../../../utils/text/rule-words.ts';

it.each([
  [1, 'sure'],
  [0.95, 'sure'],
  [0.94, 'likely'],
  [0.8, 'likely'],
  [0.79, 'guess'],
  [0, 'guess'],
])('a confidence of %d is called %s', (confidence, word) => expect(sureness(confidence)).toBe(word));
