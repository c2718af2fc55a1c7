/** Matches a reply that is what the pattern matches and nothing else but space around it. */
export function wholly(pattern: string): string {
  return String.raw`^\s*${pattern}\s*$`;
}
