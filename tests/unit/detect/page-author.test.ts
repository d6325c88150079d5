import { expect, it } from 'vitest';
import { cleanName } from '../../../utils/detect/page-author.ts';

it('leaves the name alone of a byline', () => {
  expect(cleanName('By Jane Roe')).toBe('Jane Roe');
  expect(cleanName('Jane Roe says:')).toBe('Jane Roe');
});

it('gives a name once that stands twice', () => {
  expect(cleanName('Jane RoeJane Roe')).toBe('Jane Roe');
  expect(cleanName('Bob Bobson')).toBe('Bob Bobson');
});
