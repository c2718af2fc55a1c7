/** `1 case`, `7 cases`. */
export function casesInWords(count: number): string {
  return counted(count, 'case');
}

/** `1 request`, `7 requests`. */
export function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** `once`, `7 times`. */
export function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
