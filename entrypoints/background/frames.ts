import { askFrame } from '../../utils/messaging/ask-frame.ts';
import type { FrameRequest, FrameRequestName, FrameResponse } from '../../utils/messaging/protocol.ts';
import { showBadge } from './badge.ts';
import { type FrameRecord, frameRegistry } from './frame-registry.ts';
import { pageCache } from './page-cache.ts';

export interface RegisteredFrame {
  tabId: number;
  frameId: number;
  frame: FrameRecord;
}

/** Asks frames of one tab the same, all at once. Those in which no script of ours is left are forgotten, and counted no more. */
export async function askFrames<N extends FrameRequestName>(
  tabId: number,
  frames: RegisteredFrame[],
  name: N,
  request: FrameRequest<N>,
): Promise<{ frameId: number; answer: FrameResponse<N> }[]> {
  const answers = await Promise.all(frames.map(({ frameId }) => askFrame(tabId, frameId, name, request)));
  const silent = frames.filter((_, i) => {
    const answer = answers[i];
    return answer?.ok === false && answer.code === 'no-page';
  });
  if (silent.length > 0) {
    for (const { frameId } of silent) pageCache.forget(tabId, frameId);
    await showBadge(tabId, await frameRegistry.forgetFrames(tabId, silent));
  }
  return frames.flatMap(({ frameId }, i) => {
    const answer = answers[i];
    return answer?.ok ? [{ frameId, answer: answer.value }] : [];
  });
}
