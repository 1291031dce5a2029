/** What the address says of the state of the lab, in parts; undefined when it says nothing. */
export function readAddress(): string[] | undefined {
  return new URLSearchParams(location.search).get('lab')?.split('_');
}

/** Puts the state into the address, so that it can be linked. The place in the page stays named as it is. */
export function writeAddress(parts: readonly (string | number)[], place: string): void {
  const others = new URLSearchParams(location.search);
  others.delete('lab');
  const query = [String(others), `lab=${parts.join('_')}`].filter(Boolean).join('&');
  history.replaceState(history.state, '', `?${query}#${place}`);
}
