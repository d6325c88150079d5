import { anchors } from '../../utils/db/anchors.ts';
import { annotations } from '../../utils/db/annotations.ts';
import { openDatabase } from '../../utils/db/database.ts';
import { ok, type Result } from '../../utils/domain/error-code.ts';
import type { Request, Response } from '../../utils/messaging/protocol.ts';
import type { Following } from '../../utils/messaging/serve.ts';

// What the card does with the database. It stands in a frame of somebody else's page, where browsers deny or keep apart storage.

/** Runs `job` once the database is open. */
async function withDatabase<T>(job: () => Promise<Result<T>>): Promise<Result<T>> {
  const ready = await openDatabase();
  return ready.ok ? job() : ready;
}

export const annotationGet = ({ id }: Request<'annotation.get'>): Promise<Result<Response<'annotation.get'>>> =>
  withDatabase(async () => ok({ annotation: await annotations.get(id) }));

export const annotationReplace = (request: Request<'annotation.replace'>): Promise<Result<Response<'annotation.replace'>>> =>
  withDatabase(async () => {
    let current = true;
    const changed = await annotations.change(request.annotation.id, (now) => {
      current = now.modified === request.basedOn;
      return current ? request.annotation : now;
    });
    return changed.ok ? ok({ annotation: current ? changed.value : null }) : changed;
  });

export const annotationRemove = ({ ids }: Request<'annotation.remove'>): Promise<Result<Response<'annotation.remove'>>> =>
  withDatabase(async () => idsOf(await annotations.remove(ids)));

export const annotationRestore = ({ ids }: Request<'annotation.restore'>): Promise<Result<Response<'annotation.restore'>>> =>
  withDatabase(async () => idsOf(await annotations.restore(ids)));

export const anchorGet = ({ id }: Request<'anchor.get'>): Promise<Result<Response<'anchor.get'>>> =>
  withDatabase(async () => ok({ anchor: await anchors.get(id) }));

export const anchorDismiss = ({ id, words }: Request<'anchor.dismiss'>): Promise<Result<Response<'anchor.dismiss'>>> =>
  withDatabase(async () => {
    const done = await anchors.dismiss(id, words);
    return done.ok ? ok({}) : done;
  });

export const vocabulary = (): Promise<Result<Response<'vocabulary'>>> =>
  withDatabase(async () => ok({ tags: await annotations.tagCounts(), speakers: await annotations.speakerNames() }));

export const followAnnotation: Following = (id, tell, signal) => {
  void openDatabase().then((ready) => {
    if (ready.ok && !signal.aborted) annotations.follow(id, tell, signal);
  });
};

const idsOf = (result: Result<string[]>): Result<{ ids: string[] }> => (result.ok ? ok({ ids: result.value }) : result);
