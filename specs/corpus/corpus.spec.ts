import { plannedCases, test } from '../../harness/index.ts';

// One test per entry and runtime; what each must come to stands in the entry's sidecar under corpus/.
for (const planned of plannedCases('corpus')) {
  test(planned.id, ({ judge }) => judge(planned));
}
