import { type ContractCase, rows } from '../../contract/language/index.ts';
import { untilAwaited } from '../../timing/clauses/until-awaited.ts';

/** A value of the variable, and the time that it comes to. */
interface Setting {
  readonly value: string;
  readonly seconds: number;
}

/** A.8: which idle time a platform takes from `A2A_IDLE_TIMEOUT_SECONDS`. */
export const IDLE_SETTING: readonly ContractCase[] = rows<Setting>(
  'A.8',
  'setting',
  {
    empty: { value: '', seconds: 300 },
    valid: { value: '30', seconds: 30 },
    long: { value: '900', seconds: 900 },
    zero: { value: '0', seconds: 300 },
    negative: { value: '-30', seconds: 300 },
    word: { value: 'foo', seconds: 300 },
    fraction: { value: '1.5', seconds: 300 },
    unit: { value: '30s', seconds: 300 },
  },
  ({ value, seconds }) => `A2A_IDLE_TIMEOUT_SECONDS="${value}" comes to ${seconds} s`,
  async (tools, { value, seconds }) => {
    const { platform, expect, configure, agent, advance, eventually, pause } = tools;
    await configure({ A2A_IDLE_TIMEOUT_SECONDS: value });
    const silent = agent();
    silent.answers({ hangs: true });
    const workspace = await platform.workspace({ url: silent.url });
    await untilAwaited(tools, workspace);
    let isOver = false;
    const call = platform.send(workspace, 'hello').finally(() => {
      isOver = true;
    });
    await silent.arrived(1);
    await advance((seconds - 2) * 1_000);
    await pause(200);
    expect.value(`answered 2 s before ${seconds} s`, isOver, false);
    await advance(3_000);
    expect.value('the call is over', (await eventually(async () => isOver || undefined)) ?? false, true);
    if (!isOver) await advance(3_600_000);
    expect('the agent counts as busy', await call, { status: 202, like: { queued: true } }, 'A.10');
  },
);
