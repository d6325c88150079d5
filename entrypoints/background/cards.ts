import { browser } from 'wxt/browser';
import { annotations } from '../../utils/db/annotations.ts';
import { openDatabase } from '../../utils/db/database.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import { tell } from '../../utils/messaging/ask.ts';
import type { CardFocus, CorrectionDraft, Request, Response } from '../../utils/messaging/protocol.ts';
import type { AskingFrame, AskingPage } from '../../utils/messaging/serve.ts';
import { pageKey } from '../../utils/text/page-key.ts';
import { bindCard } from './bound-cards.ts';
import { frameRegistry } from './frame-registry.ts';
import { oneByOne } from './one-by-one.ts';

/** A card's frame loads in well under a second; a token that was not traded by then is nobody's. */
const TOKEN_LIFETIME_MS = 60_000;
const PREFIX = 'card:';

/** What a card shows. */
type Shown = { id: string; focus: CardFocus } | { draft: CorrectionDraft; taken: boolean };

interface Ticket {
  shown: Shown;
  tabId: number;
  frameId: number;
  /** ms since the epoch. */
  expires: number;
}

/** Issues a one-time token for the editor of an annotation, if that belongs to the asker's document. */
export async function cardOpen({ id, focus }: Request<'card.open'>, frame: AskingFrame): Promise<Result<Response<'card.open'>>> {
  const ready = await openDatabase();
  if (!ready.ok) return ready;
  const { tabId, frameId } = frame;
  const annotation = await annotations.get(id);
  if (annotation === null || annotation.deleted !== null) return fail('no-such-annotation');
  const keys = (await frameRegistry.frame(tabId, frameId))?.keys ?? [];
  const { source, canonical } = annotation.target;
  // The same answer as for one that does not exist: a page must not learn which ids there are.
  if (!keys.includes(pageKey(canonical ?? source))) return fail('no-such-annotation');
  return ok({ token: await issueToken(tabId, frameId, { id, focus }) });
}

/** A token with which a card in this tab gets to know, once, what it shows and which frame holds it. */
export async function issueToken(tabId: number, frameId: number, shown: Shown): Promise<string> {
  const token = crypto.randomUUID();
  const ticket: Ticket = { shown, tabId, frameId, expires: Date.now() + TOKEN_LIFETIME_MS };
  await browser.storage.session.set({ [PREFIX + token]: ticket });
  return token;
}

const trade = oneByOne();

/** Takes a token in, once, and only in the tab it was issued for; from then on the asking frame is bound to what it shows. */
export const cardContext = ({ token }: Request<'card.context'>, asker: AskingPage): Promise<Result<Response<'card.context'>>> =>
  trade(() => redeem(token, asker));

async function redeem(token: string, asker: AskingPage): Promise<Result<Response<'card.context'>>> {
  const key = PREFIX + token;
  const stored = await browser.storage.session.get(null);
  const expired = Object.entries(stored).filter(([name, ticket]) => name.startsWith(PREFIX) && (ticket as Ticket).expires < Date.now()); // written by cardOpen only
  if (expired.length > 0) await browser.storage.session.remove(expired.map(([name]) => name));
  if (!Object.hasOwn(stored, key)) return fail('not-allowed');
  const ticket = stored[key] as Ticket; // written by cardOpen only
  if (ticket.expires < Date.now() || ticket.tabId !== asker.tabId) return fail('not-allowed');
  await browser.storage.session.remove(key);
  await bindCard(asker, 'id' in ticket.shown ? ticket.shown.id : null);
  return ok({ ...ticket.shown, frame: { tabId: ticket.tabId, frameId: ticket.frameId } });
}

/** Passes on what a card says to the frame that holds it, in its own tab only. */
export async function cardTell({ frame, height }: Request<'card.tell'>, asker: AskingPage): Promise<Result<Response<'card.tell'>>> {
  if (asker.tabId !== frame.tabId) return fail('not-allowed');
  if (height === null) return tell(frame.tabId, frame.frameId, 'card.close', {});
  return tell(frame.tabId, frame.frameId, 'card.resize', { height });
}
