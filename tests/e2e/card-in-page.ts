import { expect, type Frame, type Page } from '@playwright/test';

const isCard = (frame: Frame): boolean => frame.url().includes('card.html');

/** The newest card's document in a page, once it is there. */
export async function cardInPage(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().some(isCard), { timeout: 20_000 }).toBe(true);
  const frame = page.frames().filter(isCard).at(-1);
  if (!frame) throw new Error('the card has gone');
  return frame;
}
