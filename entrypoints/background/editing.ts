import { fieldOf, mergeField, withField } from '../../components/annotation-fields.ts';
import { anchors } from '../../utils/db/anchors.ts';
import { annotations } from '../../utils/db/annotations.ts';
import { openDatabase } from '../../utils/db/database.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import type { Request, RequestName, Response } from '../../utils/messaging/protocol.ts';
import type { AskingPage, Following } from '../../utils/messaging/serve.ts';
import { mayEdit } from './bound-cards.ts';

// What the card does with the database. It stands in a frame of somebody else's page, where browsers deny or keep apart storage.

/** Runs `job` once the database is open, if these annotations are the asker's. */
async function withDatabase<T>(asker: AskingPage, ids: readonly string[], job: () => Promise<Result<T>>): Promise<Result<T>> {
  if (!(await mayEdit(asker, ids))) return fail('not-allowed');
  const ready = await openDatabase();
  return ready.ok ? job() : ready;
}

type Handler<N extends RequestName> = (request: Request<N>, asker: AskingPage) => Promise<Result<Response<N>>>;

export const annotationGet: Handler<'annotation.get'> = ({ id }, asker) =>
  withDatabase(asker, [id], async () => ok({ annotation: await annotations.get(id) }));

export const annotationReplace: Handler<'annotation.replace'> = ({ annotation, basedOn }, asker) =>
  withDatabase(asker, [annotation.id], async () => {
    let current = true;
    const changed = await annotations.change(annotation.id, (now) => {
      current = now.modified === basedOn;
      return current ? annotation : now;
    });
    return changed.ok ? ok({ annotation: current ? changed.value : null }) : changed;
  });

export const annotationTyped: Handler<'annotation.typed'> = ({ id, field, base, text }, asker) =>
  withDatabase(asker, [id], async () => {
    const done = await annotations.change(id, (now) => withField(now, field, mergeField(field, base, fieldOf(now, field), text).text));
    return done.ok ? ok({}) : done;
  });

export const annotationRemove: Handler<'annotation.remove'> = ({ ids }, asker) =>
  withDatabase(asker, ids, async () => idsOf(await annotations.remove(ids)));

export const annotationRestore: Handler<'annotation.restore'> = ({ ids }, asker) =>
  withDatabase(asker, ids, async () => idsOf(await annotations.restore(ids)));

export const anchorGet: Handler<'anchor.get'> = ({ id }, asker) =>
  withDatabase(asker, [id], async () => ok({ anchor: await anchors.get(id) }));

export const anchorDismiss: Handler<'anchor.dismiss'> = ({ id, words }, asker) =>
  withDatabase(asker, [id], async () => {
    const done = await anchors.dismiss(id, words);
    return done.ok ? ok({}) : done;
  });

export const vocabulary: Handler<'vocabulary'> = (_, asker) =>
  withDatabase(asker, [], async () => ok({ tags: await annotations.tagCounts(), speakers: await annotations.speakerNames() }));

export const followAnnotation: Following = (id, tell, signal, asker) => {
  void Promise.all([openDatabase(), mayEdit(asker, [id])]).then(([ready, may]) => {
    if (ready.ok && may && !signal.aborted) annotations.follow(id, tell, signal);
  });
};

const idsOf = (result: Result<string[]>): Result<{ ids: string[] }> => (result.ok ? ok({ ids: result.value }) : result);
