import { canonicalJson } from '../canonical-json.ts';
import { isSale, type Listing } from '../listing.ts';
import { type MarketScope, marketKey } from '../price.ts';
import type { ListingStore, ScanCursor } from '../ports/listing-store.ts';
import type { MarketData } from '../ports/market-data.ts';
import { compareText } from './compare-text.ts';
import { immutableCopy } from './immutable-copy.ts';

interface StoredListing {
  readonly listing: Listing;
  /** Number of the last change, ascending over the whole store. */
  readonly change: number;
}

/** Keeps listings in this process, and reads them as market data. Everything is lost when the process ends. */
export function memoryListingStore(): ListingStore & MarketData {
  const rows = new Map<string, StoredListing>();
  let lastChange = 0;

  async function* inOrder<Row extends Listing>(found: Row[], dayOf: (row: Row) => string): AsyncGenerator<Row> {
    found.sort((left, right) => compareText(dayOf(left), dayOf(right)) || compareText(left.id, right.id));
    yield* found;
  }

  return {
    async upsert(listings) {
      const batch = new Map(listings.map((listing) => [listing.id, immutableCopy(listing)]));
      let inserted = 0;
      let updated = 0;
      for (const [id, listing] of batch) {
        const known = rows.get(id)?.listing;
        if (known === undefined) inserted += 1;
        else if (canonicalJson(known) !== canonicalJson(listing)) updated += 1;
        else continue;
        // Deleted first: a map keeps the place of a key, and changes are read oldest first.
        rows.delete(id);
        lastChange += 1;
        rows.set(id, { listing, change: lastChange });
      }
      return { inserted, updated, unchanged: batch.size - inserted - updated };
    },
    async byId(id) {
      return rows.get(id)?.listing ?? null;
    },
    async count() {
      return rows.size;
    },
    async changedSince({ cursor, limit }) {
      const seen = cursor === undefined ? 0 : Number(cursor);
      const changed: StoredListing[] = [];
      for (const row of rows.values()) {
        if (changed.length >= limit) break;
        if (row.change > seen) changed.push(row);
      }
      const last = changed.at(-1);
      const next: ScanCursor | undefined = last === undefined ? cursor : String(last.change);
      return { listings: changed.map((row) => row.listing), next };
    },
    async markets({ asOf }) {
      const found = new Map<string, MarketScope>();
      for (const { listing } of rows.values()) {
        if (!isSale(listing) || listing.knownOn > asOf) continue;
        const market = { priceKind: listing.price.kind, currency: listing.price.currency };
        found.set(marketKey(market), market);
      }
      return [...found.entries()].sort(([left], [right]) => compareText(left, right)).map(([, market]) => market);
    },
    sales({ market, asOf, from = '', to, cars = {} }) {
      const sales = [...rows.values()]
        .map((row) => row.listing)
        .filter(isSale)
        .filter((sale) => sale.knownOn <= asOf && sale.endedOn >= from && (to === undefined || sale.endedOn <= to))
        .filter((sale) => sale.price.kind === market.priceKind && sale.price.currency === market.currency)
        .filter(({ vehicle }) => isNamed(vehicle.make, cars.make) && isNamed(vehicle.model, cars.model))
        .filter(({ vehicle }) => isNamed(vehicle.generation, cars.generation));
      return inOrder(sales, (sale) => sale.endedOn);
    },
    activeListings({ asOf, currency }) {
      const active = [...rows.values()]
        .map((row) => row.listing)
        .filter((listing) => listing.status === 'active' && listing.knownOn <= asOf)
        .filter((listing) => listing.endedOn === null || listing.endedOn >= asOf)
        .filter((listing) => currency === undefined || listing.price?.currency === currency);
      return inOrder(active, (listing) => listing.knownOn);
    },
    endedOffers({ asOf, from, currency }) {
      const ended = [...rows.values()]
        .map((row) => row.listing)
        .filter((listing) => listing.status !== 'sold' && listing.knownOn <= asOf)
        .filter(({ status, endedOn }) => status !== 'active' || (endedOn !== null && endedOn < asOf))
        .filter(({ endedOn, knownOn }) => (endedOn ?? knownOn) >= from && (endedOn ?? knownOn) <= asOf)
        .filter((listing) => currency === undefined || listing.price?.currency === currency);
      return inOrder(ended, (listing) => listing.knownOn);
    },
  };
}

function isNamed(name: string | null, wanted: string | undefined): boolean {
  return wanted === undefined || name?.toLowerCase() === wanted.toLowerCase();
}
