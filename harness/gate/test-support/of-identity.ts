import type { Proof } from '../../report/proof.ts';
import { earlier } from './of-findings.ts';
import { DIGEST, PROVEN } from './sample.ts';
import { type Forgery, forgery, type Scene } from './scene.ts';

const OTHER = `registry.test/platform@sha256:${'e'.repeat(64)}`;
const provenBy = (over: Partial<Proof>): Scene => ({ sample: { start: { proof: { ...PROVEN, ...over } } } });
const bySources = (harness: object, corpus: object = {}): Scene => ({
  report: (report) => {
    const { provenance } = report;
    if (!provenance) return report;
    return {
      ...report,
      provenance: {
        ...provenance,
        harness: { ...provenance.harness, ...harness },
        corpus: { ...provenance.corpus, ...corpus },
      },
    };
  },
  alone: true,
  policy: { log: 'optional' },
});
const ALONE: Scene = { alone: true, policy: { log: 'optional' } };
const baked = (...days: readonly number[]) => ({
  history: {
    runs: days.map((day) =>
      earlier(`run-0${day}`, {
        startedAt: `2026-03-0${day}T01:00:00.000Z`,
        endedAt: `2026-03-0${day}T02:00:00.000Z`,
      }),
    ),
    promotions: [],
  },
});
const used = (runId: string) => ({
  history: {
    runs: [earlier('run-0', { cases: {} })],
    promotions: [
      { formatVersion: 1 as const, runId, digests: [DIGEST], policy: 'p', at: '2026-03-04T06:00:00.000Z' },
    ],
  },
});
const killsOf = (verdicts: readonly ('killed' | 'survived')[]): NonNullable<Proof['kills']> => ({
  cases: ['corpus/v03-a'],
  faults: verdicts.map((verdict, index) => ({
    ...{ id: `M${index}`, suite: 'corpus', title: 'a text is lost', verdict },
    ...(verdict === 'killed' ? { killed: [0], alive: [] } : { killed: [], alive: [0] }),
  })),
});
const { mutantScore: _s, ...withoutScore } = PROVEN;
const { at: _at, ...undated } = PROVEN;

/** Defects in what was judged, by whom, and when. */
export const OF_IDENTITY: readonly Forgery[] = [
  forgery('digests', 'another digest is to be promoted', { asked: { digests: [OTHER] } }),
  forgery('digests', 'one digest more is to be promoted', { asked: { digests: [DIGEST, OTHER] } }),
  forgery('digests', 'another image was judged', { sample: { world: { digests: { platform: OTHER } } } }),
  forgery(
    'digests',
    'nothing that was judged has a digest',
    { sample: { world: { digests: {} } }, asked: { digests: [] } },
    { asked: { digests: [] } },
  ),
  forgery(
    'digests',
    'nobody names what is promoted, and the policy asks for it',
    { asked: { digests: [] } },
    { policy: { digests: 'named' } },
  ),
  forgery(
    'subject',
    'another subject was judged',
    { policy: { subject: 'staging' } },
    { policy: { subject: 'reference' } },
  ),
  forgery(
    'revision',
    'another revision was judged',
    { sample: { start: { revision: 'R1' } } },
    { policy: { revision: 'R3' } },
  ),
  forgery('mutant', 'a fault was planted', { sample: { start: { mutant: 'M108' } } }),
  forgery(
    'fresh',
    'an old run is used again',
    { asked: { now: '2026-03-11T05:10:01.000Z' } },
    { asked: { now: '2026-03-11T05:10:00.000Z' } },
  ),
  forgery('clock', 'it ended in the future', { asked: { now: '2026-03-04T05:04:59.000Z' } }),
  forgery('clock', 'the clock was set back while it ran', {
    sample: {
      events: (events) =>
        events.map((each) =>
          each.event === 'world.ready' ? { ...each, at: '2026-03-04T05:09:59.900Z' } : each,
        ),
    },
  }),
  forgery(
    'clock',
    'it ended before it began',
    { ...ALONE, report: (report) => ({ ...report, startedAt: '2026-03-04T06:00:00.000Z' }) },
    ALONE,
  ),
  forgery('clock', 'it was proven in the future', provenBy({ at: '2026-03-05T00:00:00.000Z' })),
  forgery(
    'once',
    'the run was used for a promotion before',
    { asked: used('run-1') },
    { asked: used('run-0'), policy: { once: true } },
  ),
  forgery(
    'once',
    'nobody knows whether it was used',
    { asked: {} },
    { asked: used('run-0'), policy: { once: true } },
  ),
  forgery(
    'bake',
    'it was green too rarely',
    { asked: baked(3) },
    { asked: baked(2, 3), policy: { bake: { runs: 3, businessDays: 3 } } },
  ),
  forgery(
    'bake',
    'it was green on a weekend',
    { asked: baked(1, 3) },
    { asked: baked(2, 3), policy: { bake: { runs: 3, businessDays: 3 } } },
  ),
  forgery(
    'bake',
    'there is no history to count in',
    { asked: {} },
    { asked: baked(2, 3), policy: { bake: { runs: 3, businessDays: 3 } } },
  ),
  forgery('harness', 'the harness had changes beside its commit', bySources({ dirty: true }), ALONE),
  forgery(
    'harness',
    'another commit of the harness has judged',
    { policy: { commit: 'c'.repeat(12) } },
    { policy: { commit: 'b'.repeat(12) } },
  ),
  forgery(
    'harness',
    'nobody knows which harness has judged',
    {
      ...ALONE,
      policy: { log: 'optional', corpus: 'any', proof: 'none' },
      report: ({ provenance: _p, ...report }) => report,
    },
    { alone: true, policy: { log: 'optional', corpus: 'any', proof: 'none' } },
  ),
  forgery('corpus', 'the corpus was altered', bySources({}, { digest: '0'.repeat(64) }), ALONE),
  forgery(
    'corpus',
    'another corpus is required',
    { policy: { corpus: '0'.repeat(64) } },
    { policy: { corpus: 'c'.repeat(64) } },
  ),
  forgery('proof', 'the gates were never proven', { sample: { start: { proof: { standing: 'never' } } } }),
  forgery('proof', 'the gates have changed since they were proven', provenBy({ standing: 'outdated' })),
  forgery('proof', 'the proof is of other sources', provenBy({ sources: 'f'.repeat(64) })),
  forgery(
    'proof',
    'the gates that judged another subject were never proven',
    provenBy({ standing: 'other-subject', gates: 'never' }),
    provenBy({ standing: 'other-subject', gates: 'proven' }),
  ),
  forgery('proof-figures', 'one mutant survives', provenBy({ mutantScore: { killed: 9, total: 10 } })),
  forgery('proof-figures', 'no mutant was tried', { sample: { start: { proof: withoutScore } } }),
  forgery(
    'proof-figures',
    'the matrix of kills has a survivor that the figures keep to themselves',
    provenBy({ kills: killsOf(['killed', 'survived']), mutantScore: { killed: 2, total: 2 } }),
    provenBy({ kills: killsOf(['killed', 'killed']), mutantScore: { killed: 2, total: 2 } }),
  ),
  forgery('proof-figures', 'a case is vacuous', provenBy({ vacuous: 1 })),
  forgery('proof-figures', 'a case is killed by nothing', provenBy({ unkilled: 1 })),
  forgery(
    'proof-figures',
    'a variant raises a false alarm',
    provenBy({ falseAlarms: { alarms: 1, variants: 5 } }),
  ),
  forgery('proof-age', 'the proof is too old', provenBy({ at: '2026-02-01T00:00:00.000Z' })),
  forgery('proof-age', 'the proof has no date', { sample: { start: { proof: undated } } }),
];
