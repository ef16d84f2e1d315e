/** How long an answer may be used again without asking. */
export type Freshness = 'revalidate' | 'minute' | 'immutable';

const DIRECTIVES: Readonly<Record<Freshness, string>> = {
  revalidate: 'no-cache',
  minute: 'max-age=60, stale-while-revalidate=300',
  immutable: 'max-age=31536000, immutable',
};

/** The `Cache-Control` of a read. Answers behind an authorisation are never kept by a cache that people share. */
export function cacheControl(freshness: Freshness, options: { readonly shared: boolean }): string {
  return `${options.shared ? 'public' : 'private'}, ${DIRECTIVES[freshness]}`;
}
