import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestBrowser } from '../helpers/browser/index.ts';

const PAGES: Record<string, string> = {
  '/clean': '<h1>Clean</h1>',
  '/inline': '<script>document.title = "ran"</script>',
  '/throws': '<script src="/throws.js"></script>',
  '/throws.js': 'throw new Error("on purpose")',
  '/leaves': '<img src="http://127.0.0.1:9/pixel.png">',
};

describeInBrowser('what a page under test is watched for', () => {
  let site: string;
  let server: Server;
  let browser: TestBrowser;

  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      response.setHeader('content-type', url.endsWith('.js') ? 'text/javascript' : 'text/html');
      response.setHeader('content-security-policy', "script-src 'self'");
      response.end(`${url.endsWith('.js') ? '' : '<!doctype html>'}${PAGES[url] ?? ''}`);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  const complaintsAt = async (path: string): Promise<string[]> => {
    const { page, complaints, close } = await browser.openPage(site);
    await page.goto(path);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    await close();
    return [...complaints];
  };

  it('finds nothing in a clean page', async () => {
    expect(await complaintsAt('/clean')).toEqual([]);
  });

  it('finds a script that the policy blocks', async () => {
    expect(await complaintsAt('/inline')).toContain('policy: script-src-elem blocked inline');
  });

  it('finds an error that a script throws', async () => {
    expect(await complaintsAt('/throws')).toContain('error: on purpose');
  });

  it('finds a request that leaves the site', async () => {
    expect(await complaintsAt('/leaves')).toContain('request: http://127.0.0.1:9/pixel.png');
  });
});
