import { plannedCases, test } from '../../harness/index.ts';

// One process for all of them, for the tree is read once.
test.describe.configure({ mode: 'default' });

for (const planned of plannedCases('drift-enum')) {
  test(planned.id, ({ judgeEnums }) => judgeEnums(planned));
}

for (const planned of plannedCases('drift-architecture')) {
  test(planned.id, ({ judgeArchitecture }) => judgeArchitecture(planned));
}
