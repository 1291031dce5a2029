/** Returns a part of an address with its escapes decoded; as it stands where one of them, such as a lone %, cannot be. */
export function decodeAddress(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
