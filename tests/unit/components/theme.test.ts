import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Colour } from '../../../utils/domain/annotation.ts';

const css = readFileSync(new URL('../../../components/theme.css', import.meta.url), 'utf8');

/** The tokens of the block that follows a selector. */
function tokens(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const channel = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a = '', b = ''): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const themes = { light: tokens(':root'), dark: tokens(':root[data-theme="dark"]') };

it('dark chosen by the reader and dark of the system are the same', () => {
  expect(tokens(':root:not([data-theme="light"])')).toEqual(themes.dark);
});

it('dark names every colour that light names', () => expect(Object.keys(themes.dark).sort()).toEqual(Object.keys(themes.light).sort()));

describe.each(Object.entries(themes))('%s', (_, theme) => {
  it.each(Colour.options)('words on %s can be read (4.5:1)', (colour) => {
    expect(contrast(theme.ink, theme[colour])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Colour.options)('the edge of %s stands out from the paper (3:1)', (colour) => {
    expect(contrast(theme[`${colour}-edge`], theme.paper)).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['ink', 'paper'],
    ['ink', 'surface-2'],
    ['ink-2', 'paper'],
    ['ink-2', 'surface-2'],
    ['accent', 'paper'],
    ['accent', 'surface-2'],
    ['on-accent', 'accent'],
    ['danger', 'surface'],
    ['danger', 'danger-soft'],
    ['ink', 'danger-soft'],
    ['ink', 'warn-soft'],
    ['warn', 'paper'],
  ])('%s on %s can be read (4.5:1)', (text, ground) => expect(contrast(theme[text], theme[ground])).toBeGreaterThanOrEqual(4.5));

  it.each(['paper', 'surface', 'surface-2'])('the focus ring and the edges of fields show on %s (3:1)', (ground) => {
    expect(contrast(theme.focus, theme[ground])).toBeGreaterThanOrEqual(3);
    expect(contrast(theme['line-strong'], theme[ground])).toBeGreaterThanOrEqual(3);
  });
});
