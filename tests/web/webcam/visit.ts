import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page that was opened, all that it asked for, and all that went wrong on it. */
export interface Visit {
  readonly page: Page;
  /** Addresses of requests, but for what stands in the page itself. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** Opens a page in a browser that knows nothing of it. @param before done before the page is opened */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  before: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const [requests, complaints]: [string[], string[]] = [[], []];
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await before(page);
  await page.goto(url);
  return { page, requests, complaints };
}
