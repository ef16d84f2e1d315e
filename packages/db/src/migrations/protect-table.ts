import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { runStatements } from './migration.ts';

/** Who may see the rows of a table through Supabase's API; the owner of the tables, as which we connect, sees all. */
export interface TableAccess {
  readonly table: string;
  /** `read`: everyone who is signed in. `own`: rows of the signed-in user, named by this column. Absent: nobody. */
  readonly signedIn?: 'read' | { readonly ownedBy: string };
}

/**
 * Switches row-level security on and adds policies for the roles `authenticated` and `service_role` where the server
 * has them, as Supabase does. Elsewhere only the owner sees the rows.
 */
export async function protectTable(trx: Kysely<Database>, access: TableAccess): Promise<void> {
  const { table, signedIn } = access;
  await runStatements(trx, [`alter table ${table} enable row level security`]);
  const { rows } = await sql<{ authenticated: boolean; service: boolean; uid: boolean }>`
    select to_regrole('authenticated') is not null as authenticated, to_regrole('service_role') is not null as service,
      to_regprocedure('auth.uid()') is not null as uid`.execute(trx);
  const server = rows[0];
  if (server?.service === true) {
    await runStatements(trx, [
      `grant all on table ${table} to service_role`,
      `create policy ${table}_service on ${table} for all to service_role using (true) with check (true)`,
    ]);
  }
  if (server?.authenticated !== true || signedIn === undefined) return;
  if (signedIn === 'read') {
    await runStatements(trx, [
      `grant select on table ${table} to authenticated`,
      `create policy ${table}_read on ${table} for select to authenticated using (true)`,
    ]);
  } else if (server.uid) {
    // The sub-select lets Postgres ask for the user once a query and not once a row.
    const isOwn = `${signedIn.ownedBy} = (select auth.uid())`;
    await runStatements(trx, [
      `grant select, insert, update, delete on table ${table} to authenticated`,
      `create policy ${table}_own on ${table} for all to authenticated using (${isOwn}) with check (${isOwn})`,
    ]);
  }
}
