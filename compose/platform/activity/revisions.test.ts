import { expect, test } from 'vitest';
import { inBothRevisions } from '../test-support/both-revisions.ts';

const platforms = inBothRevisions();

test('R1 ignores the parameters that came later (C.1)', async () => {
  const { id, token } = await platforms.first.join();
  const path = `/workspaces/${id}/activity`;
  await platforms.first.call('POST', path, { bearer: token, body: { activity_type: 'agent_log' } });
  const query = '?peer_id=x&before_ts=yesterday&include=peer_info';
  const [row] = (await platforms.first.call('GET', path + query, { bearer: token })).json;
  expect(row).not.toHaveProperty('agent_card_url');
  expect(row.activity_type).toBe('agent_log');
});

test('a workspace that may not talk to its user is told so after its attachments are checked, in R3 (C.3)', async () => {
  for (const [on, answers] of [
    [platforms.latest, [400, 403]],
    [platforms.first, [400, 200]],
  ] as const) {
    const { id, token } = await on.join();
    await on.sql(`UPDATE workspaces SET talk_to_user_enabled = false WHERE id = '${id}'`);
    const notify = async (attachment: object) => {
      const body = { message: 'm', attachments: [attachment] };
      return on.call('POST', `/workspaces/${id}/notify`, { bearer: token, body });
    };
    const [bad, good] = [await notify({ uri: '', name: 'n' }), await notify({ uri: 'u', name: 'n' })];
    expect([bad.status, good.status]).toEqual(answers);
    if (good.status === 403) expect(good.json.error).toBe('talk_to_user_disabled');
  }
});

test('ACTIVITY_LOGGED tells the error in R3 only, without what looks like a secret (C.4)', async () => {
  for (const [on, detail] of [
    [platforms.latest, 'refused: [REDACTED]'],
    [platforms.first, undefined],
  ] as const) {
    const { id, token } = await on.join();
    const payloads: unknown[] = [];
    on.platform.broadcaster.on(id, ({ payload }) => payloads.push(payload.error_detail));
    const body = { activity_type: 'error', error_detail: 'refused: Bearer abc.def' };
    await on.call('POST', `/workspaces/${id}/activity`, { bearer: token, body });
    expect(payloads).toEqual([detail]);
    const [row] = await on.sql(`SELECT error_detail FROM activity_logs WHERE workspace_id = '${id}'`);
    expect(row?.error_detail).toBe('refused: Bearer abc.def');
  }
});
