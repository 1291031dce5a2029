/**
 * Has the book kept for reading without a network, and says so when it is there. After the page is loaded, so
 * that it takes nothing from that. Where it cannot be, the page is as it was: no worker in this browser or at an
 * unsafe address, storage forbidden or full, or a reader who saves data.
 */
async function storeBook(): Promise<void> {
  const { serviceWorker, connection } = navigator as Navigator & { connection?: { saveData: boolean } };
  if (connection?.saveData && !serviceWorker.controller) return;
  await serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`);
  // Only a version that is there as a whole becomes active.
  await serviceWorker.ready;
  document.querySelector('.colophon [hidden]')?.removeAttribute('hidden');
}

if (import.meta.env.PROD) addEventListener('load', () => void storeBook().catch(() => undefined));
