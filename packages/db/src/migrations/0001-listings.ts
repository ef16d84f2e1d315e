import { type Migration, runStatements } from './migration.ts';

/**
 * Listings with their price history and options. Text that is an order or a key has the collation "C", so that both
 * databases sort it alike. Vehicle prices are `numeric` without a scale: whole units, and a hundredfold typo must fit.
 * Few indices: each of them is paid for by every imported row.
 */
export const listings: Migration = {
  name: '0001_listings',
  up: (trx) =>
    runStatements(trx, [
      'create sequence listing_change_sequence as bigint',
      `create table listings (
        id uuid primary key,
        source text collate "C" not null,
        source_key text collate "C" not null,
        title text not null,
        make text collate "C" not null,
        model text collate "C" not null,
        generation text collate "C",
        trim text collate "C",
        body text,
        transmission text,
        unknown_words text[] not null,
        model_year double precision,
        mileage double precision,
        mileage_unit text not null check (mileage_unit in ('mi', 'km')),
        color text,
        condition double precision,
        region text,
        seller_type text,
        vin text,
        option_codes text[] not null,
        details text[] not null,
        status text not null check (status in ('active', 'sold', 'unsold', 'withdrawn')),
        price_kind text collate "C" check (price_kind in ('ask', 'sold', 'bid', 'wholesale')),
        price_amount numeric,
        price_currency text collate "C",
        listed_on date,
        ended_on date,
        known_on date not null,
        synthetic boolean not null,
        attributes jsonb not null,
        content_hash text not null,
        change_sequence bigint not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check ((price_kind is null) = (price_amount is null) and (price_kind is null) = (price_currency is null))
      )`,
      'create unique index listings_changes on listings (change_sequence)',
      `create index listings_sales on listings (price_kind, price_currency, ended_on, id)
        where status = 'sold' and price_kind in ('sold', 'wholesale') and ended_on is not null`,
      `create index listings_active on listings (known_on, id) where status = 'active'`,
      `create table price_history (
        id bigint generated always as identity primary key,
        listing_id uuid not null references listings (id) on delete cascade,
        known_on date not null,
        old_kind text,
        old_amount numeric,
        old_currency text,
        new_kind text,
        new_amount numeric,
        new_currency text,
        recorded_at timestamptz not null default now()
      )`,
      'create index price_history_of_listing on price_history (listing_id, id)',
      `create table options (
        make text collate "C" not null,
        code text collate "C" not null,
        name text not null,
        category text,
        aliases text[] not null default '{}',
        created_at timestamptz not null default now(),
        primary key (make, code)
      )`,
      `create table listing_options (
        listing_id uuid not null references listings (id) on delete cascade,
        option_code text collate "C" not null,
        evidence text,
        found_by text not null,
        created_at timestamptz not null default now(),
        primary key (listing_id, option_code, found_by)
      )`,
    ]),
};
