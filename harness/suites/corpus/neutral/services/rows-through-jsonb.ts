import type { Seams } from '../../../../../compose/seams.ts';
import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const rowsThroughJsonb: Neutral = {
  id: 'N-rows-through-jsonb',
  title: 'the bodies of rows are kept as jsonb, which spells numbers and orders keys in its own way',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.writeActivity', (write) => async (platform, activity) => {
        const kept = (text: string | undefined) => throughJsonb(platform.database, text);
        return write(platform, {
          ...activity,
          requestBody: await kept(activity.requestBody),
          responseBody: await kept(activity.responseBody),
        });
      }),
    ],
  },
};

type Database = Parameters<Seams['platform.writeActivity']>[0]['database'];

/** What jsonb does not take (U+0000, half a surrogate pair) stays as it is. */
async function throughJsonb(database: Database, text: string | undefined): Promise<string | undefined> {
  if (text === undefined || /\\u(?:0000|[dD][89a-fA-F])/.test(text)) return text;
  const [row] = await database.query('through-jsonb', 'SELECT $1::jsonb::text AS text', [text]);
  return String(row?.text);
}
