const DENIAL_BEFORE =
  /(?<![\p{L}\p{N}])(?:no|not|never|without|zero|nor|neither|free of|free from|non|nothing|lacks?|lacking|missing|isn['’]?t|wasn['’]?t|hasn['’]?t|haven['’]?t|didn['’]?t|doesn['’]?t|don['’]?t|sans)(?![\p{L}\p{N}])/giu;
/** Begin like a denial and deny nothing of what follows. */
const NO_DENIAL = /^(?:not only|not just|no reserve|no less|not to mention|no stories|no liens|never raced)/iu;
const DENIAL_BEHIND =
  /^[\s-]*(?:is |are |was |were )?(?:not |never |free\b|absent|unavailable|unknown|missing|none|: ?(?:no|none)\b)/iu;
/** Words behind which nothing of an earlier denial is left. */
const TURN = /\b(?:except|apart from|other than|besides|save for|only|just|with|has|includes?|including|comes)\b/iu;
const MOST_WORDS_BETWEEN = 7;

/**
 * True where a clause denies the words from `start` to `end`: "no accidents", "never been in an accident", "accidents:
 * none". A comma ends a denial unless what follows goes on as a list: "no rust, dents or accidents".
 */
export function isDenied(clause: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  if (DENIAL_BEHIND.test(clause.slice(end))) return true;
  const before = clause.slice(0, start);
  const denials = [...before.matchAll(DENIAL_BEFORE)].filter(({ index }) => !NO_DENIAL.test(before.slice(index)));
  const last = denials.at(-1);
  if (last === undefined) return false;
  const between = before.slice(last.index + last[0].length);
  if (TURN.test(between)) return false;
  if (between.trim().split(/\s+/).length > MOST_WORDS_BETWEEN) return false;
  const comma = between.lastIndexOf(',');
  if (comma < 0) return true;
  const listGoesOn =
    /\b(?:or|nor)\b/iu.test(between.slice(comma)) || /^[^,]*(?:,[^,]*)*\b(?:or|nor)\b/iu.test(clause.slice(end));
  return listGoesOn;
}
