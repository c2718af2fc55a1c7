/** What a request carries of whoever has this token. A platform without an admin token knows an admin by nothing. */
export function bearing(token: string | undefined): Readonly<Record<string, string>> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
