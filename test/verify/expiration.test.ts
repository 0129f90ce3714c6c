import { describe, expect, test } from 'vitest';
import { clientOf, inDays } from './fixtures/client.ts';
import { daysLater, SignedRepository } from './fixtures/signed-repository.ts';

describe('freeze: expired metadata is refused', () => {
  test('an expired root is stored, because the next one may be reached only through it, and stops there', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    await client.refresh();
    repository.root.expires = daysLater(-1);
    repository.publish('root');
    repository.release();
    expect(await client.outcome()).toBe('expired');
    expect(client.store.roles()).toEqual(['root 2', 'snapshot 1', 'targets 1', 'timestamp 1']);
    expect(repository.requests.slice(-2)).toEqual(['root 2', 'root 3']);
  });

  test('an expired root between two others does not matter', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.root.expires = daysLater(-1);
    repository.publish('root');
    repository.root.expires = daysLater(30);
    repository.publish('root');
    expect(await client.outcome()).toBe('accepted');
    expect(client.store.version('root')).toBe(3);
  });

  test.each([
    ['timestamp', ['root 1']],
    ['snapshot', ['root 1', 'timestamp 2']],
    ['targets', ['root 1', 'snapshot 2', 'timestamp 2']],
  ] as const)('an expired %s that is new is not stored', async (role, trusted) => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository[role].expires = daysLater(-1);
    repository.release();
    expect(await client.outcome()).toBe('expired');
    expect(client.store.roles()).toEqual(trusted);
  });

  test.each(['root', 'timestamp', 'snapshot', 'targets'] as const)(
    'a trusted %s that expires later, with nothing newer served, is refused',
    async (role) => {
      const repository = new SignedRepository();
      const client = clientOf(repository);
      repository[role].expires = daysLater(7);
      if (role === 'root') repository.publish('root');
      repository.release();
      expect(await client.outcome()).toBe('accepted');
      expect(await client.outcome(inDays(8))).toBe('expired');
    },
  );

  test('at the very second of expiry it is over', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.timestamp.expires = daysLater(7);
    repository.release();
    expect(await client.outcome({ now: new Date(Date.parse(daysLater(7)) - 1) })).toBe('accepted');
    expect(await client.outcome(inDays(7))).toBe('expired');
  });
});

test('at a time that is no time nothing is fresh', async () => {
  expect(await clientOf(new SignedRepository()).outcome({ now: new Date(NaN) })).toBe('expired');
});

describe('an expired trusted file', () => {
  test('still serves to go on to newer ones', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.timestamp.expires = daysLater(7);
    repository.release();
    await client.refresh();
    repository.timestamp.expires = daysLater(21);
    repository.release();
    expect(await client.outcome(inDays(18))).toBe('accepted');
    expect(client.store.roles()).toEqual(['root 1', 'snapshot 3', 'targets 3', 'timestamp 3']);
  });

  test('still protects from rollback', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository);
    repository.timestamp.expires = daysLater(7);
    repository.publish('timestamp');
    await client.refresh();
    repository.timestamp.expires = daysLater(21);
    repository.timestamp.version = 0;
    repository.publish('timestamp');
    expect(await client.outcome(inDays(18))).toBe('rolled-back');
  });
});

describe('a delegated role', () => {
  const withVendor = (expires: string): SignedRepository => {
    const repository = new SignedRepository();
    repository.delegate('targets', { name: 'vendor', paths: ['vendor/*'] });
    repository.targetsOf('vendor').expires = expires;
    repository.addTarget('vendor', 'vendor/first', 'first');
    repository.addTarget('vendor', 'vendor/second', 'second');
    repository.release('vendor', 'targets');
    return repository;
  };

  test('that has expired when it is first seen is neither used nor stored', async () => {
    const client = clientOf(withVendor(daysLater(-1)));
    expect(await client.outcome()).toBe('accepted');
    expect(await client.download('vendor/first')).toBe('expired');
    expect(client.store.roles()).toEqual(['root 1', 'snapshot 2', 'targets 2', 'timestamp 2']);
  });

  test('that was trusted is not used after it has expired', async () => {
    const client = clientOf(withVendor(daysLater(7)));
    expect(await client.download('vendor/first')).toBe('first');
    expect(await client.download('vendor/second', inDays(18))).toBe('expired');
  });

  test('that has expired makes room for a newer one', async () => {
    const repository = withVendor(daysLater(7));
    const client = clientOf(repository);
    expect(await client.download('vendor/first')).toBe('first');
    repository.targetsOf('vendor').expires = daysLater(21);
    repository.release('vendor');
    expect(await client.download('vendor/second', inDays(18))).toBe('second');
  });
});

describe('in a closed network age is information', () => {
  test('expired metadata is accepted and named', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository, { expiry: 'inform' });
    repository.timestamp.expires = daysLater(7);
    repository.snapshot.expires = daysLater(8);
    repository.release();
    const fresh = await client.refresh();
    expect(fresh.expired).toEqual([]);
    const old = await client.refresh(inDays(8));
    expect(old.expired).toEqual(['timestamp', 'snapshot']);
  });

  test('every other rule holds', async () => {
    const repository = new SignedRepository();
    const client = clientOf(repository, { expiry: 'inform' });
    repository.publish('timestamp');
    await client.refresh();
    repository.serveAs('timestamp', 3, repository.file('timestamp', 1));
    expect(await client.outcome(inDays(90))).toBe('rolled-back');
  });
});

describe('a clock that shows a time before something was signed', () => {
  const issuedIn = (days: number): SignedRepository => {
    const repository = new SignedRepository();
    repository.timestamp['x-issued'] = daysLater(days);
    repository.publish('timestamp');
    return repository;
  };

  test('is named, and not taken for an expired repository', async () => {
    const client = clientOf(issuedIn(1));
    const refusal: unknown = await client.refresh().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'clock-behind', args: { signed: daysLater(1) } });
  });

  test('is named before a request when the time is known already', async () => {
    const repository = issuedIn(1);
    const client = clientOf(repository);
    await client.refresh(inDays(1));
    repository.requests.length = 0;
    expect(await client.outcome()).toBe('clock-behind');
    expect(repository.requests).toEqual(['root 2']);
  });

  test('may lag some minutes: every clock does', async () => {
    expect(await clientOf(issuedIn(4 / 1440)).outcome()).toBe('accepted');
    expect(await clientOf(issuedIn(6 / 1440)).outcome()).toBe('clock-behind');
  });

  test('is information in a closed network', async () => {
    expect(await clientOf(issuedIn(1), { expiry: 'inform' }).outcome()).toBe('accepted');
  });

  test('a time that a thief signed is forgotten with his key', async () => {
    const repository = issuedIn(10_000);
    const client = clientOf(repository);
    repository.timestamp.expires = daysLater(20_000);
    repository.root.expires = daysLater(20_000);
    repository.targets.expires = daysLater(20_000);
    repository.snapshot.expires = daysLater(20_000);
    repository.publish('root');
    repository.release();
    await client.refresh(inDays(10_000));
    expect(await client.outcome()).toBe('clock-behind');
    repository.rotateKeys('timestamp');
    repository.timestamp['x-issued'] = daysLater(0);
    repository.publish('root', 'timestamp');
    expect(await client.outcome()).toBe('accepted');
  });
});
