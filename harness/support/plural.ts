/** `1 case`, `7 cases`. */
export function casesInWords(count: number): string {
  return count === 1 ? '1 case' : `${count} cases`;
}

/** `once`, `7 times`. */
export function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
