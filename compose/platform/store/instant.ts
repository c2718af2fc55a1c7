/** SQL for a time of the platform's own clock, given as this parameter in milliseconds since the epoch. */
export function instant(parameter: number): string {
  return `to_timestamp($${parameter}::double precision / 1000)`;
}
