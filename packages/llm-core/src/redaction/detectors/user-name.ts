import type { Span } from '../detector.ts';
import type { KnownDetector } from '../known-detector.ts';
import { labelled, labelPattern, matches } from '../labelled.ts';
import { TextIndex } from '../text-index.ts';

const handle = /(?<![\p{L}\p{N}@./:_-])@[A-Za-z_][\w.]{1,28}\w(?![\p{L}\p{N}@/])/gu;
const mention = /(?<![\p{L}\p{N}@./_-])u\/[A-Za-z0-9_-]{3,20}(?![\p{L}\p{N}/])/gu;
const label = labelPattern([
  'user ?-?name',
  'user_name',
  'userName',
  'user ?id',
  'user',
  'login',
  'logged in as',
  'signed in as',
  'known as',
  'posts as',
  'handle',
  'screen name',
  'nickname',
  'account name',
  'bat username',
  'member',
  'forum name',
  'alias',
  'bidder',
  'winning bidder',
  'high bidder',
  'winner',
  'buyer',
  'won by',
  'sold to',
  'posted by',
  'comment by',
  'seller',
  'listed by',
  'instagram',
  'insta',
  'ig',
  'telegram',
  'discord',
  'skype',
  'twitter',
  'snapchat',
  'wechat',
  'signal',
  'facebook',
  'ebay',
  'benutzername',
  'benutzer',
  'nutzername',
  'nutzer',
  'mitglied',
  'pseudo',
  'pseudonyme',
  'nom d.utilisateur',
  'utilisateur',
  'identifiant',
  'nome utente',
  'utente',
  'usuario',
  'nombre de usuario',
  'verkäufer',
  'bieter',
  'käufer',
  'vendeur',
  'venditore',
  'vendedor',
]);
const value = /@?[A-Za-z0-9](?:[\w.-]{1,30}\w)(?![\p{L}\p{N}@]|\.\p{L})/uy;
const strong =
  /(?:user ?-?_?name|screen name|login|handle|nickname|forum name|alias|benutzername|nutzername|pseudo|utilisateur|nome utente|usuario|identifiant|instagram|insta|ig|telegram|discord|skype|snapchat|wechat)["']?\s{0,3}[:=]\s{0,3}["']?$/i;
const quotedUser = /(?:user|member|bidder|nutzer|mitglied|bieter) ?["'“„]$/i;

/** User names: `@name`, `u/name`, behind a word such as "username", and where a seller or bidder is named by one. */
export const userNameDetector: KnownDetector = {
  kind: 'user-name',
  *find(text, index = new TextIndex(text)): Generator<Span> {
    if (text.includes('@')) yield* matches(text, handle);
    if (text.includes('u/')) yield* matches(text, mention);
    for (const { start, end, value: name } of labelled(index, label, value)) {
      // A plain word is a name only where the label leaves no doubt; elsewhere names have digits inside or an underscore.
      const isStrong = strong.test(text.slice(Math.max(0, start - 30), start));
      const looksChosen = /^@|[A-Za-z].*_|_.*[A-Za-z]|[A-Za-z]{2,}\d+\w*$|\d[A-Za-z]{3,}|[a-z]\.[a-z]|[a-z][A-Z]/.test(
        name,
      );
      const isQuoted =
        /["'“„]/.test(text[start - 1] ?? '') && quotedUser.test(text.slice(Math.max(0, start - 12), start));
      if (
        isStrong || isQuoted
          ? /[A-Za-z]/.test(name)
          : looksChosen && !/^(?:[A-Z]{1,3}\d+|\d+k|\d+[A-Z]{1,2})$/i.test(name)
      )
        yield { start, end };
    }
  },
};
