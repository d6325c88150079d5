import { useEffect, useState } from 'react';
import type { ErrorCode } from '../../utils/domain/error-code.ts';
import { ask } from '../../utils/messaging/ask.ts';
import { type CheckAddress, readCheckAddress } from '../../utils/messaging/check-address.ts';
import { useAnnotation } from '../use-annotations.ts';
import { type CheckSubject, subjectOfAnnotation, subjectOfQuotation } from './check-subject.ts';

type Asked = { address: CheckAddress; subject: CheckSubject | null; code: ErrorCode | null };
/** `subject` and `code` are both null while it is asked for, or while the reader has given no words. */
export type SubjectState = { address: CheckAddress; subject: CheckSubject | null; code: ErrorCode | null };

/** What the page was opened for, followed: a kept annotation may change meanwhile, and the address too. */
export function useCheckSubject(): SubjectState {
  const [address, setAddress] = useState(() => readCheckAddress(location.hash));
  useEffect(() => {
    const lifetime = new AbortController();
    addEventListener('hashchange', () => setAddress(readCheckAddress(location.hash)), { signal: lifetime.signal });
    return () => lifetime.abort();
  }, []);
  const annotation = useAnnotation(address.kind === 'annotation' ? address.id : '');
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    if (address.kind !== 'quotation') return;
    let current = true;
    const { tabId, frameId, place } = address;
    void ask('check.subject', { tabId, frameId, ...place }).then((answer) => {
      if (!current) return;
      setAsked(
        answer.ok
          ? { address, subject: subjectOfQuotation(answer.value, { tabId, frameId, ...place }), code: null }
          : { address, subject: null, code: answer.code },
      );
    });
    return () => {
      current = false;
    };
  }, [address]);

  switch (address.kind) {
    case 'annotation':
      if (annotation === undefined) return { address, subject: null, code: null };
      if (annotation === null || annotation.deleted !== null) return { address, subject: null, code: 'no-such-annotation' };
      return { address, subject: subjectOfAnnotation(annotation), code: null };
    case 'quotation':
      return asked?.address === address ? asked : { address, subject: null, code: null };
    case 'words':
    case 'queue':
      return { address, subject: null, code: null };
  }
  return address satisfies never;
}
