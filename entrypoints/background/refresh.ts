import { frameRegistry } from './frame-registry.ts';
import { askFrames, type RegisteredFrame } from './frames.ts';

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
    const tabIds = [...new Set(frames.map(({ tabId }) => tabId))];
    await Promise.all(
      tabIds.map((id) =>
        askFrames(
          id,
          frames.filter(({ tabId }) => tabId === id),
          'frame.refresh',
          {},
        ),
      ),
    );
  }
}
