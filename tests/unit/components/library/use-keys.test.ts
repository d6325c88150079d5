import { describe, expect, it } from 'vitest';
import { nameOfKey } from '../../../../components/library/use-keys.ts';

const press = (key: string, held: Partial<Parameters<typeof nameOfKey>[0]> = {}) =>
  nameOfKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...held });

describe('names of keys', () => {
  it('a sign is itself, with Shift or without', () => {
    expect(press('j')).toBe('j');
    expect(press('?', { shiftKey: true })).toBe('?');
  });
  it('Shift is said of keys that have no other form', () => expect(press('ArrowDown', { shiftKey: true })).toBe('Shift+ArrowDown'));
  it('Ctrl and Command are one', () => {
    expect(press('a', { ctrlKey: true })).toBe('Mod+a');
    expect(press('a', { metaKey: true })).toBe('Mod+a');
  });
});
