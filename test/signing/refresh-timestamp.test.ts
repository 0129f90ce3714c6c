import { describe, expect, test } from 'vitest';
import { refreshTimestamp } from '../../scripts/signing/refresh-timestamp.ts';
import { testKeys } from './keys.ts';
import { day, documents, Operator, START } from './operator.ts';
import { textOf, Visitor } from './visitor.ts';

const CONTENT = documents({ 'catalog.json': 'catalog' });
const heads = { b24: { stable: '1.4', withdrawn: ['1.3'] } };

async function published(): Promise<Operator> {
  const operator = await Operator.start();
  await operator.publish({ documents: CONTENT, heads });
  return operator;
}

describe('a refresh', () => {
  test('needs the timestamp key alone and says that everything is still so', async () => {
    const operator = await published();
    const { signed } = await operator.refresh(day(10));
    expect(signed).toMatchObject({
      version: 2,
      expires: '2026-12-14T12:00:00Z',
      'x-issued': '2026-11-30T12:00:00Z',
      'x-root': 1,
    });
    expect(signed['x-heads']?.get('b24')?.get('withdrawn')).toEqual(['1.3']);
  });

  test('keeps clients going past the expiry of the timestamp that they have', async () => {
    const operator = await published();
    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    await visitor.visit(START);
    await expect(visitor.visit(day(15))).rejects.toMatchObject({ code: 'expired' });
    await operator.refresh(day(15));
    expect(await textOf(await visitor.visit(day(15)), 'catalog.json')).toBe('catalog');
  });

  test('twice at one moment from one state gives the same bytes', async () => {
    const operator = await published();
    const { reader: previous, roots, keys } = operator;
    const input = { previous, roots, signers: keys.timestamp, now: day(1) };
    expect((await refreshTimestamp(input)).bytes).toEqual((await refreshTimestamp(input)).bytes);
  });

  test('does not sign with the publishing key', async () => {
    const operator = await published();
    const { reader: previous, roots, keys } = operator;
    const refusal = refreshTimestamp({ previous, roots, signers: keys.publishing, now: day(1) });
    await expect(refusal).rejects.toMatchObject({
      refusals: [{ code: 'keys-not-in-root', args: { role: 'timestamp' } }],
    });
  });

  test('goes on after the timestamp key was exchanged', async () => {
    const operator = await published();
    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    await visitor.visit(START);
    await operator.rotate('timestamp', await testKeys('timestamp 2'), day(1));
    const { signed } = await operator.refresh(day(1));
    expect(signed).toMatchObject({ version: 2, 'x-root': 2 });
    expect(await textOf(await visitor.visit(day(1)), 'catalog.json')).toBe('catalog');
  });
});

describe('a refresh is refused', () => {
  test('when the publishing key was exchanged: clients would be led to what the new root does not trust', async () => {
    const operator = await published();
    await operator.rotate('publishing', await testKeys('publishing 2'), day(1));
    await expect(operator.refresh(day(1))).rejects.toMatchObject({
      refusals: [
        { code: 'signing-anew-needed', args: { role: 'snapshot' } },
        { code: 'signing-anew-needed', args: { role: 'targets' } },
      ],
    });
  });

  test('when the snapshot itself has expired', async () => {
    const operator = await published();
    await operator.rotate('root', operator.keys.root, day(300));
    await expect(operator.refresh(day(366))).rejects.toMatchObject({
      refusals: [{ code: 'signing-anew-needed' }, { code: 'signing-anew-needed' }],
    });
  });

  test('under an expired root, and by a clock that went back', async () => {
    const operator = await published();
    await expect(operator.refresh(day(366))).rejects.toMatchObject({
      refusals: [{ code: 'root-expired' }, { code: 'signing-anew-needed' }, { code: 'signing-anew-needed' }],
    });
    await expect(operator.refresh(day(-1))).rejects.toMatchObject({
      refusals: [{ code: 'clock-backwards' }],
    });
  });
});
