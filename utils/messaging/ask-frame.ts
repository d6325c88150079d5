import { fail, type Result } from '../domain/error-code.ts';
import { tell } from './ask.ts';
import { type FrameRequest, type FrameRequestName, type FrameResponse, toFrame } from './protocol.ts';

/**
 * `tell`, with the answer parsed: what comes out of a page's process is input like any other. `bad-request` when it does not fit.
 * For the background only; it brings zod along.
 */
export async function askFrame<N extends FrameRequestName>(
  tabId: number,
  frameId: number,
  name: N,
  request: FrameRequest<N>,
): Promise<Result<FrameResponse<N>>> {
  const answer = await tell(tabId, frameId, name, request);
  if (!answer.ok) return answer;
  const parsed = toFrame[name].response.safeParse(answer.value);
  return parsed.success ? { ok: true, value: parsed.data as FrameResponse<N> } : fail('bad-request'); // parsed by the schema of this row
}
