import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import type { TableRelay } from '../../helpers/table-relay.ts';
import { startTableRelay } from '../../helpers/table-relay.ts';
import type { SessionFixture } from './session-fixture.ts';
import { API, OTTO, session, signOut, startSessionFixture } from './session-fixture.ts';

let fixture: SessionFixture;
beforeAll(async () => {
  fixture = await startSessionFixture();
});
afterAll(() => fixture.stop());

describe('a session that was ended', () => {
  let dashboard: TestDashboard;
  let other: TestDashboard;
  beforeAll(async () => {
    dashboard = await fixture.start();
    other = await fixture.start({ PORT: '0' });
  });
  afterAll(() => Promise.all([dashboard.stop(), other.stop()]));

  const statuses = async (headers: Record<string, string>): Promise<number[]> =>
    Promise.all(
      [dashboard, other].flatMap((task) =>
        [API, '/operations'].map(async (path) => (await task.get(path, { headers })).status),
      ),
    );

  it('is of no use to who copied its cookie, at any task, and other sessions go on', async () => {
    const stolen = await session({ ...OTTO, id: 'stolen' });
    const another = await session({ ...OTTO, id: 'not-stolen' });
    expect(await statuses(stolen)).toEqual([200, 200, 200, 200]);
    expect((await signOut(dashboard, stolen)).status).toBe(200);
    expect(await statuses(stolen)).toEqual([401, 401, 401, 401]);
    expect(await statuses(another)).toEqual([200, 200, 200, 200]);
    expect(await (await other.get('/', { headers: stolen })).text()).not.toContain('Otto');
  });

  it('is kept in the table until its time would have been over, and is no launch there', async () => {
    const content = { ...OTTO, id: 'kept' };
    expect((await signOut(dashboard, await session(content, { seconds: 600 }))).status).toBe(200);
    const Key = { id: 'session#kept', launch_date: 'ended' };
    const { Item } = await fixture.dynamodb.client.send(
      new GetCommand({ TableName: fixture.tableName, Key }),
    );
    expect(Item).toEqual({ ...Key, removed_after: expect.any(Number) });
    const left = Number(Item?.['removed_after']) - Date.now() / 1000;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(600);
    expect((await other.get('/api/v1/launches/session%23kept')).status).toBe(404);
  });
});

describe('while the table is gone', () => {
  let relay: TableRelay;
  let dashboard: TestDashboard;
  beforeAll(async () => {
    relay = await startTableRelay(fixture.dynamodb.endpoint);
    dashboard = await fixture.start({}, relay.endpoint);
    expect((await dashboard.get('/', { headers: await session() })).status).toBe(200);
    relay.set('refusing');
  });
  afterAll(async () => {
    await dashboard.stop();
    await relay.stop();
  });

  it('nobody is taken for signed in who may have signed out, and what is public goes on', async () => {
    const headers = await session();
    expect((await dashboard.get(API, { headers })).status).toBe(503);
    const page = await dashboard.get('/', { headers });
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(await page.text()).not.toContain('Otto');
  });

  it('nobody is told that they are signed out', async () => {
    const response = await signOut(dashboard, await session());
    expect(response.status).toBe(503);
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});
