import { plant } from '../../../faults/plant.ts';
import { fieldsOf } from '../faults/request.ts';

interface Call {
  readonly payload: unknown;
}

/** A message of a running context is sent again, as a careless retry would. */
plant('platform.dispatch', (dispatch: (call: Call) => Promise<unknown>) => async (call: Call) => {
  const message = fieldsOf(fieldsOf(fieldsOf(call.payload).params).message);
  if (message.contextId !== undefined) await dispatch(call);
  return dispatch(call);
});
