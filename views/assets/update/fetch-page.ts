/** What became of asking for the page again. */
export type Answer =
  { kind: 'same' } | { kind: 'failed' } | { kind: 'new'; page: Document; etag: string | null };

const PATIENCE = 20_000;

const ask = (etag: string | null): Promise<Response> => {
  const { origin, pathname, search } = location;
  return fetch(`${origin}${pathname}${search}`, {
    headers: { Accept: 'text/html', ...(etag === null ? {} : { 'If-None-Match': etag }) },
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE),
  });
};

/** Where scripts run, what is in noscript is read as a text. */
const readAsHere = (page: Document): Document => {
  for (const element of page.querySelectorAll('noscript')) element.textContent = element.innerHTML;
  return page;
};

const read = async (response: Response): Promise<Answer> => {
  if (response.status === 304) return { kind: 'same' };
  if (!response.ok || response.redirected) return { kind: 'failed' };
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return { kind: 'new', page: readAsHere(page), etag: response.headers.get('ETag') };
};

/** Asks for the page at this address; an unchanged one is not sent again. */
export const fetchPage = async (etag: string | null): Promise<Answer> => {
  try {
    return await read(await ask(etag));
  } catch {
    // Offline, refused, broken off, too slow: fetch has no other way to say so, and the reader is told.
    return { kind: 'failed' };
  }
};
