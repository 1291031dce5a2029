/**
 * Puts an address of the book under the path that the site is deployed to.
 *
 * @param address root-relative: `/maths/`, `/references/#jia-home`
 */
export function href(address: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + address;
}
