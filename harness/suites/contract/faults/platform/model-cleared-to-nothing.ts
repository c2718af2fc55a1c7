import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const modelClearedToNothing: Fault = {
  id: 'P-model-cleared-to-nothing',
  title: 'a model is cleared by an empty one that is kept',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.saveModel', (save) => async (platform, id, body) => {
        const { model } = Object(body);
        if (model !== '') return save(platform, id, body);
        return { status: 200, body: { status: 'cleared' } };
      }),
    ],
  },
  kills: [{ cases: ['F.7-model'], reason: /^there is none any more: 200 / }],
};
