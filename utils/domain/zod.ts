import * as z from 'zod/mini';

// Without this zod probes `new Function`, which shows up as a CSP violation in extension pages.
z.config({ jitless: true });

export { z };
