/** Whether an error is nothing but the end of work that was aborted, and tells of no trouble of its own. */
export function isOfAbort(error: unknown, { aborted, reason }: AbortSignal): boolean {
  for (let each = error; aborted && each instanceof Error; each = each.cause) {
    if (each === reason || each.name === 'AbortError') return true;
  }
  return false;
}
