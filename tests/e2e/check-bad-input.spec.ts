import { expect, test } from './chromium-test.ts';
import { fetchIt, SENTENCES, sourcePage, VERBATIM, Weblog } from './weblog.ts';

// Sources and quotes as nobody wishes them, through the whole extension. What the network gives is in tests/unit/net and tests/browser/check.

test('what a hostile source holds is text: nothing of it runs, nothing of it is loaded', async ({ saidso }) => {
  const weblog = new Weblog(saidso);
  const asked: string[] = [];
  saidso.browser.context.on('request', (request) => asked.push(request.url()));
  const trap = weblog.at('/trap', 'trap.example');
  const traps = `<script>location = '${trap}?script'</script><script src="${trap}?src"></script><img src="${trap}?img" onerror="location='${trap}?onerror'">
    <iframe src="${trap}?iframe"></iframe><link rel="stylesheet" href="${trap}?css"><meta http-equiv="refresh" content="0;url=${trap}?refresh">
    <video src="${trap}?video" autoplay></video><object data="${trap}?object"></object><style>body { background: url(${trap}?background) }</style>`;
  const words = VERBATIM.replace('41', '&lt;img src=x onerror=alert(1)&gt; 41');
  saidso.site.serve('/boats.html', sourcePage([SENTENCES[0] ?? '', words], traps));
  const check = await weblog.check(VERBATIM, weblog.at('/boats.html'));
  await fetchIt(check);
  await expect(check.getByRole('heading', { name: 'Differs from this source' })).toBeVisible();
  await expect(check.getByRole('region', { name: 'In the source' })).toContainText('<img src=x onerror=alert(1)>');
  expect(await check.locator('main img').count()).toBe(0);
  // Only what is asked for by the reader's press, and the pages themselves.
  expect(asked.some((url) => url.includes('/boats.html'))).toBe(true);
  expect(asked.filter((url) => url.includes('trap.example'))).toEqual([]);
});

test('addresses that are no sites are never fetched, and said to be none', async ({ saidso }) => {
  const check = await saidso.surface('check.html#words=The+boats+were+counted');
  const asked: string[] = [];
  saidso.browser.context.on('request', (request) => asked.push(request.url()));
  for (const address of [
    'file:///etc/hostname',
    'data:text/html,The boats were counted',
    'http://10.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
  ]) {
    await check.getByLabel('Another address').fill(address);
    await check.getByLabel('Another address').press('Enter');
    await expect(check.getByRole('alert')).toContainText(new URL(address).href.slice(0, 16));
  }
  expect(asked).toEqual([]);
});

test('quotes of two words and of 5,000 words are compared', async ({ saidso, site }) => {
  const many = Array.from({ length: 500 }, (_, at) => `In year ${1500 + at} the harbour held ${at * 7 + 3} boats in all.`);
  site.serve('/years.html', sourcePage(many));
  const source = `http://gazette.example:${site.port}/years.html`;
  for (const [words, verdict] of [
    ['harbour held', 'Verbatim'],
    [many.join(' '), 'Verbatim'],
    [many.join(' ').replace('In year 1700 the harbour held 1403', 'In year 1700 the harbour held 1404'), 'Differs from this source'],
  ] as const) {
    const check = await saidso.surface('check.html');
    await check.getByLabel('The quote').fill(words);
    await check.getByRole('button', { name: 'Choose the source' }).click();
    await check.getByLabel('Another address').fill(source);
    await check.getByLabel('Another address').press('Enter');
    await expect(check.getByRole('heading', { name: verdict })).toBeVisible({ timeout: 20_000 });
    await check.close();
  }
});
