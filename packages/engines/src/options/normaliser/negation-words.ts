/** Wordings apart by `|`, each as its words. */
function readWordings(table: string): readonly (readonly string[])[] {
  return table.split('|').map((wording) => wording.trim().split(/\s+/));
}

/** Deny all that follows in the clause; longer wordings first. */
export const CLAUSE_NEGATORS = readWordings(`
  did not come with | was not ordered with | does not come with | only thing missing is | does not have | do not
  have | not equipped with | not optioned with | not fitted with | no longer has | no longer have | not come
  with | does not include | not specced with | not spec with | not available with | doesnt come with | didnt
  come with | never came with | in lieu of | in place of | wish it had | wish it was | wish it were | pre wired
  for | without the | not have | not include | doesnt include | doesnt have | dont have | didnt have | never had
  | instead of | rather than | converted from | swapped from | removed from | skipped the | except for |
  everything except | everything but | free of | devoid of | void of | prepped for | prewired for | ready for |
  provision for | aint got | hasnt got | have no | has no | had no | without | sans | lack | lacks | lacking |
  missing | minus | omitted | except | hasnt | nor | excludes | excluding | deleted
`);

/** Deny only what follows at once, and what `or` joins to it. */
export const NEXT_NEGATORS = readWordings(`
  not | no | non | never | neither | zero | nope
`);

/** Begin like a negator and say nothing against what follows. */
export const HARMLESS_WORDINGS = readWordings(`
  not only | not just | no issue | no problem | no fault | no leak | no need | no doubt | no expense | no
  accident | no rust | no damage | no shortage | not to mention | no warning | no code | no error | no crack |
  no less | no reserve | no stories | no story | no mod | no excuses | no question | without issue | without
  fault | without question | without a doubt | without reserve | nothing missing | not missing | never failed
`);

/** Behind a thing, say that the car does not have it. */
export const DENIALS = readWordings(`
  delete | deleted | deletion | omitted | removed | not included | not fitted | not equipped | not present | not
  optioned | not available | not ordered | not installed | not original | not offered | not selected | not
  chosen | not specced | not part | not on this | not here | na | missing | absent | gone | converted to |
  swapped to | swapped for | swapped out | changed to steel | traded for | sold separately | changed for |
  changed out for | exchanged for | replaced with | replaced by | unavailable | declined | not a | wanted | look
  | style | lookalike | replica | block off | delete kit | conversion to
`);
