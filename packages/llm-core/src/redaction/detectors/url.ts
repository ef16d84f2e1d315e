import type { Span } from '../detector.ts';
import { headsOf } from '../heads.ts';
import type { KnownDetector } from '../known-detector.ts';
import { TextIndex } from '../text-index.ts';

const address =
  /(?<![\p{L}\p{N}@.])(?:[a-z][a-z0-9+.-]{1,9}:\/\/|www\.|(?:[a-z0-9-]{1,40}\.)?(?:instagram|facebook|twitter|linkedin|tiktok|youtube|t|x|wa|flickr|pinterest|reddit)\.(?:com|me)\/)[^\s<>"'`{}|\\^]+/giu;
const userPart = [
  /^[a-z][a-z0-9+.-]*:\/\/[^/?#@]+@/i,
  /\/(?:users?|usr|u|profiles?|members?|people|in|author|seller|sellers|dealer-user|account|accounts|benutzer|mitglied|membre|utilisateur|profil|utente|usuario|perfil|~)\/[^/?#]+/i,
  /\/[~@][^/?#]+/,
  /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*(?:instagram|facebook|twitter|tiktok|flickr|pinterest|x)\.com\/(?!p\/|reel|watch|hashtag|search|groups|marketplace|events)[\w.%-]{2,}/i,
  /^(?:https?:\/\/)?(?:t|wa)\.me\/[\w+%-]{2,}/i,
  /[?&#;](?:e-?mail|user|user_?name|user_?id|uid|login|member|member_?id|seller|account|token|session|sessionid|sid|phone|name|auth|api_?key|password|contact)=[^&#]+/i,
];

const web = headsOf(['www']);

/** Addresses that name a user: in front of the host, in the path, at a social network, or as a parameter. Others stay. */
export const urlDetector: KnownDetector = {
  kind: 'url',
  *find(text, index = new TextIndex(text)): Generator<Span> {
    if (!text.includes('/') && !index.has(web)) return;
    if (!/:\/\/|www\.|\.(?:com|me)\//i.test(text)) return;
    for (const match of text.matchAll(address)) {
      // Punctuation of the sentence around it is no part of an address, nor is a bracket that opened before it.
      let value = match[0].replace(/[.,;:!?…»”’*_\]]+$/u, '');
      while (value.endsWith(')') && value.split(')').length > value.split('(').length)
        value = value.slice(0, -1).replace(/[.,;:!?]+$/, '');
      if (userPart.some((pattern) => pattern.test(value)))
        yield { start: match.index, end: match.index + value.length };
    }
  },
};
