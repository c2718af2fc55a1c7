import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

type Platform = Parameters<Seams['platform.authorizeWorkspace']>[0];

export const orgBearerOfNobody: Fault = {
  id: 'P-org-bearer-of-nobody',
  title: 'a bearer of the organisation opens nothing',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.authorizeWorkspace',
        (authorize) =>
          (platform, ...given) =>
            authorize(withoutOrg(platform), ...given),
      ),
      at(
        'platform.authorizeAdmin',
        (authorize) =>
          (platform, ...given) =>
            authorize(withoutOrg(platform), ...given),
      ),
    ],
  },
  kills: [
    { cases: ['0.2-workspace@org', '0.2-admin@org'], reason: /^it passes: 401 / },
    { cases: ['0.2-org-revoked'], reason: /^it passes: 401 / },
  ],
};

function withoutOrg(platform: Platform): Platform {
  const { database } = platform;
  const query: typeof database.query = async (name, ...given) =>
    name === 'token-org' ? [] : database.query(name, ...given);
  return { ...platform, database: { ...database, query } };
}
