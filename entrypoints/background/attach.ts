import { placeOf } from '../../utils/anchor/found-places.ts';
import { createPageIndex } from '../../utils/anchor/page-index.ts';
import { annotations } from '../../utils/db/annotations.ts';
import { openDatabase } from '../../utils/db/database.ts';
import type { Annotation, Target } from '../../utils/domain/annotation.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import type { PageText, TextSpan } from '../../utils/domain/page-text.ts';
import { withWording } from '../../utils/domain/wording.ts';
import type { Request, Response } from '../../utils/messaging/protocol.ts';
import { pageKey } from '../../utils/text/page-key.ts';
import { actOnSelection } from './commands.ts';
import { runUpkeep } from './upkeep.ts';

/** What a page of ours asked for: by it alone a page's script may move an annotation, once, and no other than this. In memory: it lasts as long as the question. */
interface Ticket {
  id: string;
  tabId: number;
  done: Result<Annotation> | null;
}
const tickets = new Map<string, Ticket>();

/** Has the frame of a tab in which something is selected say what that is, and attaches the annotation to it. */
export async function annotationAttach({ tabId, id }: Request<'annotation.attach'>): Promise<Result<Response<'annotation.attach'>>> {
  const ready = await openDatabase();
  if (!ready.ok) return ready;
  const annotation = await annotations.get(id);
  if (annotation === null || annotation.deleted !== null) return fail('no-such-annotation');
  const token = crypto.randomUUID();
  const ticket: Ticket = { id, tabId, done: null };
  tickets.set(token, ticket);
  const acted = await actOnSelection(tabId, { command: 'highlight', attach: token });
  tickets.delete(token);
  if (!acted) return ok({ annotation: null });
  if (ticket.done === null) return fail('page-changed');
  return ticket.done.ok ? ok({ annotation: ticket.done.value }) : ticket.done;
}

/**
 * Gives the annotation of a ticket the place that the asking page told. `keys` and the document are those of that page.
 * `not-allowed`: nobody of ours asked for it.
 */
export async function attachHere(
  token: string,
  tabId: number,
  { page, span }: { page: PageText; span: TextSpan },
  keys: string[],
  { source, canonical, title, site }: Pick<Target, 'source' | 'canonical' | 'title' | 'site'>,
): Promise<Result<{ id: string }>> {
  const ticket = tickets.get(token);
  if (ticket === undefined || ticket.tabId !== tabId) return fail('not-allowed');
  tickets.delete(token);
  const until = new Date().toISOString();
  const done = await annotations.change(ticket.id, (now) => {
    const isOwn = keys.includes(pageKey(now.target.canonical ?? now.target.source));
    const place = placeOf(createPageIndex(page), now.target.selector, span);
    return withWording(now, place, until, isOwn ? undefined : { source, ...(canonical === undefined ? {} : { canonical }), title, site });
  });
  ticket.done = done;
  if (done.ok) void runUpkeep();
  return done.ok ? ok({ id: ticket.id }) : done;
}
