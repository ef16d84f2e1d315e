import type { BookedCall, CallLedger } from './call-ledger.ts';

const PAGE = 1000;

/** Every call of [from, to), epoch milliseconds, in the order of the ledger, read a page at a time. */
export async function* allCalls(
  ledger: Pick<CallLedger, 'calls'>,
  period: { readonly from: number; readonly to: number },
): AsyncGenerator<BookedCall> {
  let after: BookedCall | undefined;
  for (;;) {
    const page = await ledger.calls({ ...period, limit: PAGE, ...(after === undefined ? {} : { after }) });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1);
  }
}
