import { tell } from '../../utils/messaging/ask.ts';
import { type FrameRecord, frameRegistry } from './frame-registry.ts';

export interface RegisteredFrame {
  tabId: number;
  frameId: number;
  frame: FrameRecord;
}

let waiting: ((frame: RegisteredFrame) => boolean)[] = [];
let running: Promise<void> | null = null;

/**
 * Has frames look again at what they show. Calls that come while frames are being told are joined into one round after it,
 * so that a burst of changes costs two rounds and needs no timer.
 */
export function refreshFrames(concerned: (frame: RegisteredFrame) => boolean = () => true): Promise<void> {
  waiting.push(concerned);
  running ??= run().finally(() => {
    running = null;
  });
  return running;
}

async function run(): Promise<void> {
  while (waiting.length > 0) {
    const filters = waiting;
    waiting = [];
    const frames = (await frameRegistry.all()).filter((frame) => filters.some((concerned) => concerned(frame)));
    await Promise.all(frames.map(({ tabId, frameId }) => tell(tabId, frameId, 'frame.refresh', {})));
  }
}
