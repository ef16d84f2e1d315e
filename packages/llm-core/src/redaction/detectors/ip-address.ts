import { isIPv6 } from 'node:net';
import type { Detector } from '../detector.ts';
import { matches } from '../labelled.ts';

const version4 =
  /(?<![\p{L}\p{N}.])(?<!(?:version|firmware|software|release|build|rev|ver|v)\.? ?)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\p{L}\p{N}]|\.\d)/giu;
const version6 =
  /(?<![\p{L}\p{N}:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:(?<=:)\d{1,3}(?:\.\d{1,3}){3})?(?![\p{L}\p{N}:]|\.\d)/giu;

/** Internet addresses of both versions. */
export const ipAddressDetector: Detector = {
  kind: 'ip-address',
  *find(text) {
    yield* matches(text, version4, (value) => !/^0?\d\.0?\d\./.test(value));
    if (text.includes(':'))
      yield* matches(text, version6, (value) => /\d/.test(value) && value.length > 4 && isIPv6(value));
  },
};
