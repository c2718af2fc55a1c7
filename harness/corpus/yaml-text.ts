import { parseDocument } from 'yaml';

/** The value of a YAML document, or what is wrong with it, in one line that names the place. */
export function readYaml(text: string): { readonly value: unknown } | { readonly fault: string } {
  const document = parseDocument(text);
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) return { fault: firstLine(problem.message) };
  try {
    return { value: document.toJS() };
  } catch (error) {
    return { fault: firstLine((error as Error).message) };
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
