/**
 * Like `JSON.stringify`, also for documents nested so deeply that it would run out of stack: agents accept such
 * messages, so the inbox must be able to show them. Documents of that kind are plain JSON; nothing else is handled.
 */
export function stringifyAnyDepth(document: unknown): string {
  try {
    return JSON.stringify(document);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return stringifyByStack(document);
  }
}

/** Work left to do, last first: texts are written as they are, values are opened up. */
type Task = { readonly text: string } | { readonly value: unknown };

function stringifyByStack(document: unknown): string {
  const written: string[] = [];
  const tasks: Task[] = [{ value: document }];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    if ('text' in task) written.push(task.text);
    else if (typeof task.value !== 'object' || task.value === null)
      written.push(JSON.stringify(task.value) ?? 'null');
    else for (const step of stepsOf(task.value).reverse()) tasks.push(step);
  }
  return written.join('');
}

function stepsOf(value: object): Task[] {
  if (Array.isArray(value)) {
    const items = value.flatMap((item, index): Task[] => [{ text: index === 0 ? '' : ',' }, { value: item }]);
    return [{ text: '[' }, ...items, { text: ']' }];
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const steps = members.flatMap(([name, member], index): Task[] => {
    return [{ text: `${index === 0 ? '' : ','}${JSON.stringify(name)}:` }, { value: member }];
  });
  return [{ text: '{' }, ...steps, { text: '}' }];
}
