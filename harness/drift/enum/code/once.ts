/** Works something out when it is first asked for, and lets go of what that took. */
export function once<T>(make: () => T): () => T {
  let pending: (() => T) | undefined = make;
  let made: { readonly value: T } | undefined;
  return () => {
    if (!made && pending) made = { value: pending() };
    pending = undefined;
    return (made as { readonly value: T }).value;
  };
}
