/** What a service worker has around it, as far as it is used: TypeScript's own types of it exclude those of pages. */
export interface WorkerScope {
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    /** Waits for a page that is being opened; undefined when it is closed. */
    get(id: string): Promise<{ id: string } | undefined>;
    /** The pages that this worker answers. */
    matchAll(): Promise<{ id: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

interface LifeEvent {
  waitUntil(done: Promise<unknown>): void;
}

export interface FetchEvent extends LifeEvent {
  request: Request;
  /** The page that asks; empty for one that is being opened. */
  clientId: string;
  /** The page that is being opened. */
  resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}
